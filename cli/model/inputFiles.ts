// Values of a model's inputs from files: .npy, .json and .png.
import { readFile, stat } from 'node:fs/promises';
import { messageOf, UserError } from '../../src/errors.ts';
import { arrayIn, type NestedNumbers } from '../../src/media/tensorInput.ts';
import { whyUnreadable } from '../../src/storage/regularFile.ts';
import { isSystemError, reasonOfRead } from '../../src/storage/systemReason.ts';
import type { OpenInput } from '../../src/trace/inputs.ts';
import { closedInputs } from '../../src/trace/joinInputs.ts';
import { decodeNpy } from '../../src/weights/npy.ts';
import { type InputArray, imageValues, type PixelOptions } from './imageInput.ts';

/** An array, and how it was made where this is not plain. */
type Read = InputArray & { readonly about?: string };

const readers: Readonly<
  Record<string, (bytes: Uint8Array, spec: OpenInput, pixels: PixelOptions) => Read | Promise<Read>>
> = {
  npy: (bytes) => decodeNpy(bytes),
  json(bytes) {
    const { numbers, shape } = arrayIn(JSON.parse(new TextDecoder().decode(bytes)) as NestedNumbers, 'the values');
    return { shape, values: numbers };
  },
  // a picture is fitted to the size of the input, and an array has its own
  png: (bytes, spec, pixels) => imageValues(bytes, closedInputs([spec], 1)[0]!, pixels),
};

/** Reads the values of one input. @throws UserError, which begins with the path, for a file that holds no numbers for it */
export async function inputFile(path: string, spec: OpenInput, pixels: PixelOptions): Promise<Read> {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const read = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!read)
    throw new UserError(`${path} holds no values that are read: expected a file .${Object.keys(readers).join(', .')}`);
  try {
    const why = whyUnreadable(await stat(path));
    if (why !== undefined) throw new UserError(`it is ${why}`);
    return await read(await readFile(path), spec, pixels);
  } catch (error) {
    // what a decoder throws is about the file
    const reason = isSystemError(error) ? reasonOfRead(error) : messageOf(error);
    throw new UserError(`${path}: ${reason}`, { cause: error });
  }
}
