// tensorboardX's SummaryWriter: events in a file that TensorBoard reads. In: models and numbers. Out: one event file.
import { tensorboard } from '../proto/messages.js';
import { encodeGraph } from '../tensorflow/graphDef.ts';
import type { Numbers } from '../trace/numbers.ts';
import { type Traceable, trace } from '../trace/record.ts';
import type { Trace } from '../trace/trace.ts';
import { UserError } from '../userError.ts';
import { type Dialect, dialectNames, dialects } from './dialects.ts';
import { type GraphInput, inputSpecs } from './graphInput.ts';
import { type Bins, histogramOf } from './histogram.ts';
import { scalarEvent } from './scalar.ts';
import { type EventFile, type EventStorage, writerName } from './storage.ts';
import { numbersIn, type Values } from './values.ts';

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

export interface GraphOptions {
  /** `tensorflow` */
  readonly dialect?: Dialect;
  /** parameters become constants with these numbers; the torch dialect has none */
  readonly numbers?: Numbers;
  /** on which backend of tf.js the model computes while it is traced; without it on none, see `trace` */
  readonly backend?: string | undefined;
}

// proto's uint32 length of a field, and protobuf's own limit of a message
const maxGraphBytes = 2 ** 31 - 1024;
const mostTags = 10_000;
const utf8 = new TextEncoder();

/** Every `add*` is synchronous and throws what it finds wrong, a disk that is full included. */
export class SummaryWriter {
  readonly logdir: string;
  readonly #file: EventFile | undefined;
  readonly #maxQueue: number;
  readonly #timer: NodeJS.Timeout | number | undefined;
  readonly #options: SummaryWriterOptions & { readonly storage: EventStorage };
  readonly #runs = new Map<string, SummaryWriter>();
  readonly #tags = new Map<string, Uint8Array>();
  #queued = 0;
  #late: unknown;
  #closed = false;

  /** @throws UserError for options out of range, and what the file system answers */
  constructor(options: SummaryWriterOptions = {}) {
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
    this.#write({ fileVersion: 'brain.Event:2', sourceMetadata: { writer: writerName } });
    if (purgeStep !== undefined)
      this.#write({ step: purgeStep, sessionLog: { status: tensorboard.SessionLog.SessionStatus.START } });
    this.#flushNow();
  }

  /** the event file, undefined when nothing is written to disk */
  get path(): string | undefined {
    return this.#file?.path;
  }

  getLogdir(): string {
    return this.logdir;
  }

  /**
   * Traces `model` once, on shapes alone unless a backend is named, and writes its graph; TensorBoard shows one graph a run.
   * @throws UserError for a kernel that the trace or the dialect does not know, and whatever the model throws
   */
  addGraph(model: Traceable, inputs: GraphInput | readonly GraphInput[], options: GraphOptions = {}): void {
    this.addTrace(trace(model, inputSpecs(inputs), options), options);
  }

  /** As `addGraph`, for a forward pass that was traced before. */
  addTrace(traced: Trace, { dialect = 'tensorflow', numbers }: GraphOptions = {}): void {
    if (!Object.hasOwn(dialects, dialect))
      throw new UserError(`unknown dialect: ${dialect} (one of ${dialectNames.join(', ')})`);
    const graphDef = encodeGraph(dialects[dialect](traced, numbers));
    if (graphDef.length > maxGraphBytes)
      throw new UserError(`a graph of ${graphDef.length} bytes does not fit an event of 2 GB`);
    const runMetadata = tensorboard.RunMetadata.encode({
      stepStats: { devStats: [{ device: '/device:CPU:0' }] },
    }).finish();
    this.#write({ graphDef });
    this.#write({ taggedRunMetadata: { tag: 'profiler', runMetadata } });
  }

