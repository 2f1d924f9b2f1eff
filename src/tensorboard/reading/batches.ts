// Events as their bytes come. In: bytes. Out: the events that are whole, then corruption.
import { choice } from '../../choice.ts';
import { eventReader, type ReadEvent } from './readEvent.ts';
import { scalarReader } from './scalarReader.ts';
import {
  type Corruption,
  corruptionModes,
  type EventFileError,
  type OnCorruption,
  type ReadRecord,
  RecordScanner,
} from './scanner.ts';

export interface ScanOptions {
  /** at corruption: `throw` an EventFileError, `stop`, or `resync` at the next record whose checksums are good */
  readonly onCorruption?: OnCorruption;
  /** told of what is left out with `stop` and `resync` */
  readonly reportCorruption?: (corruption: Corruption) => void;
}

/** What was read of one source so far, in bounded memory: one chunk and one event at a time. */
export class EventBatches {
  readonly #scanner: RecordScanner;
  readonly #read: ReadRecord;
  #batch: ReadEvent[] = [];

  /** @throws UserError for another mode */
  constructor(source: string, { onCorruption = 'throw', reportCorruption = () => undefined }: ScanOptions) {
    const mode = choice('onCorruption', onCorruption, corruptionModes);
    this.#scanner = new RecordScanner({ onCorruption: mode, source, reportCorruption });
    const readScalars = scalarReader();
    const readEvent = eventReader();
    this.#read = (bytes, view, from, to, offset) => {
      const event = readScalars(bytes, view, from, to, offset) ?? readEvent(bytes.subarray(from, to), offset);
      if (event) this.#batch.push(event);
      return event !== undefined;
    };
  }

  /** of the next byte, from the beginning */
  get offset(): number {
    return this.#scanner.offset;
  }

  get stopped(): boolean {
    return this.#scanner.stopped;
  }

  /** to be thrown after the events before it */
  get failure(): EventFileError | undefined {
    return this.#scanner.failure;
  }

  /** Where the next bytes go, `least` of them or more. */
  room(least: number): Uint8Array {
    return this.#scanner.room(least);
  }

  /** The events that are whole now that `count` bytes came; `last` when no more will come. */
  filled(count: number, last: boolean): readonly ReadEvent[] {
    this.#batch = [];
    this.#scanner.filled(count);
    this.#scanner.scan(this.#read, last);
    return this.#batch;
  }
}
