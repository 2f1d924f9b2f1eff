// CRC-32C (Castagnoli, RFC 3720 appendix B.4), by eight tables for eight bytes at a time.

const polynomial = 0x82f63b78; // 0x1edc6f41 with its bits reversed
// eight tables of 256, one after another
let tables: Int32Array | undefined;
// for fewer bytes a view of words costs more than it saves
const minWordBytes = 1024;
// words are read in the byte order of the machine
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

/** The CRC of the bytes from `from` to before `to`, unsigned; that of 'abcd' is 0x92c80a31. */
export const crc32c = (data: Uint8Array, from = 0, to = data.length): number => signedCrc(data, from, to) >>> 0;

// V8 keeps a signed number of 32 bits in a register, and puts an unsigned one of 2^31 or more on the heap
function signedCrc(data: Uint8Array, from: number, to: number): number {
  tables ??= makeTables();
  if (to - from < minWordBytes || !littleEndian) return ~ofBytes(tables, -1, data, from, to);
  const aligned = from + (-(data.byteOffset + from) & 3);
  const words = new Int32Array(data.buffer, data.byteOffset + aligned, ((to - aligned) >> 3) << 1);
  const crc = ofWords(tables, ofBytes(tables, -1, data, from, aligned), words);
  return ~ofBytes(tables, crc, data, aligned + words.length * 4, to);
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

/** Updates the register with an even number of words. */
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

/** The masked CRC that records hold, signed: a CRC of data that holds CRCs is weak unless those are masked. */
export function maskedCrc32c(data: Uint8Array, from = 0, to = data.length): number {
  return maskedCrc(signedCrc(data, from, to));
}

/** The mask of a CRC, signed. */
export const maskedCrc = (crc: number): number => (((crc >>> 15) | (crc << 17)) + 0xa282ead8) | 0;

/** Creates a check whether `masked` is the masked CRC of `length`, below 2^31, as eight bytes in little-endian order. */
export function lengthChecker(): (length: number, masked: number) => boolean {
  tables ??= makeTables();
  // all tables are 0 at index 0, so that the upper four bytes, which are 0, add nothing
  const [first, second, third, fourth] = [1792, 1536, 1280, 1024].map((at) => tables!.slice(at, at + 256)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  return (length, masked) => {
    const rotated = (masked - 0xa282ead8) | 0;
    const low = ~length;
    const register = first[low & 255]! ^ second[(low >>> 8) & 255]! ^ third[(low >>> 16) & 255]! ^ fourth[low >>> 24]!;
    return ((rotated >>> 17) | (rotated << 15)) === ~register;
  };
}

/** The register after the bytes from `from` to before `to`, without the inversions of a whole CRC. */
export function crcRegister(register: number, data: Uint8Array, from: number, to: number): number {
  tables ??= makeTables();
  return ofBytes(tables, register, data, from, to);
}

// x^(8 * digit * 256^position) modulo the polynomial, for the four digits of a length in base 256
let zeroPowers: Int32Array | undefined;

/** The register after `length` bytes of 0, as zlib's crc32_combine has it: a product of polynomials over GF(2). */
export function crcAfterZeros(register: number, length: number): number {
  zeroPowers ??= makeZeroPowers();
  let product = register;
  for (let index = 0, rest = length; rest > 0; index++, rest >>>= 8)
    if ((rest & 255) !== 0) product = multiplied(product, zeroPowers[256 * index + (rest & 255)]!);
  return product;
}

function makeZeroPowers(): Int32Array {
  const made = new Int32Array(4 * 256);
  // 1 is the highest bit, x^8 eight bits below
  let power = 1 << 23;
  for (let index = 0; index < 4; index++) {
    made[256 * index] = 1 << 31;
    for (let digit = 1; digit < 256; digit++)
      made[256 * index + digit] = multiplied(made[256 * index + digit - 1]!, power);
    power = multiplied(made[256 * index + 255]!, power);
  }
  return made;
}

function multiplied(a: number, b: number): number {
  let product = 0;
  for (let bits = a, shifted = b; bits !== 0; bits <<= 1) {
    if (bits < 0) product ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return product;
}
