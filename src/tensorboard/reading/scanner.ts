// Splits the bytes of an event file into records, and checks their checksums.
import { UserError } from '../../errors.ts';
import { headBytes, headLength, tailBytes } from '../files/recordFraming.ts';
import { Checksums } from './checksums.ts';
import { nextHead } from './heads.ts';

/** Bytes of an event file that are no record. */
export interface Corruption {
  /** the index of the first such byte in the file */
  readonly offset: number;
  /** one clause, such as `the checksum of an event is wrong` */
  readonly reason: string;
}

/** An event file is corrupt. */
export class EventFileError extends UserError {
  override name = 'EventFileError';
  /** the index of the first corrupt byte in the file */
  readonly offset: number;
  constructor({ offset, reason }: Corruption, source: string) {
    super(`${source} is corrupt at byte ${offset}: ${reason}`);
    this.offset = offset;
  }
}

/** Choices of `onCorruption`: throw an EventFileError, stop, or continue at the next good record. */
export const corruptionModes = ['throw', 'stop', 'resync'] as const;
/**
 * The reaction of a reader to corrupt bytes.
 * @useDeclaredType
 */
export type OnCorruption = (typeof corruptionModes)[number];

/**
 * Reads the data of a record: `bytes` from the index `from` to before `to`. @param offset the index of the record in the file
 * @returns false where the data is no event
 */
export type ReadRecord = (bytes: Uint8Array, view: DataView, from: number, to: number, offset: number) => boolean;

interface ScannerOptions {
  readonly onCorruption: OnCorruption;
  /** the name of the file or stream in error texts */
  readonly source: string;
  /** called for corrupt bytes that are skipped, in the modes `stop` and `resync` */
  readonly reportCorruption: (corruption: Corruption) => void;
  /** the index in the file of the first byte that is scanned; 0 */
  readonly from?: number;
}

const firstBytes = 1 << 12;
// a larger buffer is given up once it is mostly empty
const maxKeptBytes = 1 << 21;

/** Holds one record and one chunk at most. A record after corrupt bytes passed both of its checksums, as any other. */
export class RecordScanner {
  readonly #options: ScannerOptions;
  readonly #checksums = new Checksums();
  #bytes = new Uint8Array(firstBytes);
  #view = new DataView(this.#bytes.buffer);
  // indices in `#bytes` of the bytes that are not read yet; index in the file of the first byte of `#bytes`
  #start = 0;
  #end = 0;
  #base = 0;
  #lost: Corruption | undefined;
  #stopped = false;
  #failure: EventFileError | undefined;

  constructor(options: ScannerOptions) {
    this.#options = options;
    this.#base = options.from ?? 0;
  }

  /** The index in the file of the next byte that `room` takes. */
  get offset(): number {
    return this.#base + this.#end;
  }

  /** The index in the file of the next record, where all bytes before it are records or are followed by one; else undefined. */
  get nextRecord(): number | undefined {
    return this.#lost ? undefined : this.#base + this.#start;
  }

  /** Whether nothing more will be read. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** The error to throw, where corruption stopped a scanner that shall throw. */
  get failure(): EventFileError | undefined {
    return this.#failure;
  }

  /** The buffer for the next bytes, `minBytes` or more; call `filled` with the number of bytes that came. */
  room(minBytes: number): Uint8Array {
    const needed = this.#end - this.#start + minBytes;
    const size = this.#bytes.length;
    // bytes are moved rarely: at most as many as were read since, or into a buffer of twice the size
    if (size > maxKeptBytes && size > 4 * needed) this.#move(Math.max(firstBytes, needed));
    else if (this.#end + minBytes > size) {
      if (needed <= size && this.#start >= size / 2) this.#move(size);
      else this.#move(Math.max(needed, 2 * size));
    }
    return this.#bytes.subarray(this.#end);
  }

  /** Gives up the buffer but for the bytes that are not read yet. */
  rest(): void {
    this.#move(this.#end - this.#start);
  }

  /** Takes `count` bytes that were put into `room`. */
  filled(count: number): void {
    this.#end += count;
  }

  /** Reads all records that are whole. @param last whether no more bytes come, so that a partial record is corrupt */
  scan(read: ReadRecord, last: boolean): void {
    while (!this.#stopped && this.#start < this.#end) {
      const at = this.#start;
      const found = this.#lengthAt(at);
      if (typeof found === 'number') {
        const from = at + headBytes;
        this.#start = from + found + tailBytes;
        this.#lost = undefined;
        if (read(this.#bytes, this.#view, from, from + found, this.#base + at)) continue;
        this.#report({ offset: this.#base + at, reason: 'a record holds no event' });
        continue;
      }
      if (found === 'short' && !last) return;
      // all bytes between two good records are reported once
      if (!this.#lost) {
        const reason = found === 'short' ? `it ends ${this.#end - at} bytes into a record` : found;
        this.#lost = { offset: this.#base + at, reason };
        this.#report(this.#lost);
      }
      this.#start = nextHead(this.#bytes, this.#view, at + 1, this.#end);
    }
  }

  /** The length of the data of the record at `at`; `short` where bytes are missing; or the reason why it is no good record. */
  #lengthAt(at: number): number | string {
    const from = at + headBytes;
    if (from > this.#end) return 'short';
    const length = headLength(this.#bytes, this.#view, at);
    if (typeof length === 'string') return length;
    const to = from + length;
    if (to + tailBytes > this.#end) return 'short';
    const checksum = this.#view.getInt32(to, true);
    return this.#checksums.matches(this.#bytes, this.#base, from, to, checksum)
      ? length
      : 'the checksum of an event is wrong';
  }

  #report(corruption: Corruption): void {
    const { onCorruption, source, reportCorruption } = this.#options;
    this.#stopped = onCorruption !== 'resync';
    if (onCorruption === 'throw') this.#failure = new EventFileError(corruption, source);
    else reportCorruption(corruption);
  }

  #move(length: number): void {
    const held = this.#bytes.subarray(this.#start, this.#end);
    if (length === this.#bytes.length) this.#bytes.copyWithin(0, this.#start, this.#end);
    else {
      this.#bytes = new Uint8Array(length);
      this.#bytes.set(held);
      this.#view = new DataView(this.#bytes.buffer);
    }
    this.#base += this.#start;
    this.#end = held.length;
    this.#start = 0;
  }
}
