// Shapes of kernels that move elements or make arrays.
import * as tf from '@tensorflow/tfjs-core';
import { product } from '../../tensors.ts';
import type { KernelName } from '../kernelName.ts';
import {
  expect,
  like,
  list,
  parseAxes,
  parseAxis,
  type ShapeRow,
  type ShapeRule,
  type Spec,
  util,
} from './shapeRule.ts';

const padded: ShapeRule = ([x], { paddings }) => [
  { shape: paddings.map(([before, after]: number[], i: number) => before! + x!.shape[i]! + after!), dtype: x!.dtype },
];

const sameSize = (from: readonly number[], to: readonly number[]): void =>
  expect(product(from) === product(to), () => `Size(${product(from)}) must match the product of shape ${to}`);

const infoOf = ({ shape, dtype }: Spec): tf.TensorInfo => ({ dataId: {}, shape: [...shape], dtype });

const positions: ShapeRule = (_, __, { values }) => [{ shape: values!.shape, dtype: 'int32' }];

export const arrays = {
  BatchToSpaceND: ([x], { blockShape, crops }) => {
    const [batch, ...rest] = x!.shape as [number, ...number[]];
    const shape = rest.map((dim, i) => (i < blockShape.length ? dim * blockShape[i] - crops[i][0] - crops[i][1] : dim));
    return [{ shape: [batch / product(blockShape), ...shape], dtype: x!.dtype }];
  },
  Bincount: ([, weights], { size }) => [{ shape: [size], dtype: weights!.dtype }],
  BroadcastArgs: ([a, b]) => [{ shape: [Math.max(a!.shape[0]!, b!.shape[0]!)], dtype: 'int32' }],
  BroadcastTo: ([x], { shape }) => {
    util.assertAndGetBroadcastShape([...x!.shape], shape);
    return [{ shape, dtype: x!.dtype }];
  },
  Concat: (inputs, { axis }) => {
    const at = parseAxis(axis, inputs[0]!.shape.length);
    util.assertParamsConsistent(
      inputs.map(({ shape }) => [...shape]),
      at,
    );
    const total = inputs.reduce((sum, { shape }) => sum + shape[at]!, 0);
    return [{ shape: inputs[0]!.shape.map((dim, i) => (i === at ? total : dim)), dtype: inputs[0]!.dtype }];
  },
  // [values] or [rows, values]
  DenseBincount: ([x, weights], { size }) => {
    const rank = x!.shape.length;
    expect(rank <= 2, () => `Error in denseBincount: input must be at most rank 2, but got rank ${rank}.`);
    return [{ shape: [...x!.shape.slice(0, -1), size], dtype: weights!.dtype }];
  },
  DepthToSpace: ([x], { blockSize, dataFormat }) => {
    const [batch, ...rest] = x!.shape as [number, number, number, number];
    const [height, width, depth] = dataFormat === 'NHWC' ? rest : [rest[1]!, rest[2]!, rest[0]!];
    const space = [height! * blockSize, width! * blockSize];
    const channels = depth! / blockSize ** 2;
    const shape = dataFormat === 'NHWC' ? [batch, ...space, channels] : [batch, channels, ...space];
    return [{ shape, dtype: x!.dtype }];
  },
  Diag: ([x]) => [{ shape: [...x!.shape, ...x!.shape], dtype: x!.dtype }],
  ExpandDims: ([x], { dim }) => {
    const at = dim < 0 ? x!.shape.length + 1 + dim : dim;
    return [{ shape: x!.shape.toSpliced(at, 0, 1), dtype: x!.dtype }];
  },
  Fill: (_, { shape, dtype }) => [{ shape, dtype: dtype ?? 'float32' }],
  GatherNd: ([x, indices]) => {
    const depth = indices!.shape.at(-1)!;
    expect(
      depth <= x!.shape.length,
      () => `index innermost dimension length must be <= tensor rank; saw: ${depth} vs. ${x!.shape.length}`,
    );
    return [{ shape: [...indices!.shape.slice(0, -1), ...x!.shape.slice(depth)], dtype: x!.dtype }];
  },
  GatherV2: ([x, indices], { axis, batchDims }) => {
    const at = parseAxis(axis, x!.shape.length);
    const shape = [...x!.shape.slice(0, at), ...indices!.shape.slice(batchDims), ...x!.shape.slice(at + 1)];
    return [{ shape, dtype: x!.dtype }];
  },
  LinSpace: (_, { num }) => [{ shape: [num], dtype: 'float32' }],
  LowerBound: positions,
  MatrixBandPart: like(),
  MirrorPad: padded,
  Multinomial: ([logits], { numSamples }) => [{ shape: [logits!.shape[0]!, numSamples], dtype: 'int32' }],
  OneHot: ([indices], { depth, dtype }) => [{ shape: [...indices!.shape, depth], dtype }],
  Pack: (inputs, { axis }) => {
    const at = parseAxis(axis, inputs[0]!.shape.length + 1);
    for (const { shape } of inputs)
      tf.util.assertShapesMatch(
        [...inputs[0]!.shape],
        [...shape],
        'All tensors passed to stack must have matching shapes',
      );
    return [{ shape: inputs[0]!.shape.toSpliced(at, 0, inputs.length), dtype: inputs[0]!.dtype }];
  },
  PadV2: padded,
  Range: (_, { start, stop, step, dtype }) => {
    const falling = stop < start;
    const none = start === stop || (falling ? step > 1 : step < 0);
    return [{ shape: [none ? 0 : Math.abs(Math.ceil((stop - start) / step))], dtype }];
  },
  Reshape: ([x], { shape }) => {
    const size = product(x!.shape);
    const known = tf.util.inferFromImplicitShape(shape, size);
    sameSize(x!.shape, known);
    return [{ shape: known, dtype: x!.dtype }];
  },
  Reverse: ([x], { dims }) => {
    parseAxes(dims, x!.shape.length);
    return [x!];
  },
  ScatterNd: ([, updates], { shape }) => [{ shape, dtype: updates!.dtype }],
  SearchSorted: positions,
  Slice: ([x], { begin, size }) => {
    const info = infoOf(x!);
    const [from, shape] = tf.slice_util.parseSliceParams(info, begin, size);
    tf.slice_util.assertParamsValid(info, from!, shape!);
    return [{ shape: shape!, dtype: x!.dtype }];
  },
  SpaceToBatchND: ([x], { blockShape, paddings }) => {
    const [batch, ...rest] = x!.shape as [number, ...number[]];
    const shape = rest.map((dim, i) =>
      i < blockShape.length ? (dim + paddings[i][0] + paddings[i][1]) / blockShape[i] : dim,
    );
    return [{ shape: [batch * product(blockShape), ...shape], dtype: x!.dtype }];
  },
  SplitV: ([x], { numOrSizeSplits, axis }) => {
    const at = parseAxis(axis, x!.shape.length);
    const sizes = util.prepareSplitSize(infoOf(x!) as tf.Tensor, numOrSizeSplits, at);
    return sizes.map((size) => ({ shape: x!.shape.with(at, size), dtype: x!.dtype }));
  },
  StridedSlice: ([x], { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask }) => {
    const masks = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask] as const;
    const info = tf.slice_util.sliceInfo([...x!.shape], begin, end, strides, ...masks);
    // tf.js then slices, and refuses an end before the beginning; otherwise the result is empty
    if (!info.isIdentity && (info.sliceDim0 || info.isSimpleSlice)) {
      const { finalShape, ...at } = info;
      const size = tf.slice_util.computeOutShape(at.begin, at.end, at.strides);
      const [from, shape] = tf.slice_util.parseSliceParams(infoOf(x!), at.begin, size);
      tf.slice_util.assertParamsValid(infoOf(x!), from!, shape!);
      sameSize(shape!, finalShape);
    }
    return [{ shape: info.finalShape, dtype: x!.dtype }];
  },
  TensorScatterUpdate: ([x]) => [x!],
  Tile: ([x], { reps }) => [{ shape: x!.shape.map((dim, i) => dim * reps[i]), dtype: x!.dtype }],
  TopK: ([x], { k }) => {
    const shape = [...x!.shape.slice(0, -1), k];
    return [
      { shape, dtype: x!.dtype },
      { shape, dtype: 'int32' },
    ];
  },
  Transpose: ([x], { perm }) => [{ shape: perm.map((axis: number) => x!.shape[axis]), dtype: x!.dtype }],
  Unpack: ([x], { axis }) => {
    const at = parseAxis(axis, x!.shape.length);
    return Array.from({ length: x!.shape[at]! }, () => ({ shape: x!.shape.toSpliced(at, 1), dtype: x!.dtype }));
  },
  UnsortedSegmentSum: ([x, ids], { numSegments }) => {
    const rank = ids!.shape.length;
    expect(
      `${x!.shape.slice(0, rank)}` === `${ids!.shape}`,
      () => `segment ids ${list(ids!.shape)} must have the leading axes of ${list(x!.shape)}`,
    );
    return [{ shape: [numSegments, ...x!.shape.slice(rank)], dtype: x!.dtype }];
  },
  UpperBound: positions,
} satisfies Partial<Record<KernelName, ShapeRow>>;
