// Reads events from bytes as they come.
import { choice } from '../../choice.ts';
import { eventReader, type ReadEvent } from './readEvent.ts';
import { TagMetadata } from './readValue.ts';
import { eventOfScalars, type ScalarEvent, scalarReader } from './scalarReader.ts';
import {
  type Corruption,
  corruptionModes,
  type EventFileError,
  type OnCorruption,
  type ReadRecord,
  RecordScanner,
} from './scanner.ts';

/** Options of reading event files. */
export interface ScanOptions {
  /** at corrupt bytes: `throw` an EventFileError, `stop`, or `resync` at the next record whose checksums are good; `throw` */
  readonly onCorruption?: OnCorruption;
  /** called for corrupt bytes that are skipped, with `stop` and `resync` */
  readonly reportCorruption?: (corruption: Corruption) => void;
}

// it caches tags by their bytes, and files of one training have the same
const readScalars = scalarReader();

/** Takes the events of a file, one by one. */
export interface EventVisitor {
  /** Takes an event that holds scalars alone, for which no object is made: it is another one after the call. */
  scalars(event: ScalarEvent, offset: number): void;
  /** Takes any other event, which may hold scalars too. */
  event(event: ReadEvent): void;
}

/** Creates a reader of the records of one file. */
export function recordReader(visitor: EventVisitor, metadata = new TagMetadata()): ReadRecord {
  const readEvent = eventReader(metadata);
  return (bytes, view, from, to, offset) => {
    const scalars = readScalars(bytes, view, from, to);
    if (scalars) {
      visitor.scalars(scalars, offset);
      return true;
    }
    const event = readEvent(bytes.subarray(from, to), offset);
    if (event) visitor.event(event);
    return event !== undefined;
  };
}

/** Where the reading of a file begins. */
export interface ReadingStart {
  /** the byte at which the first record to read begins; 0 unless given */
  readonly from?: number;
  /** metadata from other files of the run, to which that of this file is added; none unless given */
  readonly metadata?: TagMetadata;
}

/** Reads the events of one file or stream in bounded memory: one chunk and one event at a time. */
export class EventBatches {
  readonly #scanner: RecordScanner;
  readonly #read: ReadRecord;
  #batch: ReadEvent[] = [];

  /** @param source the name of the file or stream in error texts. @throws UserError for an unknown `onCorruption` */
  constructor(
    source: string,
    { onCorruption = 'throw', reportCorruption = () => undefined }: ScanOptions,
    { from = 0, metadata }: ReadingStart = {},
  ) {
    const mode = choice('onCorruption', onCorruption, corruptionModes);
    this.#scanner = new RecordScanner({ onCorruption: mode, source, reportCorruption, from });
    const visitor: EventVisitor = {
      scalars: (event, offset) => this.#batch.push(eventOfScalars(event, offset)),
      event: (event) => this.#batch.push(event),
    };
    this.#read = recordReader(visitor, metadata);
  }

  /** The index in the file of the next byte. */
  get offset(): number {
    return this.#scanner.offset;
  }

  /** The index of the record after those that were read; undefined after corrupt bytes at the end. */
  get nextRecord(): number | undefined {
    return this.#scanner.nextRecord;
  }

  /** Whether corruption ended the reading. */
  get stopped(): boolean {
    return this.#scanner.stopped;
  }

  /** The error to throw after the events before it. */
  get failure(): EventFileError | undefined {
    return this.#scanner.failure;
  }

  /** The buffer for the next bytes, `minBytes` or more. */
  room(minBytes: number): Uint8Array {
    return this.#scanner.room(minBytes);
  }

  /** Gives up the buffer until `room` is called. */
  rest(): void {
    this.#scanner.rest();
  }

  /** The events that are whole now that `count` more bytes are in `room`. @param last whether no more bytes come */
  filled(count: number, last: boolean): readonly ReadEvent[] {
    this.#batch = [];
    this.#scanner.filled(count);
    this.#scanner.scan(this.#read, last);
    return this.#batch;
  }
}
