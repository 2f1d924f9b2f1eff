// CRC-32C (Castagnoli, RFC 3720 appendix B.4), by eight tables a step. In: bytes. Out: an unsigned 32-bit number.

const polynomial = 0x82f63b78; // 0x1edc6f41 with its bits reversed
let tables: Uint32Array[] | undefined;

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let crc = i;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    first[i] = crc;
  }
  const made = [first];
  for (let k = 1; k < 8; k++) made.push(made[k - 1]!.map((crc) => (crc >>> 8) ^ first[crc & 255]!));
  return made;
}

/** Of 'abcd' it is 0x92c80a31. */
export function crc32c(data: Uint8Array): number {
  tables ??= makeTables();
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [Uint32Array, ...Uint32Array[]];
  let crc = 0xffffffff;
  let i = 0;
  for (const end = data.length - 7; i < end; i += 8) {
    const low = crc ^ (data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24));
    crc =
      t7![low & 255]! ^
      t6![(low >>> 8) & 255]! ^
      t5![(low >>> 16) & 255]! ^
      t4![low >>> 24]! ^
      t3![data[i + 4]!]! ^
      t2![data[i + 5]!]! ^
      t1![data[i + 6]!]! ^
      t0[data[i + 7]!]!;
  }
  for (; i < data.length; i++) crc = (crc >>> 8) ^ t0[(crc ^ data[i]!) & 255]!;
  return ~crc >>> 0;
}

/** As records carry it, so that a CRC of data that holds CRCs stays good. */
export function maskedCrc32c(data: Uint8Array): number {
  const crc = crc32c(data);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}
