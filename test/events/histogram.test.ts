// Histograms as tensorboardX counts them (golden/reference/events/make.py).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Bins, histogramOf } from '../../src/events/histogram.ts';

interface Case {
  readonly values: string;
  readonly bins: Bins;
  readonly maxBins: number | null;
  readonly expected: Readonly<Record<string, number | number[]>>;
}
const { values, cases }: { values: Record<string, number[]>; cases: Case[] } = JSON.parse(
  readFileSync(new URL('../golden/reference/events/histograms.json', import.meta.url), 'utf8'),
);

test.each(cases)('$values in $bins, at most $maxBins', ({ values: name, bins, maxBins, expected }) => {
  const { sum, sumSquares, ...counted } = histogramOf(values[name]!, bins, maxBins ?? undefined);
  const { sum: theirs, sumSquares: squares, ...exact } = expected;
  expect(counted).toEqual(exact);
  // numpy adds in pairs
  expect(sum).toBeCloseTo(Number(theirs), 10);
  expect(sumSquares! / Number(squares)).toBeCloseTo(1, 12);
});

test('a NaN stays one', () => {
  const { min, max, num, sum, bucket } = histogramOf([1, Number.NaN, 2]);
  expect({ min, max, num, sum, counted: bucket!.reduce((a, b) => a + b) }).toEqual({
    min: Number.NaN,
    max: Number.NaN,
    num: 3,
    sum: Number.NaN,
    counted: 2,
  });
});

test.each([
  [[], 'tensorflow', 'a histogram needs at least one number'],
  [[1], 0, 'bins must be at least 1, got 0'],
  [[1], [1, 0], 'the limits of bins must grow'],
  [[5], [0, 1], 'no number lies within the bins'],
  [[1, Number.POSITIVE_INFINITY], 3, 'equal bins need finite numbers, got 1 to Infinity'],
] as const)('%j in %j', (numbers, bins, clause) => {
  expect(() => histogramOf(numbers, bins)).toThrow(clause);
});

test('the bins of every limit, of what lies just beside it and between', () => {
  const limits = [0];
  for (let limit = 1e-12; limit < 1e20; limit *= 1.1) limits.push(limit);
  const bits = new BigInt64Array(1);
  const number = new Float64Array(bits.buffer);
  const beside = (value: number, by: bigint): number => {
    number[0] = value;
    bits[0]! += by;
    return number[0]!;
  };
  for (let i = 1; i < limits.length - 1; i++)
    for (const value of [
      limits[i]!,
      beside(limits[i]!, -1n),
      beside(limits[i]!, 1n),
      (limits[i]! + limits[i + 1]!) / 2,
    ])
      for (const sign of [1, -1]) {
        // the first limit above the value; on the left side a bin holds its left limit too
        const above = sign > 0 ? limits.find((limit) => limit > value)! : -limits.findLast((limit) => limit < value)!;
        const { bucketLimit, bucket } = histogramOf([sign * value]);
        expect(bucketLimit!.at(bucket!.indexOf(1))).toBe(above === 0 ? 0 : above);
      }
});
