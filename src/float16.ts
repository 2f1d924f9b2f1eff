// IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits; and bfloat16, the upper half of a binary32.

/** The number that these 16 bits encode. */
export function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -24 * fraction;
}

/** The number that these 16 bits of a bfloat16 encode. */
export function bfloat(bits: number): number {
  words[0] = bits << 16;
  return floats[0]!;
}

// one binary32, as its bits and as its number
const words = new Uint32Array(1);
const floats = new Float32Array(words.buffer);

/** The 16 bits of the nearest binary16; a number halfway between two has the even one's. */
export function halfBits(number: number): number {
  const sign = number < 0 || Object.is(number, -0) ? 0x8000 : 0;
  const size = Math.abs(number);
  if (Number.isNaN(number)) return 0x7e00;
  // 65520 is halfway between the largest number and what would be the next
  if (size >= 65520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const fraction = even(size * 2 ** (10 - exponent));
  // a fraction below 1024 is subnormal; one that was rounded up to 2048 carries into the exponent
  return sign | (fraction < 1024 ? fraction : ((exponent + 14) << 10) + fraction);
}

/** The upper half of the number's binary32, rounded to the nearest, and to the even one halfway. */
export function bfloatBits(number: number): number {
  if (Number.isNaN(number)) return 0x7fc0;
  floats[0] = number;
  return even(words[0]! / 2 ** 16);
}

function even(value: number): number {
  const low = Math.floor(value);
  const above = value - low;
  return above > 0.5 || (above === 0.5 && low % 2 === 1) ? low + 1 : low;
}
