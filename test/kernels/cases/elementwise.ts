// Element by element, with broadcasting.
import * as tf from '@tensorflow/tfjs-core';
import { b, binary, call, f, given, i, type KernelCase, unary } from './case.ts';

const unaries = `abs acos asin asinh atan atanh ceil cos cosh elu erf exp expm1 floor isFinite isInf isNaN leakyRelu
  log log1p neg reciprocal relu relu6 round rsqrt selu sigmoid sign sin sinh softplus sqrt square tan tanh zerosLike
  onesLike clone`;

export const elementwise: Readonly<Record<string, KernelCase>> = {
  ...unary(unaries, f(2, 3, 4), ''),
  ...unary('abs neg relu sign square zerosLike onesLike', i(5, 3), ', int32'),
  ...binary(
    `add atan2 div equal greater greaterEqual less lessEqual maximum minimum mod mul notEqual pow prelu
    squaredDifference sub floorDiv`,
  ),
  acosh: call((x) => tf.acosh(tf.add(x, 1)), f(2, 3)),
  'add, int32': call((x, y) => tf.add(x, y), i(5, 2, 3), i(4, 3)),
  'floorDiv, int32': call((x, y) => tf.floorDiv(x, tf.add(y, tf.scalar(1, 'int32'))), i(9, 4), i(3, 4)),
  addN: call((x, y) => tf.addN([x, y, x]), f(2, 3), f(2, 3)),
  bitwiseAnd: call((x, y) => tf.bitwiseAnd(x, y), i(9, 4), i(7, 4)),
  logical: call((x, y) => tf.logicalOr(tf.logicalAnd(x, y), tf.logicalNot(x)), b(2, 3), b(3)),
  where: call((c, x, y) => tf.where(c, x, y), b(2, 3), f(2, 3), f(2, 3)),
  clipByValue: call((x) => tf.clipByValue(x, 0.3, 0.6), f(2, 3)),
  complex: call(
    (x, y) => {
      const z = tf.complex(x, y);
      return [tf.real(z), tf.imag(z), tf.abs(z)];
    },
    f(2, 4),
    f(2, 4),
  ),
  fft: call((x, y) => tf.real(tf.ifft(tf.fft(tf.complex(x, y)))), f(2, 4), f(2, 4)),
  cast: call((x) => [tf.cast(x, 'int32'), tf.cast(x, 'bool')], f(2, 3)),
  cumsum: call((x) => tf.cumsum(x, 1, true, true), f(2, 4)),
  // the cpu backend's own shape is wrong for a negative axis
  cumprod: call((x) => tf.cumprod(x, 1), f(2, 4)),
  localResponseNormalization: call((x) => tf.localResponseNormalization(x, 2, 1, 0.5, 0.7), f(1, 3, 3, 4)),
  softmax: call((x) => [tf.softmax(x), tf.logSoftmax(x)], f(2, 5)),
  batchNorm: call((x, m, v, o, s) => tf.batchNorm(x, m, v, o, s, 1e-3), f(2, 3, 3, 4), f(4), f(4), f(4), f(4)),
  'batchNorm, bare': call((x, m, v) => tf.batchNorm(x, m, v), f(2, 3, 3, 4), f(4), f(4)),
  step: call((x) => [tf.step(x), tf.step(x, 0.25)], given('float32', [-2, -0, 0, 3], 4)),
  'step, int32': call((x) => tf.step(x, 2), given('int32', [-2, 0, 3], 3)),
  einsum: call((x, y) => [tf.einsum('bij,bjk->bik', x, y), tf.einsum('bij->jb', x)], f(2, 3, 4), f(2, 4, 5)),
  // where TensorFlow's op alone does otherwise
  'integers divided by zero': call(
    (x, y) => [tf.floorDiv(x, y), tf.mod(x, y), tf.div(x, y)],
    given('int32', [7, -7, 0, 5, -5, 6], 6),
    given('int32', [0, 2, 0, -2, -3, 3], 6),
  ),
  'floorDiv by zero': call((x, y) => tf.floorDiv(x, y), given('float32', [7, -7.5], 2), given('float32', [0, 2], 2)),
  'pow of integers': call(
    (x, y) => tf.pow(x, y),
    given('int32', [2, 2, 1, -1, -1, 0, -3, 3], 8),
    given('int32', [-1, 5, -4, -3, -2, 0, 3, -2], 8),
  ),
  'no number as an integer': call(
    (x) => [tf.cast(x, 'int32'), tf.cast(x, 'bool')],
    given('float32', [Number.NaN, Number.POSITIVE_INFINITY, -2.7, 2.7], 4),
  ),
  'round half to even': call((x) => tf.round(x), given('float32', [0.5, 1.5, 2.5, -0.5, -1.5, -2.5], 6)),
  'bounds that are no integers': call(
    (x) => [tf.clipByValue(x, -1.5, 2.5), tf.clipByValue(x, 0, Number.POSITIVE_INFINITY)],
    given('int32', [-3, -1, 0, 2, 3], 5),
  ),
  'prelu without bounds': call(
    (x, y) => tf.prelu(x, y),
    given('float32', [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN, 2], 4),
    given('float32', [0, 2, 1, Number.POSITIVE_INFINITY], 4),
  ),
  'integers through functions of floats': call(
    (x) => [tf.exp(x), tf.leakyRelu(x), tf.prelu(x, x), tf.expm1(x), tf.reciprocal(x), tf.selu(x), tf.round(x)],
    given('int32', [-2, 0, 1, 2], 4),
  ),
};
