// What tf.js computes backwards. In: attributes and values. Out: TensorFlow ops.

import type { gradients as shapes } from '../../../kernels/shapes/gradients.ts';
import { normalisation } from './elementwise.ts';
import { dilationPlan } from './images.ts';
import {
  type Lowering,
  type LoweringRow,
  list,
  type Spec,
  type Step,
  through,
  typed,
  type Wire,
  wires,
} from './lowering.ts';
import {
  around,
  asGiven,
  channelsLast,
  lastShape,
  padded,
  resized,
  spreadOut,
  thinned,
  unpadded,
  windowed,
} from './windowGeometry.ts';
import { type Abilities, abilities, type Convolution, convolution, gapped, lowest, poolGeometry } from './windows.ts';

const withShapeType = (op: string): Step['attributes'] =>
  op.startsWith('Conv3DBackpropInput') ? typed('int32', 'Tshape') : {};

/** dy with zeros where the op's output has numbers that the kernel's has not. */
const denseOf = (dy: Wire, { every, dense }: Convolution): Wire => spreadOut(dy, every, dense);

const toInput =
  (op: string, abilities: Abilities): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = wires(inputs, named);
    const dy = channelsLast(attributes, input('dy'));
    const filter = input('filter');
    const shape = lastShape(attributes, attributes.inputShape);
    const plan = convolution(abilities, attributes, dy.dtype, [shape, filter.shape, dy.shape]);
    const whole = resized({ shape }, plan.outside);
    const dx = through(
      op,
      { ...plan.attributes, ...withShapeType(op) },
      { shape: whole, dtype: y!.dtype },
      list('input_sizes', whole),
      gapped(filter, plan),
      denseOf(dy, plan),
    );
    return asGiven(attributes, unpadded(dx, plan.outside)).from;
  };

const toFilter =
  (op: string, abilities: Abilities): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = wires(inputs, named);
    const x = channelsLast(attributes, input('x'));
    const dy = channelsLast(attributes, input('dy'));
    const plan = convolution(abilities, attributes, x.dtype, [x.shape, y!.shape, dy.shape]);
    const reached = plan.gaps.some((gap) => gap > 1) ? [...plan.shape.reach, ...y!.shape.slice(-2)] : y!.shape;
    const dw = through(
      op,
      plan.attributes,
      { shape: reached, dtype: y!.dtype },
      padded(x, plan.outside, 0),
      list('filter_sizes', reached),
      denseOf(dy, plan),
    );
    return thinned(dw, plan.gaps, y!.shape).from;
  };

const maxPoolGrad =
  (op: string, axes: number, type: string): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = wires(inputs, named);
    const x = input('input');
    const shape = poolGeometry(attributes, axes, x.shape, input('dy').shape);
    const outside = shape.padding === 'EXPLICIT' ? shape.sides : [];
    const window = shape.padding === 'EXPLICIT' ? ({ ...shape, padding: 'VALID' } as const) : shape;
    const bordered = padded(x, outside, lowest(x.dtype));
    const dx = through(
      op,
      { ...windowed(x.dtype, window), ksize: around(shape.reach), ...(type && typed(x.dtype, type)) },
      { shape: bordered.shape, dtype: y!.dtype },
      bordered,
      input('output'),
      input('dy'),
    );
    return unpadded(dx, outside).from;
  };

// tf.js spreads a mean's gradient over the whole window, also over what lies outside: so does TensorFlow without padding
const avgPoolGrad =
  (op: string, axes: number): Lowering =>
  (attributes, inputs, [y], named) => {
    const dy = wires(inputs, named)('dy');
    const shape = poolGeometry(attributes, axes, y!.shape, dy.shape);
    const whole = resized(y!, shape.sides);
    const dx = through(
      op,
      { ...windowed(dy.dtype, { ...shape, padding: 'VALID' }), ksize: around(shape.reach) },
      { shape: whole, dtype: y!.dtype },
      list('orig_input_shape', whole),
      dy,
    );
    return unpadded(dx, shape.sides).from;
  };

// tf.js's gradients of resizing know no half pixels
const resizing = (dtype: Spec['dtype'], alignCorners: boolean): Step['attributes'] => ({
  ...typed(dtype),
  align_corners: { b: alignCorners },
  half_pixel_centers: { b: false },
});

export const gradients = {
  AvgPool3DGrad: avgPoolGrad('AvgPool3DGrad', 3),
  AvgPoolGrad: avgPoolGrad('AvgPoolGrad', 2),
  Conv2DBackpropFilter: toFilter('Conv2DBackpropFilter', abilities.Conv2D!),
  Conv2DBackpropInput: toInput('Conv2DBackpropInput', abilities.Conv2D!),
  Conv3DBackpropFilterV2: toFilter('Conv3DBackpropFilterV2', abilities.Conv3D!),
  Conv3DBackpropInputV2: toInput('Conv3DBackpropInputV2', abilities.Conv3D!),
  DepthwiseConv2dNativeBackpropFilter: toFilter(
    'DepthwiseConv2dNativeBackpropFilter',
    abilities.DepthwiseConv2dNative!,
  ),
  DepthwiseConv2dNativeBackpropInput: toInput('DepthwiseConv2dNativeBackpropInput', abilities.DepthwiseConv2dNative!),
  Dilation2DBackpropFilter: (attributes, inputs, [y], named) => {
    const plan = dilationPlan(attributes, inputs, named);
    return through('Dilation2DBackpropFilter', plan.attributes, y!, plan.x, plan.filter, wires(inputs, named)('dy'))
      .from;
  },
  Dilation2DBackpropInput: (attributes, inputs, [y], named) => {
    const plan = dilationPlan(attributes, inputs, named);
    const output = { shape: plan.x.shape, dtype: y!.dtype };
    const dy = wires(inputs, named)('dy');
    return unpadded(through('Dilation2DBackpropInput', plan.attributes, output, plan.x, plan.filter, dy), plan.outside)
      .from;
  },
  EluGrad: (_, inputs, __, named) => ({
    op: 'EluGrad',
    attributes: typed(inputs[0]!.dtype),
    inputs: [named('dy')!, named('y')!],
  }),
  LRNGrad: (attributes, inputs, __, named) => ({
    op: 'LRNGrad',
    attributes: { ...typed(inputs[0]!.dtype), ...normalisation(attributes) },
    inputs: [named('dy')!, named('x')!, named('y')!],
  }),
  MaxPool3DGrad: maxPoolGrad('MaxPool3DGrad', 3, 'TInput'),
  MaxPoolGrad: maxPoolGrad('MaxPoolGrad', 2, ''),
  ResizeBilinearGrad: ({ alignCorners }, inputs, __, named) => ({
    op: 'ResizeBilinearGrad',
    attributes: resizing(wires(inputs, named)('images').dtype, alignCorners),
    inputs: [named('dy')!, named('images')!],
  }),
  ResizeNearestNeighborGrad: ({ alignCorners }, inputs, [y], named) => ({
    op: 'ResizeNearestNeighborGrad',
    attributes: resizing(wires(inputs, named)('dy').dtype, alignCorners),
    inputs: [named('dy')!, list('size', y!.shape.slice(1, 3))],
  }),
} satisfies Record<keyof typeof shapes, LoweringRow>;
