// The table of Keras 3's layers: which of our classes computes each, and where tf.js's own is right (`isRightInTfjs`).
import { eluLayer, leakyReluLayer, reluLayer, softmaxLayer } from './kinds/activationLayers.ts';
import { attention, groupedQueryAttention, multiHeadAttention } from './kinds/attentionLayers.ts';
import { convLstmCell, gruCell, lstmCell, simpleRnnCell } from './kinds/cellLayers.ts';
import {
  convolution,
  depthwiseConvolution,
  separableConvolution,
  transposedConvolution,
} from './kinds/convolutionLayers.ts';
import {
  customScale,
  einsumDense,
  identity,
  layerScale,
  masking,
  reversibleEmbedding,
  spatialDropout,
  subtract,
} from './kinds/coreLayers.ts';
import { categoryEncoding, discretization, integerLookup, normalization, rescaling } from './kinds/featureLayers.ts';
import { augmentation, autoContrast, centerCrop, randomCrop, resizing } from './kinds/imageLayers.ts';
import {
  batchNormalization,
  groupNormalization,
  layerNormalization,
  rmsNormalization,
  unitNormalization,
} from './kinds/normalizationLayers.ts';
import { adaptivePooling, globalPooling, maxPooling3d } from './kinds/poolingLayers.ts';
import { quantizedDense } from './kinds/quantizedLayers.ts';
import { convLstm, gru, lstm, rnn, simpleRnn, stackedRnnCells } from './kinds/recurrentLayers.ts';
import { cropping, reshape, upSampling, zeroPadding } from './kinds/reshapingLayers.ts';
import { melSpectrogram, stftSpectrogram } from './kinds/spectrogramLayers.ts';
import { bidirectional, pipeline, spectralNormalization, timeDistributed } from './kinds/wrapperLayers.ts';
import type { AnyKind } from './layerKind.ts';

type Config = Readonly<Record<string, unknown>>;

/** Whether tf.js's class transposes a convolution as Keras 3 does. */
const isPlainTranspose = (config: Config): boolean => (config.output_padding ?? null) === null && isNotDilated(config);

const isNotDilated = ({ dilation_rate: rates }: Config): boolean =>
  [rates].flat().every((rate) => rate === undefined || rate === 1);

const augmentations = `AugMix CutMix Equalization MixUp RandAugment RandomBrightness
  RandomColorDegeneration RandomColorJitter RandomContrast RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur
  RandomGrayscale RandomHue RandomInvert RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness
  RandomShear RandomTranslation RandomZoom Solarization`.split(/\s+/);

/** Kinds of layers by the name of the class in Keras. */
export const kinds: Readonly<Record<string, AnyKind>> = {
  ActivityRegularization: identity,
  AdditiveAttention: attention(true),
  Attention: attention(false),
  AutoContrast: autoContrast,
  BatchNormalization: batchNormalization,
  Bidirectional: bidirectional,
  CategoryEncoding: categoryEncoding,
  CenterCrop: centerCrop,
  AdaptiveAveragePooling1D: adaptivePooling(1, 'mean'),
  AdaptiveAveragePooling2D: adaptivePooling(2, 'mean'),
  AdaptiveAveragePooling3D: adaptivePooling(3, 'mean'),
  AdaptiveMaxPooling1D: adaptivePooling(1, 'max'),
  AdaptiveMaxPooling2D: adaptivePooling(2, 'max'),
  AdaptiveMaxPooling3D: adaptivePooling(3, 'max'),
  Conv1D: { ...convolution(1), isRightInTfjs: ({ groups = 1, padding }) => groups === 1 && padding !== 'causal' },
  Conv2D: convolution(2),
  Conv3D: convolution(3),
  Conv1DTranspose: transposedConvolution(1),
  Conv2DTranspose: { ...transposedConvolution(2), isRightInTfjs: isPlainTranspose },
  Conv3DTranspose: transposedConvolution(3),
  ConvLSTM1D: convLstm(1),
  ConvLSTM2D: convLstm(2),
  ConvLSTM3D: convLstm(3),
  // cells that Keras gives no public name
  ConvLSTMCell1D: convLstmCell(1),
  ConvLSTMCell2D: convLstmCell(2),
  ConvLSTMCell3D: convLstmCell(3),
  CustomScaleLayer: customScale,
  Cropping1D: cropping(1),
  Cropping3D: cropping(3),
  DepthwiseConv1D: depthwiseConvolution(1),
  DepthwiseConv2D: { ...depthwiseConvolution(2), isRightInTfjs: isNotDilated },
  Discretization: discretization,
  EinsumDense: einsumDense,
  ELU: eluLayer,
  GlobalAveragePooling1D: globalPooling(1, 'mean'),
  GlobalAveragePooling2D: globalPooling(2, 'mean'),
  GlobalAveragePooling3D: globalPooling(3, 'mean'),
  GlobalMaxPooling1D: globalPooling(1, 'max'),
  GlobalMaxPooling2D: globalPooling(2, 'max'),
  GlobalMaxPooling3D: globalPooling(3, 'max'),
  GroupNormalization: groupNormalization,
  GroupedQueryAttention: groupedQueryAttention,
  GroupQueryAttention: groupedQueryAttention,
  GRU: gru,
  GRUCell: gruCell,
  Identity: identity,
  IntegerLookup: integerLookup,
  LayerNormalization: layerNormalization,
  LayerScale: layerScale,
  LeakyReLU: leakyReluLayer,
  LSTM: lstm,
  LSTMCell: lstmCell,
  Masking: masking,
  MaxPooling3D: maxPooling3d,
  MelSpectrogram: melSpectrogram,
  MultiHeadAttention: multiHeadAttention,
  Normalization: normalization,
  Pipeline: pipeline,
  // Keras calls it Dense, with a dtype policy of its own
  QuantizedDense: quantizedDense,
  RandomCrop: randomCrop,
  ReLU: reluLayer,
  Rescaling: rescaling,
  Reshape: reshape,
  Resizing: resizing,
  ReversibleEmbedding: reversibleEmbedding,
  RMSNormalization: rmsNormalization,
  RNN: rnn,
  // tf.js saves no depth multiplier
  SeparableConv1D: separableConvolution(1),
  SeparableConv2D: {
    ...separableConvolution(2),
    isRightInTfjs: (config) => isNotDilated(config) && config.depth_multiplier === 1,
  },
  SimpleRNN: simpleRnn,
  SimpleRNNCell: simpleRnnCell,
  Softmax: softmaxLayer,
  SpatialDropout2D: spatialDropout(2),
  SpatialDropout3D: spatialDropout(3),
  SpectralNormalization: spectralNormalization,
  StackedRNNCells: stackedRnnCells,
  STFTSpectrogram: stftSpectrogram,
  Subtract: subtract,
  TimeDistributed: timeDistributed,
  UnitNormalization: unitNormalization,
  UpSampling1D: upSampling(1),
  UpSampling2D: upSampling(2),
  UpSampling3D: upSampling(3),
  ZeroPadding1D: zeroPadding(1),
  ZeroPadding3D: zeroPadding(3),
  ...Object.fromEntries(augmentations.map((name) => [name, augmentation(name)])),
};
