// Convolutions over one, two or three axes: [batch, …spatial, channels], by the ops that tf.js has.
import * as tf from '@tensorflow/tfjs-core';

/** Where a window stands: sizes for each spatial axis. */
export interface Windows {
  readonly strides: readonly number[];
  readonly dilationRate: readonly number[];
  readonly padding: 'valid' | 'same' | 'causal';
}

type Pair = [number, number];
type Triple = [number, number, number];

/**
 * A convolution, in groups of channels.
 * @param x [batch, …spatial, channels]
 * @param kernel [...window, channels / groups, filters]
 * @returns [batch, …spatial, filters]
 */
export function convolve(x: tf.Tensor, kernel: tf.Tensor, windows: Windows, groups = 1): tf.Tensor {
  if (windows.padding === 'causal')
    return convolve(padBefore(x, kernel, windows), kernel, { ...windows, padding: 'valid' }, groups);
  if (groups === 1) return plain(x, kernel, windows);
  const [inner, filters] = kernel.shape.slice(-2) as Pair;
  if (inner === 1 && x.rank < 5)
    return depthwise(x, tf.reshape(kernel, [...kernel.shape.slice(0, -2), groups, filters / groups]), windows);
  const parts = tf.split(x, groups, -1);
  const kernels = tf.split(kernel, groups, -1);
  return tf.concat(
    parts.map((part, i) => plain(part, kernels[i]!, windows)),
    -1,
  );
}

/** Pads the front of the only spatial axis, so that no output sees later inputs. */
const padBefore = (x: tf.Tensor, kernel: tf.Tensor, { dilationRate }: Windows): tf.Tensor =>
  tf.pad(x, [
    [0, 0],
    [dilationRate[0]! * (kernel.shape[0]! - 1), 0],
    [0, 0],
  ]);

/** Runs an op for two spatial axes on a tensor with one. */
const withHeight = (x: tf.Tensor, run: (x: tf.Tensor4D) => tf.Tensor): tf.Tensor =>
  tf.squeeze(run(tf.expandDims(x, 1)), [1]);

const pairOf = (values: readonly number[]): Pair => [values.length === 1 ? 1 : values[0]!, values.at(-1)!];

function plain(x: tf.Tensor, kernel: tf.Tensor, { strides, dilationRate, padding }: Windows): tf.Tensor {
  const pad = padding as 'valid' | 'same';
  if (x.rank === 5)
    return tf.conv3d(x as tf.Tensor5D, kernel as tf.Tensor5D, strides as Triple, pad, 'NDHWC', dilationRate as Triple);
  const run = (image: tf.Tensor4D, window: tf.Tensor4D): tf.Tensor =>
    tf.conv2d(image, window, pairOf(strides), pad, 'NHWC', pairOf(dilationRate));
  return x.rank === 4
    ? run(x as tf.Tensor4D, kernel as tf.Tensor4D)
    : withHeight(x, (image) => run(image, tf.expandDims(kernel, 0)));
}

/**
 * A convolution of each channel by itself.
 * @param x [batch, …spatial, channels], one or two spatial axes
 * @param kernel [...window, channels, multiplier]
 * @returns [batch, …spatial, channels * multiplier]
 */
export function depthwise(x: tf.Tensor, kernel: tf.Tensor, { strides, dilationRate, padding }: Windows): tf.Tensor {
  const pad = padding as 'valid' | 'same';
  const run = (image: tf.Tensor4D, window: tf.Tensor4D): tf.Tensor =>
    tf.depthwiseConv2d(image, window, pairOf(strides), pad, 'NHWC', pairOf(dilationRate));
  return x.rank === 4
    ? run(x as tf.Tensor4D, kernel as tf.Tensor4D)
    : withHeight(x, (image) => run(image, tf.expandDims(kernel, 0)));
}

/**
 * The transpose of a convolution.
 * @param x [batch, …spatial, channels]
 * @param kernel [...window, filters, channels]
 * @param sizes of the output's spatial axes
 * @returns [batch, ...sizes, filters]
 */
export function convolveTranspose(
  x: tf.Tensor,
  kernel: tf.Tensor,
  sizes: readonly number[],
  windows: Windows,
): tf.Tensor {
  const pad = windows.padding as 'valid' | 'same';
  const window = dilate(kernel, windows.dilationRate);
  const [batch, filters] = [x.shape[0]!, kernel.shape.at(-2)!];
  if (x.rank === 5) return transpose3d(x, window, sizes, windows);
  const run = (image: tf.Tensor4D, flat: tf.Tensor4D, height: number): tf.Tensor =>
    tf.conv2dTranspose(image, flat, [batch, height, sizes.at(-1)!, filters], pairOf(windows.strides), pad);
  return x.rank === 4
    ? run(x as tf.Tensor4D, window as tf.Tensor4D, sizes[0]!)
    : withHeight(x, (image) => run(image, tf.expandDims(window, 0), 1));
}

/** The transpose over three axes as a convolution of a sparser input: wasm's own kernel gives zeros (tf.js 4.22). */
function transpose3d(
  x: tf.Tensor,
  kernel: tf.Tensor,
  sizes: readonly number[],
  { strides, padding }: Windows,
): tf.Tensor {
  const sparse = dilate(x, [1, ...strides]);
  const pads = sizes.map((size, i): [number, number] => {
    const window = kernel.shape[i]!;
    const inner = sparse.shape[i + 1]!;
    const missing = padding === 'same' ? Math.max((x.shape[i + 1]! - 1) * strides[i]! + window - size, 0) : 0;
    const before = window - 1 - Math.floor(missing / 2);
    return [before, size + window - 1 - inner - before];
  });
  const flipped = tf.transpose(tf.reverse(kernel, [0, 1, 2]), [0, 1, 2, 4, 3]);
  const ones = [1, 1, 1];
  return plain(tf.pad(sparse, [[0, 0], ...pads, [0, 0]]), flipped, {
    strides: ones,
    dilationRate: ones,
    padding: 'valid',
  });
}

/** A tensor with zeros between the numbers of its first axes: tf.js transposes no convolution with a dilation. */
function dilate(x: tf.Tensor, rates: readonly number[]): tf.Tensor {
  let dilated = x;
  for (const [axis, rate] of rates.entries()) {
    if (rate === 1) continue;
    const { shape } = dilated;
    const spread = tf.pad(
      tf.expandDims(dilated, axis + 1),
      [...shape.slice(0, axis + 1), 1, ...shape.slice(axis + 1)].map((_, i) => [0, i === axis + 1 ? rate - 1 : 0]),
    );
    const merged = tf.reshape(spread, shape.with(axis, shape[axis]! * rate));
    dilated = tf.slice(
      merged,
      shape.map(() => 0),
      shape.with(axis, (shape[axis]! - 1) * rate + 1),
    );
  }
  return dilated;
}

/** Runs a function of a tensor with the channels last on one that has them next to the batch. */
export function channelsLast(
  x: tf.Tensor,
  format: 'channelsLast' | 'channelsFirst',
  run: (x: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  if (format === 'channelsLast') return run(x);
  const inner = Array.from({ length: x.rank - 2 }, (_, i) => i);
  const y = run(tf.transpose(x, [0, ...inner.map((i) => i + 2), 1]));
  return y.rank === x.rank ? tf.transpose(y, [0, x.rank - 1, ...inner.map((i) => i + 1)]) : y;
}
