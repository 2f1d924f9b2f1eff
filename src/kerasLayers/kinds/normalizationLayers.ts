// Normalizations.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { layerKind } from '../layerKind.ts';
import { anything, flag, integer, listOf, number } from '../settings.ts';
import { fromFront, sameShape } from '../shapes.ts';

const sizesOf = (shape: readonly (number | null)[], axes: readonly number[]): (number | null)[] =>
  axes.map((axis) => shape[fromFront(axis, shape.length)] ?? null);

/** The shape that broadcasts sizes of some axes to a tensor's rank. */
function broadcastShape(shape: readonly number[], axes: readonly number[]): number[] {
  const kept = new Set(axes.map((axis) => fromFront(axis, shape.length)));
  return shape.map((dim, axis) => (kept.has(axis) ? dim : 1));
}

/** Normalizes groups of channels: [batch, …, channels], whose statistics are those of a group and all inner axes. */
export const groupNormalization = layerKind({
  settings: {
    groups: integer(32),
    axis: integer(-1),
    epsilon: number(1e-3),
    center: flag(true),
    scale: flag(true),
    gammaInitializer: anything('ones'),
    betaInitializer: anything('zeros'),
  },
  passesMask: true,
  weights({ config, shapes: [shape] }) {
    const channels = sizesOf(shape, [config.axis]);
    return [
      ...(config.scale ? [{ name: 'gamma', shape: channels, initializer: config.gammaInitializer }] : []),
      ...(config.center ? [{ name: 'beta', shape: channels, initializer: config.betaInitializer }] : []),
    ];
  },
  outputShape: sameShape,
  call([x], { config, weights: { gamma, beta } }) {
    const axis = fromFront(config.axis, x.rank);
    const channels = x.shape[axis]!;
    const groups = config.groups === -1 ? channels : config.groups;
    if (channels % groups !== 0)
      throw new UserError(`groups must divide the ${channels} channels of a GroupNormalization, got ${groups}`);
    const grouped = tf.reshape(x, x.shape.toSpliced(axis, 1, groups, channels / groups));
    const kept = broadcastShape(x.shape, [axis]).toSpliced(axis, 1, groups, channels / groups);
    const inner = grouped.shape.map((_, i) => i).filter((i) => i !== 0 && i !== axis);
    const { mean, variance } = tf.moments(grouped, inner, true);
    const scale = tf.rsqrt(tf.add(variance, config.epsilon));
    const factor = gamma ? tf.mul(scale, tf.reshape(gamma, kept)) : scale;
    const shift = beta ? tf.sub(tf.reshape(beta, kept), tf.mul(mean, factor)) : tf.neg(tf.mul(mean, factor));
    return tf.reshape(tf.add(tf.mul(grouped, factor), shift), x.shape);
  },
});

/** Divides by the root of the mean square. */
export const rmsNormalization = layerKind({
  settings: { axis: listOf(integer(), [-1]), epsilon: number(1e-6) },
  passesMask: true,
  weights: ({ config, shapes: [shape] }) => [
    { name: 'scale', shape: sizesOf(shape, config.axis), initializer: 'ones' },
  ],
  outputShape: sameShape,
  call([x], { config, weights: { scale } }) {
    const axes = config.axis.map((axis) => fromFront(axis, x.rank));
    const factor = tf.rsqrt(tf.add(tf.mean(tf.square(x), axes, true), config.epsilon));
    return tf.mul(tf.mul(x, factor), tf.reshape(scale!, broadcastShape(x.shape, axes)));
  },
});

/** Divides by the Euclidean norm. */
export const unitNormalization = layerKind({
  settings: { axis: listOf(integer(), [-1]) },
  passesMask: true,
  outputShape: sameShape,
  call([x], { config }) {
    const axes = config.axis.map((axis) => fromFront(axis, x.rank));
    return tf.mul(x, tf.rsqrt(tf.maximum(tf.sum(tf.square(x), axes, true), 1e-12)));
  },
});

/**
 * Keras's LayerNormalization with `rms_scaling`, which divides by the standard deviation and does not centre (its name is wrong
 * by its own documentation); without it, the one of tf.js.
 */
export const layerNormalization = layerKind({
  settings: {
    axis: listOf(integer(), [-1]),
    epsilon: number(1e-3),
    scale: flag(true),
    center: flag(true),
    rmsScaling: flag(false),
    gammaInitializer: anything('ones'),
    betaInitializer: anything('zeros'),
  },
  isRightInTfjs: ({ rms_scaling }) => rms_scaling !== true,
  passesMask: true,
  weights({ config, shapes: [shape] }) {
    const sizes = sizesOf(shape, config.axis);
    return [
      ...(config.scale || config.rmsScaling
        ? [{ name: 'gamma', shape: sizes, initializer: config.gammaInitializer }]
        : []),
      ...(config.center && !config.rmsScaling
        ? [{ name: 'beta', shape: sizes, initializer: config.betaInitializer }]
        : []),
    ];
  },
  outputShape: sameShape,
  call([x], { config, weights: { gamma, beta } }) {
    const axes = config.axis.map((axis) => fromFront(axis, x.rank));
    const { mean, variance } = tf.moments(x, axes, true);
    const centred = config.rmsScaling ? x : tf.sub(x, mean);
    const scaled = tf.mul(centred, tf.rsqrt(tf.add(variance, config.epsilon)));
    const shape = broadcastShape(x.shape, axes);
    const stretched = gamma ? tf.mul(scaled, tf.reshape(gamma, shape)) : scaled;
    return beta ? tf.add(stretched, tf.reshape(beta, shape)) : stretched;
  },
});

/** Keras's BatchNormalization over any axis: tf.js's kernel takes no statistics of an inner one. */
export const batchNormalization = layerKind({
  settings: {
    axis: integer(-1),
    epsilon: number(1e-3),
    center: flag(true),
    scale: flag(true),
    gammaInitializer: anything('ones'),
    betaInitializer: anything('zeros'),
  },
  isRightInTfjs: ({ axis = -1 }, call) => axis === -1 || axis === (call?.shapes[0]?.length ?? 0) - 1,
  passesMask: true,
  weights({ config, shapes: [shape] }) {
    const size = sizesOf(shape, [config.axis]);
    return [
      ...(config.scale ? [{ name: 'gamma', shape: size, initializer: config.gammaInitializer }] : []),
      ...(config.center ? [{ name: 'beta', shape: size, initializer: config.betaInitializer }] : []),
      { name: 'moving_mean', shape: size, trainable: false },
      { name: 'moving_variance', shape: size, initializer: 'ones', trainable: false },
    ];
  },
  outputShape: sameShape,
  call([x], { config, weights, training }) {
    if (training) throw new UserError('a BatchNormalization over an inner axis is not supported in training');
    const shape = broadcastShape(x.shape, [config.axis]);
    const scale = tf.rsqrt(tf.add(weights.moving_variance!, config.epsilon));
    const factor = weights.gamma ? tf.mul(scale, weights.gamma) : scale;
    const scaled = tf.mul(tf.sub(x, tf.reshape(weights.moving_mean!, shape)), tf.reshape(factor, shape));
    return weights.beta ? tf.add(scaled, tf.reshape(weights.beta, shape)) : scaled;
  },
});
