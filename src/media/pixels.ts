// Converts arrays of users to pixels of an image or of a grid of images.
import { UserError } from '../errors.ts';
import type { NumberArray } from './tensorInput.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 1 gray, 2 gray with alpha, 3 RGB, 4 RGB with alpha */
  readonly channels: number;
  /** bytes, [height, width, channels] */
  readonly bytes: Uint8Array;
}

/** Images of one size: a batch, or frames of a batch of videos. */
export interface Planes {
  /** size of the axis N, 1 where the array has none */
  readonly images: number;
  /** size of the axis T, 1 where the array has none */
  readonly moments: number;
  /** channels of the array, 1 where it has no such axis */
  readonly given: number;
  /** channels of the pixels */
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** Draws an image of a moment into `target`, its upper left corner at (`left`, `top`). */
  draw(target: Pixels, left: number, top: number, image: number, moment: number): void;
}

/**
 * Prepares the pixels of an array. Floats from 0 to 1 become bytes as tensorboardX's do, rounded down; those outside are 0 and
 * 255. Integers that have a dtype are bytes. A pixel with a NaN is red, as TensorFlow's image op draws it. One channel becomes
 * three.
 * @param format the order of the axes in letters, such as `NHWC`
 * @param orders the letters that `format` may order, longest first
 * @param what the subject of error texts
 * @throws UserError for an order or a shape that does not fit, and for whole numbers that are no bytes
 */
export function planesIn(array: NumberArray, format: string, orders: readonly string[], what: string): Planes {
  const axes = format.toUpperCase();
  const sorted = (letters: string): string => [...letters].sort().join('');
  const { shape, numbers } = array;
  if (!orders.some((order) => sorted(order) === sorted(axes)))
    throw new UserError(`dataformats of ${what} must order the letters of ${orders.join(' or ')}, got ${format}`);
  const sizes = `[${shape.join(', ')}]`;
  if (shape.length !== axes.length)
    throw new UserError(`${what} must have ${axes.length} axes, ${axes}, got the shape ${sizes}`);
  if (shape.some((size) => size === 0)) throw new UserError(`${what} must not be empty, got the shape ${sizes}`);
  const size = (axis: string): number => shape[axes.indexOf(axis)] ?? 1;
  // an axis that is absent has stride 0
  const step = (axis: string): number =>
    axes.includes(axis) ? shape.slice(axes.indexOf(axis) + 1).reduce((a, b) => a * b, 1) : 0;
  if (size('C') > 4)
    throw new UserError(`${what} must have 1 to 4 channels, got ${size('C')} in the shape ${sizes} of ${axes}`);
  const { bytes, holes } = bytesOf(array, what);
  const grey = size('C') === 1;
  const channels = grey ? 3 : size('C');
  const [height, width] = [size('H'), size('W')];
  const [stepN, stepT, stepH, stepW] = [step('N'), step('T'), step('H'), step('W')];
  const stepC = grey ? 0 : step('C');
  return {
    images: size('N'),
    moments: size('T'),
    given: size('C'),
    channels,
    height,
    width,
    draw(target, left, top, image, moment) {
      for (let y = 0; y < height; y++) {
        let to = ((top + y) * target.width + left) * channels;
        let from = image * stepN + moment * stepT + y * stepH;
        for (let x = 0; x < width; x++, from += stepW) {
          for (let c = 0; c < channels; c++) target.bytes[to + c] = bytes[from + c * stepC]!;
          if (holes)
            for (let c = 0; c < channels; c++) if (Number.isNaN(numbers[from + c * stepC]!)) redden(target, to);
          to += channels;
        }
      }
    },
  };
}

/** A grid of the images of a moment, row by row; the rest of the grid is 0. */
export function tiled(planes: Planes, columns: number, rows: number, moment = 0): Pixels {
  const { channels, images } = planes;
  const [width, height] = [columns * planes.width, rows * planes.height];
  const target = { width, height, channels, bytes: new Uint8Array(height * width * channels) };
  for (let image = 0; image < images; image++)
    planes.draw(target, (image % columns) * planes.width, Math.floor(image / columns) * planes.height, image, moment);
  return target;
}

// gray with alpha has no red
const hole: Readonly<Record<number, readonly number[]>> = { 2: [255, 255], 3: [255, 0, 0], 4: [255, 0, 0, 255] };
const redden = ({ bytes, channels }: Pixels, at: number): void => bytes.set(hole[channels]!, at);

/** Bytes in the order of the array, and where its NaN are. */
function bytesOf(array: NumberArray, what: string): { readonly bytes: Uint8Array; readonly holes: boolean } {
  const { numbers, dtype } = array;
  if (dtype === 'bool') return { bytes: Uint8Array.from(numbers, (value) => (value ? 255 : 0)), holes: false };
  if (/int/.test(dtype)) {
    if (dtype !== 'uint8') expectBytes(numbers, what);
    return { bytes: numbers instanceof Uint8Array ? numbers : Uint8Array.from(numbers), holes: false };
  }
  if (dtype === 'number') expectFractions(numbers, what);
  const single = dtype === 'float32';
  const bytes = new Uint8Array(numbers.length);
  let holes = false;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    // numpy multiplies float32 in float32
    const scaled = single ? Math.fround(value * 255) : value * 255;
    bytes[i] = scaled >= 255 ? 255 : scaled > 0 ? scaled : 0;
    holes ||= Number.isNaN(value);
  }
  return { bytes, holes };
}

function expectBytes(numbers: ArrayLike<number>, what: string): void {
  for (let i = 0; i < numbers.length; i++)
    if (!(numbers[i]! >= 0 && numbers[i]! <= 255))
      throw new UserError(`whole numbers of ${what} must be from 0 to 255, got ${numbers[i]}`);
}

// plain numbers have no dtype: bytes in them would give a white image
function expectFractions(numbers: ArrayLike<number>, what: string): void {
  let most = 1;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i]!;
    if (!Number.isInteger(value)) return;
    most = Math.max(most, value);
  }
  if (most > 1)
    throw new UserError(
      `plain numbers of ${what} must be from 0 to 1, got whole numbers up to ${most}: bytes come in a Uint8Array or an int32 tensor`,
    );
}
