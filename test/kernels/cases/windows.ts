// Convolutions, pools and products.
import * as tf from '@tensorflow/tfjs-core';
import { call, f, type KernelCase } from './case.ts';

export const windows: Readonly<Record<string, KernelCase>> = {
  matMul: call((x, y) => [tf.matMul(x, y), tf.matMul(y, x, true, true)], f(2, 3, 4), f(2, 4, 3)),
  'matMul, broadcast': call((x, y) => tf.matMul(x, y, false, true), f(1, 3, 4), f(5, 2, 4)),
  'fused.matMul': call((a, c, bias) => tf.fused.matMul({ a, b: c, bias, activation: 'relu' }), f(2, 3), f(3, 4), f(4)),
  'fused.matMul, bare': call((a, c) => tf.fused.matMul({ a, b: c, transposeB: true }), f(2, 3), f(4, 3)),
  'fused.matMul, prelu': call(
    (a, c, bias, w) => tf.fused.matMul({ a, b: c, bias, activation: 'prelu', preluActivationWeights: w }),
    f(2, 3),
    f(3, 4),
    f(4),
    f(4),
  ),
  conv2d: call(
    (x, w) => [tf.conv2d(x, w, [2, 1], 'same'), tf.conv2d(x, w, 1, 'valid', 'NHWC', 2)],
    f(2, 6, 7, 3),
    f(2, 3, 3, 4),
  ),
  'conv2d, pixels': call((x, w) => tf.conv2d(x, w, 1, 1), f(1, 5, 5, 2), f(3, 3, 2, 3)),
  'fused.conv2d': call(
    (x, filter, bias) => tf.fused.conv2d({ x, filter, bias, strides: 2, pad: 'same', activation: 'relu6' }),
    f(1, 5, 5, 2),
    f(3, 3, 2, 3),
    f(3),
  ),
  conv2dTranspose: call((x, w) => tf.conv2dTranspose(x, w, [1, 6, 6, 2], 2, 'same'), f(1, 3, 3, 4), f(3, 3, 2, 4)),
  depthwiseConv2d: call((x, w) => tf.depthwiseConv2d(x, w, 1, 'same'), f(1, 5, 6, 3), f(3, 3, 3, 2)),
  'fused.depthwiseConv2d': call(
    (x, filter, bias) => tf.fused.depthwiseConv2d({ x, filter, bias, strides: 2, pad: 'valid', activation: 'elu' }),
    f(1, 5, 6, 3),
    f(3, 3, 3, 1),
    f(3),
  ),
  separableConv2d: call(
    (x, w, p) => tf.separableConv2d(x, w, p, 1, 'same'),
    f(1, 4, 4, 2),
    f(2, 2, 2, 2),
    f(1, 1, 4, 3),
  ),
  conv1d: call((x, w) => tf.conv1d(x, w, 2, 'same'), f(2, 7, 3), f(3, 3, 4)),
  conv3d: call((x, w) => tf.conv3d(x, w, 1, 'same'), f(1, 3, 4, 4, 2), f(2, 2, 2, 2, 3)),
  conv3dTranspose: call(
    (x, w) => tf.conv3dTranspose(x, w, [1, 4, 4, 4, 2], 2, 'same'),
    f(1, 2, 2, 2, 3),
    f(2, 2, 2, 2, 3),
  ),
  maxPool: call((x) => [tf.maxPool(x, 3, 2, 'same'), tf.maxPool(x, [2, 3], 1, 'valid')], f(1, 6, 7, 2)),
  avgPool: call((x) => [tf.avgPool(x, 3, 2, 'same'), tf.avgPool(x, [2, 3], [2, 1], 'valid')], f(1, 6, 7, 2)),
  pool3d: call((x) => [tf.maxPool3d(x, 2, 2, 'valid'), tf.avgPool3d(x, 2, 1, 'same')], f(1, 4, 4, 4, 2)),
  maxPoolWithArgmax: call(
    (x) => [
      ...Object.values(tf.maxPoolWithArgmax(x, 2, 1, 'same')),
      ...Object.values(tf.maxPoolWithArgmax(x, [2, 3], 2, 'valid', true)),
    ],
    f(2, 5, 6, 2),
  ),
};
