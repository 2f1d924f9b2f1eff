// Convolutions, pools and products. In: attributes and values. Out: TensorFlow ops.

import { UserError } from '../../../errors.ts';
import { noRule } from '../../../kernels/noRule.ts';
import type { windows as shapes } from '../../../kernels/shapes/windows.ts';
import type { Value } from '../../../trace/trace.ts';
import { prelu } from './elementwise.ts';
import {
  int32,
  type Lowering,
  type LoweringRow,
  list,
  type Spec,
  type Step,
  step,
  through,
  typed,
  type Wire,
  wire,
  wires,
} from './lowering.ts';
import {
  around,
  asGiven,
  channelsLast,
  type Geometry,
  geometry,
  lastShape,
  padded,
  spreadOut,
  thinned,
  type WindowAttributes,
  windowed,
} from './windowGeometry.ts';

type Shape = readonly number[];

/** What TensorFlow's op of a convolution can do on the CPU. */
export interface Abilities {
  readonly axes: 2 | 3;
  /** pads by itself with other numbers than those of 'same' */
  readonly pads?: true;
  /** takes windows with gaps */
  readonly dilates?: true;
  /** takes one stride an axis */
  readonly strides?: true;
}

export const abilities: Readonly<Record<string, Abilities>> = {
  Conv2D: { axes: 2, pads: true, dilates: true, strides: true },
  Conv3D: { axes: 3, strides: true },
  DepthwiseConv2dNative: { axes: 2, pads: true },
};

/** The window of a convolution as its op takes it, and what is to be done around it. */
export interface Convolution {
  readonly shape: Geometry;
  /** the attributes of the op */
  readonly attributes: Step['attributes'];
  /** sides to put around the input before the op */
  readonly outside: Geometry['sides'];
  /** gaps to write into the filter, one number each of its axes */
  readonly gaps: Shape;
  /** the numbers of each axis of the output of which the op gives all and the kernel the first */
  readonly every: Shape;
  /** the op's output [batch, ...spatial, channels] */
  readonly dense: Shape;
}

/** @param input, filter, output shapes, [batch, ...spatial, channels] and [...spatial, in, out] */
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
  // without its own stride or gaps the op would pad for 'same' otherwise
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

/** The filter with its gaps written out as zeros. */
export const gapped = (filter: Wire, { gaps, shape }: Convolution): Wire =>
  spreadOut(filter, gaps, [...shape.reach, ...filter.shape.slice(-2)]);

const convolved =
  (op: string): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = wires(inputs, named);
    const x = channelsLast(attributes, input('x'));
    const output = lastShape(attributes, y!.shape);
    const plan = convolution(abilities[op]!, attributes, x.dtype, [x.shape, input('filter').shape, output]);
    const dense = through(
      op,
      plan.attributes,
      { shape: plan.dense, dtype: y!.dtype },
      padded(x, plan.outside, 0),
      gapped(input('filter'), plan),
    );
    return asGiven(attributes, thinned(dense, plan.every, output)).from;
  };

/** @param axes of space; [batch, ...spatial, channels] */
export function poolGeometry(attributes: PoolAttributes, axes: number, input: Shape, output: Shape): Geometry {
  const { filterSize } = attributes;
  const window = typeof filterSize === 'number' ? new Array<number>(axes).fill(filterSize) : filterSize;
  return geometry(attributes, { input: input.slice(1, -1), window, output: output.slice(1, -1) });
}

export interface PoolAttributes extends WindowAttributes {
  readonly filterSize: number | Shape;
}

/** What stands for no number in a maximum: what any other is above. */
export const lowest = (dtype: Spec['dtype']): number => (dtype === 'int32' ? -(2 ** 31) : Number.NEGATIVE_INFINITY);

