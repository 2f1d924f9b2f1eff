// Shapes of images [batch, height, width, channels], and of boxes in them.
import type { KernelName } from '../kernelName.ts';
import { dataDependent, noRule } from '../noRule.ts';
import { like, type ShapeRow, type ShapeRule, util } from './shapeRule.ts';

type Shape4 = [number, number, number, number];

const resized: ShapeRule = ([x], { size }) => [{ shape: [x!.shape[0]!, ...size, x!.shape[3]!], dtype: x!.dtype }];

export const images = {
  CropAndResize: ([x, boxes], { cropSize }) => [
    { shape: [boxes!.shape[0]!, ...cropSize, x!.shape[3]!], dtype: x!.dtype },
  ],
  Dilation2D: ([x, filter], { strides, pad, dilations }) => {
    const shapes = [x!.shape as Shape4, filter!.shape as [number, number, number]] as const;
    return [
      { shape: util.computeDilation2DInfo(...shapes, strides, pad, 'NHWC', dilations).outShape, dtype: x!.dtype },
    ];
  },
  Draw: noRule('it paints on a canvas of the page'),
  FlipLeftRight: ([x]) => [x!],
  FromPixels: noRule(
    'tf.js reads the pixels itself where a backend lacks the kernel, so that a trace holds them as a constant',
  ),
  NonMaxSuppressionV3: dataDependent('one index for each box that is kept'),
  NonMaxSuppressionV4: dataDependent('one index for each box that is kept, unless padded'),
  NonMaxSuppressionV5: dataDependent('one index for each box that is kept'),
  ResizeBilinear: (inputs, attributes, named) => [{ ...resized(inputs, attributes, named)[0]!, dtype: 'float32' }],
  ResizeNearestNeighbor: resized,
  RotateWithOffset: like(),
  Transform: ([image], { outputShape }) => {
    const [batch, height, width, channels] = image!.shape as Shape4;
    return [{ shape: [batch, ...(outputShape ?? [height, width]), channels], dtype: image!.dtype }];
  },
} satisfies Partial<Record<KernelName, ShapeRow>>;
