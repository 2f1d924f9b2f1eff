// The public API.

export { type BackendName, backendNames } from './backends/backends.ts';
export type { LoadedBackend } from './backends/load.ts';
export { type BackendOptions, type UsedBackend, useBackend } from './backends/useBackend.ts';
export * from './core.ts';
export { SummaryWriter } from './events/diskWriter.ts';
export { type InspectedRun, type InspectedTag, inspect } from './events/inspect.ts';
export { type ReadEvent, type ReadHistogram, type ReadOptions, type ReadValue, readEvents } from './events/reader.ts';
export { type Damage, EventFileError, type OnDamage } from './events/records.ts';
export { loadSafetensors, saveSafetensors } from './weights/safetensorsFile.ts';
