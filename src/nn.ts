/**
 * PyTorch’s modules on tf.js, and gMLP built of them; `gmlp-viz` exports the same names.
 * @module gmlp-viz/nn
 */

export {
  checkSizes,
  type GMLPImageOptions,
  type GMLPOptions,
  gMLP,
  gMLPBlock,
  gMLPForImageClassification,
  SpatialGatingUnit,
} from './models/gmlp.ts';
export { type BuiltModel, createGMLP, presets } from './models/presets.ts';
export * as functional from './nn/functional.ts';
export { AdaptiveAvgPool2d } from './nn/layers/adaptiveAvgPool2d.ts';
export { AvgPool2d } from './nn/layers/avgPool2d.ts';
export type { BatchNormOptions } from './nn/layers/batchNorm.ts';
export { BatchNorm1d, BatchNorm2d } from './nn/layers/batchNorm.ts';
export { Conv1d } from './nn/layers/conv1d.ts';
export { Conv2d } from './nn/layers/conv2d.ts';
export type { ConvolutionOptions } from './nn/layers/convolution.ts';
export { Dropout } from './nn/layers/dropout.ts';
export { Dropout2d } from './nn/layers/dropout2d.ts';
export { Embedding } from './nn/layers/embedding.ts';
export { Flatten } from './nn/layers/flatten.ts';
export { GELU } from './nn/layers/gelu.ts';
export { Identity } from './nn/layers/identity.ts';
export { LayerNorm } from './nn/layers/layerNorm.ts';
export { Linear } from './nn/layers/linear.ts';
export { MaxPool2d } from './nn/layers/maxPool2d.ts';
export { ModuleList } from './nn/layers/moduleList.ts';
export { ReLU } from './nn/layers/relu.ts';
export { Sequential } from './nn/layers/sequential.ts';
export {
  type AnyModule,
  type DeclaredInput,
  type ForwardHook,
  type ForwardPreHook,
  Module,
  type StoredArray,
} from './nn/module.ts';
export type { ParameterDtype } from './nn/parameter.ts';
export { Buffer, constant, type Initializer, normal, Parameter, uniform } from './nn/parameter.ts';
export type { AvgPoolOptions, PoolOptions } from './nn/pooling.ts';
export type { Pair } from './nn/reportOp.ts';
