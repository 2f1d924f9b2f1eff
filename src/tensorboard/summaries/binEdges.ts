// Edges of equal bins, by numpy's rules and names (numpy/lib/_histograms_impl.py).
import { expectCount } from '../../checks.ts';
import { nearest } from '../../choice.ts';
import { UserError } from '../../errors.ts';

// TensorBoard's page cannot show more bins, and an event should not hold them
const maxBinCount = 1_000_000;

/** The numbers that edges are made for. */
export interface Sample {
  readonly numbers: Float64Array;
  readonly min: number;
  readonly max: number;
  /** whether the dtype is an integer: no bin is narrower than 1 then */
  readonly whole: boolean;
}

/** The width of a bin by each of numpy's rules, 0 where a rule gives none. */
const widths = {
  auto(sample: Sample): number {
    return Math.min(Math.max(widths.fd(sample), widths.sqrt(sample) / 2), widths.sturges(sample));
  },
  doane({ numbers, min, max }: Sample) {
    const count = numbers.length;
    if (count <= 2) return 0;
    const middle = mean(numbers);
    const deviation = Math.sqrt(mean(numbers.map((value) => (value - middle) ** 2)));
    if (!(deviation > 0)) return 0;
    const skewness = Math.abs(mean(numbers.map((value) => ((value - middle) / deviation) ** 3)));
    const error = Math.sqrt((6 * (count - 2)) / ((count + 1) * (count + 3)));
    return (max - min) / (1 + Math.log2(count) + Math.log2(1 + skewness / error));
  },
  fd({ numbers }: Sample) {
    const sorted = numbers.slice().sort();
    return 2 * (quantile(sorted, 0.75) - quantile(sorted, 0.25)) * numbers.length ** (-1 / 3);
  },
  rice: ({ numbers, min, max }: Sample) => (max - min) / (2 * numbers.length ** (1 / 3)),
  scott({ numbers }: Sample) {
    const middle = mean(numbers);
    const deviation = Math.sqrt(mean(numbers.map((value) => (value - middle) ** 2)));
    return ((24 * Math.PI ** 0.5) / numbers.length) ** (1 / 3) * deviation;
  },
  sqrt: ({ numbers, min, max }: Sample) => (max - min) / Math.sqrt(numbers.length),
  stone({ numbers, min, max }: Sample) {
    const count = numbers.length;
    if (count <= 1 || min === max) return 0;
    const sorted = numbers.slice().sort();
    // the loss of a histogram of equal bins, estimated by cross-validation
    const loss = (bins: number): number => {
      const squares = countsIn(sorted, equalEdges(min, max, bins)).reduce((sum, n) => sum + (n / count) ** 2, 0);
      return (2 - (count + 1) * squares) / ((max - min) / bins);
    };
    let best = 1;
    let least = loss(1);
    for (let bins = 2; bins <= Math.max(100, Math.floor(Math.sqrt(count))); bins++) {
      const found = loss(bins);
      if (found < least) [best, least] = [bins, found];
    }
    return (max - min) / best;
  },
  sturges: ({ numbers, min, max }: Sample) => (max - min) / (Math.log2(numbers.length) + 1),
} satisfies Record<string, (sample: Sample) => number>;

/**
 * numpy's name of a rule for the width of bins.
 * @useDeclaredType
 */
export type BinRule = keyof typeof widths;
export const binRules = Object.keys(widths) as BinRule[];

/**
 * The edges of equal bins.
 * @param bins the number of bins, or numpy's name of a rule
 * @throws UserError for an unknown rule, and for more bins than there are floats between the numbers
 */
export function binEdges(bins: BinRule | number, sample: Sample): number[] {
  const { min, max } = sample;
  // numpy widens a range of one number by a half on both sides
  const [from, to] = min === max ? [min - 0.5, max + 0.5] : [min, max];
  if (typeof bins === 'number') expectCount('bins', bins, 1);
  const count = typeof bins === 'number' ? bins : countOf(bins, sample, to - from);
  if (!(count <= maxBinCount))
    throw new UserError(`bins must be at most ${maxBinCount}, got ${count}${count === bins ? '' : ` by ${bins}`}`);
  const edges = equalEdges(from, to, count);
  if (edges.some((edge, i) => i > 0 && !(edge > edges[i - 1]!)))
    throw new UserError(
      `bins must be ${count > 1 ? 'fewer, or limits' : 'limits'}: ${count} of one width cannot lie between ${min} and ${max}`,
    );
  return edges;
}

function countOf(rule: BinRule, sample: Sample, range: number): number {
  if (!Object.hasOwn(widths, rule)) {
    const names = ['tensorflow', ...binRules];
    const guess = nearest(`${rule}`, names);
    throw new UserError(
      `bins must be a count, limits or a name, got ${rule} (${guess ? `did you mean ${guess}? ` : ''}one of ${names.join(', ')})`,
    );
  }
  const width = widths[rule](sample);
  return width ? Math.ceil(range / (sample.whole ? Math.max(width, 1) : width)) : 1;
}

const equalEdges = (from: number, to: number, bins: number): number[] =>
  Array.from({ length: bins + 1 }, (_, i) => (i === bins ? to : i * ((to - from) / bins) + from));

/** Counts the numbers in bins; the last bin includes its right edge. */
function countsIn(sorted: Float64Array, edges: readonly number[]): number[] {
  const before = edges.map((edge) => firstAtLeast(sorted, edge));
  before[before.length - 1] = sorted.length;
  return before.slice(1).map((end, i) => end - before[i]!);
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A quantile, interpolated as by numpy's method `linear`. */
function quantile(sorted: Float64Array, share: number): number {
  const index = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(index)]!, sorted[Math.ceil(index)]!];
  const part = index - Math.floor(index);
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part;
}

const mean = (numbers: Float64Array): number => pairwiseSum(numbers, 0, numbers.length) / numbers.length;

// the sum in numpy's order of additions, so that its last digit is numpy's
const blockLength = 128;

function pairwiseSum(numbers: Float64Array, from: number, count: number): number {
  if (count > blockLength) {
    const half = Math.floor(count / 2);
    const left = half - (half % 8);
    return pairwiseSum(numbers, from, left) + pairwiseSum(numbers, from + left, count - left);
  }
  if (count < 8) return numbers.subarray(from, from + count).reduce((sum, value) => sum + value, 0);
  const sums = Array.from(numbers.subarray(from, from + 8));
  const whole = count - (count % 8);
  for (let i = 8; i < whole; i++) sums[i % 8]! += numbers[from + i]!;
  const [a, b, c, d, e, f, g, h] = sums as [number, number, number, number, number, number, number, number];
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < count; i++) sum += numbers[from + i]!;
  return sum;
}
