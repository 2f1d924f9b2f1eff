// ONNX ops of convolutions, pools and matrix products.
import { UserError } from '../../../errors.ts';
import { type Geometry, type PoolAttributes, poolGeometry } from '../../../kernels/geometry.ts';
import { noRule } from '../../../kernels/noRule.ts';
import type { windows as shapes } from '../../../kernels/shapes/windows.ts';
import { product } from '../../../tensors.ts';
import { indices, matMul, reshape, transpose, transposeMatrix, unsqueeze } from '../arrayOps.ts';
import { add, binary, cast, div, mul, numberLike, unary } from '../elementOps.ts';
import { constant, type Lowering, type LoweringRow, type Operand, opOutput, outputsOf } from '../operand.ts';
import {
  bordered,
  channelsFirst,
  channelsLast,
  convolutionGeometry,
  convolve,
  cropped,
  pads,
  positive,
  windowInput,
  windowOutput,
} from '../windowOps.ts';
import { clip, prelu } from './elementwise.ts';

type Shape = readonly number[];

/** A filter [...spatial, in, out] as [out, in, ...spatial]. */
export const denseFilter = (filter: Operand): Operand => {
  const rank = filter.shape.length;
  return transpose(filter, [rank - 1, rank - 2, ...filter.shape.slice(2).map((_, axis) => axis)]);
};

/** A filter [height, width, in, multiplier] as [in * multiplier, 1, height, width]. */
export const depthwiseFilter = (filter: Operand): Operand => {
  const [height, width, channels, multiplier] = filter.shape as [number, number, number, number];
  return reshape(transpose(filter, [2, 3, 0, 1]), [channels * multiplier, 1, height, width]);
};

const convolved =
  (isDepthwise: boolean): Lowering =>
  ({ x, filter }, attributes, [y]) => {
    const shape = convolutionGeometry(attributes, { input: x.shape, filter: filter.shape, output: y!.shape });
    const weights = isDepthwise ? depthwiseFilter(filter) : denseFilter(filter);
    const group = isDepthwise ? filter.shape[2]! : 1;
    return windowOutput(attributes, convolve(windowInput(attributes, x), weights, { ...shape, group }));
  };

/** Whether ONNX's pools take these paddings: they are smaller than the window. */
const fits = ({ sides, reach }: Geometry): boolean => sides.every((pair, i) => pair.every((side) => side < reach[i]!));

const pooled = (op: string, x: Operand, shape: Geometry, sizes: Shape): Operand =>
  opOutput(
    op,
    [cropped(x, shape.sides)],
    { shape: [...x.shape.slice(0, 2), ...sizes], dtype: x.dtype },
    { kernel_shape: { ints: shape.reach }, ...pads(positive(shape.sides)), strides: { ints: shape.strides } },
  );

/** The same windows without padding, over an input that is padded already. */
const unpadded = (shape: Geometry): Geometry => ({ ...shape, sides: shape.sides.map(() => [0, 0]) });

/** The padding of a maximum: no element is lower. */
const lowest = Number.NEGATIVE_INFINITY;

const maxPool =
  (axes: number): Lowering =>
  ({ x }, attributes: PoolAttributes, [y]) => {
    const shape = poolGeometry(attributes, axes, x.shape, y!.shape);
    // float64 holds every int32
    const input = channelsFirst(cast(x, x.dtype === 'float32' ? 'float32' : 'float64'));
    const sizes = y!.shape.slice(1, -1);
    const result = fits(shape)
      ? pooled('MaxPool', input, shape, sizes)
      : pooled('MaxPool', bordered(input, shape.sides, lowest), unpadded(shape), sizes);
    return cast(channelsLast(result), x.dtype);
  };

// a mean of the elements inside the input, without the padding
const avgPool =
  (axes: number): Lowering =>
  ({ x }, attributes: PoolAttributes, [y]) => {
    const shape = poolGeometry(attributes, axes, x.shape, y!.shape);
    const sizes = y!.shape.slice(1, -1);
    const input = channelsFirst(x);
    if (fits(shape)) return channelsLast(pooled('AveragePool', input, shape, sizes));
    const all = pooled('AveragePool', bordered(input, shape.sides, 0), unpadded(shape), sizes);
    return channelsLast(mul(all, shares(shape, x.shape, y!.shape)));
  };

