// The runs `train` and `validation` of a training.
import type { WritableStorage } from '../storage/storage.ts';
import type { SummaryWriterOptions } from '../tensorboard/files/writerOptions.ts';
import { SummaryWriter } from '../tensorboard/summaryWriter.ts';
import type { CheckedOptions } from './callbackOptions.ts';

/** Each writer is created when it is first needed. */
export class TrainingRuns {
  readonly #logdir: string;
  readonly #options: SummaryWriterOptions & { readonly storage: WritableStorage };
  readonly #open = new Map<string, SummaryWriter>();

  constructor(logdir: string, options: CheckedOptions) {
    const { storage, maxQueue, flushSecs, filenameSuffix } = options;
    this.#logdir = logdir;
    this.#options = {
      storage,
      ...(maxQueue !== undefined && { maxQueue }),
      ...(flushSecs !== undefined && { flushSecs }),
      ...(filenameSuffix !== undefined && { filenameSuffix }),
    };
  }

  get train(): SummaryWriter {
    return this.#writer('train');
  }

  get validation(): SummaryWriter {
    return this.#writer('validation');
  }

  async flush(): Promise<void> {
    for (const writer of this.#open.values()) await writer.flush();
  }

  async close(): Promise<void> {
    const writers = [...this.#open.values()];
    this.#open.clear();
    const closed = await Promise.allSettled(writers.map((writer) => writer.close()));
    for (const result of closed) if (result.status === 'rejected') throw result.reason;
  }

  #writer(run: string): SummaryWriter {
    const known = this.#open.get(run);
    if (known) return known;
    const logdir = this.#options.storage.join(this.#logdir, run);
    const writer = new SummaryWriter({ ...this.#options, logdir });
    this.#open.set(run, writer);
    return writer;
  }
}
