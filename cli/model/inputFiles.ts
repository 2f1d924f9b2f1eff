// Values of a model's inputs from files: .npy and .json.
import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../../src/errors.ts';
import { arrayIn, type NestedNumbers } from '../../src/media/tensorInput.ts';
import { whyUnreadable } from '../../src/storage/regularFile.ts';
import { reasonOfRead } from '../../src/storage/systemReason.ts';
import { decodeNpy } from '../../src/weights/npy.ts';

/** Numbers in row-major order, and the axes that the file has. */
export interface InputArray {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

const readers: Readonly<Record<string, (bytes: Uint8Array, path: string) => InputArray>> = {
  npy: (bytes) => decodeNpy(bytes),
  json(bytes) {
    const { numbers, shape } = arrayIn(JSON.parse(new TextDecoder().decode(bytes)) as NestedNumbers, 'the values');
    return { shape, values: numbers };
  },
};

/** Reads the values of one input. @throws UserError, which begins with the path, for a file that holds no numbers */
export async function inputFile(path: string): Promise<InputArray> {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const read = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (!read)
    throw new UserError(
      `${path} holds no values that are read: expected a file .${Object.keys(readers).join(' or .')}`,
    );
  try {
    const why = whyUnreadable(await stat(path));
    if (why !== undefined) throw new UserError(`it is ${why}`);
    return read(await readFile(path), path);
  } catch (error) {
    throw new UserError(`${path}: ${reasonOfRead(error)}`, { cause: error });
  }
}
