// The public API.

export { type BackendName, backendNames } from './backends/backends.ts';
export type { LoadedBackend } from './backends/load.ts';
export { type BackendOptions, type UsedBackend, useBackend } from './backends/useBackend.ts';
export * from './core.ts';
export { SummaryWriter } from './events/diskWriter.ts';
export { type FileDamage, type InspectedRun, inspect } from './events/inspect.ts';
export { type Point, type PointOptions, pointsOf } from './events/points.ts';
export { type ReadOptions, readEventBatches, readEvents } from './events/reader.ts';
export type { InspectedTag } from './events/tagFacts.ts';
export { type GraphFormat, type SaveOptions, saveGraph, writeGraph } from './export/saveGraph.ts';
export { tensorBoardCallback } from './keras/diskCallback.ts';
export { loadSafetensors, saveSafetensors } from './weights/safetensorsFile.ts';
