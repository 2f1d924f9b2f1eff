// A byte array that grows.

const initialBytes = 1 << 10;

export class GrowingBytes {
  #bytes = new Uint8Array(initialBytes);
  #length = 0;

  /** All bytes that were appended; a view that is good until the next `append`. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
      grown.set(this.bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }
}