  /**
   * @param globalStep where the value stands on the horizontal axis, 0
   * @param wallTime seconds since 1970, now
   */
  addScalar(tag: string, value: number, globalStep = 0, wallTime = Date.now() / 1000): void {
    if (typeof value !== 'number') throw new UserError(`the value of ${tag} must be a number, got ${typeof value}`);
    expectStep(globalStep);
    this.#expectOpen();
    if (!this.#file) return;
    const { length, write } = scalarEvent(this.#encoded(tag), value, globalStep, wallTime);
    this.#file.appendWith(length, write);
    this.#count();
  }

  /** Curves in one chart: each key is a run of its own, `<logdir>/<mainTag>_<key>`. */
  addScalars(
    mainTag: string,
    values: Readonly<Record<string, number>>,
    globalStep = 0,
    wallTime = Date.now() / 1000,
  ): void {
    for (const [key, value] of Object.entries(values))
      if (typeof value !== 'number') throw new UserError(`the value of ${key} must be a number, got ${typeof value}`);
    expectStep(globalStep);
    for (const [key, value] of Object.entries(values))
      this.#runOf(`${mainTag}_${key}`).addScalar(mainTag, value, globalStep, wallTime);
  }

  /** @param maxBins neighbouring bins are merged until there are about as many */
  addHistogram(
    tag: string,
    values: Values,
    globalStep = 0,
    bins: Bins = 'tensorflow',
    wallTime = Date.now() / 1000,
    maxBins?: number,
  ): void {
    if (maxBins !== undefined) expectCount('maxBins', maxBins, 1);
    const histo = histogramOf(numbersIn(values, `the values of ${tag}`), bins, maxBins);
    this.#summary({ tag, histo }, globalStep, wallTime);
  }

  /** Counts made elsewhere: `bucketLimits` are the right limits of the bins, as many as counts. */
  addHistogramRaw(
    tag: string,
    min: number,
    max: number,
    num: number,
    sum: number,
    sumSquares: number,
    bucketLimits: readonly number[],
    bucketCounts: readonly number[],
    globalStep = 0,
    wallTime = Date.now() / 1000,
  ): void {
    if (bucketLimits.length !== bucketCounts.length)
      throw new UserError(
        `the histogram of ${tag} has ${bucketLimits.length} limits and ${bucketCounts.length} counts: expected as many`,
      );
    const histo = { min, max, num, sum, sumSquares, bucketLimit: [...bucketLimits], bucket: [...bucketCounts] };
    this.#summary({ tag, histo }, globalStep, wallTime);
  }

  /** Markdown, under `<tag>/text_summary` as the reference has it. */
  addText(tag: string, text: string, globalStep = 0, wallTime = Date.now() / 1000): void {
    if (typeof text !== 'string') throw new UserError(`the text of ${tag} must be a string, got ${typeof text}`);
    const tensor = {
      dtype: tensorboard.DataType.DT_STRING,
      tensorShape: { dim: [{ size: 1 }] },
      stringVal: [utf8.encode(text)],
    };
    this.#summary({ tag: `${tag}/text_summary`, metadata: textMetadata, tensor }, globalStep, wallTime);
  }

  /** Resolves when the operating system has what was added, and with `sync` when the disk has. */
  async flush({ sync = false } = {}): Promise<void> {
    this.#expectOpen();
    this.#flushNow();
    if (sync) await this.#file?.sync();
    for (const run of this.#runs.values()) await run.flush({ sync });
  }

  /** Flushes and closes the file; a second call does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    for (const run of this.#runs.values()) await run.close();
    clearInterval(this.#timer);
    try {
      this.#flushNow();
    } finally {
      this.#closed = true;
      this.#file?.close();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #summary(value: tensorboard.Summary.IValue, step: number, wallTime: number): void {
    expectStep(step);
    this.#write({ step, wallTime, summary: { value: [value] } });
  }

  /** the writer of a run below this one's */
  #runOf(name: string): SummaryWriter {
    this.#expectOpen();
    const folder = name.replace(/[\\/]/g, '_');
    let run = this.#runs.get(folder);
    if (!run) {
      run = new SummaryWriter({ ...this.#options, logdir: this.#options.storage.join(this.logdir, folder) });
      this.#runs.set(folder, run);
    }
    return run;
  }

  #write(event: tensorboard.IEvent): void {
    this.#expectOpen();
    if (!this.#file) return;
    const wallTime = Date.now() / 1000;
    this.#file.append(tensorboard.Event.encode({ wallTime, ...event }).finish());
    this.#count();
  }

  #count(): void {
    this.#queued += 1;
    if (this.#queued >= this.#maxQueue) this.#flushNow();
  }

  /** a training has few tags and says them often */
  #encoded(tag: string): Uint8Array {
    let bytes = this.#tags.get(tag);
    if (!bytes) {
      bytes = utf8.encode(tag);
      if (this.#tags.size < mostTags) this.#tags.set(tag, bytes);
    }
    return bytes;
  }

  #flushNow(): void {
    this.#file?.flush();
    this.#queued = 0;
    this.#late = undefined;
  }

  // nobody called: whoever calls next is told
  #flushLate(): void {
    try {
      this.#flushNow();
    } catch (error) {
      this.#late = error;
    }
  }

  #expectOpen(): void {
    if (this.#closed) throw new UserError(`the writer of ${this.path ?? this.logdir} is closed`);
    if (this.#late) throw this.#late;
  }
}

const textMetadata = {
  dataClass: tensorboard.DataClass.DATA_CLASS_TENSOR,
  pluginData: { pluginName: 'text' },
};

function expectStep(step: number): void {
  if (!Number.isSafeInteger(step)) throw new UserError(`globalStep must be a whole number, got ${step}`);
}

function expectCount(name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new UserError(`${name} must be a whole number of at least ${least}, got ${value}`);
}

// `Nov24_09-05-00`, as the reference names its folders
function timestamp(date: Date): string {
  const two = (n: number): string => `${n}`.padStart(2, '0');
  const month = date.toLocaleString('en-US', { month: 'short' });
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('-');
  return `${month}${two(date.getDate())}_${time}`;
}
