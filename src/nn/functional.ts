// The operations that models are written in, with PyTorch's names and numerics.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { expectOptions } from '../options.ts';
import { product } from '../tensors.ts';
import { convolveUnpadded, rowsAt } from './ownGradients.ts';
import { productTransposed } from './product.ts';
import { op, type Pair, pair } from './reportOp.ts';

export { adaptiveAvgPool2d, avgPool2d, maxPool2d } from './pooling.ts';

/**
 * Multiplies `x` [..., in] by `weight` [out, in] transposed and adds `bias` [out]. @returns [..., out]
 * @throws UserError where the last axis of `x` is not `in`
 */
export function linear(x: tf.Tensor, weight: tf.Tensor, bias?: tf.Tensor): tf.Tensor {
  return op('linear', bias ? [x, weight, bias] : [x, weight], () => {
    const [outFeatures, inFeatures] = weight.shape as [number, number];
    if (x.shape.at(-1) !== inFeatures)
      throw new UserError(`linear expects ${inFeatures} features on the last axis, got shape [${x.shape.join(', ')}]`);
    const rows = productTransposed(tf.reshape(x, [-1, inFeatures]) as tf.Tensor2D, weight as tf.Tensor2D);
    const y = bias ? tf.add(rows, bias) : rows;
    return tf.reshape(y, [...x.shape.slice(0, -1), outFeatures]);
  });
}

/** Names of the options of convolutions; a layer's `bias` is one of them. */
const convolutionOptionNames = ['stride', 'padding', 'dilation', 'groups', 'bias'] as const;

/** Options of `conv2d`, each one number for both axes or [height, width]. */
export interface ConvOptions {
  /** steps between windows; 1 unless given */
  readonly stride?: Pair;
  /** zeros added on each side; 0 unless given */
  readonly padding?: Pair;
  /** steps between elements of a window; 1 unless given */
  readonly dilation?: Pair;
  /** parts of the channels that are convolved apart; 1 unless given */
  readonly groups?: number;
}

/**
 * Convolves `x` [batch, in, height, width] by `weight` [out, in / groups, kernel height, kernel width] and adds `bias` [out].
 * @returns [batch, out, ...]
 * @throws UserError where `x` has another rank or other channels
 */
export function conv2d(x: tf.Tensor, weight: tf.Tensor, bias?: tf.Tensor, options: ConvOptions = {}): tf.Tensor {
  expectOptions(options, convolutionOptionNames);
  return op('conv2d', bias ? [x, weight, bias] : [x, weight], () => {
    expectChannels('conv2d', x, 4, weight.shape[1]! * (options.groups ?? 1));
    return convolve(x, weight, bias, options);
  });
}

function convolve(x: tf.Tensor, weight: tf.Tensor, bias: tf.Tensor | undefined, options: ConvOptions): tf.Tensor {
  const { stride = 1, padding = 0, dilation = 1, groups = 1 } = options;
  // wasm has no NCHW convolution, so every backend transposes
  const nhwc = padded(tf.transpose(x, [0, 2, 3, 1]) as tf.Tensor4D, padding, 0);
  const hwio = tf.transpose(weight, [2, 3, 1, 0]) as tf.Tensor4D;
  const run = (input: tf.Tensor4D, filter: tf.Tensor4D): tf.Tensor4D =>
    [stride, dilation].every((steps) => pair(steps).some((n) => n > 1))
      ? convolveByOffset(input, filter, pair(stride), pair(dilation))
      : convolveUnpadded(input, filter, pair(stride), pair(dilation));
  const filters = groups === 1 ? [hwio] : tf.split<tf.Tensor4D>(hwio, groups, 3);
  const inputs = groups === 1 ? [nhwc] : tf.split<tf.Tensor4D>(nhwc, groups, 3);
  const outputs = inputs.map((input, group) => run(input, filters[group]!));
  const y = outputs.length === 1 ? outputs[0]! : tf.concat(outputs, 3);
  return tf.transpose(bias ? tf.add(y, bias) : y, [0, 3, 1, 2]);
}

// tf.js strides or dilates, not both: this sums a pointwise convolution for each offset in the kernel
function convolveByOffset(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  stride: [number, number],
  dilation: [number, number],
): tf.Tensor4D {
  const [height, width, inChannels, outChannels] = filter.shape;
  // from the first to the last element that one offset in the kernel reads
  const spans = [0, 1].map((axis) => {
    const left = x.shape[axis + 1]! - dilation[axis]! * (filter.shape[axis]! - 1);
    return left - ((left - 1) % stride[axis]!);
  });
  const products: tf.Tensor4D[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const from = [0, row * dilation[0]!, column * dilation[1]!, 0] as [number, number, number, number];
      const seen = tf.slice4d(x, from, [x.shape[0], spans[0]!, spans[1]!, inChannels]);
      const weights = tf.slice4d(filter, [row, column, 0, 0], [1, 1, inChannels, outChannels]);
      products.push(convolveUnpadded(seen, weights, stride, [1, 1]));
    }
  return tf.addN(products);
}

