// Histograms as tensorboardX counts them (golden/reference/events/make.py).
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { binEdges, binRules } from '../../../src/tensorboard/summaries/binEdges.ts';
import { type Bins, histogramOf } from '../../../src/tensorboard/summaries/histogramBins.ts';

interface Case {
  readonly values: string;
  readonly bins: Bins;
  readonly maxBins: number | null;
  readonly expected: Readonly<Record<string, number | number[]>>;
}
const { values, cases }: { values: Record<string, number[]>; cases: Case[] } = JSON.parse(
  readFileSync(new URL('../../golden/reference/events/histograms.json', import.meta.url), 'utf8'),
);

test.each(cases)('$values in $bins, at most $maxBins', ({ values: name, bins, maxBins, expected }) => {
  const { sum, sumSquares, ...counted } = histogramOf(values[name]!, bins, maxBins ?? undefined);
  const { sum: theirs, sumSquares: squares, ...exact } = expected;
  expect(counted).toEqual(exact);
  // numpy adds in pairs
  expect(sum).toBeCloseTo(Number(theirs), 10);
  expect(sumSquares! / Number(squares)).toBeCloseTo(1, 12);
});

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;

test.each(['tensorflow', 'auto', 4, [-infinity, 0, 1, infinity]] as const)(
  'NaN and infinities among numbers in bins %j leave all of a histogram finite',
  (bins) => {
    const { bucket, bucketLimit, ...moments } = histogramOf([1, nan, -1, infinity, 0.5, -infinity], bins);
    expect(moments).toEqual({ min: -1, max: 1, num: 3, sum: 0.5, sumSquares: 2.25 });
    expect(bucket!.reduce((a, b) => a + b)).toBe(3);
    expect(bucketLimit!.filter((limit) => !Number.isFinite(limit))).toEqual([]);
  },
);

interface Edges {
  readonly values: readonly number[];
  readonly whole: boolean;
  readonly edges: Readonly<Record<string, readonly number[]>>;
}
const edgesOfNumpy: Readonly<Record<string, Edges>> = JSON.parse(
  readFileSync(new URL('../../golden/reference/events/edges.json', import.meta.url), 'utf8'),
);

test.each(Object.entries(edgesOfNumpy))(
  'the edges of %s are those of numpy (golden/reference/events/edges.py)',
  (_, sample) => {
    const numbers = Float64Array.from(sample.values);
    const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
    for (const rule of binRules)
      expect(binEdges(rule, { numbers, min, max, whole: sample.whole })).toEqual(sample.edges[rule]);
  },
);

test.each([
  [[], 'tensorflow', 'a histogram needs at least one number'],
  [[1], 0, 'bins must be a whole number of at least 1, got 0'],
  [[1], 1.5, 'bins must be a whole number of at least 1, got 1.5'],
  [[1], Number.NaN, 'bins must be a whole number of at least 1, got NaN'],
  [[1], Number.POSITIVE_INFINITY, 'bins must be a whole number of at least 1, got Infinity'],
  [[1], [1, 0], 'the limits of bins must grow'],
  [[5], [0, 1], 'no number lies within the bins'],
  [[nan, infinity], 3, 'a histogram needs at least one finite number, got 2 that are NaN, infinite or beyond float32'],
  [[1e300, -1e300], 'tensorflow', 'got 2 that are NaN, infinite or beyond float32'],
  [[1e30, -1e30], 'tensorflow', 'no number lies within the bins'],
  [
    [1e20, 1e20],
    3,
    'bins must be fewer, or limits: 3 of one width cannot lie between 100000000000000000000 and 100000000000000000000',
  ],
  [[1e20], 1, 'bins must be limits: 1 of one width cannot lie between 100000000000000000000 and 100000000000000000000'],
  [[1], 1e7, 'bins must be at most 1000000, got 10000000'],
  [[0, 0, 1, 1e-9, 2e-9, 3e-9, 4e-9, 1e9], 'fd', 'bins must be at most 1000000, got '],
  [
    [1],
    'autos' as 'auto',
    'bins must be a count, limits or a name, got autos (did you mean auto? one of tensorflow, auto, doane, fd, rice, scott, sqrt, stone, sturges)',
  ],
] as const)('%j in %j', (numbers, bins, clause) => {
  expect(() => histogramOf(numbers, bins)).toThrow(clause);
});

test('a value at, just beside, or between limits falls into numpy’s bin', () => {
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

test('numbers beyond float32 are left out of a histogram, as infinite ones are', () => {
  expect(histogramOf([1e308, 1, 2, -1e39], 2)).toEqual(histogramOf([infinity, 1, 2, -infinity], 2));
  expect(histogramOf([1, 2], [-1e308, 1.5, 1e308])).toMatchObject({ bucketLimit: [1, 1.5, 2], bucket: [0, 1, 1] });
});
