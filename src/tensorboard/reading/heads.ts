// Where the next record of a damaged file may begin. In: bytes. Out: the offset of a head whose checksum is good.
//   u64le length | u32le masked crc of length
import { lengthChecker } from '../files/crc32c.ts';
import { headBytes } from '../files/recordFraming.ts';

// a length below 2^32 has four zeros here, after the head's first byte
const [zerosFrom, zerosTo] = [4, 7];

let isChecksum: ReturnType<typeof lengthChecker> | undefined;

/**
 * The first offset from `from` on at which a head stands, or the first that too few bytes follow to tell. Bytes of the
 * length that are not 0 rule out several offsets at a time, and a run of zeros is passed by words.
 */
export function nextHead(bytes: Uint8Array, view: DataView, from: number, end: number): number {
  isChecksum ??= lengthChecker();
  const last = end - headBytes;
  let at = from;
  while (at <= last) {
    // the last byte of the four that is not 0: no head begins before the byte after it is the first of them
    let index = zerosTo;
    while (index >= zerosFrom && bytes[at + index] === 0) index -= 1;
    if (index >= zerosFrom) at += index - zerosFrom + 1;
    else {
      // negative where it is 2^31 or more, which no event has
      const length = view.getInt32(at, true);
      const checksum = view.getInt32(at + 8, true);
      if (length === 0 && checksum === 0) at = afterZeros(bytes, at + headBytes, end) - headBytes + 1;
      else if (length >= 0 && isChecksum(length, checksum)) return at;
      else at += 1;
    }
  }
  return Math.max(from, Math.min(at, last + 1));
}

/** The first offset from `from` on whose byte is not 0. */
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
