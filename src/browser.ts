// The public API where there is no disk: what reads files is not in it, and a writer needs a storage.

export * from './core.ts';
export { SummaryWriter } from './events/summaryWriter.ts';
export { tensorBoardCallback } from './keras/callback.ts';
