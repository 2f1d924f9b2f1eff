// Reads the events of a file that may grow meanwhile.
import type { ReadableFile } from '../../storage/storage.ts';
import { storageOf } from '../../storage/storages.ts';
import { EventBatches, type ScanOptions } from './batches.ts';
import type { ReadEvent } from './readEvent.ts';
import { EventFileError } from './scanner.ts';

const chunkBytes = 1 << 18;

export class EventTail {
  readonly #path: string;
  readonly #file: ReadableFile;
  readonly #batches: EventBatches;

  private constructor(path: string, file: ReadableFile, batches: EventBatches) {
    this.#path = path;
    this.#file = file;
    this.#batches = batches;
  }

  /** @param from the index of the record that is read first; 0 @throws the file system's errors */
  static async open(path: string, options: ScanOptions, from = 0): Promise<EventTail> {
    const batches = new EventBatches(path, options, from);
    return new EventTail(path, await storageOf(path).open(path, from), batches);
  }

  /** The index in the file of the next byte. */
  get offset(): number {
    return this.#batches.offset;
  }

  /** The index of the record after those that were read; undefined after corrupt bytes at the end. */
  get nextRecord(): number | undefined {
    return this.#batches.nextRecord;
  }

  /** Whether corruption ended the reading. */
  get stopped(): boolean {
    return this.#batches.stopped;
  }

  /** Reads to the end of the file as it is now. @param last whether no more bytes come, so that a partial record is corrupt */
  async *read(last: boolean): AsyncGenerator<readonly ReadEvent[], void, undefined> {
    for (let more = true; more && !this.stopped; ) {
      const bytesRead = await this.#file.read(this.#batches.room(chunkBytes).subarray(0, chunkBytes));
      more = bytesRead > 0;
      if (!more && !last) await this.#expectGrown();
      const events = this.#batches.filled(bytesRead, last && !more);
      if (events.length > 0) yield events;
      if (this.#batches.failure) throw this.#batches.failure;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #expectGrown(): Promise<void> {
    const size = await this.#file.size();
    if (size !== undefined && size < this.#batches.offset)
      throw new EventFileError({ offset: size, reason: 'it was cut there while it was read' }, this.#path);
  }
}
