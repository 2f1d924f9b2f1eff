// An event file of a store: a series of objects in a folder, sent from a spool.
import { UserError } from '../../errors.ts';
import type { AppendableFile, NewFile } from '../storage.ts';
import { warn } from '../warn.ts';
import { type S3Address, s3Path } from './s3Address.ts';
import { removeSpool } from './spoolFolder.ts';
import type { SpoolWriter } from './spoolWriter.ts';
import type { UploadEvents, UploadThread } from './uploadThread.ts';

/** The bytes that wait in the spools of a storage. */
export interface SpoolBytes {
  waiting: number;
  readonly max: number;
}

const sealCheckMs = 1000;
// TensorBoard's Python loader needs 0.12 s for each object of a run at its start
const [manyFlushes, flushSeconds] = [200, 10];

/** What a writer appends to. */
export class SegmentedFile implements AppendableFile {
  readonly run: S3Address;
  readonly #newFile: NewFile;
  readonly #spool: SpoolWriter;
  readonly #bytes: SpoolBytes;
  readonly #thread: UploadThread;
  readonly #id: number;
  readonly #timer: NodeJS.Timeout;
  readonly #ended: (file: SegmentedFile) => void;
  readonly #begun = performance.now();
  #path: string;
  #flushes = 0;
  // bytes of this file among those that wait
  #waiting = 0;
  #isOpen = true;

  constructor(
    run: S3Address,
    newFile: NewFile,
    spool: SpoolWriter,
    bytes: SpoolBytes,
    thread: UploadThread,
    segmentBytes: number,
    ended: (file: SegmentedFile) => void,
  ) {
    this.run = run;
    this.#newFile = newFile;
    this.#spool = spool;
    this.#bytes = bytes;
    this.#thread = thread;
    this.#path = s3Path(run);
    const events: UploadEvents = {
      stored: (count) => this.#count(-count),
      named: (path) => {
        this.#path = path;
      },
      ended: () => ended(this),
      refused: (error) => warn(`${this.#path}: ${error}; events wait in ${spool.folder}`),
    };
    this.#ended = ended;
    this.#id = thread.open(spool.folder, segmentBytes, events);
    this.#timer = setInterval(() => this.#sealLate(), sealCheckMs);
    this.#timer.unref();
  }

  /** The address of the first object, and that of the run until its name is chosen. */
  get path(): string {
    return this.#path;
  }

  /** Whether the writer goes on. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** The folder on the disk where bytes wait. */
  get spoolFolder(): string {
    return this.#spool.folder;
  }

  /** The number of this file for the thread that uploads. */
  get id(): number {
    return this.#id;
  }

  append(bytes: Uint8Array): number {
    this.#expectRoom();
    const taken = this.#spool.append(bytes);
    this.#count(taken);
    return taken;
  }

  flush(): void {
    this.#spool.expectLinked();
    if (this.#spool.isDue) this.#seal();
  }

  async sent(): Promise<void> {
    if (this.#seal()) this.#countFlush();
    await this.#thread.flush(this.#id, this.#spool.sealed);
  }

  sync(): Promise<void> {
    return this.sent();
  }

  close(): void {
    this.#seal();
    this.#end();
    this.#thread.close(this.#id);
  }

  discard(): void {
    this.#end();
    // the thread may be sending it, and what a store has is not removed while TensorBoard may read it
    if (this.#spool.sealed > 0)
      warn(`${s3Path(this.run)} may hold events of a run that was given up: remove them there`);
    this.#spool.abandon();
    this.#thread.discard(this.#id);
    removeSpool(this.#spool.folder);
    this.#count(-this.#waiting);
    this.#ended(this);
  }

  /** Writes a whole file of the run, after the events that were added before. @throws UserError as `append` */
  put(key: string, bytes: Uint8Array): void {
    this.#expectRoom();
    this.#newFile.appendWaiting();
    this.#count(this.#spool.put(key, bytes));
    this.#thread.sealed(this.#id);
  }

  /** Seals what a writer that was not closed has appended, as its process ends. @returns the error of that */
  sealLast(): unknown {
    if (!this.#isOpen) return undefined;
    try {
      this.#newFile.appendWaiting();
      this.#seal();
      this.#thread.close(this.#id);
      return undefined;
    } catch (error) {
      return error;
    } finally {
      this.#end();
    }
  }

  #expectRoom(): void {
    const { waiting, max } = this.#bytes;
    if (waiting >= max)
      throw new UserError(
        `${s3Path(this.run)} has not taken ${waiting} bytes that wait in ${this.#spool.folder}, and more than ${max} may not wait`,
      );
  }

  #count(bytes: number): void {
    this.#waiting += bytes;
    this.#bytes.waiting += bytes;
  }

  #end(): void {
    this.#isOpen = false;
    clearInterval(this.#timer);
  }

  #seal(): boolean {
    const isSealed = this.#spool.seal();
    if (isSealed) this.#thread.sealed(this.#id);
    return isSealed;
  }

  /** A seal by the timer, which nobody called: the next call is told of an error. */
  #sealLate(): void {
    if (!this.#spool.isDue) return;
    try {
      this.#newFile.appendWaiting();
      this.#seal();
    } catch {}
  }

  #countFlush(): void {
    this.#flushes += 1;
    const seconds = (performance.now() - this.#begun) / 1000;
    if (this.#flushes === manyFlushes && seconds < manyFlushes * flushSeconds)
      warn(
        `${this.#path}: ${manyFlushes} calls of flush() in ${Math.round(seconds)} s: each is an object, for which TensorBoard needs 0.12 s and more when it starts`,
      );
  }
}
