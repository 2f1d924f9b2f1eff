// What the cpu backend of tf.js 4.22 gets wrong, and the right answer by hand.
import * as tf from '@tensorflow/tfjs-core';
import { given, type Input, type KernelCase, type Run } from './case.ts';

const wrong = (because: string, run: Run, inputs: readonly Input[], ...outputs: Input[]): KernelCase => ({
  run,
  inputs,
  byHand: { because: `the cpu backend ${because}`, outputs },
});
const line = given('float32', [1, 2, 3, 4], 2, 2);

export const corrected: Readonly<Record<string, KernelCase>> = {
  'cumsum and cumprod, an axis from behind': wrong(
    'permutes the shape for an axis from behind',
    (x) => [tf.cumsum(x, -1), tf.cumprod(x, -2)],
    [line],
    given('float32', [1, 3, 3, 7], 2, 2),
    given('float32', [1, 2, 3, 8], 2, 2),
  ),
  'depthToSpace, NCHW': wrong(
    'knows NHWC alone',
    (x) => tf.depthToSpace(x, 2, 'NCHW'),
    [given('float32', [1, 2, 3, 4], 1, 4, 1, 1)],
    given('float32', [1, 2, 3, 4], 1, 1, 2, 2),
  ),
  'einsum, a letter of one operand alone': wrong(
    'does not sum what one operand alone has',
    (x, y) => [tf.einsum('ab,b->', x, y), tf.einsum('b,ac->c', y, x)],
    [line, given('float32', [10, 1], 2)],
    given('float32', [46]),
    given('float32', [44, 66], 2),
  ),
  'matMul, batches on both sides': wrong(
    'takes the wrong matrices',
    (x, y) => tf.matMul(x, y),
    [given('float32', [1, 2], 2, 1, 1), given('float32', [1, 10, 100], 3, 1, 1, 1)],
    given('float32', [1, 2, 10, 20, 100, 200], 3, 2, 1, 1),
  ),
  'stridedSlice, a shrunk axis beside a stride': wrong(
    'shrinks wrongly where another axis has a stride',
    (x) => tf.stridedSlice(x, [0, 1], [2, 2], [1, 2], 0, 0, 0, 0, 2),
    [line],
    given('float32', [2, 4], 2),
  ),
  'unsortedSegmentSum of integers': wrong(
    'gives float32',
    (x, ids) => tf.unsortedSegmentSum(x, ids, 3),
    [given('int32', [1, 2, 4, 8], 4), given('int32', [0, 2, 0, -1], 4)],
    given('int32', [5, 0, 2], 3),
  ),
};
