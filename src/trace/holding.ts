// Which models may hold tensors from call to call where nobody can look. In: a model. Out: whether one pass is too few.

import { isLayersModel, layerTree } from './layers.ts';
import type { Watchable } from './record.ts';

/** Whether the model runs code of a user's. */
export function mayHoldTensors(model: Watchable): boolean {
  if (typeof model === 'function') return true;
  if (isLayersModel(model)) return layerTree(model).found.some(({ layer }) => !isBuiltIn(layer.constructor));
  return [...model.namedModules()].some(([, module]) => !saysStateless(module.constructor));
}

const saysStateless = (type: object): boolean =>
  Object.hasOwn(type, 'isStateless') && Reflect.get(type, 'isStateless') === true;

/** Whether a layer is of one of tf.layers' own classes, each of which says its name itself. */
function isBuiltIn(type: object): boolean {
  return Object.hasOwn(type, 'className') && builtIn.has(Reflect.get(type, 'className'));
}

const builtIn: ReadonlySet<unknown> = new Set(
  `InputLayer Model Functional Sequential ReLU LeakyReLU PReLU ELU ThresholdedReLU Softmax Conv2D Conv3D Conv2DTranspose
  Conv3DTranspose SeparableConv2D Conv1D Cropping2D UpSampling2D DepthwiseConv2D RNN SimpleRNNCell SimpleRNN GRUCell GRU
  LSTMCell LSTM StackedRNNCells ConvLSTM2DCell ConvLSTM2D Dropout SpatialDropout1D Dense Flatten Activation RepeatVector
  Reshape Permute Masking Embedding Add Multiply Average Maximum Minimum Concatenate Dot GaussianNoise GaussianDropout
  AlphaDropout BatchNormalization LayerNormalization ZeroPadding2D MaxPooling1D AveragePooling1D MaxPooling2D
  AveragePooling2D MaxPooling3D AveragePooling3D GlobalAveragePooling1D GlobalMaxPooling1D GlobalAveragePooling2D
  GlobalMaxPooling2D TimeDistributed Bidirectional Rescaling CenterCrop CategoryEncoding Resizing RandomWidth`.split(
    /\s+/,
  ),
);
