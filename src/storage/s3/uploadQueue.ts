// Sends the spools of one process at the same time, each one in its order.
import { RunUpload, type UploadContext } from './runUpload.ts';
import { Slots } from './slots.ts';
import { readTarget, removedSpool } from './spoolFolder.ts';
import { SpoolUpload } from './spoolUpload.ts';

// requests at a time
const maxConcurrent = 8;
const heartbeatMs = 30_000;

/** The spools of one process on their way to their stores. */
export class UploadQueue {
  readonly #context: UploadContext;
  readonly #runs = new Map<number, RunUpload>();
  /** Runs whose spools were gone before they were opened here. */
  readonly #lost = new Map<number, Error>();
  readonly #slots = new Slots(maxConcurrent);
  readonly #heartbeat: NodeJS.Timeout;

  constructor(context: UploadContext) {
    this.#context = context;
    this.#heartbeat = setInterval(() => {
      for (const run of this.#runs.values()) run.beat();
    }, heartbeatMs);
    this.#heartbeat.unref();
  }

  /** Begins to send a spool. */
  open(id: number, folder: string, segmentBytes: number): void {
    const target = readTarget(folder);
    if (!target) {
      const error = removedSpool(folder);
      this.#lost.set(id, error);
      this.#context.refused(id, error);
      return;
    }
    const upload = new SpoolUpload(folder, target, this.#context.storeOf(target.settings), segmentBytes);
    const run: RunUpload = new RunUpload(id, upload, this.#context, this.#slots, () => this.#closedBefore(run));
    this.#runs.set(id, run);
    run.wake();
  }

  /** Tells that a file was sealed. */
  wake(id: number): void {
    this.#runs.get(id)?.wake();
  }

  /** Resolves when the store has the files with numbers below `through`. @throws StoreError for what it refuses */
  async flush(id: number, through: number): Promise<void> {
    const lost = this.#lost.get(id);
    if (lost) throw lost;
    // a run that is no longer known is sent
    await this.#runs.get(id)?.flush(through);
  }

  /** Removes the spool of a run as soon as it is sent. */
  close(id: number): void {
    this.#runs.get(id)?.close(() => {
      this.#runs.delete(id);
      this.#context.ended(id);
    });
  }

  /** Forgets a run that is removed. */
  discard(id: number): void {
    this.#runs.get(id)?.stop();
    this.#runs.delete(id);
    this.#lost.delete(id);
  }

  /** Tries all once more without waiting. @returns ids of the runs that have files left */
  async drain(): Promise<number[]> {
    const left = await Promise.all([...this.#runs].map(async ([id, run]) => ((await run.drain()) ? [] : [id])));
    return left.flat();
  }

  /** Writers of the same run that are closed and not sent yet: their objects come before those of `run`. */
  #closedBefore(run: RunUpload): readonly RunUpload[] {
    return [...this.#runs.values()].filter((other) => other.id < run.id && other.isClosed && other.isSameRun(run));
  }
}
