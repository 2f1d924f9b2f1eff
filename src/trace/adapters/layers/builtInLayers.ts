// The layer classes of tf.layers itself and those of Keras 3 that we supply, which hold no tensors where code cannot look.

/** Whether a layer's class is one of tf.layers' own or of ours, each of which has a `className` of its own. */
export function isBuiltIn(type: object): boolean {
  if (!Object.hasOwn(type, 'className')) return false;
  const name = Reflect.get(type, 'className');
  return builtIn.has(name) || /^keras3(-ops)?>/.test(`${name}`);
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