function padded(nhwc: tf.Tensor4D, padding: Pair, value: number): tf.Tensor4D {
  const [rows, columns] = pair(padding);
  const border: [number, number][] = [
    [0, 0],
    [rows, rows],
    [columns, columns],
    [0, 0],
  ];
  return rows || columns ? (tf.pad(nhwc as tf.Tensor, border, value) as tf.Tensor4D) : nhwc;
}

/**
 * Convolves `x` [batch, in, length] by `weight` [out, in / groups, kernel] and adds `bias` [out]. @returns [batch, out, ...]
 * @throws UserError where `x` has another rank or other channels
 */
export function conv1d(x: tf.Tensor, weight: tf.Tensor, bias?: tf.Tensor, options: Conv1dOptions = {}): tf.Tensor {
  expectOptions(options, convolutionOptionNames);
  return op('conv1d', bias ? [x, weight, bias] : [x, weight], () => {
    const { stride = 1, padding = 0, dilation = 1, groups = 1 } = options;
    const [out, perGroup, kernel] = weight.shape as [number, number, number];
    expectChannels('conv1d', x, 3, perGroup * groups);
    if (kernel === 1 && stride === 1 && padding === 0 && groups === 1) {
      // channels last, since tf.js has no gradient of a product that broadcasts the weight over the batch
      const y = productTransposed(
        tf.reshape(tf.transpose(x, [0, 2, 1]), [-1, perGroup]) as tf.Tensor2D,
        tf.reshape(weight, [out, perGroup]) as tf.Tensor2D,
      );
      const biased = bias ? tf.add(y, bias) : y;
      return tf.transpose(tf.reshape(biased, [x.shape[0]!, x.shape[2]!, out]), [0, 2, 1]);
    }
    const y = convolve(tf.expandDims(x, 2), tf.expandDims(weight, 2), bias, {
      stride: [1, stride],
      padding: [0, padding],
      dilation: [1, dilation],
      groups,
    });
    return tf.squeeze(y, [2]);
  });
}

/** Options of `conv1d`. */
export interface Conv1dOptions {
  /** steps between windows; 1 unless given */
  readonly stride?: number;
  /** zeros added on each side; 0 unless given */
  readonly padding?: number;
  /** steps between elements of a window; 1 unless given */
  readonly dilation?: number;
  /** parts of the channels that are convolved apart; 1 unless given */
  readonly groups?: number;
}

/**
 * Normalises over the last axes, of sizes `normalizedShape`, with the biased variance; `weight` and `bias` have that shape.
 * @throws UserError where the last axes of `x` have other sizes
 */
export function layerNorm(
  x: tf.Tensor,
  normalizedShape: readonly number[],
  weight?: tf.Tensor,
  bias?: tf.Tensor,
  eps = 1e-5,
): tf.Tensor {
  const axes = normalizedShape.length;
  if (`${x.shape.slice(-axes)}` !== `${normalizedShape}`)
    throw new UserError(
      `layer norm expects the last axes to be [${normalizedShape.join(', ')}], got shape [${x.shape.join(', ')}]`,
    );
  return op(
    'layer_norm',
    [x, weight, bias].filter((t) => t !== undefined),
    () => {
      const axis = Array.from({ length: axes }, (_, i) => x.rank - axes + i);
      const centred = tf.sub(x, tf.mean(x, axis, true));
      const variance = tf.mean(tf.square(centred), axis, true);
      const normal = tf.mul(centred, tf.rsqrt(tf.add(variance, eps)));
      const scaled = weight ? tf.mul(normal, weight) : normal;
      return bias ? tf.add(scaled, bias) : scaled;
    },
  );
}

/** Normalises each channel of `x` [batch, channels, ...] by the given statistics; `mean`, `variance`, `weight`, `bias` are [channels]. */
export function batchNorm(
  x: tf.Tensor,
  mean: tf.Tensor,
  variance: tf.Tensor,
  weight?: tf.Tensor,
  bias?: tf.Tensor,
  eps = 1e-5,
): tf.Tensor {
  return op(
    'batch_norm',
    [x, mean, variance, weight, bias].filter((t) => t !== undefined),
    () => {
      const perChannel = (t: tf.Tensor) => tf.reshape(t, [1, t.size, ...x.shape.slice(2).map(() => 1)]);
      const normal = tf.mul(tf.sub(x, perChannel(mean)), tf.rsqrt(tf.add(perChannel(variance), eps)));
      const scaled = weight ? tf.mul(normal, perChannel(weight)) : normal;
      return bias ? tf.add(scaled, perChannel(bias)) : scaled;
    },
  );
}

