// Layers whose weights are whole numbers of 8 bits.
import * as tf from '@tensorflow/tfjs-core';
import { layerKind } from '../layerKind.ts';
import { anything, count, flag } from '../settings.ts';

// keras/src/quantizers/quantizers.py, abs_max_quantize
const largest = 127;
const epsilon = 1e-7;

/**
 * A Dense after `quantize("int8")`: rows of the input are scaled to whole numbers up to 127, and so are the kernel's columns.
 * Formula: keras/src/layers/core/dense.py, _int8_call.
 */
export const quantizedDense = layerKind({
  settings: { units: count(), useBias: flag(true), activation: anything() },
  weights: ({ config, shapes: [shape] }) => [
    { name: 'kernel', shape: [shape.at(-1) ?? null, config.units], trainable: false },
    ...(config.useBias ? [{ name: 'bias', shape: [config.units] }] : []),
    { name: 'kernel_scale', shape: [config.units], trainable: false },
  ],
  outputShape: ({ config, shapes: [shape] }) => [...shape.slice(0, -1), config.units],
  call([x], { config, weights, activation }) {
    const scale = tf.div(largest, tf.add(tf.max(tf.abs(x), -1, true), epsilon));
    const whole = tf.clipByValue(tf.round(tf.mul(x, scale)), -largest, largest);
    const rows = tf.reshape(whole, [-1, x.shape.at(-1)!]);
    const product = tf.reshape(tf.matMul(rows as tf.Tensor2D, weights.kernel as tf.Tensor2D), [
      ...x.shape.slice(0, -1),
      config.units,
    ]);
    const scaled = tf.div(product, tf.mul(scale, weights.kernel_scale!));
    return activation(config.activation)(weights.bias ? tf.add(scaled, weights.bias) : scaled);
  },
});
