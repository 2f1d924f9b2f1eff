// TensorFlow ops of kernels on images [batch, height, width, channels] and boxes in them.

import { float32Below } from '../../../kernels/float32Below.ts';
import { type Geometry, geometry } from '../../../kernels/geometry.ts';
import { noRule } from '../../../kernels/noRule.ts';
import { rotatedFrom } from '../../../kernels/rotatedFrom.ts';
import type { images as shapes } from '../../../kernels/shapes/images.ts';
import type { Value } from '../../../trace/trace.ts';
import {
  inputOperands,
  int32,
  type Lowered,
  type Lowering,
  type LoweringRow,
  list,
  type Operand,
  type OpNode,
  operand,
  opNode,
  pairs,
  scalar,
  typeAttribute,
} from './lowering.ts';
import { around, padded } from './windowGeometry.ts';

const resize =
  (op: string): Lowering =>
  ({ size, alignCorners, halfPixelCenters }, [x]) => ({
    op,
    attributes: {
      ...typeAttribute(x!.dtype),
      align_corners: { b: alignCorners },
      half_pixel_centers: { b: halfPixelCenters },
    },
    constants: [list('size', size)],
  });

/** Operands and attributes of a morphological dilation and its gradients. */
interface DilationPlan {
  readonly attributes: OpNode['attributes'];
  readonly x: Operand;
  readonly filter: Operand;
  readonly outside: Geometry['sides'];
}

/** The padding value: for integers half of the lowest int32, since elements of the filter are added to it. */
const outside = (dtype: Operand['dtype']): number => (dtype === 'int32' ? -(2 ** 30) : Number.NEGATIVE_INFINITY);

export function dilationPlan(
  attributes: Parameters<typeof geometry>[0],
  inputs: readonly Value[],
  named: (name: string) => number | undefined,
  output = inputOperands(inputs, named)('dy').shape,
): DilationPlan {
  const input = inputOperands(inputs, named);
  const [x, filter] = [input('x'), input('filter')];
  const sizes = { input: x.shape.slice(1, 3), window: filter.shape.slice(0, 2), output: output.slice(1, 3) };
  const { strides, dilations, padding, sides } = geometry(attributes, sizes);
  const own = padding !== 'EXPLICIT';
  return {
    attributes: {
      ...typeAttribute(x.dtype),
      strides: around(strides),
      rates: around(dilations),
      padding: { s: own ? padding : 'VALID' },
    },
    x: padded(x, own ? [] : sides, outside(x.dtype)),
    filter,
    outside: own ? [] : sides,
  };
}

// a gather of pixels, since TensorFlow's own transformation rounds otherwise
const rotate: Lowering = ({ radians, fillValue, center }, [image]) => {
  const [batch, height, width, channels] = image!.shape as [number, number, number, number];
  const { dtype } = image!;
  const reshaped = (x: Operand, shape: readonly number[]) =>
    opNode('Reshape', { ...typeAttribute(dtype), ...int32('Tshape') }, { shape, dtype }, x, list('shape', shape));
  // the fourth channel is alpha, and 255 is opaque
  const fill = Array.from({ length: channels }, (_, i) =>
    typeof fillValue === 'number' ? fillValue : i === 3 ? 255 : fillValue[i],
  );
  const border = {
    name: 'fill',
    dtype,
    shape: [batch, 1, channels],
    values: Array.from({ length: batch }, () => fill).flat(),
  };
  const pixels = reshaped(operand(0, image!), [batch, height * width, channels]);
  const bordered = opNode(
    'ConcatV2',
    { ...typeAttribute(dtype), ...int32('Tidx'), N: { i: 2 } },
    { shape: [batch, height * width + 1, channels], dtype },
    pixels,
    border,
    scalar('axis', 1),
  );
  const gathered = opNode(
    'GatherV2',
    { ...typeAttribute(dtype, 'Tparams'), ...int32('Tindices'), ...int32('Taxis'), batch_dims: { i: 0 } },
    pixels,
    bordered,
    list('indices', rotatedFrom(height, width, radians, center)),
    scalar('axis', 1),
  );
  return reshaped(gathered, image!.shape).source;
};

