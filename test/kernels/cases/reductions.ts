// Axes taken away.
import * as tf from '@tensorflow/tfjs-core';
import { b, call, f, type KernelCase, unary } from './case.ts';

export const reductions: Readonly<Record<string, KernelCase>> = {
  ...unary('exp sum', f(0, 3), ', empty'),
  ...unary('sum mean max min prod', f(2, 3), ', all axes'),
  sum: call((x) => [tf.sum(x, 1), tf.sum(x, [-1, 0], true)], f(2, 3, 4)),
  'sum, bool': call((x) => tf.sum(x, 0), b(4, 2)),
  mean: call((x) => tf.mean(x, [0, 2]), f(2, 3, 4)),
  'max and min': call((x) => [tf.max(x, -1, true), tf.min(x, [0, 1])], f(2, 3, 4)),
  prod: call((x) => tf.prod(x, 1), f(2, 3)),
  'all and any': call((x) => [tf.all(x, 0), tf.any(x, [0, 1], true)], b(2, 3)),
  'argMax and argMin': call((x) => [tf.argMax(x, 1), tf.argMin(x, -1)], f(2, 3, 4)),
  // TensorFlow has other answers
  'reductions of nothing': call(
    (x, y) => [
      ...[tf.mean, tf.max, tf.min, tf.sum, tf.prod, tf.argMax].map((op) => op(x, 1)),
      tf.all(y, 1),
      tf.any(y, [1], true),
    ],
    f(2, 0),
    b(3, 0),
  ),
};
