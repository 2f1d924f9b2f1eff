// The life of an event file and of those of the runs below it: queue, timer, flush, close. In: events. Out: files.

import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import { expectOptions } from '../../options.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import { type EventFile, type EventMessage, type EventStorage, writerName } from '../../storage/storage.ts';
import { folderOf } from '../runFolders.ts';

export interface SummaryWriterOptions {
  /** created when it is not there; without it `runs/<date>_<time>_<host><comment>` */
  readonly logdir?: string;
  /** ends the folder's name when no logdir is given */
  readonly comment?: string;
  /** a restarted training writes again from this step: TensorBoard drops what an earlier file has from there on */
  readonly purgeStep?: number;
  /** events that may wait in memory before an `add*` writes them, 10 */
  readonly maxQueue?: number;
  /** seconds that an event may wait in memory, 120 */
  readonly flushSecs?: number;
  /** ends the file's name */
  readonly filenameSuffix?: string;
  /** false: no folder, no file */
  readonly writeToDisk?: boolean;
  /** the disk, where there is one; `memoryStorage()` elsewhere */
  readonly storage?: EventStorage;
}

const optionNames = [
  'logdir',
  'comment',
  'purgeStep',
  'maxQueue',
  'flushSecs',
  'filenameSuffix',
  'writeToDisk',
  'storage',
] satisfies (keyof SummaryWriterOptions)[];

/**
 * Every `add` is synchronous and throws what the storage answers, a disk that is full included. The event of such an
 * `add` waits and goes out as soon as the storage takes it; until then further ones are refused, so that memory is bounded.
 */
export class EventWriter {
  readonly logdir: string;
  readonly #file: EventFile | undefined;
  readonly #maxQueue: number;
  readonly #timer: NodeJS.Timeout | number | undefined;
  readonly #options: SummaryWriterOptions & { readonly storage: EventStorage };
  readonly #runs = new Map<string, EventWriter>();
  #queued = 0;
  // the storage did not take what waits
  #stuck = false;
  #closed = false;

