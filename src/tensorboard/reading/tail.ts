// Reads the events of a file that may grow meanwhile.
import type { ReadableFile } from '../../storage/storage.ts';
import { storageOf } from '../../storage/storages.ts';
import { EventBatches, type ReadingStart, type ScanOptions } from './batches.ts';
import type { ReadEvent } from './readEvent.ts';
import { EventFileError } from './scanner.ts';

// most files of a large logdir are short
const [minChunkBytes, maxChunkBytes] = [1 << 14, 1 << 18];

export class EventTail {
  readonly #path: string;
  readonly #batches: EventBatches;
  #file: ReadableFile | undefined;

  constructor(path: string, options: ScanOptions, start: ReadingStart = {}) {
    this.#path = path;
    this.#batches = new EventBatches(path, options, start);
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

  /**
   * Reads to the end of the file as it is now.
   * @param last whether no more bytes come, so that a partial record is corrupt
   * @throws the storage's errors
   */
  async *read(last: boolean): AsyncGenerator<readonly ReadEvent[], void, undefined> {
    this.#file ??= await storageOf(this.#path).open(this.#path, this.offset);
    let chunkBytes = minChunkBytes;
    for (let more = true; more && !this.stopped; ) {
      const bytesRead = await this.#file.read(this.#batches.room(chunkBytes).subarray(0, chunkBytes));
      more = bytesRead > 0;
      if (bytesRead === chunkBytes) chunkBytes = Math.min(maxChunkBytes, 4 * chunkBytes);
      if (!more && !last) await this.#expectGrown(this.#file);
      const events = this.#batches.filled(bytesRead, last && !more);
      if (events.length > 0) yield events;
      if (this.#batches.failure) throw this.#batches.failure;
    }
  }

  /** Frees the open file and the buffer until the next `read`, so that many files can be followed. */
  async rest(): Promise<void> {
    await this.close();
    this.#batches.rest();
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  async #expectGrown(file: ReadableFile): Promise<void> {
    const size = await file.size();
    if (size !== undefined && size < this.offset)
      throw new EventFileError({ offset: size, reason: 'it was cut there while it was read' }, this.#path);
  }
}
