import { expect, test } from 'vitest';
import { crc32c, maskedCrc32c } from '../../../src/tensorboard/files/crc32c.ts';
import { messageOf, RecordBuffer } from '../../../src/tensorboard/files/recordBuffer.ts';

function bitwise(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}

test('crc32c equals its definition at every length', () => {
  expect(crc32c(Buffer.from('abcd'))).toBe(0x92c80a31);
  for (let length = 0; length < 70; length++) {
    const data = Uint8Array.from({ length }, (_, i) => (i * 151 + length) & 255);
    expect(crc32c(data)).toBe(bitwise(data));
  }
});

test('a record is length, crc, data, crc', () => {
  const data = Buffer.from('abcd');
  const records = new RecordBuffer();
  records.add(messageOf(data));
  const bytes = Buffer.from(records.bytes);
  expect(bytes.length).toBe(20);
  expect(bytes.readBigUInt64LE(0)).toBe(4n);
  expect(bytes.readInt32LE(8)).toBe(maskedCrc32c(bytes.subarray(0, 8)));
  expect(bytes.subarray(12, 16)).toEqual(data);
  expect(bytes.readInt32LE(16)).toBe(maskedCrc32c(data));
});

test('records are framed one after another beyond the first buffer, and written bytes leave the buffer', () => {
  const records = new RecordBuffer();
  const sizes = [3, 100_000, 0, 5];
  for (const size of sizes)
    records.add({ length: size, write: (target, _, at) => target.fill(size & 255, at, at + size) });
  const total = sizes.reduce((sum, size) => sum + size + 16, 0);
  expect(records.bytes.length).toBe(total);
  expect(records.bytes[19 + 12 + 99_999]).toBe(100_000 & 255);
  records.drop(total - 21);
  expect(Array.from(records.bytes.subarray(12, 17))).toEqual([5, 5, 5, 5, 5]);
  records.drop(21);
  expect(records.bytes.length).toBe(0);
});
