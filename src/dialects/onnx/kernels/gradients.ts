// ONNX ops of tf.js's gradient kernels. ONNX has no gradients: they are made of other ops.
import { type Geometry, type Pair, type PoolAttributes, poolGeometry } from '../../../kernels/geometry.ts';
import type { gradients as shapes } from '../../../kernels/shapes/gradients.ts';
import { product } from '../../../tensors.ts';
import { concat, filled, flattened, matMul, pad, reduce, reshape, slice, transpose, unsqueeze } from '../arrayOps.ts';
import { add, binary, cast, compare, div, mul, not, numberLike, sub, where } from '../elementOps.ts';
import { constant, type Lowering, type LoweringRow, type Operand, opOutput, outputsOf } from '../operand.ts';
import {
  bordered,
  channelsFirst,
  channelsLast,
  convolutionGeometry,
  convolve,
  convolveTransposed,
  pads,
  spatial,
  windowInput,
  windowOutput,
} from '../windowOps.ts';
import { band } from './elementwise.ts';
import { dilationParts, nearestIndices } from './images.ts';
import { denseFilter, depthwiseFilter } from './windows.ts';

type Shape = readonly number[];

const toInput =
  (isDepthwise: boolean): Lowering =>
  ({ dy, filter }, attributes) => {
    const shape = { input: attributes.inputShape, filter: filter.shape, output: dy.shape };
    const settings = { ...convolutionGeometry(attributes, shape), group: isDepthwise ? filter.shape[2]! : 1 };
    const weights = isDepthwise ? depthwiseFilter(filter) : denseFilter(filter);
    const sizes = spatial(attributes, attributes.inputShape);
    return windowOutput(attributes, convolveTransposed(windowInput(attributes, dy), weights, settings, sizes));
  };

/** Exchanges the batch and the channels, the first two axes. */
const exchanged = (x: Operand): Operand => transpose(x, [1, 0, ...x.shape.slice(2).map((_, i) => i + 2)]);

// dy is the filter of a convolution of x: it steps where the forward one has gaps, and has gaps where that one steps
const filterGradient = (x: Operand, dy: Operand, shape: Geometry, window: Shape, group: number): Operand => {
  const { strides, dilations, sides } = shape;
  const whole = convolve(x, dy, { strides: dilations, dilations: strides, sides, group });
  return slice(
    whole,
    whole.shape.map((size, axis) =>
      axis > 1 && size !== window[axis - 2] ? { start: 0, end: window[axis - 2]! } : undefined,
    ),
  );
};

const toFilter: Lowering = ({ x, dy }, attributes) => {
  const filter: Shape = attributes.filterShape;
  const shape = convolutionGeometry(attributes, { input: x.shape, filter, output: dy.shape });
  const [input, errors] = [x, dy].map((one: Operand) => exchanged(windowInput(attributes, one))) as [Operand, Operand];
  const dw = filterGradient(input, errors, shape, filter.slice(0, -2), 1);
  return transpose(dw, [...filter.slice(2).map((_, i) => i + 2), 0, 1]);
};

// each channel is a group of its own, whose images are the channels of one convolution
const toDepthwiseFilter: Lowering = ({ x, dy }, attributes) => {
  const filter = attributes.filterShape as readonly [number, number, number, number];
  const [height, width, channels, multiplier] = filter;
  const shape = convolutionGeometry(attributes, { input: x.shape, filter, output: dy.shape });
  const input = exchanged(windowInput(attributes, x));
  const [, batch, rows, columns] = input.shape as [number, number, number, number];
  const grouped = reshape(input, [1, channels * batch, rows, columns]);
  const dw = filterGradient(grouped, exchanged(windowInput(attributes, dy)), shape, [height, width], channels);
  return transpose(reshape(dw, [channels, multiplier, height, width]), [2, 3, 0, 1]);
};

