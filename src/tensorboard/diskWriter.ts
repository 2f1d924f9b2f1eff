// The SummaryWriter of a machine with a disk. In: models and numbers. Out: an event file in a folder.
import { disk } from '../storage/diskStorage.ts';
import type { SummaryWriterOptions } from './files/eventWriter.ts';
import { SummaryWriter as Writer } from './summaryWriter.ts';

export class SummaryWriter extends Writer {
  constructor(options: SummaryWriterOptions = {}) {
    super(typeof options === 'object' && options !== null ? { storage: disk, ...options } : options);
  }
}
