// A file that may grow while it is read. In: its path. Out: the events that it holds by now, again and again.
import { type FileHandle, open } from 'node:fs/promises';
import { EventBatches, type ScanOptions } from './batches.ts';
import type { ReadEvent } from './readEvent.ts';
import { EventFileError } from './scanner.ts';

const chunkBytes = 1 << 18;

export class EventTail {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #batches: EventBatches;

  private constructor(path: string, handle: FileHandle, batches: EventBatches) {
    this.#path = path;
    this.#handle = handle;
    this.#batches = batches;
  }

  /** @throws what the file system answers */
  static async open(path: string, options: ScanOptions): Promise<EventTail> {
    const batches = new EventBatches(path, options);
    return new EventTail(path, await open(path), batches);
  }

  /** damage ended it, and it was not asked to go on */
  get stopped(): boolean {
    return this.#batches.stopped;
  }

  /** To the end of the file as it is now; `last` when no more will come, so that a part of a record is damage. */
  async *read(last: boolean): AsyncGenerator<readonly ReadEvent[], void, undefined> {
    for (let more = true; more && !this.stopped; ) {
      const room = this.#batches.room(chunkBytes);
      // where the last read ended: a pipe has no other place
      const { bytesRead } = await this.#handle.read(room, 0, chunkBytes, null);
      more = bytesRead > 0;
      if (!more && !last) await this.#expectGrown();
      const events = this.#batches.filled(bytesRead, last && !more);
      if (events.length > 0) yield events;
      if (this.#batches.failure) throw this.#batches.failure;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #expectGrown(): Promise<void> {
    const stats = await this.#handle.stat();
    if (stats.isFile() && stats.size < this.#batches.offset)
      throw new EventFileError({ offset: stats.size, reason: 'it was cut there while it was read' }, this.#path);
  }
}
