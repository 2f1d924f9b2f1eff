// What each kernel's outputs look like, from its inputs' shapes and dtypes alone. In: shapes. Out: shapes.
import * as tf from '@tensorflow/tfjs-core';

const util = tf.backend_util;

export interface Spec {
  readonly shape: readonly number[];
  readonly dtype: tf.DataType;
}

// biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
type Attributes = any;
type ShapeFunction = (inputs: readonly Spec[], attributes: Attributes) => readonly Spec[];

const same: ShapeFunction = ([x]) => [x!];
const binary: ShapeFunction = ([a, b]) => [
  { shape: util.assertAndGetBroadcastShape([...a!.shape], [...b!.shape]), dtype: a!.dtype },
];
const compare: ShapeFunction = (inputs, attributes) => [{ ...binary(inputs, attributes)[0]!, dtype: 'bool' }];

function reduce(dtype: (x: tf.DataType) => tf.DataType): ShapeFunction {
  return ([x], { axis, reductionIndices = axis, keepDims }) => {
    const axes = new Set(parseAxes(reductionIndices, x!.shape.length));
    const shape = keepDims
      ? x!.shape.map((dim, i) => (axes.has(i) ? 1 : dim))
      : x!.shape.filter((_, i) => !axes.has(i));
    return [{ shape, dtype: dtype(x!.dtype) }];
  };
}

function parseAxes(axis: number | readonly number[] | null | undefined, rank: number): number[] {
  if (axis === null || axis === undefined) return Array.from({ length: rank }, (_, i) => i);
  return [axis].flat().map((a) => (a < 0 ? a + rank : a));
}

function product(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1);
}

const pool: ShapeFunction = ([x], { filterSize, strides, pad, dimRoundingMode }) => [
  {
    shape: util.computePool2DInfo(x!.shape as Shape4, filterSize, strides, 1, pad, dimRoundingMode).outShape,
    dtype: x!.dtype,
  },
];
type Shape4 = [number, number, number, number];

export const shapeFunctions: Readonly<Record<string, ShapeFunction>> = {
  Add: binary,
  AvgPool: pool,
  BatchMatMul: ([a, b], { transposeA, transposeB }) => {
    const batch = util.assertAndGetBroadcastShape([...a!.shape.slice(0, -2)], [...b!.shape.slice(0, -2)]);
    const rows = a!.shape.at(transposeA ? -1 : -2)!;
    const columns = b!.shape.at(transposeB ? -2 : -1)!;
    return [{ shape: [...batch, rows, columns], dtype: a!.dtype }];
  },
  Cast: ([x], { dtype }) => [{ shape: x!.shape, dtype }],
  Concat: (inputs, { axis }) => {
    const at = parseAxes(axis, inputs[0]!.shape.length)[0]!;
    const total = inputs.reduce((sum, { shape }) => sum + shape[at]!, 0);
    return [{ shape: inputs[0]!.shape.map((dim, i) => (i === at ? total : dim)), dtype: inputs[0]!.dtype }];
  },
  Conv2D: ([x, filter], { strides, dilations, pad, dimRoundingMode, dataFormat }) => [
    {
      shape: util.computeConv2DInfo(
        x!.shape as Shape4,
        filter!.shape as Shape4,
        strides,
        dilations,
        pad,
        dimRoundingMode,
        false,
        util.convertConv2DDataFormat(dataFormat),
      ).outShape,
      dtype: x!.dtype,
    },
  ],
  Erf: same,
  Exp: same,
  ExpandDims: ([x], { dim }) => {
    const at = dim < 0 ? x!.shape.length + 1 + dim : dim;
    return [{ shape: x!.shape.toSpliced(at, 0, 1), dtype: x!.dtype }];
  },
  Fill: (_, { shape, dtype }) => [{ shape, dtype: dtype ?? 'float32' }],
  GatherV2: ([x, indices], { axis, batchDims }) => {
    const at = parseAxes(axis, x!.shape.length)[0]!;
    const shape = [...x!.shape.slice(0, at), ...indices!.shape.slice(batchDims), ...x!.shape.slice(at + 1)];
    return [{ shape, dtype: x!.dtype }];
  },
  GreaterEqual: compare,
  Identity: same,
  Log: same,
  Max: reduce((dtype) => dtype),
  MaxPool: pool,
  Mean: reduce(() => 'float32'),
  Multiply: binary,
  PadV2: ([x], { paddings }) => [
    { shape: x!.shape.map((dim, i) => dim + paddings[i][0] + paddings[i][1]), dtype: x!.dtype },
  ],
  RealDiv: ([a, b]) => [{ ...binary([a!, b!], {})[0]!, dtype: 'float32' }],
  Relu: same,
  Reshape: ([x], { shape }) => {
    const known = product(shape.filter((dim: number) => dim !== -1));
    const rest = known === 0 ? 0 : product(x!.shape) / known;
    return [{ shape: shape.map((dim: number) => (dim === -1 ? rest : dim)), dtype: x!.dtype }];
  },
  Rsqrt: same,
  Slice: ([x], { begin, size }) => [
    { shape: size.map((dim: number, i: number) => (dim === -1 ? x!.shape[i]! - begin[i] : dim)), dtype: x!.dtype },
  ],
  SplitV: ([x], { numOrSizeSplits, axis }) => {
    const at = parseAxes(axis, x!.shape.length)[0]!;
    const sizes: number[] = Array.isArray(numOrSizeSplits)
      ? numOrSizeSplits
      : new Array(numOrSizeSplits).fill(x!.shape[at]! / numOrSizeSplits);
    const known = sizes.reduce((sum, size) => sum + Math.max(size, 0), 0);
    return sizes.map((size) => ({
      shape: x!.shape.map((dim, i) => (i === at ? (size === -1 ? dim - known : size) : dim)),
      dtype: x!.dtype,
    }));
  },
  Square: same,
  SquaredDifference: binary,
  Sub: binary,
  Sum: reduce((dtype) => (dtype === 'bool' ? 'int32' : dtype)),
  Transpose: ([x], { perm }) => [{ shape: perm.map((axis: number) => x!.shape[axis]), dtype: x!.dtype }],
  ZerosLike: same,
};
