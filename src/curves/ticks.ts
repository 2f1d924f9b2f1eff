// Round numbers and their texts for the ticks of an axis.

/** The range to draw: a range of one number is widened on both sides. */
export function widened(min: number, max: number): [number, number] {
  if (min < max) return [min, max];
  const room = min === 0 ? 1 : Math.abs(min) / 10;
  return [min - room, max + room];
}

/** Multiples of 1, 2 or 5 times a power of ten: at most `maxCount` of them, and two where the range holds two. */
export function ticks(min: number, max: number, maxCount: number, whole = false): number[] {
  const power = 10 ** Math.floor(Math.log10(max / maxCount - min / maxCount) - 1);
  const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    .map((factor) => factor * power)
    .filter((size) => !whole || size >= 1);
  const counted = sizes.map((size) => multiples(min, max, size));
  const fits = counted.findIndex((numbers) => numbers.length <= maxCount);
  return counted[fits]!.length < 2 && fits > 0 ? counted[fits - 1]! : counted[fits]!;
}

function multiples(min: number, max: number, size: number): number[] {
  const first = Math.ceil(min / size - 1e-9);
  const count = Math.floor(max / size + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * size);
}

/** Texts with the same number of digits after the point; very large and very small numbers have a power of ten. */
export function labels(numbers: readonly number[]): string[] {
  const largest = Math.max(...numbers.map(Math.abs));
  const step = numbers.length > 1 ? Math.abs(numbers[1]! - numbers[0]!) : largest;
  const digits = Math.max(0, -exponent(step));
  const powers = largest >= 1e6 || digits > 5;
  const precise = Math.min(6, Math.max(0, exponent(largest) - exponent(step)));
  // rounding leaves a tick of 0 near 0
  return numbers.map((value) =>
    !powers ? value.toFixed(digits) : Math.abs(value) < step / 1e6 ? '0' : value.toExponential(precise),
  );
}

const exponent = (value: number): number => Math.floor(Math.log10(value) + 1e-9);
