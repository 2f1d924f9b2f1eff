// A small call of tf.js for every kernel, with its awkward cases. Used against the cpu backend and against TensorFlow.
import * as tf from '@tensorflow/tfjs-core';

interface Input {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32' | 'bool';
  readonly values: readonly number[];
}

export interface KernelCase {
  readonly run: (...inputs: tf.Tensor[]) => unknown;
  readonly inputs: readonly Input[];
}

const size = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
/** Numbers between 0.1 and 0.9, where every function here is defined and has no tie. */
const f = (...shape: number[]): Input => ({
  shape,
  dtype: 'float32',
  values: Array.from({ length: size(shape) }, (_, i) => 0.1 + 0.8 * ((i * 0.618034) % 1)),
});
const i = (below: number, ...shape: number[]): Input => ({
  shape,
  dtype: 'int32',
  values: Array.from({ length: size(shape) }, (_, k) => (k * 7 + 1) % below),
});
const b = (...shape: number[]): Input => ({
  shape,
  dtype: 'bool',
  values: Array.from({ length: size(shape) }, (_, k) => (k % 3 === 0 ? 1 : 0)),
});
const given = (dtype: 'float32' | 'int32', values: readonly number[], ...shape: number[]): Input => ({
  shape,
  dtype,
  values,
});

// biome-ignore lint/suspicious/noExplicitAny: every call has tensors of its own rank
type Run = (...inputs: any[]) => unknown;
const call = (run: Run, ...inputs: Input[]): KernelCase => ({ run, inputs });

const unary = (names: string, input: Input, suffix: string): Record<string, KernelCase> =>
  Object.fromEntries(
    names
      .split(/\s+/)
      .map((name) => [`${name}${suffix}`, call((x) => (tf as unknown as Record<string, Run>)[name]!(x), input)]),
  );
const binary = (names: string): Record<string, KernelCase> =>
  Object.fromEntries(
    names.split(/\s+/).flatMap((name) => {
      const run: Run = (x, y) => (tf as unknown as Record<string, Run>)[name]!(x, y);
      return [
        [name, call(run, f(2, 3), f(2, 3))],
        [`${name}, broadcast`, call(run, f(2, 1, 3), f(4, 1))],
        [`${name}, a scalar`, call(run, f(), f(0, 3))],
      ] as const;
    }),
  );

const elementwise = `abs acos asin asinh atan atanh ceil cos cosh elu erf exp expm1 floor isFinite isInf isNaN leakyRelu
  log log1p neg reciprocal relu relu6 round rsqrt selu sigmoid sign sin sinh softplus sqrt square tan tanh zerosLike
  onesLike clone`;