interface Suppression {
  readonly maxOutputSize: number;
  readonly iouThreshold: number;
  readonly scoreThreshold: number;
}
// tf.js drops a box whose overlap equals the threshold, TensorFlow only above it; with 0 a single box is left
const suppression = (op: string, { maxOutputSize, iouThreshold, scoreThreshold }: Suppression): Lowered => ({
  op,
  attributes: { ...typeAttribute('float32'), ...typeAttribute('float32', 'T_threshold') },
  constants: [
    scalar('max_output_size', iouThreshold > 0 ? maxOutputSize : Math.min(maxOutputSize, 1)),
    scalar('iou_threshold', iouThreshold > 0 ? float32Below(iouThreshold) : 0, 'float32'),
    scalar('score_threshold', scoreThreshold, 'float32'),
  ],
});

export const images = {
  CropAndResize: ({ method, extrapolationValue, cropSize }, [x]) => ({
    op: 'CropAndResize',
    attributes: { ...typeAttribute(x!.dtype), method: { s: method }, extrapolation_value: { f: extrapolationValue } },
    constants: [list('crop_size', cropSize)],
  }),
  Dilation2D: (attributes, inputs, [y], named) => {
    const plan = dilationPlan(attributes, inputs, named, y!.shape);
    return opNode('Dilation2D', plan.attributes, y!, plan.x, plan.filter).source;
  },
  Draw: noRule('a graph has no canvas'),
  FlipLeftRight: (_, [x]) => ({
    op: 'ReverseV2',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Tidx') },
    constants: [list('axis', [2])],
  }),
  FromPixels: noRule('the pixels of a page are a constant of the graph'),
  NonMaxSuppressionV3: (attributes) => suppression('NonMaxSuppressionV3', attributes),
  NonMaxSuppressionV4: (attributes, _, [boxes, count]) => {
    const { attributes: types, ...rest } = suppression('NonMaxSuppressionV4', attributes);
    const padded = Boolean(attributes.padToMaxOutputSize);
    const few = padded && attributes.iouThreshold === 0 && attributes.maxOutputSize > 1;
    const kept = few ? { ...boxes!, shape: [1] } : boxes!;
    const step = {
      ...rest,
      inputs: [0, 1],
      attributes: { ...types, pad_to_max_output_size: { b: padded } },
      outputs: [kept, count!],
    };
    if (!few) return step;
    const paddings = pairs('paddings', [[0, attributes.maxOutputSize - 1]]);
    const zeros = scalar('constant_values', 0);
    const all = opNode('PadV2', { ...int32('T'), ...int32('Tpaddings') }, boxes!, operand(step, kept), paddings, zeros);
    return [all.source, { node: step, output: 1 }];
  },
  // TensorFlow has a third output, the number of boxes
  NonMaxSuppressionV5: (attributes, _, outputs) => {
    const { constants = [] } = suppression('NonMaxSuppressionV5', attributes);
    const { softNmsSigma, iouThreshold } = attributes;
    return {
      // TensorFlow has no op for tf.js's soft suppression below a threshold; an unknown op makes it refuse the graph
      op: softNmsSigma > 0 && iouThreshold < 1 ? 'SoftNonMaxSuppression' : 'NonMaxSuppressionV5',
      attributes: { ...typeAttribute('float32'), pad_to_max_output_size: { b: false } },
      constants: [...constants, scalar('soft_nms_sigma', softNmsSigma, 'float32')],
      outputs: [...outputs, { shape: [], dtype: 'int32' }],
    };
  },
  ResizeBilinear: resize('ResizeBilinear'),
  ResizeNearestNeighbor: resize('ResizeNearestNeighbor'),
  RotateWithOffset: rotate,
  Transform: ({ interpolation, fillMode, fillValue }, [image], [y]) => ({
    op: 'ImageProjectiveTransformV3',
    attributes: {
      ...typeAttribute(image!.dtype, 'dtype'),
      interpolation: { s: `${interpolation}`.toUpperCase() },
      fill_mode: { s: `${fillMode}`.toUpperCase() },
    },
    constants: [list('output_shape', y!.shape.slice(1, 3)), scalar('fill_value', fillValue, 'float32')],
  }),
} satisfies Record<keyof typeof shapes, LoweringRow>;
