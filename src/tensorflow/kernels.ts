// What each tf.js kernel is in TensorFlow. In: a kernel's attributes and its input's shapes. Out: an op and attributes.
import type { Attribute } from '../graph/graph.ts';
import type { Dtype, Value } from '../trace/trace.ts';

interface Constant {
  readonly name: string;
  readonly values: readonly number[];
  readonly shape: readonly number[];
  readonly dtype: Dtype;
}
interface Lowered {
  readonly op: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** inputs that tf.js has as attributes, behind the tensors */
  readonly constants?: readonly Constant[];
}

// biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
type Row = (attributes: any, inputs: readonly Value[], outputs: readonly Value[]) => Lowered;

const typed = (dtype: Dtype, name = 'T'): Record<string, Attribute> => ({ [name]: { type: dtype } });
const list = (name: string, values: readonly number[]): Constant => ({
  name,
  values,
  shape: [values.length],
  dtype: 'int32',
});
const scalar = (name: string, value: number, dtype: Dtype = 'int32'): Constant => ({
  name,
  values: [value],
  shape: [],
  dtype,
});
const four = (pair: number | readonly number[]): number[] => {
  const [h, w] = typeof pair === 'number' ? [pair, pair] : pair;
  return [1, h!, w!, 1];
};
const padding = (pad: unknown): Attribute => ({ s: `${pad}`.toUpperCase() });

const direct =
  (op: string): Row =>
  (_, [x]) => ({ op, attributes: typed(x!.dtype) });

const reduce =
  (op: string): Row =>
  ({ axis, reductionIndices = axis, keepDims }, [x]) => {
    const axes = reductionIndices ?? x!.shape.map((_, i) => i);
    return {
      op,
      attributes: { ...typed(x!.dtype), Tidx: { type: 'int32' }, keep_dims: { b: keepDims } },
      constants: [list('axis', [axes].flat())],
    };
  };

const pool =
  (op: string): Row =>
  ({ filterSize, strides, pad }, [x]) => ({
    op,
    attributes: {
      ...typed(x!.dtype),
      ksize: { ints: four(filterSize) },
      strides: { ints: four(strides) },
      padding: padding(pad),
      data_format: { s: 'NHWC' },
    },
  });

export const kernels: Readonly<Record<string, Row>> = {
  Add: direct('AddV2'),
  AvgPool: pool('AvgPool'),
  BatchMatMul: ({ transposeA, transposeB }, [a]) => ({
    op: 'BatchMatMulV2',
    attributes: { ...typed(a!.dtype), adj_x: { b: transposeA }, adj_y: { b: transposeB } },
  }),
  Cast: ({ dtype }, [x]) => ({ op: 'Cast', attributes: { ...typed(x!.dtype, 'SrcT'), ...typed(dtype, 'DstT') } }),
  Concat: ({ axis }, inputs) => ({
    op: 'ConcatV2',
    attributes: { ...typed(inputs[0]!.dtype), Tidx: { type: 'int32' }, N: { i: inputs.length } },
    constants: [scalar('axis', axis)],
  }),
  Conv2D: ({ strides, dilations, pad }, [x]) => ({
    op: 'Conv2D',
    attributes: {
      ...typed(x!.dtype),
      strides: { ints: four(strides) },
      dilations: { ints: four(dilations) },
      padding: padding(pad),
      data_format: { s: 'NHWC' },
    },
  }),
  Erf: direct('Erf'),
  Exp: direct('Exp'),
  ExpandDims: ({ dim }, [x]) => ({
    op: 'ExpandDims',
    attributes: { ...typed(x!.dtype), Tdim: { type: 'int32' } },
    constants: [scalar('dim', dim)],
  }),
  Fill: ({ shape, value }, _, [y]) => ({
    op: 'Fill',
    attributes: { ...typed(y!.dtype), index_type: { type: 'int32' } },
    constants: [list('dims', shape), scalar('value', value, y!.dtype)],
  }),
  GatherV2: ({ axis, batchDims }, [x, indices]) => ({
    op: 'GatherV2',
    attributes: {
      ...typed(x!.dtype, 'Tparams'),
      ...typed(indices!.dtype, 'Tindices'),
      Taxis: { type: 'int32' },
      batch_dims: { i: batchDims },
    },
    constants: [scalar('axis', axis)],
  }),
  GreaterEqual: direct('GreaterEqual'),
  Identity: direct('Identity'),
  Log: direct('Log'),
  Max: reduce('Max'),
  MaxPool: pool('MaxPool'),
  Mean: reduce('Mean'),
  Multiply: direct('Mul'),
  PadV2: ({ paddings, constantValue }, [x]) => ({
    op: 'PadV2',
    attributes: { ...typed(x!.dtype), Tpaddings: { type: 'int32' } },
    constants: [
      { ...list('paddings', paddings.flat()), shape: [paddings.length, 2] },
      scalar('constant_values', constantValue, x!.dtype),
    ],
  }),
  RealDiv: direct('RealDiv'),
  Relu: direct('Relu'),
  Reshape: (_, [x], [y]) => ({
    op: 'Reshape',
    attributes: { ...typed(x!.dtype), Tshape: { type: 'int32' } },
    constants: [list('shape', y!.shape)],
  }),
  Rsqrt: direct('Rsqrt'),
  Slice: ({ begin }, [x], [y]) => ({
    op: 'Slice',
    attributes: { ...typed(x!.dtype), Index: { type: 'int32' } },
    constants: [list('begin', begin), list('size', y!.shape)],
  }),
  SplitV: ({ axis }, [x], outputs) => ({
    op: 'SplitV',
    attributes: { ...typed(x!.dtype), Tlen: { type: 'int32' }, num_split: { i: outputs.length } },
    constants: [
      list(
        'size_splits',
        outputs.map((output) => output.shape.at(axis)!),
      ),
      scalar('split_dim', axis),
    ],
  }),
  Square: direct('Square'),
  SquaredDifference: direct('SquaredDifference'),
  Sub: direct('Sub'),
  Sum: reduce('Sum'),
  Transpose: ({ perm }, [x]) => ({
    op: 'Transpose',
    attributes: { ...typed(x!.dtype), Tperm: { type: 'int32' } },
    constants: [list('perm', perm)],
  }),
  ZerosLike: direct('ZerosLike'),
};
