// The ops around TensorFlow's ops for convolutions and pools: another layout, padding and cropping.
import type { Attribute } from '../../../graph/graph.ts';
import type { Geometry, Pair } from '../../../kernels/geometry.ts';
import type { Dtype } from '../../../tensors.ts';
import {
  int32,
  list,
  type Operand,
  type OpNode,
  opNode,
  pairs,
  type Source,
  type Spec,
  scalar,
  typeAttribute,
} from './lowering.ts';

/** A list with one number per axis, 1 for the batch and the channels. */
export const around = (inner: readonly number[]): Attribute => ({ ints: [1, ...inner, 1] });

/** Attributes of a window in TensorFlow, with `sides` for explicit padding. */
export const windowed = (
  dtype: Spec['dtype'],
  { strides, padding, sides }: Pick<Geometry, 'strides' | 'padding' | 'sides'>,
): OpNode['attributes'] => ({
  ...typeAttribute(dtype),
  strides: around(strides),
  padding: { s: padding },
  ...(padding === 'EXPLICIT' && { explicit_paddings: { ints: [0, 0, ...sides.flat(), 0, 0] } }),
  data_format: { s: strides.length === 2 ? 'NHWC' : 'NDHWC' },
});

const last = (axes: number): number[] => [0, ...Array.from({ length: axes }, (_, i) => i + 2), 1];
const first = (axes: number): number[] => [0, axes + 1, ...Array.from({ length: axes }, (_, i) => i + 1)];

const transposed = (x: Operand, perm: readonly number[]): Operand<OpNode> => {
  const shape = perm.map((axis) => x.shape[axis]!);
  return opNode('Transpose', { ...typeAttribute(x.dtype), ...int32('Tperm') }, { ...x, shape }, x, list('perm', perm));
};

const channelsFirst = ({ dataFormat }: { readonly dataFormat?: string }): boolean =>
  dataFormat === 'NCHW' || dataFormat === 'NCDHW';

/** Transposes `x` to [batch, ...spatial, channels], the only layout of TensorFlow's CPU kernels. */
export const channelsLast = (attributes: { readonly dataFormat?: string }, x: Operand): Operand =>
  channelsFirst(attributes) ? transposed(x, last(x.shape.length - 2)) : x;

/** Transposes back to the layout of the kernel. */
export const asGiven = (attributes: { readonly dataFormat?: string }, y: Operand<OpNode>): Operand<OpNode> =>
  channelsFirst(attributes) ? transposed(y, first(y.shape.length - 2)) : y;

/** A shape of the kernel's layout as [batch, ...spatial, channels]. */
export const lastShape = (attributes: { readonly dataFormat?: string }, shape: readonly number[]): number[] =>
  channelsFirst(attributes) ? last(shape.length - 2).map((axis) => shape[axis]!) : [...shape];

/** Pads the spatial axes of `x`, or crops them where a side is negative. */
export function padded<From extends Source>(
  x: Operand<From>,
  sides: readonly Pair[],
  value: number,
): Operand<From | OpNode> {
  const cut = sides.map((pair) => pair.map((side) => Math.max(0, -side)));
  const put = sides.map((pair) => pair.map((side) => Math.max(0, side)));
  const kept = cut.flat().some((side) => side > 0)
    ? sliced(x, [0, ...cut.map(([before]) => before!), 0], resized(x, cut, -1))
    : x;
  if (put.flat().every((side) => side === 0)) return kept;
  const paddings = pairs('paddings', [[0, 0], ...put, [0, 0]]);
  const constant = scalar('constant_values', value, x.dtype as Dtype);
  const output = { ...kept, shape: resized(kept, put, 1) };
  return opNode('PadV2', { ...typeAttribute(x.dtype), ...int32('Tpaddings') }, output, kept, paddings, constant);
}

/** The inverse of `padded` for a gradient: padding is cropped, and cropped elements get 0. */
export const unpadded = (x: Operand<OpNode>, sides: readonly Pair[]): Operand<OpNode> =>
  padded(
    x,
    sides.map(([before, after]): Pair => [-before, -after]),
    0,
  );

/** The shape with the sides added to its spatial axes, or with `sign` -1 subtracted. */
export const resized = ({ shape }: Pick<Spec, 'shape'>, sides: readonly (readonly number[])[], sign = 1): number[] =>
  shape.map((size, axis) => {
    const [before = 0, after = 0] = sides[axis - 1] ?? [];
    return size + sign * (before + after);
  });

const sliced = (x: Operand, begin: readonly number[], size: readonly number[]): Operand<OpNode> =>
  opNode(
    'Slice',
    { ...typeAttribute(x.dtype), ...int32('Index') },
    { ...x, shape: size },
    x,
    list('begin', begin),
    list('size', size),
  );

const masks = Object.fromEntries(
  ['begin', 'end', 'ellipsis', 'new_axis', 'shrink_axis'].map((name) => [`${name}_mask`, { i: 0 }]),
);

/** Every `steps[axis]`-th element along each axis, from the first. */
export function thinned<From extends Source>(
  x: Operand<From>,
  steps: readonly number[],
  shape: readonly number[],
): Operand<From | OpNode> {
  if (steps.every((each) => each === 1)) return x;
  const attributes = { ...typeAttribute(x.dtype), ...int32('Index'), ...masks };
  return opNode('StridedSlice', attributes, { ...x, shape }, x, ...everyNth(steps, x.shape));
}

/** The inverse of `thinned`: `y` with zeros between its elements. */
export function spreadOut(y: Operand, steps: readonly number[], shape: readonly number[]): Operand {
  if (steps.every((each) => each === 1)) return y;
  const attributes = { ...typeAttribute(y.dtype), ...int32('Index'), ...masks };
  const [begin, end, strides] = everyNth(steps, shape);
  return opNode('StridedSliceGrad', attributes, { ...y, shape }, list('shape', shape), begin!, end!, strides!, y);
}

const everyNth = (steps: readonly number[], shape: readonly number[]) => [
  list(
    'begin',
    shape.map(() => 0),
  ),
  list('end', shape),
  list('strides', steps),
];
