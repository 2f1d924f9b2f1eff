// Shapes of tf.js's gradient kernels; most give float32 whatever the dtype of their inputs.
import type { KernelName } from '../kernelName.ts';
import { like, type ShapeRow, type ShapeRule } from './shapeRule.ts';

/** The shape of the input with this name. */
const of =
  (name: string, dtype?: 'float32'): ShapeRule =>
  (_, __, named) => [dtype ? { shape: named[name]!.shape, dtype } : named[name]!];

const given =
  (attribute: string): ShapeRule =>
  (_, attributes) => [{ shape: attributes[attribute], dtype: 'float32' }];

export const gradients = {
  AvgPool3DGrad: of('input', 'float32'),
  AvgPoolGrad: of('input', 'float32'),
  Conv2DBackpropFilter: given('filterShape'),
  Conv2DBackpropInput: given('inputShape'),
  Conv3DBackpropFilterV2: given('filterShape'),
  Conv3DBackpropInputV2: given('inputShape'),
  DepthwiseConv2dNativeBackpropFilter: given('filterShape'),
  DepthwiseConv2dNativeBackpropInput: given('inputShape'),
  Dilation2DBackpropFilter: of('filter'),
  Dilation2DBackpropInput: of('x'),
  EluGrad: of('y', 'float32'),
  LRNGrad: like(),
  MaxPool3DGrad: of('input', 'float32'),
  MaxPoolGrad: of('input', 'float32'),
  ResizeBilinearGrad: of('images', 'float32'),
  ResizeNearestNeighborGrad: of('images'),
} satisfies Partial<Record<KernelName, ShapeRow>>;
