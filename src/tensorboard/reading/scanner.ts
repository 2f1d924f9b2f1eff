// The records of an event file, one by one, their checksums checked. In: bytes as they come. Out: messages, and corruption.
import { UserError } from '../../errors.ts';
import { headBytes, headLength, tailBytes } from '../files/recordFraming.ts';
import { Checksums } from './checksums.ts';
import { nextHead } from './heads.ts';

/** What is wrong in an event file, and where. */
export interface Corruption {
  /** of the first byte that is not as it should be */
  readonly offset: number;
  readonly reason: string;
}

export class EventFileError extends UserError {
  override name = 'EventFileError';
  readonly offset: number;
  constructor({ offset, reason }: Corruption, source: string) {
    super(`${source} is corrupt at byte ${offset}: ${reason}`);
    this.offset = offset;
  }
}

export const corruptionModes = ['throw', 'stop', 'resync'] as const;
export type OnCorruption = (typeof corruptionModes)[number];

/** Reads the data of the record at `offset` of its file, `bytes` from `from` to before `to`; false when it holds no event. */
export type ReadRecord = (bytes: Uint8Array, view: DataView, from: number, to: number, offset: number) => boolean;

interface ScannerOptions {
  readonly onCorruption: OnCorruption;
  /** what error messages call the source */
  readonly source: string;
  /** told of what is left out with `stop` and `resync` */
  readonly reportCorruption: (corruption: Corruption) => void;
}

const firstBytes = 1 << 12;
// one large event must not hold its memory for good
const maxKeptBytes = 1 << 21;

/** Holds one record and one chunk at most. A record after corruption passed both of its checksums, as any other. */
export class RecordScanner {
  readonly #options: ScannerOptions;
  readonly #checksums = new Checksums();
  #bytes = new Uint8Array(firstBytes);
  #view = new DataView(this.#bytes.buffer);
  // what is held and not read yet, and where `#bytes` begins in the file
  #start = 0;
  #end = 0;
  #base = 0;
  #lost: Corruption | undefined;
  #stopped = false;
  #failure: EventFileError | undefined;

  constructor(options: ScannerOptions) {
    this.#options = options;
  }

  /** of the next byte, from the beginning of the file */
  get offset(): number {
    return this.#base + this.#end;
  }

  /** nothing more will be read */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** of a scanner that stopped and is asked to throw */
  get failure(): EventFileError | undefined {
    return this.#failure;
  }

  /** Where the next bytes go, `least` of them or more; then say how many came with `filled`. */
  room(least: number): Uint8Array {
    const needed = this.#end - this.#start + least;
    const size = this.#bytes.length;
    // what is moved is less than what was read since, or the buffer is twice as large afterwards
    if (size > maxKeptBytes && size > 4 * needed) this.#move(Math.max(firstBytes, needed));
    else if (this.#end + least > size) {
      if (needed <= size && this.#start >= size / 2) this.#move(size);
      else this.#move(Math.max(needed, 2 * size));
    }
    return this.#bytes.subarray(this.#end);
  }

  filled(count: number): void {
    this.#end += count;
  }

  /** Reads every whole record that is held; the last bytes of a file wait for no others. */
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
      // the bytes between two good records are one corruption
      if (!this.#lost) {
        const reason = found === 'short' ? `it ends ${this.#end - at} bytes into a record` : found;
        this.#lost = { offset: this.#base + at, reason };
        this.#report(this.#lost);
      }
      this.#start = nextHead(this.#bytes, this.#view, at + 1, this.#end);
    }
  }

  /** The length of a good record's data at `at`, `short` where bytes that are not here yet may make one, or what is wrong. */
  #lengthAt(at: number): number | string {
    const from = at + headBytes;
    if (from > this.#end) return 'short';
    const length = headLength(this.#bytes, this.#view, at);
    if (typeof length === 'string') return length;
    const to = from + length;
    if (to + tailBytes > this.#end) return 'short';
    const checksum = this.#view.getUint32(to, true);
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
