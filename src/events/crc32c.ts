// CRC-32C (Castagnoli, RFC 3720 appendix B.4), by eight tables a step. In: bytes. Out: an unsigned 32-bit number.

const polynomial = 0x82f63b78; // 0x1edc6f41 with its bits reversed
// eight tables of 256, one after another
let tables: Int32Array | undefined;
// a view of words costs more than the checksum of so many bytes
const fewBytes = 1024;
// words are read as the machine holds them
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function makeTables(): Int32Array {
  const made = new Int32Array(8 * 256);
  for (let i = 0; i < 256; i++) {
    let crc = i;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    made[i] = crc;
  }
  for (let i = 256; i < made.length; i++) made[i] = (made[i - 256]! >>> 8) ^ made[made[i - 256]! & 255]!;
  return made;
}

/** Of the bytes from `from` to before `to`; of 'abcd' it is 0x92c80a31. */
export function crc32c(data: Uint8Array, from = 0, to = data.length): number {
  tables ??= makeTables();
  if (to - from < fewBytes || !littleEndian) return ~ofBytes(tables, -1, data, from, to) >>> 0;
  const aligned = from + (-(data.byteOffset + from) & 3);
  const words = new Int32Array(data.buffer, data.byteOffset + aligned, ((to - aligned) >> 3) << 1);
  const crc = ofWords(tables, ofBytes(tables, -1, data, from, aligned), words);
  return ~ofBytes(tables, crc, data, aligned + words.length * 4, to) >>> 0;
}

function ofBytes(t: Int32Array, before: number, data: Uint8Array, from: number, to: number): number {
  let crc = before;
  let i = from;
  for (const end = to - 7; i < end; i += 8) {
    const low = crc ^ (data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24));
    crc =
      t[1792 + (low & 255)]! ^
      t[1536 + ((low >>> 8) & 255)]! ^
      t[1280 + ((low >>> 16) & 255)]! ^
      t[1024 + (low >>> 24)]! ^
      t[768 + data[i + 4]!]! ^
      t[512 + data[i + 5]!]! ^
      t[256 + data[i + 6]!]! ^
      t[data[i + 7]!]!;
  }
  for (; i < to; i++) crc = (crc >>> 8) ^ t[(crc ^ data[i]!) & 255]!;
  return crc;
}

/** Of an even number of words. */
function ofWords(t: Int32Array, before: number, words: Int32Array): number {
  let crc = before;
  for (let i = 0; i < words.length; i += 2) {
    const low = crc ^ words[i]!;
    const high = words[i + 1]!;
    crc =
      t[1792 + (low & 255)]! ^
      t[1536 + ((low >>> 8) & 255)]! ^
      t[1280 + ((low >>> 16) & 255)]! ^
      t[1024 + (low >>> 24)]! ^
      t[768 + (high & 255)]! ^
      t[512 + ((high >>> 8) & 255)]! ^
      t[256 + ((high >>> 16) & 255)]! ^
      t[high >>> 24]!;
  }
  return crc;
}

/** As records carry it, so that a CRC of data that holds CRCs stays good. */
export function maskedCrc32c(data: Uint8Array, from = 0, to = data.length): number {
  const crc = crc32c(data, from, to);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
