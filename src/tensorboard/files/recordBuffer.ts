// Records that wait to be written, one after another in one buffer that grows. In: messages. Out: framed bytes.
import { frame, headBytes, tailBytes } from './recordFraming.ts';

const firstBytes = 1 << 16;

export class Pending {
  #bytes = new Uint8Array(firstBytes);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** all that waits; good until the next record */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** A record of `length` bytes, which `write` puts into the buffer at a place. */
  add(length: number, write: (bytes: Uint8Array, view: DataView, at: number) => void): void {
    const at = this.#length;
    this.#reserve(at + headBytes + length + tailBytes);
    write(this.#bytes, this.#view, at + headBytes);
    frame(this.#bytes, this.#view, at, length);
    this.#length = at + headBytes + length + tailBytes;
  }

  /** Takes the first `count` bytes away. */
  drop(count: number): void {
    this.#bytes.copyWithin(0, count, this.#length);
    this.#length -= count;
    // one graph must not hold its memory for good
    if (this.#length === 0 && this.#bytes.length > firstBytes) this.#resize(firstBytes);
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
