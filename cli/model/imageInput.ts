// Values of a model's input from a PNG: its pixels in the order of axes that the input has.
import { UserError } from '../../src/errors.ts';
import type { Pixels } from '../../src/media/pixels.ts';
import { resizedTo } from '../../src/media/resize.ts';
import type { InputSpec } from '../../src/trace/inputs.ts';

/** Numbers in row-major order, and the axes that the file has. */
export interface InputArray {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** How pixels become values. */
export interface PixelOptions {
  /** Whether an image of another size is resized; refused otherwise. */
  readonly resize: boolean;
  /** The values of black and white. */
  readonly range: PixelRange;
}

/** The values of black and white. */
export interface PixelRange {
  readonly from: number;
  readonly to: number;
}

/** The values, and a clause on how they were made. */
export interface ImageValues extends InputArray {
  readonly about: string;
}

/**
 * Reads an image as the value of one input, [batch, height, width, channels] or [batch, channels, height, width], of which the
 * batch may be absent and is 1.
 * @throws UserError for bytes that are no PNG, an input that is no image, and another size or number of channels
 */
export async function imageValues(
  file: Uint8Array,
  { shape }: InputSpec,
  { resize, range: { from, to } }: PixelOptions,
): Promise<ImageValues> {
  const given = withoutOpaque(await decoded(file));
  const layout = layoutOf(shape, given.channels);
  const [wanted, got] = [`[${shape.join(', ')}]`, `[${given.height}, ${given.width}, ${given.channels}]`];
  if (!layout)
    throw new UserError(`an image ${got} does not fit the input ${wanted}: give values in a file .npy or .json`);
  const { height, width, channels } = layout;
  if (given.channels !== channels)
    throw new UserError(`the image is ${got}, and the input ${wanted} takes ${channels} channels: convert the image`);
  const isFitting = given.height === height && given.width === width;
  if (!isFitting && !resize)
    throw new UserError(`the image is ${got}, and the input is ${wanted}: give an image of this size, or --resize`);
  const { bytes } = resizedTo(given, width, height);
  const [stepC, stepXY] = layout.isLast ? [1, channels] : [width * height, 1];
  const values = new Float32Array(bytes.length);
  for (let at = 0; at < width * height; at++)
    for (let c = 0; c < channels; c++)
      values[at * stepXY + c * stepC] = from + (bytes[at * channels + c]! / 255) * (to - from);
  const resized = isFitting ? '' : `resized from ${got} with a Lanczos filter, `;
  return { shape, values, about: `${resized}pixels from 0 to 255 are ${from} to ${to}` };
}

interface Layout extends Omit<Pixels, 'bytes'> {
  readonly isLast: boolean;
}

/** Which axes an input has; where both ends may be channels, those that the image has. */
function layoutOf(shape: readonly number[], channels: number): Layout | undefined {
  const axes = shape.length === 4 && shape[0] === 1 ? shape.slice(1) : shape;
  if (axes.length !== 3) return undefined;
  const [first, middle, last] = axes as [number, number, number];
  const both: readonly Layout[] = [
    { height: first, width: middle, channels: last, isLast: true },
    { height: middle, width: last, channels: first, isLast: false },
  ];
  return both.find((one) => one.channels === channels) ?? both.find((one) => one.channels <= 4);
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
// as many as an image of 8192 by 8192 has
const maxPixels = 2 ** 26;
const indexedColours = 3;

/**
 * Checks a PNG before the decoder makes room for its pixels.
 * ┌ 8 bytes: signature ┬ 8 bytes: length, IHDR ┬ 4 bytes: width ┬ 4 bytes: height ┬ bits ┬ colours ┬ 2 bytes ┬ interlacing
 */
function expectPng(file: Uint8Array): void {
  if (file.length < 29 || signature.some((byte, i) => file[i] !== byte)) throw new UserError('it is no PNG');
  const header = new DataView(file.buffer, file.byteOffset);
  const [width, height] = [header.getUint32(16), header.getUint32(20)];
  if (width === 0 || height === 0) throw new UserError(`it has no pixels: its size is ${width} by ${height}`);
  if (width * height > maxPixels)
    throw new UserError(`it is ${width} by ${height}, more than ${maxPixels} pixels: give a smaller image`);
  const [bits, interlacing] = [header.getUint8(24), header.getUint8(28)];
  // the decoder takes each pixel of a pass for a byte
  if (bits < 8 && interlacing !== 0)
    throw new UserError(`it is interlaced and has ${bits} bits per pixel: save it without interlacing`);
}

/** Eight bits per channel. @throws UserError for bytes that are no PNG, and for more pixels than are read */
async function decoded(file: Uint8Array): Promise<Pixels> {
  expectPng(file);
  const { convertIndexedToRgb, decode } = await import('fast-png');
  const png = decode(file, { checkCrc: true });
  const { width, height, depth, channels, data, palette } = png;
  if (!palette && file[25] === indexedColours) throw new UserError('its pixels are indices, and it has no palette');
  if (palette) {
    const bytes = Uint8Array.from(convertIndexedToRgb(png));
    return { width, height, channels: bytes.length / (width * height), bytes };
  }
  if (depth < 8) return { width, height, channels, bytes: unpacked(data, width, height, depth) };
  return {
    width,
    height,
    channels,
    bytes: Uint8Array.from(data, (one) => (depth === 16 ? Math.round(one / 257) : one)),
  };
}

/** Gray pixels of 1, 2 or 4 bits, of which each row begins at a byte. */
function unpacked(data: ArrayLike<number>, width: number, height: number, depth: number): Uint8Array {
  const rowBytes = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    const bit = column * depth;
    const byte = data[row * rowBytes + (bit >> 3)]!;
    return (((byte >> (8 - depth - (bit & 7))) & most) / most) * 255;
  });
}

/** An alpha channel that is opaque everywhere is none. */
function withoutOpaque(pixels: Pixels): Pixels {
  const { channels, bytes } = pixels;
  if (channels % 2 === 1 || bytes.some((byte, i) => i % channels === channels - 1 && byte !== 255)) return pixels;
  return { ...pixels, channels: channels - 1, bytes: bytes.filter((_, i) => i % channels !== channels - 1) };
}
