// The layers that tf.js 4.22 computes as Keras 3 does, with the settings under tf.js's names.
import type { Config } from './kerasTopology.ts';

/** The settings for tf.js's class of the same name; undefined where that class would compute otherwise. */
type Adapt = (config: Config) => Config | undefined;

const same: Adapt = (config) => config;

/** tf.js ignores these settings, so that only the given values are right; an absent setting is right. */
const only =
  (expected: Config): Adapt =>
  (config) =>
    Object.entries(expected).every(([key, value]) => isSame(config[key], value)) ? config : undefined;

const isSame = (given: unknown, expected: unknown): boolean =>
  given === undefined || given === null
    ? true
    : Array.isArray(given)
      ? given.every((one) => one === expected)
      : given === expected;

const convolution = only({ groups: 1 });
const transposed = only({ groups: 1, output_padding: null, dilation_rate: 1 });
const globalPooling = only({ keepdims: false });
// of a masked step the state is repeated, where zeros were asked for
const recurrent = only({ zero_output_for_mask: false });

/**
 * Keras's layers by class. `reset_after` of a GRU, `groups` of a convolution and the like are what tf.js lacks:
 * https://github.com/tensorflow/tfjs/tree/master/tfjs-layers/src/layers
 */
export const tfjsLayers: Readonly<Record<string, Adapt>> = {
  Activation: same,
  Add: same,
  AlphaDropout: same,
  Average: same,
  AveragePooling1D: same,
  AveragePooling2D: same,
  AveragePooling3D: same,
  BatchNormalization: only({ renorm: false }),
  Bidirectional: (config) => (isMirrored(config) ? config : undefined),
  CategoryEncoding: (config) => (config.output_mode === 'one_hot' ? config : undefined),
  Concatenate: same,
  Conv1D: convolution,
  Conv2D: convolution,
  Conv2DTranspose: transposed,
  Conv3D: convolution,
  Conv3DTranspose: transposed,
  Cropping2D: same,
  Dense: only({ lora_rank: null }),
  DepthwiseConv2D: same,
  Dot: same,
  Dropout: same,
  ELU: only({ alpha: 1 }),
  Embedding: only({ lora_rank: null }),
  Flatten: same,
  GRU: only({ reset_after: false, zero_output_for_mask: false }),
  GRUCell: only({ reset_after: false }),
  GaussianDropout: same,
  GaussianNoise: same,
  GlobalAveragePooling1D: globalPooling,
  GlobalAveragePooling2D: globalPooling,
  GlobalMaxPooling1D: globalPooling,
  GlobalMaxPooling2D: globalPooling,
  LSTM: recurrent,
  LSTMCell: same,
  LayerNormalization: only({ rms_scaling: false }),
  LeakyReLU: ({ negative_slope: alpha, ...config }) => ({ ...config, alpha }),
  MaxPooling1D: same,
  MaxPooling2D: same,
  MaxPooling3D: same,
  Maximum: same,
  Minimum: same,
  Multiply: same,
  PReLU: same,
  Permute: same,
  RNN: recurrent,
  ReLU: only({ negative_slope: 0, threshold: 0 }),
  RepeatVector: same,
  Rescaling: (config) => (Array.isArray(config.scale) || Array.isArray(config.offset) ? undefined : config),
  Reshape: same,
  SeparableConv2D: convolution,
  SimpleRNN: recurrent,
  SimpleRNNCell: same,
  Softmax: same,
  SpatialDropout1D: same,
  StackedRNNCells: same,
  TimeDistributed: same,
  UpSampling2D: only({ interpolation: 'nearest' }),
  ZeroPadding2D: same,
};

/** Whether a Bidirectional runs its one layer in both directions: tf.js makes the second from the first. */
function isMirrored({ layer, backward_layer: backward }: Config): boolean {
  if (backward === undefined || backward === null) return true;
  const settings = (value: unknown): Config => (value as { config?: Config }).config ?? {};
  const plain = ({ name, go_backwards: direction, ...rest }: Config) => JSON.stringify(rest);
  const [first, second] = [settings(layer), settings(backward)];
  return plain(first) === plain(second) && first.go_backwards !== second.go_backwards;
}

/** Activations that tf.js computes as Keras 3 does, and tf.js's names of them. */
export const tfjsActivations: Readonly<Record<string, string>> = {
  elu: 'elu',
  gelu: 'gelu',
  linear: 'linear',
  log_softmax: 'log_softmax',
  mish: 'mish',
  relu: 'relu',
  relu6: 'relu6',
  selu: 'selu',
  sigmoid: 'sigmoid',
  silu: 'swish',
  softmax: 'softmax',
  softplus: 'softplus',
  softsign: 'softsign',
  swish: 'swish',
  tanh: 'tanh',
};

/** Initializers that tf.js has, and tf.js's names of them. */
export const tfjsInitializers: Readonly<Record<string, string>> = {
  Constant: 'Constant',
  GlorotNormal: 'GlorotNormal',
  GlorotUniform: 'GlorotUniform',
  HeNormal: 'HeNormal',
  HeUniform: 'HeUniform',
  LecunNormal: 'LeCunNormal',
  LecunUniform: 'LeCunUniform',
  Ones: 'Ones',
  Orthogonal: 'Orthogonal',
  RandomNormal: 'RandomNormal',
  RandomUniform: 'RandomUniform',
  TruncatedNormal: 'TruncatedNormal',
  VarianceScaling: 'VarianceScaling',
  Zeros: 'Zeros',
};

/** Constraints that tf.js has under Keras's name. */
export const tfjsConstraints: ReadonlySet<string> = new Set(['MaxNorm', 'MinMaxNorm', 'NonNeg', 'UnitNorm']);
