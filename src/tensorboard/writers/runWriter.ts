// The life of a SummaryWriter: its folder, flush, close.
import { expectStep, expectTag, expectTime } from '../../checks.ts';
import { expectOptions } from '../../options.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { EventWriter } from '../files/eventWriter.ts';
import type { SummaryWriterOptions } from '../files/writerOptions.ts';

/** The event writer of a writer; users of the package cannot reach it. */
export let eventsOf: (writer: RunWriter) => EventWriter;

/** Writes one event that holds these values. */
export function addValues(
  writer: RunWriter,
  value: tensorboard.Summary.IValue[],
  step: number,
  wallTime: number,
): void {
  expectStep(step);
  expectTime(wallTime);
  for (const { tag } of value) expectTag(tag);
  eventsOf(writer).add({ step, wallTime, summary: { value } });
}

/** Writes the event file of a run, and those of runs below it. */
export class RunWriter {
  readonly #events: EventWriter;

  static {
    eventsOf = (writer) => writer.#events;
  }

  /**
   * @param options the folder of the run, or options
   * @throws UserError for options that are unknown or out of range, and the storage's error where the file cannot be created
   */
  constructor(options: string | SummaryWriterOptions = {}) {
    this.#events = new EventWriter(typeof options === 'string' ? { logdir: options } : options);
  }

  /** The folder of the run. */
  get logdir(): string {
    return this.#events.logdir;
  }

  /** The path of the event file, undefined where nothing is written to disk. */
  get path(): string | undefined {
    return this.#events.path;
  }

  /** The folder of the run, as tensorboardX's `get_logdir`. */
  getLogdir(): string {
    return this.logdir;
  }

  /**
   * Resolves when the operating system has all events.
   * @param options.sync resolves when the disk has them, so that they survive a crash of the machine; false
   */
  async flush(options: { readonly sync?: boolean } = {}): Promise<void> {
    expectOptions(options, ['sync']);
    const { sync = false } = options;
    await this.#events.flush(sync);
  }

  /** Flushes and closes the file; a second call does nothing. */
  async close(): Promise<void> {
    await this.#events.close();
  }

  /** Closes and removes the file, and the folders that were created for it: a file that cannot be finished. */
  discard(): void {
    this.#events.discard();
  }

  /** Closes the writer at the end of a block that declares it by `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** The present time in seconds since 1970. */
  protected now(): number {
    return this.#events.now();
  }
}
