// An event file and those of the runs below it: queue, timer, flush, close.
import { UserError } from '../../errors.ts';
import { expectKinds } from '../../options.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import type { AppendableFile, WritableStorage } from '../../storage/storage.ts';
import { folderOf } from '../runFolders.ts';
import { type EventMessage, messageOf, RecordBuffer } from './recordBuffer.ts';
import { type SummaryWriterOptions, writerOptionKinds } from './writerOptions.ts';

/** The name of this program in `Event.source_metadata.writer` of its files. */
export const writerName = 'gmlp-viz';

/** Events do not wait when they are more bytes than this, however few they are. */
const maxBufferBytes = 1 << 20;

/**
 * Writes events to a file. Each `add` is synchronous and throws the storage's error, such as that of a full disk. The event
 * of such an `add` waits and is written as soon as the storage takes it; until then each further `add` is refused, so that
 * memory is bounded.
 */
export class EventWriter {
  readonly logdir: string;
  /** The present time in seconds since 1970. */
  readonly now: () => number;
  readonly #file: AppendableFile | undefined;
  readonly #buffer = new RecordBuffer();
  readonly #maxQueue: number;
  readonly #timer: NodeJS.Timeout | number | undefined;
  readonly #options: SummaryWriterOptions & { readonly storage: WritableStorage };
  readonly #runs = new Map<string, EventWriter>();
  // of runs that were written whole: their store may not have them yet
  readonly #written = new Set<AppendableFile>();
  #queued = 0;
  // the storage refused bytes that still wait
  #stuck = false;
  #closed = false;

