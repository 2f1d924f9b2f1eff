// The public API.

export * from './core.ts';
export { SummaryWriter } from './events/diskWriter.ts';
export { type InspectedRun, type InspectedTag, inspect } from './events/inspect.ts';
export { type ReadEvent, type ReadHistogram, type ReadOptions, type ReadValue, readEvents } from './events/reader.ts';
export { type Damage, EventFileError, type OnDamage } from './events/records.ts';
export { loadSafetensors, saveSafetensors } from './weights/safetensorsFile.ts';
