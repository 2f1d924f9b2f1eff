// Finds the head of the next record after corrupt bytes.
//   u64le length | u32le masked crc of length
import { lengthChecker } from '../files/crc32c.ts';
import { headBytes } from '../files/recordFraming.ts';

// a length below 2^32 has zeros in its bytes 4 to 7
const [zerosFrom, zerosTo] = [4, 7];

let isChecksum: ReturnType<typeof lengthChecker> | undefined;

/**
 * The first index from `from` on of a head whose checksum is good, or of bytes that are too few to tell. Bytes of a length
 * that must be 0 and are not rule out several indices at a time, and zeros are passed by words.
 */
export function nextHead(bytes: Uint8Array, view: DataView, from: number, end: number): number {
  isChecksum ??= lengthChecker();
  const last = end - headBytes;
  let at = from;
  while (at <= last) {
    // the last of these bytes that is not 0: the zeros of the next possible head come after it
    let index = zerosTo;
    while (index >= zerosFrom && bytes[at + index] === 0) index -= 1;
    if (index >= zerosFrom) at += index - zerosFrom + 1;
    else {
      // negative for 2^31 and more, which no event has
      const length = view.getInt32(at, true);
      const checksum = view.getInt32(at + 8, true);
      if (length === 0 && checksum === 0) at = afterZeros(bytes, at + headBytes, end) - headBytes + 1;
      else if (length >= 0 && isChecksum(length, checksum)) return at;
      else at += 1;
    }
  }
  return Math.max(from, Math.min(at, last + 1));
}

/** The first index from `from` on of a byte that is not 0. */
function afterZeros(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (bytes.byteOffset + at) % 4 !== 0 && bytes[at] === 0) at += 1;
  if (at >= end || bytes[at] !== 0) return at;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >> 2);
  let word = 0;
  while (word + 4 <= words.length && (words[word]! | words[word + 1]! | words[word + 2]! | words[word + 3]!) === 0)
    word += 4;
  at += 4 * word;
  while (at < end && bytes[at] === 0) at += 1;
  return at;
}
