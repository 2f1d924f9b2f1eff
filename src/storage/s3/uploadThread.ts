// The thread that uploads, as the thread of the writers sees it.
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { UserError } from '../../errors.ts';
import type { UploadAnswer, UploadRequest, UploadStart } from './uploadMessages.ts';

/** What a writer is told of its run. */
export interface UploadEvents {
  stored(bytes: number): void;
  named(path: string): void;
  refused(error: string): void;
  /** All is sent, and the spool is removed. */
  ended(): void;
}

/** Where an object is. */
type ReadAddress = Omit<Extract<UploadRequest, { kind: 'read' }>, 'kind' | 'request'>;

interface Pending {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Starts with the first writer, and ends with the process. */
export class UploadThread {
  readonly #worker: Worker;
  readonly #answers: MessagePort;
  readonly #waited = new Int32Array(new SharedArrayBuffer(4));
  readonly #runs = new Map<number, UploadEvents>();
  readonly #pending = new Map<number, Pending>();
  #ids = 0;
  #failure: Error | undefined;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    const workerData: UploadStart = { answers: port2, waited: this.#waited };
    this.#worker = new Worker(fileURLToPath(new URL('./upload-worker.cjs', import.meta.url)), {
      workerData,
      transferList: [port2],
      // options of a process, such as --input-type, fit no worker
      execArgv: [],
    });
    this.#answers = port1;
    port1.on('message', (answer: UploadAnswer) => this.#take(answer));
    this.#worker.on('error', (error) => this.#fail(error as Error));
    this.#worker.on('exit', () => this.#fail(new Error('the thread that uploads ended')));
    this.#hold();
  }

  /** Begins to send a spool. @returns the run's number in later calls */
  open(folder: string, segmentBytes: number, events: UploadEvents): number {
    this.#ids += 1;
    this.#runs.set(this.#ids, events);
    this.#ask({ kind: 'open', id: this.#ids, folder, segmentBytes });
    return this.#ids;
  }

  /** Tells that a file of the spool was sealed. */
  sealed(id: number): void {
    this.#ask({ kind: 'sealed', id });
  }

  /** Resolves when the store has the files with numbers below `through`. @throws UserError for what the store refuses */
  flush(id: number, through: number): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    this.#ids += 1;
    const request = this.#ids;
    return new Promise((resolve, reject) => {
      this.#pending.set(request, { resolve, reject });
      this.#hold();
      this.#ask({ kind: 'flush', id, request, through });
    });
  }

  /** Has the spool removed as soon as it is sent. */
  close(id: number): void {
    this.#ask({ kind: 'close', id });
  }

  /** Forgets a spool that is removed. */
  discard(id: number): void {
    this.#runs.delete(id);
    this.#ask({ kind: 'discard', id });
  }

  /** Waits, without a turn of the loop, until all is tried once more. @returns ids of runs that are not sent */
  drain(milliseconds: number): readonly number[] {
    this.#ids += 1;
    const answer = this.#askAndWait({ kind: 'drain', request: this.#ids }, 'drained', milliseconds);
    return answer?.left ?? [...this.#runs.keys()];
  }

  /** Reads an object, without a turn of the loop. @throws UserError for what the store refuses */
  read(where: ReadAddress, milliseconds: number): Uint8Array | undefined {
    this.#ids += 1;
    const answer = this.#askAndWait({ kind: 'read', request: this.#ids, ...where }, 'read', milliseconds);
    if (!answer) throw new UserError(`${where.settings.scheme}://${where.bucket} gives no answer`);
    if (answer.error !== undefined) throw new UserError(answer.error);
    return answer.bytes;
  }

  #ask(request: UploadRequest): void {
    this.#worker.postMessage(request);
  }

  #askAndWait<K extends 'drained' | 'read'>(
    request: Extract<UploadRequest, { request: number }>,
    kind: K,
    milliseconds: number,
  ): Extract<UploadAnswer, { kind: K }> | undefined {
    const end = performance.now() + milliseconds;
    let count = Atomics.load(this.#waited, 0);
    this.#ask(request);
    for (let left = milliseconds; left > 0 && !this.#failure; left = end - performance.now()) {
      Atomics.wait(this.#waited, 0, count, left);
      count = Atomics.load(this.#waited, 0);
      for (let got = receiveMessageOnPort(this.#answers); got; got = receiveMessageOnPort(this.#answers)) {
        const answer = got.message as UploadAnswer;
        if (answer.kind === kind && answer.request === request.request)
          return answer as Extract<UploadAnswer, { kind: K }>;
        this.#take(answer);
      }
    }
    return undefined;
  }

  /** An answer that nobody waits for any more is passed over. */
  #take(answer: UploadAnswer): void {
    if (answer.kind === 'stored') this.#runs.get(answer.id)?.stored(answer.bytes);
    else if (answer.kind === 'named') this.#runs.get(answer.id)?.named(answer.path);
    else if (answer.kind === 'refused') this.#runs.get(answer.id)?.refused(answer.error);
    else if (answer.kind === 'ended') {
      this.#runs.get(answer.id)?.ended();
      this.#runs.delete(answer.id);
    } else if (answer.kind === 'flushed') {
      const pending = this.#pending.get(answer.request);
      this.#pending.delete(answer.request);
      this.#hold();
      if (answer.error === undefined) pending?.resolve();
      else pending?.reject(new UserError(answer.error));
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
    this.#hold();
  }

  /** Keeps the process alive while an answer is awaited, and no longer. */
  #hold(): void {
    const change = this.#pending.size > 0 ? 'ref' : 'unref';
    this.#worker[change]();
    this.#answers[change]();
  }
}