  /** @throws UserError for options out of range, and what the storage answers */
  constructor(options: SummaryWriterOptions) {
    expectOptions(options, optionNames);
    const { comment = '', purgeStep, maxQueue = 10, flushSecs = 120, filenameSuffix = '', storage } = options;
    if (!storage) throw new UserError('there is no disk here: give { storage: memoryStorage() }');
    this.#options = { ...options, storage };
    expectCount('maxQueue', maxQueue, 1);
    if (purgeStep !== undefined) expectCount('purgeStep', purgeStep, 0);
    // a timer holds at most 2^31 - 1 milliseconds
    if (!(flushSecs > 0 && flushSecs < 2_147_483))
      throw new UserError(`flushSecs must be between 0 and 2147483 seconds, got ${flushSecs}`);
    for (const [name, text] of Object.entries({ comment, filenameSuffix }))
      if (/[\\/]/.test(text)) throw new UserError(`${name} must not hold a path separator, got ${text}`);
    this.logdir = options.logdir ?? storage.join('runs', `${timestamp(new Date())}_${storage.host}${comment}`);
    this.#maxQueue = maxQueue;
    if (options.writeToDisk === false) return;
    this.#file = storage.create(this.logdir, filenameSuffix);
    // a writer that waits does not keep the process alive
    this.#timer = setInterval(() => this.#flushLate(), flushSecs * 1000);
    if (typeof this.#timer === 'object') this.#timer.unref();
    try {
      this.add({ fileVersion: 'brain.Event:2', sourceMetadata: { writer: writerName } });
      if (purgeStep !== undefined)
        this.add({ step: purgeStep, sessionLog: { status: tensorboard.SessionLog.SessionStatus.START } });
      this.#flushNow();
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** the event file, undefined when nothing is written to disk */
  get path(): string | undefined {
    return this.#file?.path;
  }

  /** now, unless the event has a wall time */
  add(event: tensorboard.IEvent): void {
    const file = this.#ready();
    if (!file) return;
    const wallTime = Date.now() / 1000;
    file.append(tensorboard.Event.encode({ wallTime, ...event }).finish());
    this.#count();
  }

  /** an event that was encoded by hand */
  addMessage({ length, write }: EventMessage): void {
    const file = this.#ready();
    if (!file) return;
    file.appendWith(length, write);
    this.#count();
  }

  /** the writer of a run below this one, flushed and closed with it */
  run(name: string): EventWriter {
    this.#expectOpen();
    const folder = folderOf(name);
    let run = this.#runs.get(folder);
    if (!run) {
      run = new EventWriter({ ...this.#options, logdir: this.#options.storage.join(this.logdir, folder) });
      this.#runs.set(folder, run);
    }
    return run;
  }

  /** a run below this one that is written whole: nothing of it stays open */
  writeRun(name: string, events: readonly tensorboard.IEvent[]): void {
    this.#expectOpen();
    const { purgeStep: _, ...options } = this.#options;
    const run = new EventWriter({ ...options, logdir: options.storage.join(this.logdir, folderOf(name)) });
    try {
      for (const event of events) run.add(event);
    } finally {
      run.#flushAndEnd();
    }
  }

  /** the text of a file beside the event file, empty where there is none; its path has `/` between folders */
  read(path: string): string {
    const bytes = this.#file && this.#options.storage.read(this.#beside(path));
    return bytes ? new TextDecoder().decode(bytes) : '';
  }

  /** a file beside the event file */
  save(path: string, bytes: Uint8Array): void {
    this.#expectOpen();
    if (this.#file) this.#options.storage.write(this.#beside(path), bytes);
  }

  /** adds to a file beside the event file */
  append(path: string, text: string): void {
    this.#expectOpen();
    if (this.#file) this.#options.storage.append(this.#beside(path), new TextEncoder().encode(text));
  }

  #beside(path: string): string {
    return path.split('/').reduce((folder, name) => this.#options.storage.join(folder, name), this.logdir);
  }

  /** Resolves when the operating system has what was added, and with `sync` when the disk has. */
  async flush(sync: boolean): Promise<void> {
    this.#expectOpen();
    await inTurn([
      async () => {
        this.#flushNow();
        if (sync) await this.#file?.sync();
      },
      ...[...this.#runs.values()].map((run) => () => run.flush(sync)),
    ]);
  }

  /** Whatever the storage answers, the file is closed and its memory free. */
  async close(): Promise<void> {
    if (this.#closed) return;
    await inTurn([...[...this.#runs.values()].map((run) => () => run.close()), async () => this.#flushAndEnd()]);
  }

  /** Takes the file away, and those of the runs below it: a file that is begun and cannot be finished. */
  discard(): void {
    if (this.#closed) return;
    clearInterval(this.#timer);
    this.#closed = true;
    for (const run of this.#runs.values()) run.discard();
    this.#file?.discard();
  }

  #flushAndEnd(): void {
    try {
      this.#flushNow();
    } finally {
      this.#end();
    }
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#closed = true;
    this.#file?.close();
  }

  #expectOpen(): void {
    if (this.#closed) throw new UserError(`the writer of ${this.path ?? this.logdir} is closed`);
  }

  /** the file, when it takes another event */
  #ready(): EventFile | undefined {
    this.#expectOpen();
    if (this.#stuck) this.#flushNow();
    return this.#file;
  }

  #count(): void {
    this.#queued += 1;
    if (this.#queued >= this.#maxQueue) this.#flushNow();
  }

  #flushNow(): void {
    this.#stuck = true;
    this.#file?.flush();
    this.#stuck = false;
    this.#queued = 0;
  }

  // nobody called: whoever calls next is told, unless the storage takes it by then
  #flushLate(): void {
    try {
      this.#flushNow();
    } catch {}
  }
}

// what fails for one file must not keep the others from the disk
async function inTurn(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) await step().catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw errors[0];
}

// `Nov24_09-05-00`, as the reference names its folders
function timestamp(date: Date): string {
  const two = (n: number): string => `${n}`.padStart(2, '0');
  const month = date.toLocaleString('en-US', { month: 'short' });
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('-');
  return `${month}${two(date.getDate())}_${time}`;
}