// the greatest element of each window gets the window's gradient
const maxPoolGrad =
  (axes: number): Lowering =>
  ({ dy, input }, attributes: PoolAttributes) => {
    const shape = poolGeometry(attributes, axes, input.shape, dy.shape);
    const x = channelsFirst(input);
    const errors = channelsFirst(dy);
    const cut = shape.sides.some((pair, i) => pair.some((side) => side < 0 || side >= shape.reach[i]!));
    const image = cut ? bordered(x, shape.sides, Number.NEGATIVE_INFINITY) : x;
    const sides = shape.sides.map((pair): Pair => (cut ? [0, 0] : pair));
    const [, index] = outputsOf('MaxPool', [image], [errors, { shape: errors.shape, dtype: 'int64' }], {
      kernel_shape: { ints: shape.reach },
      ...pads(sides),
      strides: { ints: shape.strides },
    }) as [Operand, Operand];
    const none = filled([product(image.shape)], 0, 'float32');
    const scattered = opOutput('ScatterElements', [none, flattened(index), flattened(errors)], none, {
      axis: { i: 0 },
      reduction: { s: 'add' },
    });
    const dx = reshape(scattered, image.shape);
    const back = shape.sides.map(([before, after]): Pair => [-before, -after]);
    return channelsLast(cut ? bordered(dx, back, 0) : dx);
  };

// tf.js spreads the gradient of a mean over the whole window, padding included
const avgPoolGrad =
  (axes: number): Lowering =>
  ({ dy }, attributes: PoolAttributes, [y]) => {
    const shape = poolGeometry(attributes, axes, y!.shape, dy.shape);
    const channels = y!.shape.at(-1)!;
    const window = [channels, 1, ...shape.reach];
    const share = new Array<number>(product(window)).fill(1 / product(shape.reach));
    const filter = constant('share', 'float32', window, share);
    const settings = { ...shape, group: channels };
    return channelsLast(convolveTransposed(channelsFirst(dy), filter, settings, y!.shape.slice(1, -1)));
  };

// (y + 1) * dy below 0
const eluGrad: Lowering = ({ dy, y }) =>
  where(compare('GreaterOrEqual', y, numberLike(y, 0, 'zero')), dy, mul(dy, add(y, numberLike(y, 1, 'one'))));

// with the norm n = bias + alpha * (sum of x^2 nearby): dy / n^beta - 2 alpha beta x (sum of y dy / n nearby)
const responseGrad: Lowering = ({ x, y, dy }, { depthRadius, bias, alpha, beta }) => {
  const near = band(x.shape.at(-1)!, depthRadius);
  const norm = add(mul(matMul(mul(x, x), near), numberLike(x, alpha, 'alpha')), numberLike(x, bias, 'bias'));
  const own = mul(dy, binary('Pow', norm, numberLike(x, -beta, 'power')));
  const others = matMul(div(mul(y, dy), norm), near);
  return sub(own, mul(mul(x, others), numberLike(x, 2 * alpha * beta, 'factor')));
};

/** The share that each element of an axis has in each element of the resized axis: [to, from]. */
type Shares = (from: number, to: number, alignCorners: boolean) => Operand;

const matrix = (
  from: number,
  to: number,
  fill: (add: (row: number, column: number, share: number) => void) => void,
): Operand => {
  const values = new Array<number>(to * from).fill(0);
  fill((row, column, share) => {
    values[row * from + column]! += share;
  });
  return constant('shares', 'float32', [to, from], values);
};

const nearestShares: Shares = (from, to, alignCorners) =>
  matrix(from, to, (share) => {
    const at = nearestIndices(from, to, { size: [to, to], alignCorners, halfPixelCenters: false });
    for (const [row, column] of at.entries()) share(row, column, 1);
  });

const linearShares: Shares = (from, to, alignCorners) =>
  matrix(from, to, (share) => {
    const aligned = alignCorners && to > 1;
    const ratio = (aligned ? from - 1 : from) / (aligned ? to - 1 : to);
    for (let row = 0; row < to; row++) {
      const at = row * ratio;
      const first = Math.floor(at);
      share(row, first, 1 - (at - first));
      share(row, Math.min(Math.ceil(at), from - 1), at - first);
    }
  });

