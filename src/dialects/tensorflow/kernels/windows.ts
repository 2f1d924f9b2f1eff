// TensorFlow ops of convolutions, pools and matrix products.

import { UserError } from '../../../errors.ts';
import { type Geometry, geometry, poolGeometry, type WindowAttributes } from '../../../kernels/geometry.ts';
import { noRule } from '../../../kernels/noRule.ts';
import type { windows as shapes } from '../../../kernels/shapes/windows.ts';
import type { Value } from '../../../trace/trace.ts';
import { prelu } from './elementwise.ts';
import {
  inputOperands,
  int32,
  type Lowering,
  type LoweringRow,
  list,
  type Operand,
  type OpNode,
  operand,
  opNode,
  type Spec,
  typeAttribute,
  typedOp,
} from './lowering.ts';
import { around, asGiven, channelsLast, lastShape, padded, spreadOut, thinned, windowed } from './windowGeometry.ts';

type Shape = readonly number[];

/** Features of TensorFlow's op for a convolution on the CPU. */
export interface Abilities {
  readonly axes: 2 | 3;
  /** Accepts explicit paddings. */
  readonly pads?: true;
  /** Accepts dilations. */
  readonly dilates?: true;
  /** Accepts a different stride for each axis. */
  readonly strides?: true;
}

export const abilities: Readonly<Record<string, Abilities>> = {
  Conv2D: { axes: 2, pads: true, dilates: true, strides: true },
  Conv3D: { axes: 3, strides: true },
  DepthwiseConv2dNative: { axes: 2, pads: true },
};

/** The window of a convolution as TensorFlow's op accepts it, and the ops needed before and after. */
export interface Convolution {
  readonly shape: Geometry;
  /** Attributes of the op. */
  readonly attributes: OpNode['attributes'];
  /** Padding of the input before the op. */
  readonly outside: Geometry['sides'];
  /** Dilation of each axis of the filter that is written into the filter as zeros. */
  readonly gaps: Shape;
  /** Stride of each axis of the op's output at which the kernel's output has elements. */
  readonly every: Shape;
  /** Shape of the op's output, [batch, ...spatial, channels]. */
  readonly dense: Shape;
}

/** The last parameter holds the shapes of input and output, [batch, ...spatial, channels], and filter, [...spatial, in, out]. */
export function convolution(
  { axes, pads, dilates, strides }: Abilities,
  attributes: WindowAttributes,
  dtype: Spec['dtype'],
  [input, filter, output]: readonly [Shape, Shape, Shape],
): Convolution {
  const spatial = (shape: Shape, from: number) => shape.slice(from, from + axes);
  const sizes = { input: spatial(input, 1), window: spatial(filter, 0), output: spatial(output, 1) };
  const shape = geometry(attributes, sizes);
  const ones = shape.strides.map(() => 1);
  const uneven = !strides && new Set(shape.strides).size > 1;
  const steps = uneven ? ones : shape.strides;
  const gapped = !dilates && shape.dilations.some((gap) => gap > 1);
  // without the kernel's strides or dilations the op would compute other paddings for 'same'
  const own = shape.padding === 'VALID' || (shape.padding === 'SAME' ? !uneven : pads && shape.exact && !uneven);
  const window = own ? { ...shape, strides: steps } : { strides: steps, padding: 'VALID' as const, sides: [] };
  const dilations = gapped ? ones : shape.dilations;
  const last = output.at(-1)!;
  const whole = sizes.input.map((size, i) => {
    const [before, after] = shape.sides[i]!;
    return size + before + after - shape.reach[i]! + 1;
  });
  return {
    shape,
    attributes: { ...windowed(dtype, window), dilations: around(dilations) },
    outside: own ? [] : shape.sides,
    gaps: [...(gapped ? shape.dilations : ones), 1, 1],
    every: [1, ...(uneven ? shape.strides : ones), 1],
    dense: [output[0]!, ...(uneven ? whole : sizes.output), last],
  };
}

/** The filter with zeros between its elements, in place of dilations. */
export const gapped = (filter: Operand, { gaps, shape }: Convolution): Operand =>
  spreadOut(filter, gaps, [...shape.reach, ...filter.shape.slice(-2)]);

const convolved =
  (op: string): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = inputOperands(inputs, named);
    const x = channelsLast(attributes, input('x'));
    const output = lastShape(attributes, y!.shape);
    const plan = convolution(abilities[op]!, attributes, x.dtype, [x.shape, input('filter').shape, output]);
    const dense = opNode(
      op,
      plan.attributes,
      { shape: plan.dense, dtype: y!.dtype },
      padded(x, plan.outside, 0),
      gapped(input('filter'), plan),
    );
    return asGiven(attributes, thinned(dense, plan.every, output)).source;
  };

/** The padding value of a maximum: no element is lower. */
export const lowest = (dtype: Spec['dtype']): number => (dtype === 'int32' ? -(2 ** 31) : Number.NEGATIVE_INFINITY);

const maxPool =
  (op: string, axes: number): Lowering =>
  (attributes, [x], [y]) => {
    const shape = poolGeometry(attributes, axes, x!.shape, y!.shape);
    const outside = shape.padding === 'EXPLICIT' ? shape.sides : [];
    const window = shape.padding === 'EXPLICIT' ? ({ ...shape, padding: 'VALID' } as const) : shape;
    const ksize = { ksize: around(shape.reach) };
    return opNode(
      op,
      { ...windowed(x!.dtype, window), ...ksize },
      y!,
      padded(operand(0, x!), outside, lowest(x!.dtype)),
    ).source;
  };

