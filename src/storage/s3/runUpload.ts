// Sends the spool of one run, after those that earlier writers of the run left, and tries again what the store did not take.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectStore } from './objectStore.ts';
import { type StoreSettings, s3Path } from './s3Address.ts';
import type { Slots } from './slots.ts';
import { beatIn, runSpool, takeOver, writersIn } from './spoolFolder.ts';
import { SpoolUpload } from './spoolUpload.ts';
import { StoreError } from './storeError.ts';

/** What the sending of runs needs from outside. */
export interface UploadContext {
  readonly storeOf: (settings: StoreSettings) => ObjectStore;
  /** how many bytes of an event file without its head are whole records */
  readonly wholeLength: (bytes: Uint8Array) => number;
  /** called when the store has more bytes of a run */
  readonly stored: (id: number, bytes: number) => void;
  /** called when the names of a run's objects are chosen, with the path of the first one */
  readonly named: (id: number, path: string) => void;
  /** called with the first error of a run that no retry mends */
  readonly refused: (id: number, error: Error) => void;
  /** called when all of a closed run is sent, and its spool removed */
  readonly ended: (id: number) => void;
}

interface Flush {
  /** files with lower numbers are to be sent */
  readonly through: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  /** when it began, or the store took bytes last */
  since: number;
}

// a flush is rejected when the store took nothing for this long: under 30 s, with what else a call takes
const [flushMs, flushCheckMs] = [28_000, 250];
const [firstWaitMs, maxWaitMs] = [500, 30_000];
const refusedWaitMs = 60_000;

/** The loop of one run. */
export class RunUpload {
  readonly id: number;
  isClosed = false;
  readonly #upload: SpoolUpload;
  readonly #context: UploadContext;
  readonly #slots: Slots;
  readonly #before: () => readonly RunUpload[];
  #flushes: Flush[] = [];
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #failures = 0;
  #lastError: Error | undefined;
  #leftovers: SpoolUpload[] | undefined;
  #isNamed = false;
  #isStopped = false;
  #isRefused = false;
  #ended: (() => void) | undefined;

  constructor(
    id: number,
    upload: SpoolUpload,
    context: UploadContext,
    slots: Slots,
    before: () => readonly RunUpload[],
  ) {
    this.id = id;
    this.#context = context;
    this.#slots = slots;
    this.#before = before;
    this.#upload = upload;
  }

  isSameRun(other: RunUpload): boolean {
    return join(this.#upload.folder, '..') === join(other.#upload.folder, '..');
  }

  /** Tells other machines that this process, which sends these spools, lives. */
  beat(): void {
    for (const { folder } of [this.#upload, ...(this.#leftovers ?? [])]) beatIn(folder);
  }

  /** Sends what waits now, unless it is being sent. */
  wake(): void {
    if (this.#isStopped) return;
    // a wait after a failure goes on
    if (this.#timer === undefined) this.#start();
  }

  flush(through: number): Promise<void> {
    if (this.#upload.sent >= through) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const flush: Flush = { through, resolve, reject, since: Date.now() };
      this.#flushes.push(flush);
      this.#start();
      const timer = setInterval(() => {
        if (!this.#flushes.includes(flush)) return clearInterval(timer);
        if (!this.#lastError || Date.now() - flush.since < flushMs) return;
        this.#flushes = this.#flushes.filter((other) => other !== flush);
        reject(this.#lastError);
      }, flushCheckMs);
      timer.unref();
    });
  }

  close(ended: () => void): void {
    this.isClosed = true;
    this.#ended = ended;
    this.#start();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const { resolve } of this.#flushes.splice(0)) resolve();
  }

  /** @returns whether all was sent */
  async drain(): Promise<boolean> {
    await this.#running;
    if (this.#isStopped) return true;
    // what was refused is refused again
    if (!this.#isRefused) {
      this.#start();
      await this.#running;
    }
    return this.#isStopped || this.#upload.waiting.length === 0;
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#again = true;
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#isStopped) {
        this.#again = false;
        await this.#sendAll();
        this.#failures = 0;
        this.#lastError = undefined;
        this.#isRefused = false;
      }
    } catch (error) {
      this.#fail(error as Error);
    } finally {
      this.#running = undefined;
    }
  }

  async #sendAll(): Promise<void> {
    await this.#sendLeftovers();
    while (!this.#isStopped && (await this.#slots.with(() => this.#sendNext()))) this.#settle();
    if (!this.isClosed || this.#isStopped) return;
    if (this.#upload.waiting.length > 0) return;
    this.#upload.remove();
    this.#isStopped = true;
    this.#ended?.();
  }

  async #sendNext(): Promise<boolean> {
    const before = this.#upload.sentBytes;
    const more = await this.#upload.sendNext();
    const { path } = this.#upload;
    if (path !== undefined && !this.#isNamed) {
      this.#isNamed = true;
      this.#context.named(this.id, path);
    }
    if (more) this.#context.stored(this.id, this.#upload.sentBytes - before);
    return more;
  }

  /** Sends what earlier writers of this run left: objects after those of a later writer are not seen by TensorBoard. */
  async #sendLeftovers(): Promise<void> {
    const { run, settings } = this.#upload.target;
    for (const other of this.#before())
      if (!(await other.drain()))
        throw other.#lastError ?? new StoreError(`${s3Path(run)} has not taken all of its last writer`, false);
    this.#leftovers ??= leftoversIn(runSpool(run, settings), this.#context, this.#upload.segmentBytes);
    for (let first = this.#leftovers[0]; first; first = this.#leftovers[0]) {
      try {
        while (await this.#slots.with(() => first!.sendNext())) this.#settle();
        first.remove();
      } catch (error) {
        // gone where another process took it over meanwhile
        if (existsSync(first.folder)) throw error;
      }
      this.#leftovers.shift();
    }
  }

  /** Tells flushes that the store has more. */
  #settle(): void {
    const { sent } = this.#upload;
    this.#failures = 0;
    this.#lastError = undefined;
    const now = Date.now();
    const done = this.#flushes.filter(({ through }) => through <= sent);
    this.#flushes = this.#flushes.filter(({ through }) => through > sent);
    for (const flush of this.#flushes) flush.since = now;
    for (const { resolve } of done) resolve();
  }

  #fail(error: Error): void {
    this.#lastError = error;
    this.#failures += 1;
    // the disk's errors are as final as the store's
    const isFinal = !(error instanceof StoreError) || error.isFinal;
    if (isFinal) {
      if (!this.#isRefused) this.#context.refused(this.id, error);
      this.#isRefused = true;
      for (const { reject } of this.#flushes.splice(0)) reject(error);
    }
    const limit = Math.min(maxWaitMs, firstWaitMs * 2 ** Math.min(this.#failures, 10));
    const wait = isFinal ? refusedWaitMs : firstWaitMs + Math.random() * (limit - firstWaitMs);
    this.#timer = setTimeout(() => this.#start(), wait);
    this.#timer.unref();
  }
}

/**
 * Takes over the spools of a run whose writers' processes ended, in the order in which these began.
 * @param folder holds the spools of all writers of the run
 */
export function leftoversIn(
  folder: string,
  { storeOf, wholeLength }: Pick<UploadContext, 'storeOf' | 'wholeLength'>,
  segmentBytes: number,
): SpoolUpload[] {
  return writersIn(folder).flatMap((writer) => {
    const taken = takeOver(writer, wholeLength);
    return taken ? [new SpoolUpload(taken.folder, taken.target, storeOf(taken.target.settings), segmentBytes)] : [];
  });
}