/** Size of a window divided by the count of its elements inside the input: [1, 1, ...spatial]. */
function shares({ strides, reach, sides }: Geometry, input: Shape, output: Shape): Operand {
  const inside = strides.map((stride, i) =>
    Array.from({ length: output[i + 1]! }, (_, at) => {
      const begin = at * stride - sides[i]![0];
      return Math.max(0, Math.min(begin + reach[i]!, input[i + 1]!) - Math.max(begin, 0));
    }),
  );
  const counts = inside.reduce((outer, axis) => outer.flatMap((a) => axis.map((b) => a * b)), [1]);
  const values = counts.map((count) => product(reach) / count);
  return constant('shares', 'float32', [1, 1, ...inside.map(({ length }) => length)], values);
}

// tf.js counts an element in [batch, height, width, channels], or without the batch; ONNX in [batch, channels, height, width]
const maxPoolWithArgmax: Lowering = ({ x }, attributes, [y]) => {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const shape = poolGeometry(attributes, 2, x.shape, y!.shape);
  // a window may lie in the padding as a whole, where tf.js counts -1
  if (!fits(shape))
    throw new UserError('no ONNX op is known for a MaxPoolWithArgmax whose padding is as wide as its window');
  const input = channelsFirst(cast(x, x.dtype === 'float32' ? 'float32' : 'float64'));
  const spec = { shape: [batch, channels, ...y!.shape.slice(1, 3)], dtype: input.dtype };
  const [largest, index] = outputsOf('MaxPool', [input], [spec, { ...spec, dtype: 'int64' }], {
    kernel_shape: { ints: shape.reach },
    ...pads(shape.sides),
    strides: { ints: shape.strides },
  }) as [Operand, Operand];
  const pixels = numberLike(index, height * width, 'pixels');
  const pixel = binary('Mod', index, pixels);
  const channel = unsqueeze(indices(channels, 'int64'), [1, 2]);
  const inImage = add(mul(pixel, numberLike(index, channels, 'channels')), channel);
  const image = div(index, mul(pixels, numberLike(index, channels, 'channels')));
  const inBatch = mul(image, numberLike(index, height * width * channels, 'image'));
  const counted = attributes.includeBatchInIndex ? add(inImage, inBatch) : inImage;
  return [cast(channelsLast(largest), x.dtype), cast(channelsLast(counted), 'int32')];
};

const multiplied: Lowering = ({ a, b }, { transposeA, transposeB }) =>
  matMul(transposeA ? transposeMatrix(a) : a, transposeB ? transposeMatrix(b) : b);

// keyed by tf.js's names of fused activations
const activations: Readonly<Record<string, (x: Operand, alpha: number, weights: Operand) => Operand>> = {
  linear: (x) => x,
  relu: (x) => unary('Relu', x),
  relu6: (x) => clip(x, 0, 6),
  elu: (x) => unary('Elu', x),
  sigmoid: (x) => unary('Sigmoid', x),
  leakyrelu: (x, alpha) => unary('LeakyRelu', x, { alpha: { f: alpha } }),
  prelu: (x, _, weights) => prelu(x, weights),
};

/** A vector with one element per channel, shaped so that it broadcasts along the channels of the kernel's layout. */
const alongChannels = ({ dataFormat }: { readonly dataFormat?: string }, x: Operand): Operand =>
  dataFormat !== 'NCHW' || x.shape.length !== 1 || x.shape[0] === 1 ? x : unsqueeze(x, [1, 2]);

/** A lowering to the plain kernel, its bias and its activation. */
const fused =
  (plain: Lowering): Lowering =>
  (inputs, attributes, outputs, all) => {
    const { activation = 'linear', leakyreluAlpha = 0.2 } = attributes;
    const activate = activations[activation];
    if (!activate) throw new UserError(`no ONNX op is known for the fused activation ${activation}`);
    const bare = plain(inputs, attributes, outputs, all) as Operand;
    const { bias, preluActivationWeights: weights } = inputs;
    const biased = bias ? add(bare, alongChannels(attributes, bias)) : bare;
    return activate(biased, leakyreluAlpha, weights && alongChannels(attributes, weights));
  };

export const windows = {
  AvgPool: avgPool(2),
  AvgPool3D: avgPool(3),
  BatchMatMul: multiplied,
  Conv2D: convolved(false),
  Conv3D: convolved(false),
  DepthwiseConv2dNative: convolved(true),
  Einsum: (_, { equation }, [y], all) =>
    opOutput('Einsum', all, y!, { equation: { s: `${equation}`.replaceAll(' ', '') } }),
  FusedConv2D: fused(convolved(false)),
  FusedDepthwiseConv2D: fused(convolved(true)),
  _FusedMatMul: fused(multiplied),
  MaxPool: maxPool(2),
  MaxPool3D: maxPool(3),
  MaxPoolWithArgmax: maxPoolWithArgmax,
  Pool: noRule('a name that no function calls and no backend registers'),
} satisfies Record<keyof typeof shapes, LoweringRow>;
