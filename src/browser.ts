// The public API where there is no disk: events are read from streams, and a writer needs a storage.

export * from './core.ts';
export { readEventBatches, readEvents } from './events/reading/stream.ts';
export { SummaryWriter } from './events/summaryWriter.ts';
export { tensorBoardCallback } from './keras/callback.ts';