const maxPool =
  (op: string, axes: number): Lowering =>
  (attributes, [x], [y]) => {
    const shape = poolGeometry(attributes, axes, x!.shape, y!.shape);
    const outside = shape.padding === 'EXPLICIT' ? shape.sides : [];
    const window = shape.padding === 'EXPLICIT' ? ({ ...shape, padding: 'VALID' } as const) : shape;
    const ksize = { ksize: around(shape.reach) };
    return through(op, { ...windowed(x!.dtype, window), ...ksize }, y!, padded(wire(0, x!), outside, lowest(x!.dtype)))
      .from;
  };

// a mean of the numbers inside alone
const avgPool =
  (op: string, axes: number): Lowering =>
  (attributes, [x], [y]) => {
    const shape = poolGeometry(attributes, axes, x!.shape, y!.shape);
    const ksize = { ksize: around(shape.reach) };
    if (shape.padding !== 'EXPLICIT')
      return through(op, { ...windowed(x!.dtype, shape), ...ksize }, y!, wire(0, x!)).from;
    const window = { ...shape, padding: 'VALID' } as const;
    const all = through(op, { ...windowed(x!.dtype, window), ...ksize }, y!, padded(wire(0, x!), shape.sides, 0));
    return step('Mul', y!, all, shares(shape, x!.shape, y!.shape)).from;
  };

/** All numbers of a window by those inside, for each place of the output: [1, ...spatial, 1]. */
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

// the names of tf.js's fused activations
const activations: Readonly<Record<string, (y: Value, x: Wire<Step>, alpha: number, weights?: Wire) => Wire<Step>>> = {
  linear: (_, x) => x,
  relu: (y, x) => step('Relu', y, x),
  relu6: (y, x) => step('Relu6', y, x),
  elu: (y, x) => step('Elu', y, x),
  sigmoid: (y, x) => step('Sigmoid', y, x),
  leakyrelu: (y, x, alpha) => through('LeakyRelu', { ...typed(y.dtype), alpha: { f: alpha } }, y, x),
  prelu: (y, x, _, weights) => prelu(y, x, weights!),
};

/** One number a channel, shaped so that it meets the channels. */
function besideChannels(attributes: { readonly dataFormat?: string }, x: Wire): Wire {
  if (attributes.dataFormat !== 'NCHW' || x.shape.length !== 1 || x.shape[0] === 1) return x;
  const shape = [x.shape[0]!, 1, 1];
  return through('Reshape', { ...typed(x.dtype), ...int32('Tshape') }, { ...x, shape }, x, list('shape', shape));
}

/** The plain kernel, its bias and its activation as ops of their own. */
const fused =
  (plain: Lowering): Lowering =>
  (attributes, inputs, outputs, named) => {
    const [y] = outputs as readonly [Value];
    const { activation = 'linear', leakyreluAlpha = 0.2 } = attributes;
    const activate = activations[activation];
    if (!activate) throw new UserError(`no TensorFlow op is known for the fused activation ${activation}`);
    const bare = plain(attributes, inputs, outputs, named) as Step;
    const input = wires(inputs, named);
    const x = wire(bare, y);
    const beside = (name: string) => (named(name) === undefined ? undefined : besideChannels(attributes, input(name)));
    const bias = beside('bias');
    const biased = bias === undefined ? x : step('AddV2', y, x, bias);
    const weights = beside('preluActivationWeights');
    return activate(y, biased, leakyreluAlpha, weights).from;
  };

const matMul: Lowering = ({ transposeA, transposeB }, [a], [y]) => ({
  op: 'BatchMatMulV2',
  attributes: { ...typed(a!.dtype), adj_x: { b: transposeA }, adj_y: { b: transposeB } },
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
    attributes: { ...typed(inputs[0]!.dtype), N: { i: inputs.length }, equation: { s: equation } },
  }),
  FusedConv2D: fused(convolved('Conv2D')),
  FusedDepthwiseConv2D: fused(convolved('DepthwiseConv2dNative')),
  _FusedMatMul: fused(matMul),
  MaxPool: maxPool('MaxPool', 2),
  MaxPool3D: maxPool('MaxPool3D', 3),
  // its padding is never given in numbers
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
