// Checksums of ranges that overlap. A corrupt file may hold many heads whose lengths reach over the same bytes: each of
// these bytes is read a bounded number of times, however many heads there are.
import { crcAfterZeros, crcRegister, maskedCrc, maskedCrc32c } from '../files/crc32c.ts';

// bytes between two checkpoints are read again for each head
const stepBytes = 64;
const firstCheckpoints = 1 << 10;

/**
 * The register of a CRC is linear: its values at two checkpoints give the checksum of the bytes between them. Indices are
 * those in the file, and grow from call to call.
 */
export class Checksums {
  // the end of the data that failed: ranges that begin before it use checkpoints
  #failedTo = 0;
  // values of the register at `#first` + n * stepBytes, 0 at `#first`
  #registers = new Int32Array(0);
  #first = 0;
  #count = 0;

  /** Whether `masked`, signed, is the masked checksum of `bytes` from `from` to before `to`. @param base index in the file of byte 0 */
  matches(bytes: Uint8Array, base: number, from: number, to: number, masked: number): boolean {
    const known = base + from < this.#failedTo && to - from > 2 * stepBytes;
    const found = known ? maskedCrc(this.#between(bytes, base, from, to)) : maskedCrc32c(bytes, from, to);
    if (found === masked) return true;
    this.#failedTo = Math.max(this.#failedTo, base + to);
    return false;
  }

  /** The CRC of the bytes from `from` to before `to`, signed. */
  #between(bytes: Uint8Array, base: number, from: number, to: number): number {
    this.#extend(bytes, base, from, to);
    const after = Math.ceil((base + from - this.#first) / stepBytes);
    const before = Math.floor((base + to - this.#first) / stepBytes);
    const [left, right] = [this.#offsetOf(after), this.#offsetOf(before)];
    const begun = crcRegister(-1, bytes, from, left - base);
    const middle = crcAfterZeros(begun ^ this.#registers[after]!, right - left) ^ this.#registers[before]!;
    return ~crcRegister(middle, bytes, right - base, to);
  }

  #offsetOf(checkpoint: number): number {
    return this.#first + checkpoint * stepBytes;
  }

  /** Adds the checkpoints up to the last one that is not after `to`. */
  #extend(bytes: Uint8Array, base: number, from: number, to: number): void {
    if (this.#count === 0 || base + from > this.#offsetOf(this.#count - 1)) {
      if (this.#registers.length === 0) this.#registers = new Int32Array(firstCheckpoints);
      this.#first = base + from;
      this.#registers[0] = 0;
      this.#count = 1;
    }
    for (let next = this.#offsetOf(this.#count); next <= base + to; next += stepBytes) {
      if (this.#count === this.#registers.length) this.#makeRoom(base + from);
      const register = this.#registers[this.#count - 1]!;
      this.#registers[this.#count] = crcRegister(register, bytes, next - stepBytes - base, next - base);
      this.#count += 1;
    }
  }

  /** Frees room for checkpoints: those before the index `from` in the file are needed no more. */
  #makeRoom(from: number): void {
    const passed = Math.floor((from - this.#first) / stepBytes);
    const registers = passed > this.#count / 2 ? this.#registers : new Int32Array(2 * this.#registers.length);
    registers.set(this.#registers.subarray(passed, this.#count));
    this.#registers = registers;
    this.#first = this.#offsetOf(passed);
    this.#count -= passed;
  }
}
