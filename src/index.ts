/**
 * What runs on Node: all that is exported.
 * @module gmlp-viz
 */

export { type BackendName, backendNames } from './backends/backends.ts';
export type { LoadedBackend } from './backends/loadBackend.ts';
export { type BackendOptions, type UsedBackend, useBackend } from './backends/useBackend.ts';
export { tensorBoardCallback } from './callback/diskCallback.ts';
export { type SafetensorsFit, safetensorsFit } from './compare/safetensorsFit.ts';
export * from './core.ts';
export { type GraphTarget, type SavedGraph, type SaveOptions, saveGraph, writeGraph } from './export/saveGraph.ts';
export type { GraphFormat } from './formats/format.ts';
export type { StateFit } from './nn/stateFit.ts';
export { type S3StorageOptions, s3Storage } from './storage/s3/s3Storage.ts';
export type { FileStamp, ListedFile, ReadableFile, Storage } from './storage/storage.ts';
export { type SafetensorsSummaryOptions, summarizeSafetensors } from './summary/summarizeSafetensors.ts';
export { SummaryWriter } from './tensorboard/diskWriter.ts';
export { type ReadOptions, readEventBatches, readEvents } from './tensorboard/reading/fileReader.ts';
export { type InspectOptions, inspect } from './tensorboard/reading/inspectLogdir.ts';
export { type Point, type PointOptions, pointsOf } from './tensorboard/reading/points.ts';
export { type ReadGraphOptions, readGraph } from './tensorboard/reading/readGraph.ts';
export type { FileCorruption, InspectedRun } from './tensorboard/reading/runFacts.ts';
export type { InspectedTag } from './tensorboard/reading/tagStatistics.ts';
export { chartsOf } from './tensorboard/runs/chartsOf.ts';
export type { ScalarColumns } from './tensorboard/runs/growingColumns.ts';
export { type RunScalars, readRuns } from './tensorboard/runs/readRuns.ts';
export {
  type ReducedRuns,
  type Reduction,
  reduceRuns,
  reductions,
  type UnequalScalar,
} from './tensorboard/runs/reduceRuns.ts';
export type { HparamValue, RunHparams } from './tensorboard/runs/sessionHparams.ts';
export type { DiscardedPoints, RunOptions } from './tensorboard/runs/visitRun.ts';
export { loadSafetensors, safetensorsEntries, saveSafetensors } from './weights/safetensorsFile.ts';
export type { StoredDtype, StoredEntry } from './weights/safetensorsHeader.ts';
