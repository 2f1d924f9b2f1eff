// ONNX's convolutions and pools as functions of operands [batch, ...spatial, channels]. ONNX itself puts the channels before
// the spatial axes: the transposes that this needs meet, and `passes/transposes.ts` cancels them.
import type { Attributes } from '../../graph/graph.ts';
import { type Geometry, geometry, type Pair, type WindowAttributes } from '../../kernels/geometry.ts';
import { pad, slice, transpose } from './arrayOps.ts';
import { type Operand, opOutput, type Spec } from './operand.ts';

type Shape = readonly number[];

/** Lists of axes that put the channels, which come last, first after the batch, and back. */
const channelAxes = (rank: number): { readonly first: Shape; readonly last: Shape } => ({
  first: [0, rank - 1, ...Array.from({ length: rank - 2 }, (_, i) => i + 1)],
  last: [0, ...Array.from({ length: rank - 2 }, (_, i) => i + 2), 1],
});

export const channelsFirst = (x: Operand): Operand => transpose(x, channelAxes(x.shape.length).first);
export const channelsLast = (x: Operand): Operand => transpose(x, channelAxes(x.shape.length).last);

const isFirst = ({ dataFormat }: { readonly dataFormat?: string }): boolean =>
  dataFormat === 'NCHW' || dataFormat === 'NCDHW';

/** The kernel's input as ONNX takes it, [batch, channels, ...spatial]. */
export const windowInput = (attributes: { readonly dataFormat?: string }, x: Operand): Operand =>
  isFirst(attributes) ? x : channelsFirst(x);

/** An output of ONNX in the kernel's layout. */
export const windowOutput = (attributes: { readonly dataFormat?: string }, y: Operand): Operand =>
  isFirst(attributes) ? y : channelsLast(y);

/** The spatial sizes of a shape in the kernel's layout. */
export const spatial = (attributes: { readonly dataFormat?: string }, shape: Shape): Shape =>
  isFirst(attributes) ? shape.slice(2) : shape.slice(1, -1);

/** The geometry of a convolution in the kernel's layout. @param filter [...spatial, in, out] */
export const convolutionGeometry = (
  attributes: WindowAttributes,
  shapes: { readonly input: Shape; readonly filter: Shape; readonly output: Shape },
): Geometry =>
  geometry(attributes, {
    input: spatial(attributes, shapes.input),
    window: shapes.filter.slice(0, -2),
    output: spatial(attributes, shapes.output),
  });

/** Attribute `pads` of ONNX: all sides before, then all sides after. */
export const pads = (sides: readonly Pair[]): Attributes => ({
  pads: { ints: [...sides.map(([before]) => before), ...sides.map(([, after]) => after)] },
});

/** Crops the spatial axes of `x` [batch, channels, ...spatial] where a side is negative. */
export function cropped(x: Operand, sides: readonly Pair[]): Operand {
  if (sides.flat().every((side) => side >= 0)) return x;
  return slice(
    x,
    x.shape.map((size, axis) => {
      const [before = 0, after = 0] = sides[axis - 2] ?? [];
      return before < 0 || after < 0 ? { start: Math.max(0, -before), end: size - Math.max(0, -after) } : undefined;
    }),
  );
}

/** Pads the spatial axes of `x` [batch, channels, ...spatial], or crops them where a side is negative. */
export const bordered = (x: Operand, sides: readonly Pair[], value: number): Operand =>
  pad(cropped(x, sides), [[0, 0], [0, 0], ...positive(sides)], value);

/** The sides that add elements; 0 for those that cut some off. */
export const positive = (sides: readonly Pair[]): Pair[] =>
  sides.map(([before, after]) => [Math.max(0, before), Math.max(0, after)]);

export interface ConvolutionSettings {
  readonly strides: Shape;
  readonly dilations: Shape;
  readonly sides: readonly Pair[];
  readonly group?: number;
}

/** @param filter [out, in / group, ...spatial] */
export function convolve(x: Operand, filter: Operand, settings: ConvolutionSettings): Operand {
  const { strides, dilations, sides, group = 1 } = settings;
  const kernel = filter.shape.slice(2);
  const input = cropped(x, sides);
  const around = positive(sides);
  const sizes = kernel.map((size, i) => {
    const [before, after] = around[i]!;
    const room = input.shape[i + 2]! + before + after - ((size - 1) * dilations[i]! + 1);
    return Math.floor(room / strides[i]!) + 1;
  });
  const output: Spec = { shape: [x.shape[0]!, filter.shape[0]!, ...sizes], dtype: x.dtype };
  return opOutput('Conv', [input, filter], output, {
    dilations: { ints: dilations },
    group: { i: group },
    kernel_shape: { ints: kernel },
    ...pads(around),
    strides: { ints: strides },
  });
}

/**
 * The gradient of `convolve` by its input.
 * @param filter the filter of the convolution
 * @param sizes the spatial sizes of its input
 */
export function convolveTransposed(
  dy: Operand,
  filter: Operand,
  { strides, dilations, sides, group = 1 }: ConvolutionSettings,
  sizes: Shape,
): Operand {
  const kernel = filter.shape.slice(2);
  const around = positive(sides);
  // the sizes of the input without what was cropped from it
  const inner = sizes.map((size, i) => size + Math.min(0, sides[i]![0]) + Math.min(0, sides[i]![1]));
  const rest = inner.map((size, i) => {
    const [before, after] = around[i]!;
    return size - ((dy.shape[i + 2]! - 1) * strides[i]! + (kernel[i]! - 1) * dilations[i]! + 1 - before - after);
  });
  const output: Spec = { shape: [dy.shape[0]!, filter.shape[1]! * group, ...inner], dtype: dy.dtype };
  const dx = opOutput('ConvTranspose', [dy, filter], output, {
    dilations: { ints: dilations },
    group: { i: group },
    kernel_shape: { ints: kernel },
    output_padding: { ints: rest },
    ...pads(around),
    strides: { ints: strides },
  });
  // elements that were cropped have no gradient
  const cut = sides.map(([before, after]): Pair => [Math.max(0, -before), Math.max(0, -after)]);
  return pad(dx, [[0, 0], [0, 0], ...cut], 0);
}
