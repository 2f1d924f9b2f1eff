// Numbers of 16 bits, from their bits and back.
import { expect, test } from 'vitest';
import { bfloat, bfloatBits, half, halfBits } from '../src/float16.ts';

const isNaNBits = (bits: number, exponent: number): boolean =>
  (bits & exponent) === exponent && (bits & ~exponent & 0x7fff) !== 0;

test('each binary16 and bfloat16 encodes to its own bits', () => {
  const all = Array.from({ length: 2 ** 16 }, (_, bits) => bits);
  expect(all.filter((bits) => !isNaNBits(bits, 0x7c00) && halfBits(half(bits)) !== bits)).toEqual([]);
  expect(all.filter((bits) => !isNaNBits(bits, 0x7f80) && bfloatBits(bfloat(bits)) !== bits)).toEqual([]);
  expect(half(halfBits(Number.NaN))).toBeNaN();
  expect(bfloat(bfloatBits(Number.NaN))).toBeNaN();
});

// numpy.float16(x).view(numpy.uint16)
test.each([
  [0.1, 0x2e66],
  [65519, 0x7bff],
  [65520, 0x7c00],
  [2049, 0x6800],
  [2051, 0x6802],
  [2 ** -25, 0],
  [1.5 * 2 ** -24, 2],
  [1023.75 * 2 ** -24, 0x400],
  [-1e-9, 0x8000],
])('%d rounds to the nearest binary16', (number, bits) => {
  expect(halfBits(number)).toBe(bits);
});