/** `x * Phi(x)` of each element, exact (PyTorch's default, not the tanh approximation). */
export function gelu(x: tf.Tensor): tf.Tensor {
  return op('gelu', [x], () => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)));
}

/** `max(x, 0)` of each element. */
export const relu = (x: tf.Tensor): tf.Tensor => op('relu', [x], () => tf.relu(x));
/** `a + b`, broadcast. */
export const add = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => op('add', [a, b], () => tf.add(a, b));
/** `a * b` of each element, broadcast. */
export const mul = (a: tf.Tensor, b: tf.Tensor): tf.Tensor => op('mul', [a, b], () => tf.mul(a, b));
/** Reorders the axes: axis `i` of the result is axis `axes[i]` of `x`. */
export const permute = (x: tf.Tensor, axes: readonly number[]): tf.Tensor =>
  op('permute', [x], () => tf.transpose(x, [...axes]));
/** Reshapes `x`; one size may be -1 and follows from the others. */
export const view = (x: tf.Tensor, shape: readonly number[]): tf.Tensor =>
  op('view', [x], () => tf.reshape(x, [...shape]));
/** The mean over one axis or several; `keepDims` keeps them with size 1. */
export const mean = (x: tf.Tensor, axis: number | readonly number[], keepDims = false): tf.Tensor =>
  op('mean', [x], () => tf.mean(x, typeof axis === 'number' ? axis : [...axis], keepDims));
/** The sum of all elements, a scalar. */
export const sum = (x: tf.Tensor): tf.Tensor => op('sum', [x], () => tf.sum(x));

/**
 * Splits `axis` into `chunks` equal parts.
 * @throws UserError where the axis does not divide
 */
export function chunk(x: tf.Tensor, chunks: number, axis = 0): tf.Tensor[] {
  return op('chunk', [x], () => {
    const at = axis < 0 ? axis + x.rank : axis;
    if (x.shape[at]! % chunks !== 0)
      throw new UserError(`chunk cannot split ${x.shape[at]} on axis ${axis} into ${chunks} equal parts`);
    return tf.split(x, chunks, at);
  });
}

/** `x - log(sum(exp(x)))` along `axis`, made of other ops since wasm lacks the kernel. */
export function logSoftmax(x: tf.Tensor, axis: number): tf.Tensor {
  return op('log_softmax', [x], () => {
    const shifted = tf.sub(x, tf.max(x, axis, true));
    return tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), axis, true)));
  });
}

/**
 * Joins the axes from `startDim` to `endDim`, both included; negative ones count from the last.
 * @throws UserError for axes that `x` does not have, or in the wrong order
 */
export const flatten = (x: tf.Tensor, startDim = 0, endDim = -1): tf.Tensor =>
  op('flatten', [x], () => {
    const [start, end] = [startDim, endDim].map((dim) => (dim < 0 ? dim + x.rank : dim)) as [number, number];
    if (!(start >= 0 && start <= end && end < x.rank))
      throw new UserError(`flatten cannot join axes ${startDim} to ${endDim} of shape [${x.shape.join(', ')}]`);
    const joined = product(x.shape.slice(start, end + 1));
    return tf.reshape(x, [...x.shape.slice(0, start), joined, ...x.shape.slice(end + 1)]);
  });

/** Looks up rows of `weight` [entries, features] by int32 `indices` [...]. @returns [..., features] */
export const embedding = (indices: tf.Tensor, weight: tf.Tensor): tf.Tensor =>
  op('embedding', [indices, weight], () => rowsAt(weight, indices));

/**
 * In training, zeroes elements with probability `p` and scales the others by `1 / (1 - p)`; with `wholeChannels`, it zeroes
 * channels of [batch, channels, ...]. Otherwise returns a copy of `x`.
 */
export function dropout(x: tf.Tensor, p: number, training: boolean, wholeChannels = false): tf.Tensor {
  return op(wholeChannels ? 'feature_dropout' : 'dropout', [x], () => {
    if (!training || p === 0) return tf.clone(x);
    if (p === 1) return tf.zerosLike(x);
    const shape = wholeChannels ? x.shape.map((dim, axis) => (axis < 2 ? dim : 1)) : x.shape;
    const kept = tf.cast(tf.greaterEqual(tf.randomUniform(shape, 0, 1), p), 'float32');
    return tf.mul(x, tf.mul(kept, 1 / (1 - p)));
  });
}

function expectChannels(name: string, x: tf.Tensor, rank: number, channels: number): void {
  if (x.rank !== rank || x.shape[1] !== channels)
    throw new UserError(
      `${name} expects rank ${rank} with ${channels} channels on axis 1, got shape [${x.shape.join(', ')}]`,
    );
}
