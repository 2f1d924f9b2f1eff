// The records of an event file, one by one, their checksums checked. In: bytes as they come. Out: messages, and damage.
import { UserError } from '../../userError.ts';
import { headBytes, tailBytes, unframe } from '../record.ts';

/** What is wrong in an event file, and where. */
export interface Damage {
  /** of the first byte that is not as it should be */
  readonly offset: number;
  readonly reason: string;
}

export class EventFileError extends UserError {
  override name = 'EventFileError';
  readonly offset: number;
  constructor({ offset, reason }: Damage, source: string) {
    super(`${source} is damaged at byte ${offset}: ${reason}`);
    this.offset = offset;
  }
}

export const damageModes = ['throw', 'stop', 'resync'] as const;
export type OnDamage = (typeof damageModes)[number];

/** Reads the data of the record at `offset` of its file, `bytes` from `from` to before `to`; false when it holds no event. */
export type ReadRecord = (bytes: Uint8Array, view: DataView, from: number, to: number, offset: number) => boolean;

interface ScannerOptions {
  readonly onDamage: OnDamage;
  /** what error messages call the source */
  readonly source: string;
  /** told of what is left out with `stop` and `resync` */
  readonly damaged: (damage: Damage) => void;
}

const firstBytes = 1 << 12;
// one large event must not hold its memory for good
const mostKeptBytes = 1 << 21;

/** Holds one record and one chunk at most. A record after damage passed both of its checksums, as any other. */
export class RecordScanner {
  readonly #options: ScannerOptions;
  #bytes = new Uint8Array(firstBytes);
  #view = new DataView(this.#bytes.buffer);
  // what is held and not read yet, and where `#bytes` begins in the file
  #start = 0;
  #end = 0;
  #base = 0;
  #lost: Damage | undefined;
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
    const held = this.#end - this.#start;
    if (this.#bytes.length < held + least) this.#move(Math.max(held + least, 2 * this.#bytes.length));
    else if (this.#bytes.length > Math.max(mostKeptBytes, held + least)) this.#move(Math.max(firstBytes, held + least));
    else if (this.#bytes.length < this.#end + least) this.#move(this.#bytes.length);
    return this.#bytes.subarray(this.#end);
  }

  filled(count: number): void {
    this.#end += count;
  }

  /** Reads every whole record that is held; the last bytes of a file wait for no others. */
  scan(read: ReadRecord, last: boolean): void {
    while (!this.#stopped && this.#start < this.#end) {
      const at = this.#start;
      const found = unframe(this.#bytes, this.#view, at, this.#end);
      if (typeof found === 'number') {
        const from = at + headBytes;
        this.#start = from + found + tailBytes;
        this.#lost = undefined;
        if (read(this.#bytes, this.#view, from, from + found, this.#base + at)) continue;
        this.#report({ offset: this.#base + at, reason: 'a record holds no event' });
        continue;
      }
      if (found === 'short' && !last) return;
      // the bytes between two good records are one damage
      if (!this.#lost) {
        const reason = found === 'short' ? `it ends ${this.#end - at} bytes into a record` : found;
        this.#lost = { offset: this.#base + at, reason };
        this.#report(this.#lost);
      }
      this.#start += 1;
    }
  }

  #report(damage: Damage): void {
    const { onDamage, source, damaged } = this.#options;
    this.#stopped = onDamage !== 'resync';
    if (onDamage === 'throw') this.#failure = new EventFileError(damage, source);
    else damaged(damage);
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
