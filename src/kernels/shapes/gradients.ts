// What tf.js computes backwards. In: shapes. Out: shapes; most are float32 whatever came in.
import { each, like, type ShapeFunction } from './shapeRule.ts';

/** The shape of the input with this name. */
const of =
  (name: string, dtype?: 'float32'): ShapeFunction =>
  (_, __, named) => [dtype ? { shape: named[name]!.shape, dtype } : named[name]!];

const given =
  (attribute: string): ShapeFunction =>
  (_, attributes) => [{ shape: attributes[attribute], dtype: 'float32' }];

export const gradients: Readonly<Record<string, ShapeFunction>> = {
  ...each('AvgPoolGrad AvgPool3DGrad MaxPoolGrad MaxPool3DGrad', of('input', 'float32')),
  ...each('Conv2DBackpropFilter Conv3DBackpropFilterV2 DepthwiseConv2dNativeBackpropFilter', given('filterShape')),
  ...each('Conv2DBackpropInput Conv3DBackpropInputV2 DepthwiseConv2dNativeBackpropInput', given('inputShape')),
  Dilation2DBackpropFilter: of('filter'),
  Dilation2DBackpropInput: of('x'),
  EluGrad: of('y', 'float32'),
  LRNGrad: like(),
  ResizeBilinearGrad: of('images', 'float32'),
  ResizeNearestNeighborGrad: of('images'),
};
