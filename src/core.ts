// The public API that needs no disk: what runs in a browser too.

export { largestBatch } from './cost/budget.ts';
export { type Latency, latencyOf, type NamedCost, namedCosts, type PeakBytes } from './cost/latency.ts';
export { type Convention, conventions, type Macs, macsOf } from './cost/macs.ts';
export { distinctParameters, inferencePeakBytes } from './cost/memory.ts';
export type { Spread } from './cost/spread.ts';
export { type Engine, engines, keptBytes, type Optimizer, optimizers, trainingMemory } from './cost/training.ts';
export type { Dialect } from './events/dialects.ts';
export type { SummaryWriterOptions } from './events/eventWriter.ts';
export type { Bins } from './events/histogram.ts';
export { type MemoryStorage, memoryStorage } from './events/memory.ts';
export type { EmbeddingMetadata, Label } from './events/projector.ts';
export type { ReadEvent } from './events/reading/event.ts';
export { type Damage, EventFileError, type OnDamage } from './events/reading/scanner.ts';
export type { ByteStream } from './events/reading/stream.ts';
export type { ReadNumbers, ReadTensor } from './events/reading/tensor.ts';
export type { ReadAudio, ReadHistogram, ReadImage, ReadValue } from './events/reading/value.ts';
export type { EventFile, EventStorage } from './events/storage.ts';
export type { CustomCharts, CustomScalarsLayout } from './events/summaries/customScalars.ts';
export type { Figure } from './events/summaries/figure.ts';
export type { GraphOptions } from './events/summaries/graph.ts';
export type { Hparam, Hparams, HparamsOptions } from './events/summaries/hparams.ts';
export type { ImageLike, ImageSource } from './events/summaries/image.ts';
export type { MeshConfig } from './events/summaries/mesh.ts';
export type { NestedNumbers, Shaped, Values } from './events/values.ts';
export { encodeGraphDef, encodePbtxt, encodeSavedModel } from './export/encode.ts';
export { type FrozenOptions, frozenGraph } from './export/frozenGraph.ts';
export { withoutCrowdScopes } from './graph/crowds.ts';
export type { Graph, SignedGraph } from './graph/graph.ts';
export type { TensorBoardCallback, TensorBoardCallbackOptions } from './keras/callback.ts';
export {
  checkSizes,
  type GMLPImageOptions,
  type GMLPOptions,
  gMLP,
  gMLPBlock,
  gMLPForImageClassification,
  SpatialGatingUnit,
} from './models/gmlp.ts';
export { type BuiltModel, createModel, presets } from './models/presets.ts';
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
export { GELU } from './nn/layers/gELU.ts';
export { Identity } from './nn/layers/identity.ts';
export { LayerNorm } from './nn/layers/layerNorm.ts';
export { Linear } from './nn/layers/linear.ts';
export { MaxPool2d } from './nn/layers/maxPool2d.ts';
export { ModuleList } from './nn/layers/moduleList.ts';
export { ReLU } from './nn/layers/reLU.ts';
export { Sequential } from './nn/layers/sequential.ts';
export { type AnyModule, type ForwardHook, type ForwardPreHook, Module, type StoredArray } from './nn/module.ts';
export { Buffer, constant, type Initializer, normal, Parameter, uniform } from './nn/parameter.ts';
export { type ProfileFormat, profileFormats, type RenderProfileOptions, renderProfile } from './profile/formats.ts';
export { type ProfiledLayer, type ProfiledName, type SavedProfile, savedProfile } from './profile/json.ts';
export { type TraceEvent, type TraceEventFile, traceEvents } from './profile/traceEvents.ts';
export { columnNames } from './summary/columns.ts';
export { type BothWeights, diffSummaries, type LayerChange, type SummaryDiff } from './summary/diff.ts';
export type { Field } from './summary/diffFields.ts';
export { type DiffStyle, diffStyles, renderDiff } from './summary/diffStyles.ts';
export type { ParameterDiff, WeightsDiff } from './summary/diffWeights.ts';
export { parseSaved, type SavedLayer, type SavedParameter, type SavedSummary, saved } from './summary/json.ts';
export type { Row } from './summary/rows.ts';
export type { Budget, Facts, Totals } from './summary/sheet.ts';
export type { Statistics } from './summary/statistics.ts';
export {
  type Style,
  type Summary,
  type SummaryOptions,
  styleNames,
  summary,
  summaryAsync,
  tabulate,
} from './summary/summary.ts';
export { infoColumns, rowSettings, type TorchinfoOptions } from './summary/torchinfo.ts';
export { ForwardError } from './trace/failure.ts';
export type { GraphInput } from './trace/graphInput.ts';
export type { GraphModelLike, SourceGraph } from './trace/graphTopology.ts';
export type { LayerLike, LayersModelLike } from './trace/layers.ts';
export { type WeightedLibrary, withLazyWeights } from './trace/lazyWeights.ts';
export { type Numbers, numbersOf } from './trace/numbers.ts';
export { type Profile, type ProfileOptions, profile, profileAsync } from './trace/profile.ts';
export {
  type InputSpec,
  type TensorFunction,
  type Traceable,
  type TraceOptions,
  trace,
  traceAsync,
} from './trace/record.ts';
export type { Setting, Settings } from './trace/settings.ts';
export type { TimedRun, Timing } from './trace/timing.ts';
export type { Call, Elements, KernelCall, ModuleCall, ModuleInfo, OpCall, Trace, Value } from './trace/trace.ts';
export { UserError } from './userError.ts';
export { decodeSafetensors, encodeSafetensors, type StoredTensors } from './weights/safetensors.ts';