// a mean of the elements inside the input, without the padding
const avgPool =
  (op: string, axes: number): Lowering =>
  (attributes, [x], [y]) => {
    const shape = poolGeometry(attributes, axes, x!.shape, y!.shape);
    const ksize = { ksize: around(shape.reach) };
    if (shape.padding !== 'EXPLICIT')
      return opNode(op, { ...windowed(x!.dtype, shape), ...ksize }, y!, operand(0, x!)).source;
    const window = { ...shape, padding: 'VALID' } as const;
    const all = opNode(op, { ...windowed(x!.dtype, window), ...ksize }, y!, padded(operand(0, x!), shape.sides, 0));
    return typedOp('Mul', y!, all, shares(shape, x!.shape, y!.shape)).source;
  };

/** Size of a window divided by the count of its elements inside the input: [1, ...spatial, 1]. */
function shares({ strides, reach, sides }: Geometry, input: Shape, output: Shape) {
  const inside = strides.map((stride, i) =>
    Array.from({ length: output[i + 1]! }, (_, at) => {
      const begin = at * stride - sides[i]![0];
      return Math.max(0, Math.min(begin + reach[i]!, input[i + 1]!) - Math.max(begin, 0));
    }),
  );
  const all = reach.reduce((a, b) => a * b, 1);
  const counts = inside.reduce((outer, axis) => outer.flatMap((a) => axis.map((b) => a * b)), [1]);
  const shape = [1, ...inside.map(({ length }) => length), 1];
  return { name: 'shares', dtype: 'float32', shape, values: counts.map((count) => all / count) } as const;
}

// keyed by tf.js's names of fused activations
const activations: Readonly<
  Record<string, (y: Value, x: Operand<OpNode>, alpha: number, weights?: Operand) => Operand<OpNode>>
> = {
  linear: (_, x) => x,
  relu: (y, x) => typedOp('Relu', y, x),
  relu6: (y, x) => typedOp('Relu6', y, x),
  elu: (y, x) => typedOp('Elu', y, x),
  sigmoid: (y, x) => typedOp('Sigmoid', y, x),
  leakyrelu: (y, x, alpha) => opNode('LeakyRelu', { ...typeAttribute(y.dtype), alpha: { f: alpha } }, y, x),
  prelu: (y, x, _, weights) => prelu(y, x, weights!),
};

/** Reshapes a vector with one element per channel so that it broadcasts along the channels. */
function besideChannels(attributes: { readonly dataFormat?: string }, x: Operand): Operand {
  if (attributes.dataFormat !== 'NCHW' || x.shape.length !== 1 || x.shape[0] === 1) return x;
  const shape = [x.shape[0]!, 1, 1];
  return opNode('Reshape', { ...typeAttribute(x.dtype), ...int32('Tshape') }, { ...x, shape }, x, list('shape', shape));
}

/** A lowering to separate ops: the plain kernel, its bias and its activation. */
const fused =
  (plain: Lowering): Lowering =>
  (attributes, inputs, outputs, named) => {
    const [y] = outputs as readonly [Value];
    const { activation = 'linear', leakyreluAlpha = 0.2 } = attributes;
    const activate = activations[activation];
    if (!activate) throw new UserError(`no TensorFlow op is known for the fused activation ${activation}`);
    const bare = plain(attributes, inputs, outputs, named) as OpNode;
    const input = inputOperands(inputs, named);
    const x = operand(bare, y);
    const beside = (name: string) => (named(name) === undefined ? undefined : besideChannels(attributes, input(name)));
    const bias = beside('bias');
    const biased = bias === undefined ? x : typedOp('AddV2', y, x, bias);
    const weights = beside('preluActivationWeights');
    return activate(y, biased, leakyreluAlpha, weights).source;
  };

const matMul: Lowering = ({ transposeA, transposeB }, [a], [y]) => ({
  op: 'BatchMatMulV2',
  attributes: { ...typeAttribute(a!.dtype), adj_x: { b: transposeA }, adj_y: { b: transposeB } },
  inputs: [0, 1],
  outputs: [y!],
});

export const windows = {
  AvgPool: avgPool('AvgPool', 2),
  AvgPool3D: avgPool('AvgPool3D', 3),
  BatchMatMul: matMul,
  Conv2D: convolved('Conv2D'),
  Conv3D: convolved('Conv3D'),
  DepthwiseConv2dNative: convolved('DepthwiseConv2dNative'),
  Einsum: ({ equation }, inputs) => ({
    op: 'Einsum',
    attributes: { ...typeAttribute(inputs[0]!.dtype), N: { i: inputs.length }, equation: { s: equation } },
  }),
  FusedConv2D: fused(convolved('Conv2D')),
  FusedDepthwiseConv2D: fused(convolved('DepthwiseConv2dNative')),
  _FusedMatMul: fused(matMul),
  MaxPool: maxPool('MaxPool', 2),
  MaxPool3D: maxPool('MaxPool3D', 3),
  // tf.js passes no explicit paddings to this kernel
  MaxPoolWithArgmax: (attributes, [x], outputs) => {
    const shape = poolGeometry(attributes, 2, x!.shape, outputs[0]!.shape);
    const { data_format: _, ...window } = windowed(x!.dtype, shape);
    const batch = { include_batch_in_index: { b: Boolean(attributes.includeBatchInIndex) } };
    return {
      op: 'MaxPoolWithArgmax',
      attributes: { ...window, ksize: around(shape.reach), ...int32('Targmax'), ...batch },
    };
  },
  Pool: noRule('a name that no function calls and no backend registers'),
} satisfies Record<keyof typeof shapes, LoweringRow>;
