// The public API where there is no disk: events are read from streams, and a writer needs a storage.

export { tensorBoardCallback } from './callback/tensorBoardCallback.ts';
export * from './core.ts';
export { type ReadOptions, readEventBatches, readEvents } from './tensorboard/reading/stream.ts';
export { SummaryWriter } from './tensorboard/summaryWriter.ts';
export { type ShowOptions, showModel } from './view/showModel.ts';
