// The public API that needs no disk: what runs in a browser too.

export type { FieldChange } from './compare/diffFields.ts';
export { type DiffStyle, diffStyles, renderDiff } from './compare/diffStyles.ts';
export type { ParameterDiff, WeightsDiff } from './compare/diffWeights.ts';
export { type BothWeights, diffSummaries, type LayerChange, type SummaryDiff } from './compare/summaryDiff.ts';
export { largestBatch } from './cost/budget.ts';
export { costByOp, type Latency, latencyOf, type OpCost, type PeakBytes } from './cost/latency.ts';
export { type Convention, conventions, type Macs, macsOf } from './cost/macs.ts';
export { distinctParameters, inferencePeakBytes } from './cost/memory.ts';
export type { Spread } from './cost/quantiles.ts';
export {
  type Engine,
  engines,
  type Optimizer,
  optimizers,
  savedActivationsBytes,
  trainingMemory,
} from './cost/training.ts';
export type { Dialect } from './dialects/dialects.ts';
export { UserError } from './errors.ts';
export { type FrozenOptions, frozenGraph } from './export/frozenGraph.ts';
export { encodeGraphDef, encodePbtxt, encodeSavedModel } from './formats/encodeGraph.ts';
export type { Graph, SignedGraph } from './graph/graph.ts';
export { withoutCrowdScopes } from './graph/splitLargeScopes.ts';
export type { TensorBoardCallback, TensorBoardCallbackOptions } from './keras/tensorBoardCallback.ts';
export type { NestedNumbers, Shaped, Values } from './media/tensorInput.ts';
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
export { BatchNorm1d, BatchNorm2d } from './nn/layers/batchNorm.ts';
export { Conv1d } from './nn/layers/conv1d.ts';
export { Conv2d } from './nn/layers/conv2d.ts';
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
export { type AnyModule, type ForwardHook, type ForwardPreHook, Module, type StoredArray } from './nn/module.ts';
export { Buffer, constant, type Initializer, normal, Parameter, uniform } from './nn/parameter.ts';
export {
  type ProfileFormat,
  profileFormats,
  type RenderProfileOptions,
  renderProfile,
} from './profile/profileFormats.ts';
export { type ProfileData, type ProfiledLayer, type ProfiledName, profileData } from './profile/profileJson.ts';
export { type TraceEvent, type TraceEventFile, traceEvents } from './profile/traceEvents.ts';
export { type MemoryStorage, memoryStorage } from './storage/memoryStorage.ts';
export type { EventFile, EventStorage } from './storage/storage.ts';
export { columnNames } from './summary/columns.ts';
export type { Statistics } from './summary/statistics.ts';
export type { Size, StyleOptions } from './summary/style.ts';
export {
  type LayerData,
  type ParameterData,
  parseSummaryData,
  type SummaryData,
  summaryData,
} from './summary/styles/summaryJson.ts';
export {
  type RowSetting,
  rowSettings,
  type TorchinfoColumn,
  type TorchinfoOptions,
  torchinfoColumns,
} from './summary/styles/torchinfo/torchinfoOptions.ts';
export type { TorchsummaryRow } from './summary/styles/torchsummary/rows.ts';
export { type StyleName, styleNames } from './summary/styles.ts';
export { type Summary, summary, summaryAsync, tabulate } from './summary/summary.ts';
export type { SummaryOptions } from './summary/summaryInputs.ts';
export type { Budget, Facts, Totals } from './summary/tableModel.ts';
export type { SummaryWriterOptions } from './tensorboard/files/eventWriter.ts';
export type { EmbeddingMetadata, Label } from './tensorboard/projector.ts';
export type { ReadEvent } from './tensorboard/reading/readEvent.ts';
export type { ReadNumbers, ReadTensor } from './tensorboard/reading/readTensor.ts';
export type { ReadAudio, ReadHistogram, ReadImage, ReadValue } from './tensorboard/reading/readValue.ts';
export { type Damage, EventFileError, type OnDamage } from './tensorboard/reading/scanner.ts';
export type { ByteStream } from './tensorboard/reading/stream.ts';
export type { CustomCharts, CustomScalarsLayout } from './tensorboard/summaries/customScalars.ts';
export type { Figure } from './tensorboard/summaries/figure.ts';
export type { GraphOptions } from './tensorboard/summaries/graphEvents.ts';
export type { Bins } from './tensorboard/summaries/histogramBins.ts';
export type { Hparam, Hparams, HparamsOptions } from './tensorboard/summaries/hparams.ts';
export type { ImageLike, ImageSource } from './tensorboard/summaries/image.ts';
export type { MeshConfig } from './tensorboard/summaries/mesh.ts';
export type { Elements } from './tensors.ts';
export { type Profile, type ProfileOptions, profile, profileAsync } from './timing/profileModel.ts';
export type { TimedRun, Timing } from './timing/timing.ts';
export type { GraphModelLike, SourceGraph } from './trace/adapters/graph/artifacts.ts';
export type { LayerLike, LayersModelLike } from './trace/adapters/layers/layerTree.ts';
export { type WeightedLibrary, withLazyWeights } from './trace/adapters/layers/lazyWeights.ts';
export { ForwardError } from './trace/forwardError.ts';
export type { GraphInput } from './trace/inputs.ts';
export { type Weights, weightsOf } from './trace/modelWeights.ts';
export type { Setting, Settings } from './trace/settings.ts';
export type { Call, KernelCall, ModuleCall, ModuleInfo, OpCall, Trace, Value } from './trace/trace.ts';
export {
  type InputSpec,
  type TensorFunction,
  type Traceable,
  type TraceOptions,
  trace,
  traceAsync,
} from './trace/traceModel.ts';
export { decodeSafetensors, encodeSafetensors, type StoredTensors } from './weights/safetensors.ts';
