// Small numbers that follow from shapes are those that the cpu backend computes.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { foldedKernels } from '../../src/kernels/constantFolding.ts';

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

// of tensors made of numbers, as a converted model makes them of shapes
const a = () => tf.tensor2d([7, -3, 2, 5, 0, -8], [2, 3], 'int32');
const b = () => tf.tensor1d([2, -2, 3], 'int32');
const f = () => tf.tensor2d([0.5, 1.5, -2.5, 2.25], [2, 2]);
const c = () => tf.tensor2d([1, 0, 1, 0, 0, 1], [2, 3], 'bool');

const cases: Readonly<Record<string, () => tf.Tensor | tf.Tensor[]>> = {
  Add: () => tf.add(a(), b()),
  Sub: () => tf.sub(b(), a()),
  Multiply: () => tf.mul(a(), b()),
  RealDiv: () => tf.div(f(), tf.scalar(4)),
  FloorDiv: () => tf.floorDiv(a(), b()),
  Mod: () => tf.mod(a(), b()),
  Maximum: () => tf.maximum(a(), b()),
  Minimum: () => tf.minimum(a(), b()),
  Pow: () => tf.pow(a(), tf.scalar(2, 'int32')),
  Equal: () => tf.equal(a(), b()),
  NotEqual: () => tf.notEqual(a(), b()),
  Greater: () => tf.greater(a(), b()),
  GreaterEqual: () => tf.greaterEqual(a(), b()),
  Less: () => tf.less(a(), b()),
  LessEqual: () => tf.lessEqual(a(), b()),
  LogicalAnd: () => tf.logicalAnd(c(), tf.logicalNot(c())),
  LogicalOr: () => tf.logicalOr(c(), tf.tensor1d([0, 1, 0], 'bool')),
  LogicalNot: () => tf.logicalNot(c()),
  Abs: () => tf.abs(a()),
  Ceil: () => tf.ceil(f()),
  Floor: () => tf.floor(f()),
  Round: () => tf.round(f()),
  Neg: () => tf.neg(a()),
  Sign: () => tf.sign(f()),
  Sqrt: () => tf.sqrt(tf.abs(f())),
  Square: () => tf.square(a()),
  Reciprocal: () => tf.reciprocal(f()),
  Cast: () => [tf.cast(f(), 'int32'), tf.cast(f(), 'bool'), tf.cast(a(), 'float32')],
  ExpandDims: () => tf.expandDims(a(), 1),
  Identity: () => tf.clone(a()),
  Reshape: () => tf.reshape(a(), [3, -1]),
  ZerosLike: () => tf.zerosLike(a()),
  OnesLike: () => tf.onesLike(a()),
  Select: () => [
    tf.where(c(), a(), tf.neg(a())),
    tf.where(tf.tensor2d([1, 0], [2, 1], 'bool'), a(), tf.expandDims(b(), 0)),
  ],
  Fill: () => tf.add(tf.fill([2, 2], 3), f()),
  Range: () => [tf.range(1, 8, 3, 'int32'), tf.range(5, -1, -2, 'int32')],
  Transpose: () => tf.transpose(a(), [1, 0]),
  Reverse: () => [tf.reverse(a(), 1), tf.reverse(a())],
  Tile: () => tf.tile(a(), [2, 3]),
  Slice: () => [tf.slice(a(), [1, 1], [1, -1]), tf.slice(a(), 1)],
  StridedSlice: () => [
    tf.stridedSlice(b(), [-2], [-1], [1], 0, 0, 0, 0, 1),
    tf.stridedSlice(a(), [1, 2], [0, 0], [-1, -2], 0, 3),
    tf.stridedSlice(a(), [0], [1], [1], 0, 0, 0, 1),
  ],
  Concat: () => [tf.concat([a(), tf.expandDims(b(), 0)], 0), tf.concat([a(), a()], -1)],
  Pack: () => [tf.stack([b(), b()], 1), tf.stack([a(), tf.neg(a())])],
  Unpack: () => tf.unstack(a(), 1),
  GatherV2: () => [tf.gather(a(), tf.tensor1d([2, 0], 'int32'), 1), tf.gather(a(), tf.scalar(1, 'int32'))],
  All: () => tf.all(c(), 0),
  Any: () => tf.any(c(), [0, 1]),
  Max: () => [tf.max(a(), 1), tf.max(a(), 0, true)],
  Min: () => tf.min(a()),
  Prod: () => [tf.prod(b()), tf.prod(a(), 1)],
  Sum: () => [tf.sum(a(), 0, true), tf.sum(c(), 1)],
};

test('every kernel has a case', () => {
  expect(Object.keys(cases).sort()).toEqual([...foldedKernels].sort());
});

test.each(Object.keys(cases))('%s is folded to the constant that the cpu backend computes', (kernel) => {
  const read = () => [cases[kernel]!()].flat().map((t) => [t.shape, t.dtype, Array.from(t.dataSync())]);
  const expected = tf.tidy(read as () => never) as unknown;
  let got: unknown;
  const { calls } = trace(
    (x: tf.Tensor) => {
      got = read();
      return tf.abs(x);
    },
    [{ shape: [1] }],
  );
  expect(got).toEqual(expected);
  expect(calls.map((call) => call.level === 'kernel' && call.kernel)).toContain(kernel);
});

test('a value that depends on the input has no constant', () => {
  expect(() => trace((x: tf.Tensor) => tf.add(x, tf.scalar(1)).dataSync(), [{ shape: [1] }])).toThrow(
    'reads numbers while it runs',
  );
});

test('a number clipped between two equal bounds is a constant', () => {
  const held = (least: number, most: number) => (x: tf.Tensor) =>
    tf.fill([tf.minimum(tf.maximum(x, tf.scalar(least, 'int32')), tf.scalar(most, 'int32')).dataSync()[0]!], 1);
  const { values, outputs } = trace(held(4, 4), [{ shape: [], dtype: 'int32' }]);
  expect(values[outputs as number]!.shape).toEqual([4]);
  expect(() => trace(held(3, 4), [{ shape: [], dtype: 'int32' }])).toThrow('reads numbers while it runs');
});
