// What tf.js's kernels refuse, a trace without numbers refuses too: a model that fails must not pass.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

type Case = readonly [(x: tf.Tensor4D) => unknown, readonly number[]];
const image = [1, 8, 8, 3];
const ints = (...values: number[]) => tf.tensor1d(values, 'int32');
const cases: Readonly<Record<string, Case>> = {
  matMul: [(x) => tf.matMul(x, tf.zeros([7, 7])), [2, 3]],
  'matMul of batches': [(x) => tf.matMul(x, tf.zeros([4, 3, 7])), [2, 2, 3]],
  'matMul transposed': [(x) => tf.matMul(x, tf.zeros([7, 4]), false, true), [2, 3]],
  'fused matMul': [(x) => tf.fused.matMul({ a: x, b: tf.zeros([7, 7]) }), [2, 3]],
  reshape: [(x) => tf.reshape(x, [5, 2]), [2, 3]],
  'reshape by -1': [(x) => tf.reshape(x, [-1, 4]), [2, 3]],
  concat: [(x) => tf.concat([x, tf.zeros([2, 4])], 0), [2, 3]],
  slice: [(x) => tf.slice(x, [0, 2], [2, 4]), [2, 3]],
  add: [(x) => tf.add(x, tf.zeros([4])), [2, 3]],
  addN: [(x) => tf.addN([x, tf.zeros([2, 4])]), [2, 3]],
  where: [(x) => tf.where(tf.zeros([2, 4], 'bool'), x, x), [2, 3]],
  stack: [(x) => tf.stack([x, tf.zeros([2, 4])]), [2, 3]],
  split: [(x) => tf.split(x, 2, 1), [2, 3]],
  'split by sizes': [(x) => tf.split(x, [1, 1], 1), [2, 3]],
  'axis of gather': [(x) => tf.gather(x, ints(0), 3), [2, 3]],
  gatherND: [(x) => tf.gatherND(x, tf.zeros([1, 3], 'int32')), [2, 3]],
  scatterND: [(x) => tf.scatterND(tf.zeros([1, 1], 'int32'), x, [4, 3]), [2, 3]],
  tile: [(x) => tf.tile(x as tf.Tensor, [2]), [2, 3]],
  mirrorPad: [
    (x) =>
      tf.mirrorPad(
        x as tf.Tensor,
        [
          [5, 5],
          [0, 0],
        ],
        'reflect',
      ),
    [2, 3],
  ],
  conv2d: [(x) => tf.conv2d(x, tf.zeros([3, 3, 4, 8]), 1, 'same'), image],
  conv2dTranspose: [(x) => tf.conv2dTranspose(x, tf.zeros([3, 3, 8, 4]), [1, 8, 8, 8], 1, 'same'), image],
  depthwiseConv2d: [(x) => tf.depthwiseConv2d(x, tf.zeros([3, 3, 4, 1]), 1, 'same'), image],
  'a window past the image': [(x) => tf.maxPool(x, 12, 1, 'valid'), image],
  depthToSpace: [(x) => tf.depthToSpace(x, 2, 'NHWC'), image],
  spaceToBatchND: [
    (x) =>
      tf.spaceToBatchND(
        x,
        [3, 3],
        [
          [0, 0],
          [0, 0],
        ],
      ),
    image,
  ],
  cropAndResize: [(x) => tf.image.cropAndResize(x, tf.zeros([1, 3]), ints(0), [2, 2]), image],
  'axis of argMax': [(x) => tf.argMax(x, 3), [2, 3]],
  'axis of sum': [(x) => tf.sum(x, 4), [2, 3]],
  'axis of reverse': [(x) => tf.reverse(x, 4), [2, 3]],
  expandDims: [(x) => tf.expandDims(x, 5), [2, 3]],
  squeeze: [(x) => tf.squeeze(x, [1]), [2, 3]],
  broadcastTo: [(x) => tf.broadcastTo(x, [4, 4]), [2, 3]],
  topk: [(x) => tf.topk(x, 9), [2, 3]],
  unsortedSegmentSum: [(x: tf.Tensor) => tf.unsortedSegmentSum(x, ints(0, 1, 2), 3), [2, 3]],
  prelu: [(x) => tf.prelu(x as tf.Tensor, tf.zeros([4])), [2, 3]],
  stridedSlice: [(x) => tf.stridedSlice(x as tf.Tensor, [0, 0, 0], [1, 1, 1], [1, 1, 1]), [2, 3]],
};

test.each(Object.entries(cases))('a trace refuses %s as a backend does', (_, [run, shape]) => {
  expect(() => tf.tidy(() => void run(tf.zeros(shape as [number]) as tf.Tensor as tf.Tensor4D))).toThrow();
  expect(() => trace((x: tf.Tensor) => run(x as tf.Tensor4D), [{ shape }])).toThrow(/ fails on /);
});

test('a trace ends before steps that would take all memory', () => {
  const steps = 10_000_000;
  expect(() => trace((x: tf.Tensor) => tf.unstack(x, 1).at(-1)!, [{ shape: [1, steps] }])).toThrow(
    'makes more than 1048576 tensors, as a recurrent layer over very many steps does: give a smaller input',
  );
});
