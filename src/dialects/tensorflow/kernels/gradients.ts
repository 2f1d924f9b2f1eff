// TensorFlow ops of tf.js's gradient kernels.

import { poolGeometry } from '../../../kernels/geometry.ts';
import type { gradients as shapes } from '../../../kernels/shapes/gradients.ts';
import { normalisation } from './elementwise.ts';
import { dilationPlan } from './images.ts';
import {
  inputOperands,
  type Lowering,
  type LoweringRow,
  list,
  type Operand,
  type OpNode,
  opNode,
  type Spec,
  typeAttribute,
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
import { type Abilities, abilities, type Convolution, convolution, gapped, lowest } from './windows.ts';

const withShapeType = (op: string): OpNode['attributes'] =>
  op.startsWith('Conv3DBackpropInput') ? typeAttribute('int32', 'Tshape') : {};

/** dy with zeros where the output of TensorFlow's op has elements that the kernel's output lacks. */
const denseOf = (dy: Operand, { every, dense }: Convolution): Operand => spreadOut(dy, every, dense);

const toInput =
  (op: string, abilities: Abilities): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = inputOperands(inputs, named);
    const dy = channelsLast(attributes, input('dy'));
    const filter = input('filter');
    const shape = lastShape(attributes, attributes.inputShape);
    const plan = convolution(abilities, attributes, dy.dtype, [shape, filter.shape, dy.shape]);
    const whole = resized({ shape }, plan.outside);
    const dx = opNode(
      op,
      { ...plan.attributes, ...withShapeType(op) },
      { shape: whole, dtype: y!.dtype },
      list('input_sizes', whole),
      gapped(filter, plan),
      denseOf(dy, plan),
    );
    return asGiven(attributes, unpadded(dx, plan.outside)).source;
  };

const toFilter =
  (op: string, abilities: Abilities): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = inputOperands(inputs, named);
    const x = channelsLast(attributes, input('x'));
    const dy = channelsLast(attributes, input('dy'));
    const plan = convolution(abilities, attributes, x.dtype, [x.shape, y!.shape, dy.shape]);
    const reached = plan.gaps.some((gap) => gap > 1) ? [...plan.shape.reach, ...y!.shape.slice(-2)] : y!.shape;
    const dw = opNode(
      op,
      plan.attributes,
      { shape: reached, dtype: y!.dtype },
      padded(x, plan.outside, 0),
      list('filter_sizes', reached),
      denseOf(dy, plan),
    );
    return thinned(dw, plan.gaps, y!.shape).source;
  };

const maxPoolGrad =
  (op: string, axes: number, type: string): Lowering =>
  (attributes, inputs, [y], named) => {
    const input = inputOperands(inputs, named);
    const x = input('input');
    const shape = poolGeometry(attributes, axes, x.shape, input('dy').shape);
    const outside = shape.padding === 'EXPLICIT' ? shape.sides : [];
    const window = shape.padding === 'EXPLICIT' ? ({ ...shape, padding: 'VALID' } as const) : shape;
    const bordered = padded(x, outside, lowest(x.dtype));
    const dx = opNode(
      op,
      { ...windowed(x.dtype, window), ksize: around(shape.reach), ...(type && typeAttribute(x.dtype, type)) },
      { shape: bordered.shape, dtype: y!.dtype },
      bordered,
      input('output'),
      input('dy'),
    );
    return unpadded(dx, outside).source;
  };

// tf.js spreads the gradient of a mean over the whole window, padding included; TensorFlow does so only without padding
const avgPoolGrad =
  (op: string, axes: number): Lowering =>
  (attributes, inputs, [y], named) => {
    const dy = inputOperands(inputs, named)('dy');
    const shape = poolGeometry(attributes, axes, y!.shape, dy.shape);
    const whole = resized(y!, shape.sides);
    const dx = opNode(
      op,
      { ...windowed(dy.dtype, { ...shape, padding: 'VALID' }), ksize: around(shape.reach) },
      { shape: whole, dtype: y!.dtype },
      list('orig_input_shape', whole),
      dy,
    );
    return unpadded(dx, shape.sides).source;
  };

// tf.js's gradients of resizing do not support half pixels
const resizing = (dtype: Spec['dtype'], alignCorners: boolean): OpNode['attributes'] => ({
  ...typeAttribute(dtype),
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
    return opNode(
      'Dilation2DBackpropFilter',
      plan.attributes,
      y!,
      plan.x,
      plan.filter,
      inputOperands(inputs, named)('dy'),
    ).source;
  },
  Dilation2DBackpropInput: (attributes, inputs, [y], named) => {
    const plan = dilationPlan(attributes, inputs, named);
    const output = { shape: plan.x.shape, dtype: y!.dtype };
    const dy = inputOperands(inputs, named)('dy');
    return unpadded(opNode('Dilation2DBackpropInput', plan.attributes, output, plan.x, plan.filter, dy), plan.outside)
      .source;
  },
  EluGrad: (_, inputs, __, named) => ({
    op: 'EluGrad',
    attributes: typeAttribute(inputs[0]!.dtype),
    inputs: [named('dy')!, named('y')!],
  }),
  LRNGrad: (attributes, inputs, __, named) => ({
    op: 'LRNGrad',
    attributes: { ...typeAttribute(inputs[0]!.dtype), ...normalisation(attributes) },
    inputs: [named('dy')!, named('x')!, named('y')!],
  }),
  MaxPool3DGrad: maxPoolGrad('MaxPool3DGrad', 3, 'TInput'),
  MaxPoolGrad: maxPoolGrad('MaxPoolGrad', 2, ''),
  ResizeBilinearGrad: ({ alignCorners }, inputs, __, named) => ({
    op: 'ResizeBilinearGrad',
    attributes: resizing(inputOperands(inputs, named)('images').dtype, alignCorners),
    inputs: [named('dy')!, named('images')!],
  }),
  ResizeNearestNeighborGrad: ({ alignCorners }, inputs, [y], named) => ({
    op: 'ResizeNearestNeighborGrad',
    attributes: resizing(inputOperands(inputs, named)('dy').dtype, alignCorners),
    inputs: [named('dy')!, list('size', y!.shape.slice(1, 3))],
  }),
} satisfies Record<keyof typeof shapes, LoweringRow>;
