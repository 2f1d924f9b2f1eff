// The public API.

export { type BackendName, backendNames } from './backends/backends.ts';
export type { LoadedBackend } from './backends/loadBackend.ts';
export { type BackendOptions, type UsedBackend, useBackend } from './backends/useBackend.ts';
export * from './core.ts';
export { type GraphTarget, type SavedGraph, type SaveOptions, saveGraph, writeGraph } from './export/saveGraph.ts';
export type { GraphFormat } from './formats/formats.ts';
export { tensorBoardCallback } from './keras/diskCallback.ts';
export type { BuiltLayersModel, ConverterLibrary, LayersLibrary, LoadedModel } from './load/loadedModel.ts';
export { type LoadModelOptions, loadModel, type ModelFromFile } from './load/loadModel.ts';
export { SummaryWriter } from './tensorboard/diskWriter.ts';
export { type ReadOptions, readEventBatches, readEvents } from './tensorboard/reading/fileReader.ts';
export { type FileCorruption, type InspectedRun, inspect } from './tensorboard/reading/inspectLogdir.ts';
export { type Point, type PointOptions, pointsOf } from './tensorboard/reading/points.ts';
export type { InspectedTag } from './tensorboard/reading/tagStatistics.ts';
export { loadSafetensors, saveSafetensors } from './weights/safetensorsFile.ts';