  /** @throws UserError for options out of range, and the storage's errors */
  constructor(options: SummaryWriterOptions) {
    expectKinds(options, writerOptionKinds);
    const { purgeStep, flushSecs = 120, filenameSuffix = '', storage } = options;
    if (!storage) throw new UserError('there is no disk here: give { storage: memoryStorage() }');
    this.#options = { ...options, storage };
    this.#maxQueue = options.maxQueue ?? 10;
    this.now = options.clock ?? (() => Date.now() / 1000);
    this.logdir = options.logdir ?? storage.join('runs', defaultFolder(this.now(), storage, options));
    if (options.writeToDisk === false) return;
    this.#file = storage.create({
      folder: this.logdir,
      wallTime: this.now(),
      suffix: filenameSuffix,
      head: fileHead(this.now()),
      appendWaiting: () => {
        if (this.#buffer.length > 0) this.#flushNow();
      },
    });
    // a writer that waits does not keep the process alive
    this.#timer = setInterval(() => this.#flushLate(), flushSecs * 1000);
    if (typeof this.#timer === 'object') this.#timer.unref();
    if (purgeStep === undefined) return;
    try {
      this.add({ step: purgeStep, sessionLog: { status: tensorboard.SessionLog.SessionStatus.START } });
      this.#flushNow();
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** The path of the event file, undefined where nothing is written to disk. */
  get path(): string | undefined {
    return this.#file?.path;
  }

  /** Writes an event; its wall time is now where it has none. */
  add(event: tensorboard.IEvent): void {
    if (this.#isReady()) this.#append(messageOf(encoded(event, this.now())));
  }

  /** Writes an event that was encoded by hand. */
  addMessage(message: EventMessage): void {
    if (this.#isReady()) this.#append(message);
  }

  /** The writer of a run below this one, which is flushed and closed with it. */
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

  /** Writes a whole run below this one, and closes its file. */
  writeRun(name: string, events: readonly tensorboard.IEvent[]): void {
    this.#expectOpen();
    const { purgeStep: _, ...options } = this.#options;
    const run = new EventWriter({ ...options, logdir: options.storage.join(this.logdir, folderOf(name)) });
    try {
      for (const event of events) run.add(event);
    } finally {
      run.#flushAndEnd();
      // the next flush waits for it
      if (run.#file?.sent) this.#written.add(run.#file);
    }
  }

  /** The text of a file next to the event file, empty where it does not exist. @param path with `/` between folders */
  read(path: string): string {
    const bytes = this.#file && this.#options.storage.read(this.#pathOf(path));
    return bytes ? new TextDecoder().decode(bytes) : '';
  }

  /** Writes a whole file next to the event file. */
  save(path: string, bytes: Uint8Array): void {
    this.#expectOpen();
    if (this.#file) this.#options.storage.replace(this.#pathOf(path), bytes);
  }

  /** Appends to a file next to the event file. */
  append(path: string, text: string): void {
    this.#expectOpen();
    if (this.#file) this.#options.storage.append(this.#pathOf(path), new TextEncoder().encode(text));
  }

  #pathOf(path: string): string {
    return path.split('/').reduce((folder, name) => this.#options.storage.join(folder, name), this.logdir);
  }

  /** Resolves when the operating system, or the store, has all events, and with `sync` when the disk has. */
  async flush(sync: boolean): Promise<void> {
    this.#expectOpen();
    await allDone([
      async () => {
        this.#flushNow();
        await (sync ? this.#file?.sync() : this.#file?.sent?.());
      },
      ...[...this.#runs.values()].map((run) => () => run.flush(sync)),
      ...this.#sendWritten(),
    ]);
  }

  /** Flushes and closes the file. It is closed though the storage fails. */
  async close(): Promise<void> {
    if (this.#closed) return;
    await allDone([
      ...[...this.#runs.values()].map((run) => () => run.close()),
      async () => {
        this.#flushAndEnd();
        await this.#file?.sent?.();
      },
      ...this.#sendWritten(),
    ]);
  }

  #sendWritten(): (() => Promise<void>)[] {
    return [...this.#written].map((file) => async () => {
      await file.sent?.();
      this.#written.delete(file);
    });
  }

  /** Closes and removes the file, and those of the runs below it: files that were begun and cannot be finished. */
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

  /** Makes room for another event. @returns false where nothing is written to disk */
  #isReady(): boolean {
    this.#expectOpen();
    if (this.#stuck || this.#buffer.length >= maxBufferBytes) this.#flushNow();
    return this.#file !== undefined;
  }

  #append(message: EventMessage): void {
    this.#buffer.add(message);
    this.#queued += 1;
    if (this.#queued >= this.#maxQueue) this.#flushNow();
  }

  #flushNow(): void {
    const file = this.#file;
    if (!file) return;
    this.#stuck = true;
    while (this.#buffer.length > 0) this.#buffer.drop(file.append(this.#buffer.bytes));
    file.flush();
    this.#stuck = false;
    this.#queued = 0;
  }

  /** A flush by the timer, which nobody called: the next call is told of an error, unless the storage takes all by then. */
  #flushLate(): void {
    try {
      this.#flushNow();
    } catch {}
  }
}

/** Runs all steps, though one fails, so that other files reach the disk or the store. @throws the first error */
async function allDone(steps: readonly (() => Promise<void>)[]): Promise<void> {
  const done = await Promise.allSettled(steps.map((step) => step()));
  for (const result of done) if (result.status === 'rejected') throw result.reason;
}

const encoded = (event: tensorboard.IEvent, wallTime: number): Uint8Array =>
  tensorboard.Event.encode({ wallTime, ...event }).finish();

/** The record that every event file begins with: the version of the format, and the program that writes it. */
function fileHead(wallTime: number): Uint8Array {
  const records = new RecordBuffer();
  records.add(messageOf(encoded({ fileVersion: 'brain.Event:2', sourceMetadata: { writer: writerName } }, wallTime)));
  return records.bytes.slice();
}

/** `Nov24_09-05-00_<host><comment>`, as tensorboardX names its folders. */
function defaultFolder(wallTime: number, { host }: WritableStorage, { comment = '' }: SummaryWriterOptions): string {
  const date = new Date(wallTime * 1000);
  const two = (n: number): string => `${n}`.padStart(2, '0');
  const month = date.toDateString().slice(4, 7);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('-');
  return `${month}${two(date.getDate())}_${time}_${host}${comment}`;
}
