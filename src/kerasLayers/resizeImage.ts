// Resizing of images [batch, height, width, channels], pixel centres at half a pixel, as TensorFlow does it.
import * as tf from '@tensorflow/tfjs-core';
import { contract } from './contract.ts';

/** The interpolations of `keras.ops.image.resize`. */
export const interpolations = ['nearest', 'bilinear', 'bicubic', 'lanczos3', 'lanczos5', 'area'] as const;

type Interpolation = (typeof interpolations)[number];

/**
 * Resizes images.
 * @param x [batch, height, width, channels]
 * @param sizes the new height and width
 * @param antialias has the window grow where the image shrinks
 */
export function resizeImage(
  x: tf.Tensor4D,
  [height, width]: readonly [number, number],
  interpolation: Interpolation,
  antialias = false,
): tf.Tensor4D {
  if (x.shape[1] === height && x.shape[2] === width) return x;
  if (interpolation === 'nearest') return tf.image.resizeNearestNeighbor(x, [height, width], false, true);
  if (interpolation === 'bilinear' && !antialias) return tf.image.resizeBilinear(x, [height, width], false, true);
  const rows = contract('bhwc,ih->biwc', x, weightsOf(x.shape[1], height, interpolation, antialias));
  return contract('biwc,jw->bijc', rows, weightsOf(x.shape[2], width, interpolation, antialias)) as tf.Tensor4D;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos =
  (radius: number) =>
  (x: number): number =>
    Math.abs(x) >= radius ? 0 : sinc(x) * sinc(x / radius);

/** Keys's cubic with a = -0.5. */
function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x >= 2) return 0;
  return x <= 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

const filters = {
  bilinear: { radius: 1, weight: (x: number) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { radius: 2, weight: cubic },
  lanczos3: { radius: 3, weight: lanczos(3) },
  lanczos5: { radius: 5, weight: lanczos(5) },
};

/** How much of each input pixel an output pixel has: [output, input]. */
function weightsOf(
  from: number,
  to: number,
  interpolation: Exclude<Interpolation, 'nearest'>,
  antialias: boolean,
): tf.Tensor2D {
  const scale = from / to;
  const rows = Array.from({ length: to }, (_, i) =>
    interpolation === 'area'
      ? coverage(i * scale, (i + 1) * scale, from)
      : filtered(i, scale, from, interpolation, antialias),
  );
  return tf.tensor2d(rows);
}

/** The share of an interval that lies in each pixel. */
function coverage(start: number, end: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, k) => Math.max(0, Math.min(end, k + 1) - Math.max(start, k)) / (end - start),
  );
}

function filtered(i: number, scale: number, count: number, name: keyof typeof filters, antialias: boolean): number[] {
  const { radius, weight } = filters[name];
  const stretch = antialias ? Math.max(scale, 1) : 1;
  const centre = (i + 0.5) * scale - 0.5;
  // TensorFlow's kernel without antialias reads the cubic from a table of 1024 steps
  const table = name === 'bicubic' && !antialias;
  const exact = table ? Math.floor(centre) + Math.round((centre - Math.floor(centre)) * 1024) / 1024 : centre;
  const row = Array.from({ length: count }, (_, k) =>
    Math.abs(k - exact) < radius * stretch ? weight((k - exact) / stretch) : 0,
  );
  const sum = row.reduce((total, one) => total + one, 0);
  return row.map((one) => one / sum);
}
