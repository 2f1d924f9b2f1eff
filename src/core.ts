// The public API that needs no disk: what runs in a browser too.

export type { OpenShapeText, OpenSize } from './axes/openTexts.ts';
export type { TensorBoardCallbackOptions } from './callback/callbackOptions.ts';
export type { FittedModel } from './callback/fittedModel.ts';
export type { CallbackClass, Logs, TensorBoardCallback } from './callback/tensorBoardCallback.ts';
export type { FieldChange } from './compare/diffFields.ts';
export { type DiffOptions, type DiffStyle, diffStyles, renderDiff } from './compare/diffStyles.ts';
export type { BothWeights, ParameterDiff, WeightsDiff } from './compare/diffWeights.ts';
export { exceededGrowth, type Growth, growthText } from './compare/growth.ts';
export { type CompareOptions, compare, compareModels } from './compare/numbers/compare.ts';
export {
  type CompareLevel,
  type CompareStyle,
  type CompareTableOptions,
  compareLevels,
  compareStyles,
  renderComparison,
} from './compare/numbers/compareStyles.ts';
export type { ComparedCall, ComparedOutput, Comparison } from './compare/numbers/comparison.ts';
export type { Difference, Gap } from './compare/numbers/difference.ts';
export type { SeededInputs, TokenRange } from './compare/numbers/givenInputs.ts';
export type { Quantity } from './compare/summaryDiff.ts';
export { diffSummaries, type LayerChange, type SummaryDiff } from './compare/summaryDiff.ts';
export { largestBatch } from './cost/largestBatch.ts';
export { costByOp, type Latency, latencyOf, type OpCost, type PeakBytes } from './cost/latency.ts';
export { type Convention, conventions, type Macs, macsOf } from './cost/macs.ts';
export { distinctParameters, inferencePeakBytes } from './cost/memory.ts';
export type { Spread } from './cost/quantiles.ts';
export type { SavedActivations, TrainingMemory } from './cost/training.ts';
export {
  type Engine,
  engines,
  type Optimizer,
  optimizers,
  savedActivationsBytes,
  trainingMemory,
} from './cost/training.ts';
export type { Curve } from './curves/curve.ts';
export { type Chart, type CurvesSvgOptions, curvesSvg } from './curves/curvesSvg.ts';
export { smoothed } from './curves/smoothed.ts';
export type { Dialect } from './dialects/dialects.ts';
export type { ParameterMode } from './dialects/shownGraph.ts';
export { UserError } from './errors.ts';
export type { FrozenGraph, FrozenOptions } from './export/freeze.ts';
export { frozenGraph } from './export/frozenGraph.ts';
export { type OnnxOptions, onnxGraph } from './export/onnxGraph.ts';
export { decodeGraphDef } from './formats/decodeGraphDef.ts';
export { encodeGraphDef, encodePbtxt, encodeSavedModel } from './formats/encodeGraph.ts';
export type { PictureFormatName } from './formats/format.ts';
export { pictureFormats } from './formats/formats.ts';
export { encodeOnnx } from './formats/onnx.ts';
export type { AmountWord, ColorWord, Theme } from './formats/pictureWords.ts';
export { type RenderGraphOptions, renderGraph } from './formats/renderGraph.ts';
export type {
  Attribute,
  Attributes,
  FunctionArgument,
  FunctionCall,
  Graph,
  GraphFunction,
  GraphNode,
  GraphSignature,
  NodeDtype,
  NodeShape,
  SignedGraph,
  TensorInfo,
  TensorValue,
} from './graph/graph.ts';
export type { Direction } from './graph/layout/layout.ts';
export type { PictureLevel } from './graph/picture/picture.ts';
export { withoutNumberedScopes } from './graph/splitLargeScopes.ts';
export type { BuiltLayersModel, ConverterLibrary, LayersLibrary, LoadedModel } from './load/loadedModel.ts';
export { type LoadModelOptions, loadModel, type ModelFromFile, type ModelOf } from './load/loadModel.ts';
export type { NestedNumbers, Shaped, TensorLike, Values } from './media/tensorInput.ts';
export * from './nn.ts';
export { profile, profileAsync, type ShownProfile } from './profile/profile.ts';
export {
  type ProfileFormat,
  profileFormats,
  type RenderProfileOptions,
  renderProfile,
} from './profile/profileFormats.ts';
export { type ProfileData, type ProfiledLayer, type ProfiledName, profileData } from './profile/profileJson.ts';
export { type TraceEvent, type TraceEventFile, traceEvents } from './profile/traceEvents.ts';
export type { RequestHeaders } from './storage/fetchPieces.ts';
export { type MemoryStorage, memoryStorage } from './storage/memoryStorage.ts';
export type { AppendableFile, NewFile, WritableStorage } from './storage/storage.ts';
export type { Amounts, State } from './summary/amounts.ts';
export { columnNames } from './summary/columns.ts';
export { type CheckedLimit, checkLimits, type Limits, limitText } from './summary/limits.ts';
export type { Layer } from './summary/moduleTree.ts';
export type { Size, StyleOptions } from './summary/style.ts';
export type { FailedSummaryData } from './summary/styles/summaryJson.ts';
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
export type { SummaryInput, SummaryOptions } from './summary/summaryInputs.ts';
export type { Budget, Facts, FailedFacts, Totals } from './summary/tableModel.ts';
export type { SummaryWriterOptions } from './tensorboard/files/writerOptions.ts';
export type { EmbeddingMetadata, Label } from './tensorboard/projector.ts';
export type { ReadEvent } from './tensorboard/reading/readEvent.ts';
export type { ReadNumbers, ReadTensor } from './tensorboard/reading/readTensorTypes.ts';
export type { ReadAudio, ReadHistogram, ReadImage, ReadValue } from './tensorboard/reading/readValue.ts';
export { type Corruption, EventFileError, type OnCorruption } from './tensorboard/reading/scanner.ts';
export type { ByteStream } from './tensorboard/reading/stream.ts';
export type { BinRule } from './tensorboard/summaries/binEdges.ts';
export type { CustomCharts, CustomScalarsLayout } from './tensorboard/summaries/customScalars.ts';
export type { Figure } from './tensorboard/summaries/figure.ts';
export type { GraphOptions } from './tensorboard/summaries/graphEvents.ts';
export type { Bins } from './tensorboard/summaries/histogramBins.ts';
export type { Hparam, Hparams, HparamsOptions } from './tensorboard/summaries/hparams.ts';
export type { ImageLike, ImageSource } from './tensorboard/summaries/image.ts';
export type { MeshConfig } from './tensorboard/summaries/mesh.ts';
export type { Dtype, Elements, Shape } from './tensors.ts';
export type { Profile, ProfileOptions } from './timing/profileModel.ts';
export type { TimedRun, Timing } from './timing/timing.ts';
export type { TraceOptions, Weights } from './trace/adapter.ts';
export { type WeightedLibrary, withLazyWeights } from './trace/adapters/layers/lazyWeights.ts';
export { ForwardError } from './trace/forwardError.ts';
export type { InputShape, InputSpec, ModelInput, ModelInputs, OpenInput } from './trace/inputs.ts';
export { weightsOf } from './trace/modelWeights.ts';
export type { Setting, Settings } from './trace/settings.ts';
export type {
  GraphTable,
  GraphTopology,
  SignatureTensor,
  SourceGraph,
  TopologyArgument,
  TopologyFunction,
  TopologyNode,
} from './trace/sourceGraph.ts';
export type {
  Call,
  Draw,
  KernelCall,
  ModuleCall,
  ModuleInfo,
  Nest,
  OpCall,
  ParameterInfo,
  Trace,
  Value,
} from './trace/trace.ts';
export type {
  GraphModelLike,
  GraphModelTensor,
  LayerLike,
  LayersModelLike,
  LayerWeight,
  TensorFunction,
  Traceable,
} from './trace/traceable.ts';
export { trace, traceAsync } from './trace/traceModel.ts';
export type { ShownComparison } from './view/tree/comparedErrors.ts';
export type { OpenView } from './view/tree/traceTree.ts';
export { type ViewCell, view, viewCell } from './view/view.ts';
export type { ViewOptions } from './view/viewOptions.ts';
export { decodeSafetensors, encodeSafetensors, type StoredTensors } from './weights/safetensors.ts';
export type { Statistics } from './weights/statistics.ts';
