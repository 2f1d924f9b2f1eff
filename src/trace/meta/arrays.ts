// Kernels that move elements or make arrays. In: shapes and attributes. Out: shapes.
import * as tf from '@tensorflow/tfjs-core';
import { parseAxis, product, type ShapeFunction } from './spec.ts';

const padded: ShapeFunction = ([x], { paddings }) => [
  { shape: x!.shape.map((dim, i) => dim + paddings[i][0] + paddings[i][1]), dtype: x!.dtype },
];

export const arrays: Readonly<Record<string, ShapeFunction>> = {
  BatchToSpaceND: ([x], { blockShape, crops }) => {
    const [batch, ...rest] = x!.shape as [number, ...number[]];
    const shape = rest.map((dim, i) => (i < blockShape.length ? dim * blockShape[i] - crops[i][0] - crops[i][1] : dim));
    return [{ shape: [batch / product(blockShape), ...shape], dtype: x!.dtype }];
  },
  Concat: (inputs, { axis }) => {
    const at = parseAxis(axis, inputs[0]!.shape.length);
    const total = inputs.reduce((sum, { shape }) => sum + shape[at]!, 0);
    return [{ shape: inputs[0]!.shape.map((dim, i) => (i === at ? total : dim)), dtype: inputs[0]!.dtype }];
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
  FlipLeftRight: ([x]) => [x!],
  GatherNd: ([x, indices]) => {
    const depth = indices!.shape.at(-1)!;
    return [{ shape: [...indices!.shape.slice(0, -1), ...x!.shape.slice(depth)], dtype: x!.dtype }];
  },
  GatherV2: ([x, indices], { axis, batchDims }) => {
    const at = parseAxis(axis, x!.shape.length);
    const shape = [...x!.shape.slice(0, at), ...indices!.shape.slice(batchDims), ...x!.shape.slice(at + 1)];
    return [{ shape, dtype: x!.dtype }];
  },
  LinSpace: (_, { num }) => [{ shape: [num], dtype: 'float32' }],
  MirrorPad: padded,
  OneHot: ([indices], { depth, dtype }) => [{ shape: [...indices!.shape, depth], dtype }],
  Pack: (inputs, { axis }) => {
    const at = parseAxis(axis, inputs[0]!.shape.length + 1);
    return [{ shape: inputs[0]!.shape.toSpliced(at, 0, inputs.length), dtype: inputs[0]!.dtype }];
  },
  PadV2: padded,
  Range: (_, { start, stop, step, dtype }) => {
    const steps = Math.ceil((stop - start) / step);
    return [{ shape: [Math.max(0, Math.abs(steps))], dtype }];
  },
  Reshape: ([x], { shape }) => {
    const known = product(shape.filter((dim: number) => dim !== -1));
    const rest = known === 0 ? 0 : product(x!.shape) / known;
    return [{ shape: shape.map((dim: number) => (dim === -1 ? rest : dim)), dtype: x!.dtype }];
  },
  ScatterNd: ([, updates], { shape }) => [{ shape, dtype: updates!.dtype }],
  // one number stands for the first axis, and what is left out is taken whole
  Slice: ([x], { begin, size }) => {
    const rest = [begin].flat();
    const sizes: number[] = size === undefined ? [] : [size].flat();
    const shape = x!.shape.map((dim, i) => {
      const wanted = sizes[i] ?? -1;
      return wanted === -1 ? dim - (rest[i] ?? 0) : wanted;
    });
    return [{ shape, dtype: x!.dtype }];
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
    const sizes: number[] = Array.isArray(numOrSizeSplits)
      ? numOrSizeSplits
      : new Array(numOrSizeSplits).fill(x!.shape[at]! / numOrSizeSplits);
    const known = sizes.reduce((sum, size) => sum + Math.max(size, 0), 0);
    return sizes.map((size) => ({
      shape: x!.shape.map((dim, i) => (i === at ? (size === -1 ? dim - known : size) : dim)),
      dtype: x!.dtype,
    }));
  },
  StridedSlice: ([x], { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask }) => {
    const masks = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask] as const;
    const { finalShape } = tf.slice_util.sliceInfo([...x!.shape], begin, end, strides, ...masks);
    return [{ shape: finalShape, dtype: x!.dtype }];
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
  UnsortedSegmentSum: ([x, ids], { numSegments }) => [
    { shape: [numSegments, ...x!.shape.slice(ids!.shape.length)], dtype: x!.dtype },
  ],
};
