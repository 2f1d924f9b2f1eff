// The SummaryWriter of a machine with a disk.
import { disk } from '../storage/diskStorage.ts';
import { storageOf } from '../storage/storages.ts';
import type { SummaryWriterOptions } from './files/writerOptions.ts';
import { SummaryWriter as Writer } from './summaryWriter.ts';

/**
 * Writes event files that TensorBoard reads, as tensorboardX's SummaryWriter does. Each `add*` is synchronous, and throws a
 * UserError for wrong values and the disk's error where that is full. In all of them `globalStep` is the position on the
 * horizontal axis, 0 by default, and `wallTime` is in seconds since 1970, now by default. Half a surrogate pair in a text is
 * written as U+FFFD.
 * @example
 * const writer = new SummaryWriter('logs');
 * writer.addScalar('loss', 0.5, 1);
 * await writer.close();
 */
export class SummaryWriter extends Writer {
  /**
   * @param options the folder of the run, or options
   * @throws UserError for options that are unknown or out of range, and the disk's error where the file cannot be created
   */
  constructor(options: string | SummaryWriterOptions = {}) {
    const given = typeof options === 'string' ? { logdir: options } : options;
    super(withStorage(given, given?.logdir));
  }
}

/** Options with the storage of `logdir` as default; other values than objects are left to the check of options. */
export function withStorage<T extends object>(options: T, logdir: unknown): T {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return options;
  return { storage: typeof logdir === 'string' ? storageOf(logdir) : disk, ...options };
}
