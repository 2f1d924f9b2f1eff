// Activations that are layers.
import * as tf from '@tensorflow/tfjs-core';
import { elu, leakyRelu, relu } from '../activations.ts';
import { layerKind } from '../layerKind.ts';
import { integer, listOf, nullable, number } from '../settings.ts';
import { fromFront, sameShape } from '../shapes.ts';

export const eluLayer = layerKind({
  settings: { alpha: number(1) },
  isRightInTfjs: ({ alpha = 1 }) => alpha === 1,
  passesMask: true,
  outputShape: sameShape,
  call: ([x], { config }) => elu(x, config.alpha),
});

export const leakyReluLayer = layerKind({
  settings: { negativeSlope: number(0.3) },
  passesMask: true,
  outputShape: sameShape,
  call: ([x], { config }) => leakyRelu(x, config.negativeSlope),
});

export const reluLayer = layerKind({
  settings: { maxValue: nullable(number()), negativeSlope: number(0), threshold: number(0) },
  isRightInTfjs: ({ negative_slope = 0, threshold = 0 }) => negative_slope === 0 && threshold === 0,
  passesMask: true,
  outputShape: sameShape,
  call: ([x], { config }) => relu(x, config.negativeSlope, config.maxValue, config.threshold),
});

/** A softmax over one axis or several, of the numbers that a mask keeps. */
export const softmaxLayer = layerKind({
  settings: { axis: listOf(integer(), [-1]) },
  parameters: ['inputs', 'mask'],
  isRightInTfjs: ({ axis = -1 }) => axis === -1,
  passesMask: true,
  outputShape: sameShape,
  call([x], { config, args }) {
    const axes = config.axis.map((axis) => fromFront(axis, x.rank));
    if (!(args.mask instanceof tf.Tensor)) return softmax(x, axes);
    const kept = args.mask.dtype === 'bool' ? args.mask : tf.greater(args.mask, 0.5);
    const masked = tf.where(kept, x, tf.fill(x.shape, -1e9));
    return tf.where(kept, softmax(masked, axes), tf.zerosLike(x));
  },
});

/** `exp(x) / sum(exp(x))` over some axes. */
export function softmax(x: tf.Tensor, axes: readonly number[]): tf.Tensor {
  if (axes.length === 1 && axes[0] === x.rank - 1) return tf.softmax(x);
  return tf.exp(tf.sub(x, tf.logSumExp(x, [...axes], true)));
}