export const kernelCases: Readonly<Record<string, KernelCase>> = {
  ...unary(elementwise, f(2, 3, 4), ''),
  ...unary('abs neg relu sign square zerosLike onesLike', i(5, 3), ', int32'),
  // a mean of nothing is 0 in tf.js and NaN in TensorFlow
  ...unary('exp sum', f(0, 3), ', empty'),
  ...unary('sum mean max min prod', f(2, 3), ', all axes'),
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
  sum: call((x) => [tf.sum(x, 1), tf.sum(x, [-1, 0], true)], f(2, 3, 4)),
  'sum, bool': call((x) => tf.sum(x, 0), b(4, 2)),
  mean: call((x) => tf.mean(x, [0, 2]), f(2, 3, 4)),
  'max and min': call((x) => [tf.max(x, -1, true), tf.min(x, [0, 1])], f(2, 3, 4)),
  prod: call((x) => tf.prod(x, 1), f(2, 3)),
  'all and any': call((x) => [tf.all(x, 0), tf.any(x, [0, 1], true)], b(2, 3)),
  'argMax and argMin': call((x) => [tf.argMax(x, 1), tf.argMin(x, -1)], f(2, 3, 4)),
  reshape: call((x) => tf.reshape(x, [3, -1]), f(2, 3, 4)),
  'expandDims, squeeze': call((x) => tf.squeeze(tf.expandDims(x, -1), [0]), f(1, 3)),
  transpose: call((x) => tf.transpose(x, [2, 0, 1]), f(2, 3, 4)),
  reverse: call((x) => [tf.reverse(x, [-1, 0]), tf.reverse(x), tf.reverse(x, 1)], f(2, 3)),
  slice: call((x) => [tf.slice(x, [1, 0], [1, -1]), tf.slice(x, 1)], f(3, 4)),
  stridedSlice: call((x) => tf.stridedSlice(x, [0, 3], [3, 0], [2, -1]), f(4, 5)),
  // the cpu backend shrinks an axis wrongly where another has a stride
  'stridedSlice, masks': call((x) => tf.stridedSlice(x, [0, 1, 0], [2, 2, 3], [1, 1, 1], 1, 1, 0, 0, 2), f(3, 4, 5)),
  concat: call((x, y) => [tf.concat([x, y], 1), tf.concat([x, y], -1)], f(2, 3), f(2, 0)),
  split: call((x) => [...tf.split(x, [1, -1, 2], 1), ...tf.split(x, 2, 0)], f(2, 6)),
  stack: call((x, y) => tf.stack([x, y], -1), f(2, 3), f(2, 3)),
  unstack: call((x) => [...tf.unstack(x, 1), ...tf.unstack(tf.slice(x, 0, 1), 0)], f(2, 3)),
  tile: call((x) => tf.tile(x, [2, 1, 3]), f(2, 1, 2)),
  pad: call(
    (x) =>
      tf.pad(
        x,
        [
          [1, 0],
          [2, 3],
        ],
        0.5,
      ),
    f(2, 3),
  ),
  mirrorPad: call(
    (x) => [
      tf.mirrorPad(
        x,
        [
          [1, 1],
          [2, 0],
        ],
        'reflect',
      ),
      tf.mirrorPad(
        x,
        [
          [1, 1],
          [2, 0],
        ],
        'symmetric',
      ),
    ],
    f(3, 4),
  ),
  broadcastTo: call((x) => tf.broadcastTo(x, [3, 2, 4]), f(2, 1)),
  gather: call((x, at) => [tf.gather(x, at, 1), tf.gather(x, at, -1)], f(2, 5, 5), i(5, 2, 3)),
  'gather, batched': call((x, at) => tf.gather(x, at, 1, 1), f(2, 5, 3), i(5, 2, 4)),
  gatherND: call((x, at) => tf.gatherND(x, at), f(3, 4, 2), given('int32', [0, 1, 2, 3], 2, 2)),
  scatterND: call((at, x) => tf.scatterND(at, x, [6, 2]), given('int32', [4, 1], 2, 1), f(2, 2)),
  tensorScatterUpdate: call(
    (x, at, y) => tf.tensorScatterUpdate(x, at, y),
    f(6, 2),
    given('int32', [4, 1], 2, 1),
    f(2, 2),
  ),
  unsortedSegmentSum: call((x, ids) => tf.unsortedSegmentSum(x, ids, 3), f(4, 2), given('int32', [0, 2, 0, 1], 4)),
  oneHot: call((at) => tf.oneHot(at, 4, 2, -1), i(4, 2, 3)),
  fill: call((x) => tf.mul(x, tf.fill([2, 1], 3)), f(2, 3)),
  range: call((x) => [tf.add(x, tf.range(0, 3, 1)), tf.add(x, tf.range(5, -1, -2))], f(3)),
  linspace: call((x) => tf.add(x, tf.linspace(0, 1, 3)), f(2, 3)),
  diag: call((x) => tf.diag(x), f(3)),
  depthToSpace: call((x) => tf.depthToSpace(x, 2), f(1, 2, 3, 8)),
  batchAndSpace: call(
    (x) =>
      tf.batchToSpaceND(
        tf.spaceToBatchND(
          x,
          [2, 2],
          [
            [0, 0],
            [1, 1],
          ],
        ),
        [2, 2],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    f(1, 4, 2, 3),
  ),
  topk: call((x) => Object.values(tf.topk(x, 2)), f(2, 5)),
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
  resizeBilinear: call(
    (x) => [tf.image.resizeBilinear(x, [5, 3], true), tf.image.resizeBilinear(x, [2, 7], false, true)],
    f(1, 4, 4, 2),
  ),
  resizeNearestNeighbor: call((x) => tf.image.resizeNearestNeighbor(x, [7, 3]), f(1, 4, 4, 2)),
  cropAndResize: call(
    (x, boxes, at) => tf.image.cropAndResize(x, boxes, at, [3, 2]),
    f(2, 5, 5, 3),
    given('float32', [0, 0, 1, 1, 0.1, 0.2, 0.8, 0.9], 2, 4),
    given('int32', [0, 1], 2),
  ),
  flipLeftRight: call((x) => tf.image.flipLeftRight(x), f(2, 3, 4, 2)),
};
