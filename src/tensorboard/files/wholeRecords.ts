// How much of the bytes that a killed writer left are whole records.
import { maskedCrc32c } from './crc32c.ts';
import { headBytes, headLength, tailBytes } from './recordFraming.ts';

/** The length of the records at the front of `bytes` whose checksums are good. */
export function wholeLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (at + headBytes <= bytes.length) {
    const length = headLength(bytes, view, at);
    if (typeof length === 'string') return at;
    const [data, end] = [at + headBytes, at + headBytes + length + tailBytes];
    if (end > bytes.length) return at;
    if (view.getInt32(data + length, true) !== maskedCrc32c(bytes, data, data + length)) return at;
    at = end;
  }
  return at;
}
