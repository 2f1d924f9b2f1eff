// Sparse and ragged tensors, and what else depends on numbers.
import * as tf from '@tensorflow/tfjs-core';
import { call, f, given, type Input, i, type KernelCase, type Run, words } from './case.ts';

const numeric = (run: Run, ...inputs: Input[]): KernelCase => ({ run, inputs, numeric: true });
const ints = (...values: number[]) => given('int32', values, values.length);
const pairs = (...values: number[]) => given('int32', values, values.length / 2, 2);

const range: Run = (starts, limits, deltas) => Object.values(tf.raggedRange(starts, limits, deltas));
const dense =
  (types: string[]): Run =>
  (shape, values, fill, ...partitions) =>
    tf.raggedTensorToTensor(shape, values, fill, partitions, types);

export const ragged: Readonly<Record<string, KernelCase>> = {
  sparseFillEmptyRows: numeric(
    (at, x, shape, fill) => Object.values(tf.sparse.sparseFillEmptyRows(at, x, shape, fill)),
    pairs(0, 0, 1, 0, 1, 3, 1, 4, 3, 2, 3, 3),
    f(6),
    ints(5, 6),
    given('float32', [-1]),
  ),
  'sparseFillEmptyRows, int32': numeric(
    (at, x, shape, fill) => Object.values(tf.sparse.sparseFillEmptyRows(at, x, shape, fill)),
    pairs(0, 0, 2, 1),
    ints(7, 8),
    ints(3, 2),
    given('int32', [-1]),
  ),
  sparseReshape: numeric(
    (at, shape, wanted) => Object.values(tf.sparse.sparseReshape(at, shape, wanted)),
    pairs(0, 0, 0, 1, 1, 0, 4, 2),
    ints(6, 3),
    ints(2, -1, 3),
  ),
  sparseSegmentMean: numeric(
    (x, at, ids) => [tf.sparse.sparseSegmentMean(x, at, ids), tf.sparse.sparseSegmentSum(x, at, ids)],
    f(3, 4),
    ints(0, 1, 2, 0),
    ints(0, 0, 1, 3),
  ),
  'sparseSegmentSum, int32': numeric(
    (x, at, ids) => tf.sparse.sparseSegmentSum(x, at, ids),
    i(9, 3, 2),
    ints(0, 2),
    ints(0, 0),
  ),
  sparseToDense: call(
    (at, x, fill) => [tf.sparseToDense(at, x, [2, 4], fill), tf.sparseToDense(at, x, [3, 5], fill)],
    pairs(1, 3, 0, 1, 1, 0),
    f(3),
    given('float32', [9]),
  ),
  'sparseToDense, a vector': call((at, x) => tf.sparseToDense(at, x, [6]), ints(4, 1), i(9, 2)),
  'sparseToDense, one place': call((at, x) => tf.sparseToDense(at, x, [3], 5), given('int32', [2]), f()),
  raggedRange: numeric(range, ints(0, 5, 8, 5), ints(8, 7, 8, 1), ints(2, 1, 1, -1)),
  'raggedRange, float32': numeric(
    range,
    given('float32', [0, 5], 2),
    given('float32', [3, 6.5], 2),
    given('float32', [0.5]),
  ),
  raggedGather: numeric(
    (splits, x, at) => {
      const { outputNestedSplits, outputDenseValues } = tf.raggedGather([splits], x, at, 1);
      return [...outputNestedSplits, outputDenseValues];
    },
    ints(0, 3, 3, 7, 9),
    f(9),
    ints(2, 1, 0, 3),
  ),
  'raggedGather, twice ragged': numeric(
    (outer, inner, x, at) => {
      const { outputNestedSplits, outputDenseValues } = tf.raggedGather([outer, inner], x, at, 2);
      return [...outputNestedSplits, outputDenseValues];
    },
    ints(0, 2, 2, 3),
    ints(0, 2, 3, 5),
    f(5, 2),
    ints(2, 0),
  ),
  raggedTensorToTensor: numeric(dense(['ROW_SPLITS']), ints(4, 4), f(9), given('float32', [1.5]), ints(0, 2, 3, 7, 9)),
  'raggedTensorToTensor, row ids': numeric(
    dense(['FIRST_DIM_SIZE', 'VALUE_ROWIDS']),
    ints(-1, 3),
    f(5),
    given('float32', [-1]),
    given('int32', [4]),
    ints(0, 0, 2, 2, 2),
  ),
  unique: numeric((x) => Object.values(tf.unique(x)), ints(3, 1, 3, 2, 1)),
  'unique along an axis': numeric(
    (x) => Object.values(tf.unique(x, 1)),
    given('float32', [1, 0, 1, 0, 2, 1, 2, 1], 2, 4),
  ),
  'unique, strings': numeric((x) => Object.values(tf.unique(x)), words(['b', 'a', 'b'], 3)),
};