// tf.js's gradients of resizing do not support half pixels
const resizeGrad =
  (shares: Shares): Lowering =>
  ({ images, dy }, { alignCorners }) => {
    const [height, width] = [1, 2].map((axis) => shares(images.shape[axis], dy.shape[axis], alignCorners)) as [
      Operand,
      Operand,
    ];
    return opOutput(
      'Einsum',
      [dy, height, width],
      { shape: images.shape, dtype: 'float32' },
      { equation: { s: 'bhwc,hi,wj->bijc' } },
    );
  };

/** The gradient that each part of a dilation gets: that of the first element which is the greatest. */
function dilationGradients(
  { x, filter, dy }: Readonly<Record<'x' | 'filter' | 'dy', Operand>>,
  attributes: Parameters<typeof dilationParts>[2],
) {
  const plan = dilationParts(x, filter, attributes, dy.shape);
  const largest = plan.parts.map(({ sum }) => sum).reduce((a, b) => binary('Max', a, b));
  const errors = cast(dy, x.dtype);
  let free: Operand | undefined;
  const parts = plan.parts.map(({ sum, ...at }) => {
    const equal = compare('Equal', sum, largest);
    const chosen: Operand = free ? compare('And', equal, free) : equal;
    free = free ? compare('And', free, not(equal)) : not(equal);
    return { ...at, gradient: where(chosen, errors, numberLike(errors, 0, 'zero')) };
  });
  return { ...plan, parts };
}

const dilationToFilter: Lowering = (inputs, attributes, [y]) => {
  const { parts } = dilationGradients(inputs, attributes);
  const sums = parts.map(({ gradient }) => unsqueeze(reduce('ReduceSum', gradient, [0, 1, 2]), [0]));
  return reshape(concat(sums, 0), y!.shape);
};

const dilationToInput: Lowering = (inputs, attributes) => {
  const { parts, strides, dilations, sides, image } = dilationGradients(inputs, attributes);
  const [, rows, columns] = image.shape as [number, number, number, number];
  const spreads = parts.map(({ row, column, gradient }) => {
    const wide = spreadOut(spreadOut(gradient, 1, strides[0]!), 2, strides[1]!);
    const [top, left] = [row * dilations[0]!, column * dilations[1]!];
    return pad(
      wide,
      [
        [0, 0],
        [top, rows - top - wide.shape[1]!],
        [left, columns - left - wide.shape[2]!],
        [0, 0],
      ],
      0,
    );
  });
  const dx = spreads.reduce(add);
  return slice(
    dx,
    dx.shape.map((size, axis) => {
      const [before, after] = sides[axis - 1] ?? [0, 0];
      return before + after === 0 || axis > 2 ? undefined : { start: before, end: size - after };
    }),
  );
};

/** Elements of an axis with `step` - 1 zeros between them. */
function spreadOut(x: Operand, axis: number, step: number): Operand {
  if (step === 1) return x;
  const wide = unsqueeze(x, [axis + 1]);
  const padded = pad(
    wide,
    wide.shape.map((_, i): Pair => (i === axis + 1 ? [0, step - 1] : [0, 0])),
    0,
  );
  const size = x.shape[axis]!;
  const whole = reshape(padded, x.shape.with(axis, size * step));
  return slice(
    whole,
    whole.shape.map((_, i) => (i === axis ? { start: 0, end: (size - 1) * step + 1 } : undefined)),
  );
}

export const gradients = {
  AvgPool3DGrad: avgPoolGrad(3),
  AvgPoolGrad: avgPoolGrad(2),
  Conv2DBackpropFilter: toFilter,
  Conv2DBackpropInput: toInput(false),
  Conv3DBackpropFilterV2: toFilter,
  Conv3DBackpropInputV2: toInput(false),
  DepthwiseConv2dNativeBackpropFilter: toDepthwiseFilter,
  DepthwiseConv2dNativeBackpropInput: toInput(true),
  Dilation2DBackpropFilter: dilationToFilter,
  Dilation2DBackpropInput: dilationToInput,
  EluGrad: eluGrad,
  LRNGrad: responseGrad,
  MaxPool3DGrad: maxPoolGrad(3),
  MaxPoolGrad: maxPoolGrad(2),
  ResizeBilinearGrad: resizeGrad(linearShares),
  ResizeNearestNeighborGrad: resizeGrad(nearestShares),
} satisfies Record<keyof typeof shapes, LoweringRow>;
