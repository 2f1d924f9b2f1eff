// Elements moved, arrays made.
import * as tf from '@tensorflow/tfjs-core';
import { call, f, given, i, type KernelCase } from './case.ts';

export const arrays: Readonly<Record<string, KernelCase>> = {
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
  bincount: call(
    (x, w) => [tf.bincount(x, w, 4), tf.bincount(x, tf.tensor1d([], 'int32'), 6)],
    given('int32', [0, 2, 2, 5, 1], 5),
    f(5),
  ),
  denseBincount: call(
    (x, w) => [
      tf.denseBincount(x, w, 4),
      tf.denseBincount(x, w, 4, true),
      tf.denseBincount(tf.reshape(x as tf.Tensor, [6]) as tf.Tensor1D, tf.tensor1d([], 'float32'), 4, true),
    ],
    given('int32', [0, 2, 2, 5, 1, 1], 2, 3),
    f(2, 3),
  ),
  broadcastArgs: call((x, y) => tf.broadcastArgs(x, y), given('int32', [2, 1, 3], 3), given('int32', [4, 1], 2)),
  searchSorted: call(
    (x, y) => [tf.searchSorted(x, y, 'left'), tf.searchSorted(x, y, 'right')],
    given('float32', [1, 2, 2, 5, 0, 0, 3, 4], 2, 4),
    given('float32', [2, 0, 9, 0, 3, 3.5], 2, 3),
  ),
  // one event is certain: nothing is left to chance
  multinomial: call(
    (x) => [tf.multinomial(x, 5, 1), tf.multinomial(tf.softmax(x as tf.Tensor2D), 3, 1, true)],
    given('float32', [0, 500, 0, 500, 0, 0], 2, 3),
  ),
};
