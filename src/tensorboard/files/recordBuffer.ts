// Records that wait to be written: framed, one after another, in one buffer that grows.
import { frame, headBytes, tailBytes } from './recordFraming.ts';

/** An encoded event that writes itself. */
export interface EventMessage {
  /** bytes of the event, without the frame of its record */
  readonly length: number;
  /** Writes the event to `bytes`, of which `view` is a view, from the index `at` on. */
  write(bytes: Uint8Array, view: DataView, at: number): void;
}

const initialBytes = 1 << 16;

export class RecordBuffer {
  #bytes = new Uint8Array(initialBytes);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** bytes that wait */
  get length(): number {
    return this.#length;
  }

  /** All records that wait; a view that is good until the next call of `add` or `drop`. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Appends a record that holds `message`. */
  add(message: EventMessage): void {
    const { length } = message;
    const at = this.#length;
    this.#reserve(at + headBytes + length + tailBytes);
    message.write(this.#bytes, this.#view, at + headBytes);
    frame(this.#bytes, this.#view, at, length);
    this.#length = at + headBytes + length + tailBytes;
  }

  /** Removes the first `count` bytes. */
  drop(count: number): void {
    this.#bytes.copyWithin(0, count, this.#length);
    this.#length -= count;
    // one large graph must not hold its memory for good
    if (this.#length === 0 && this.#bytes.length > initialBytes) this.#resize(initialBytes);
  }

  #reserve(length: number): void {
    if (length > this.#bytes.length) this.#resize(Math.max(length, 2 * this.#bytes.length));
  }

  #resize(length: number): void {
    const bytes = new Uint8Array(length);
    bytes.set(this.bytes);
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }
}

/** The message of an event that is encoded already. */
export const messageOf = (event: Uint8Array): EventMessage => ({
  length: event.length,
  write: (bytes, _, at) => bytes.set(event, at),
});
