// Elements gathered, scattered, counted and searched by index; arrays made from nothing but sizes.
import * as tf from '@tensorflow/tfjs-core';
import { product } from '../../../src/tensors.ts';
import type { Run } from '../cases/case.ts';
import {
  axisOf,
  coin,
  drawn,
  dtypeOf,
  type Generator,
  indices,
  input,
  int,
  numbersOf,
  orderOf,
  pick,
  shapeOf,
  solid,
  times,
} from './draw.ts';

const text = JSON.stringify;

const gather: Generator = (draw) => {
  const x = input(draw, solid(draw, 1, 4), dtypeOf(draw));
  const axis = axisOf(draw, x.shape.length);
  const at = indices(draw, x.shape.at(axis)!, shapeOf(draw, 0, 2));
  return drawn(`gather ${axis}`, (y, i) => tf.gather(y, i, axis), x, at);
};
const batched: Generator = (draw) => {
  const batch = int(draw, 1, 3);
  const x = input(draw, [batch, ...solid(draw, 1, 3)], dtypeOf(draw));
  const axis = int(draw, 1, x.shape.length - 1);
  const at = indices(draw, x.shape[axis]!, [batch, int(draw, 1, 3)]);
  return drawn(`gather ${axis} of a batch`, (y, i) => tf.gather(y, i, axis, 1), x, at);
};
const gatherNd: Generator = (draw) => {
  const x = input(draw, solid(draw, 1, 4), dtypeOf(draw));
  const depth = int(draw, 1, x.shape.length);
  const count = int(draw, 1, 3);
  const values = times(count, () => x.shape.slice(0, depth).map((each) => int(draw, 0, each - 1))).flat();
  return drawn('gatherND', (y, at) => tf.gatherND(y, at), x, { shape: [count, depth], dtype: 'int32', values });
};
const scatter: Generator = (draw) => {
  const shape = solid(draw, 1, 3);
  const depth = int(draw, 1, shape.length);
  const count = int(draw, 1, 3);
  const values = times(count, () => shape.slice(0, depth).map((each) => int(draw, 0, each - 1))).flat();
  const at = { shape: [count, depth], dtype: 'int32' as const, values };
  const dtype = pick(draw, 'float32', 'int32');
  const updates = input(draw, [count, ...shape.slice(depth)], dtype);
  return coin(draw)
    ? drawn(`scatterND ${text(shape)}`, (i, x) => tf.scatterND(i, x, shape), at, updates)
    : drawn(
        'tensorScatterUpdate',
        // the cpu backend writes into the tensor that it is given
        (i, x, y) =>
          tf.tensorScatterUpdate(
            tf.tile(
              y,
              y.shape.map(() => 1),
            ),
            i,
            x,
          ),
        at,
        updates,
        input(draw, shape, dtype),
      );
};
const segments: Generator = (draw) => {
  const count = int(draw, 1, 5);
  // of integers the cpu backend gives float32
  const x = input(draw, [count, ...solid(draw, 0, 2)]);
  const most = int(draw, 1, 4);
  const ids = { shape: [count], dtype: 'int32' as const, values: times(count, () => int(draw, -1, most - 1)) };
  return drawn(`unsortedSegmentSum ${most}`, (y, i) => tf.unsortedSegmentSum(y, i, most), x, ids);
};
const oneHot: Generator = (draw) => {
  const depth = int(draw, 2, 5);
  const at = { shape: [4], dtype: 'int32' as const, values: times(4, () => int(draw, -1, depth)) };
  const [on, off] = [pick(draw, 1, 5, 2.5), pick(draw, 0, -1)];
  const dtype = pick(draw, 'float32', 'int32', 'bool');
  return drawn(`oneHot ${depth} ${on} ${off} ${dtype}`, (x) => tf.oneHot(x, depth, on, off, dtype), at);
};
const topk: Generator = (draw) => {
  const x = input(draw, solid(draw, 1, 3), pick(draw, 'float32', 'int32'));
  const k = int(draw, 0, x.shape.at(-1)!);
  return drawn(`topk ${k}`, (y) => Object.values(tf.topk(y, k)), x);
};
const made: Generator = (draw) => {
  const [from, to] = [pick(draw, -5, 0, 0.5, 3), pick(draw, -4, 0, 2.25, 8)];
  const by = pick(draw, 1, 2, -1, 0.5, 0.1);
  const dtype = [from, to, by].every(Number.isInteger) ? pick(draw, 'float32', 'int32') : 'float32';
  return drawn(
    `range ${from} ${to} ${by} ${dtype}`,
    (x) => {
      // tf.js gives an empty array by another way
      const y = tf.range(from, to, by, dtype);
      return y.size === 0 ? tf.neg(x) : y;
    },
    input(draw, []),
  );
};
const filled: Generator = (draw) => {
  const dtype = dtypeOf(draw);
  const shape = shapeOf(draw, 0, 4);
  const value = dtype === 'float32' ? pick(draw, 2.5, -1, 0) : 1;
  return drawn(
    `fill ${text(shape)} ${value}`,
    (x) => tf.concat([x, tf.reshape(tf.fill(shape, value, dtype), [-1])]),
    input(draw, [2], dtype),
  );
};
const line: Generator = (draw) => {
  const [from, to, count] = [int(draw, -3, 3), int(draw, -3, 9), int(draw, 1, 9)];
  return drawn(
    `linspace ${from} ${to} ${count}`,
    (x) => tf.concat([x, tf.linspace(from, to, count)]),
    input(draw, [1]),
  );
};
const diag: Generator = (draw) => drawn('diag', (x) => tf.diag(x), input(draw, solid(draw, 1, 3), dtypeOf(draw)));
const depth: Generator = (draw) => {
  const block = int(draw, 2, 3);
  const [batch, height, width, channels] = times(4, () => int(draw, 1, 2)) as [number, number, number, number];
  // the cpu backend knows no other layout
  const format = 'NHWC';
  const shape = [batch, height, width, channels * block ** 2];
  return drawn(`depthToSpace ${block} ${format}`, (x) => tf.depthToSpace(x, block, format), input(draw, shape));
};
const spaces: Generator = (draw) => {
  const block = times(int(draw, 1, 2), () => int(draw, 1, 3));
  const pads = block.map(() => [int(draw, 0, 2), int(draw, 0, 2)]);
  const spatial = block.map((each, i) => each * int(draw, 5, 6) - pads[i]![0]! - pads[i]![1]!);
  const space = input(draw, [int(draw, 1, 2), ...spatial, ...solid(draw, 0, 2)], dtypeOf(draw));
  const back = input(
    draw,
    [product(block) * int(draw, 1, 2), ...block.map(() => 5), ...solid(draw, 0, 2)],
    dtypeOf(draw),
  );
  return coin(draw)
    ? drawn(`spaceToBatchND ${text([block, pads])}`, (x) => tf.spaceToBatchND(x, block, pads), space)
    : drawn(`batchToSpaceND ${text([block, pads])}`, (x) => tf.batchToSpaceND(x, block, pads), back);
};
const counts: Generator = (draw) => {
  const shape = coin(draw) ? [int(draw, 1, 6)] : [int(draw, 1, 3), int(draw, 1, 4)];
  const x = indices(draw, 6, shape);
  const most = int(draw, 1, 7);
  const binary = coin(draw);
  const weights = input(draw, coin(draw) ? shape : [0], pick(draw, 'float32', 'int32'));
  const run: Run = (y, w) => tf.denseBincount(y, w, most, binary);
  return shape.length === 1 && coin(draw)
    ? drawn(`bincount ${most}`, (y, w) => tf.bincount(y, w, most), x, weights)
    : drawn(`denseBincount ${most} ${binary}`, run, x, weights);
};
const search: Generator = (draw) => {
  const rows = int(draw, 1, 3);
  const [sorted, asked] = [int(draw, 1, 5), int(draw, 1, 4)];
  const dtype = pick(draw, 'float32', 'int32');
  const values = times(rows, () => numbersOf(draw, sorted, dtype, 'fractions').toSorted((a, b) => a - b)).flat();
  const side = pick(draw, 'left', 'right');
  return drawn(
    `searchSorted ${side}`,
    (x, y) => tf.searchSorted(x, y, side),
    { shape: [rows, sorted], dtype, values },
    input(draw, [rows, asked], dtype),
  );
};
const dense: Generator = (draw) => {
  const shape = solid(draw, 1, 3);
  const cells = product(shape);
  const count = int(draw, 1, Math.min(cells, 3));
  // in any order
  const at = orderOf(draw, cells)
    .slice(0, count)
    .flatMap((cell) => placeIn(cell, shape));
  const dtype = pick(draw, 'float32', 'int32', 'bool');
  return drawn(
    `sparseToDense ${text(shape)}`,
    (i, x, fill) => tf.sparseToDense(i, x, shape, fill),
    { shape: [count, shape.length], dtype: 'int32', values: at },
    input(draw, [count], dtype),
    input(draw, [], dtype),
  );
};
const placeIn = (cell: number, shape: readonly number[]): number[] =>
  shape.map((each, i) => Math.floor(cell / product(shape.slice(i + 1))) % each);

export const indexed: Readonly<Record<string, Generator>> = {
  gather,
  batched,
  gatherNd,
  scatter,
  segments,
  oneHot,
  topk,
  made,
  filled,
  line,
  diag,
  depth,
  spaces,
  counts,
  search,
  dense,
};
