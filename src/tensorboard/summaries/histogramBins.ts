// Counts numbers in bins as tensorboardX does, into TensorBoard's HistogramProto.

import { UserError } from '../../errors.ts';
import type { tensorboard } from '../../proto/generated/messages.js';
import { type BinRule, binEdges, type Sample } from './binEdges.ts';

/**
 * Bins of a histogram. `tensorflow`: 1,549 bins that grow by a tenth from 1e-12 to 1e20 on both sides of 0; a count: equal bins; numpy's name of
 * a rule, such as `auto`: equal bins whose number follows from the data; or limits.
 */
export type Bins = 'tensorflow' | BinRule | number | readonly number[];

const least = 1e-12;
const growth = 1.1;
const beyond = 1e20;

const positive: number[] = [];
for (let limit = least; limit < beyond; limit *= growth) positive.push(limit);
const defaultLimits: readonly number[] = [...positive.map((limit) => -limit).reverse(), 0, ...positive];

/** Whether a number is finite as a float32: TensorBoard holds extremes and limits so. */
export const isFloat = (value: number): boolean => Number.isFinite(Math.fround(value));

/**
 * Counts numbers in bins. Minimum, maximum and sums are those of the numbers that a float32 holds, counts those of numbers inside the limits:
 * TensorBoard's page stays blank where the minimum or maximum is NaN or infinite. Empty bins on both sides are left out except
 * one on the left.
 * @param whole whether the dtype is an integer: numpy's rules make no bin narrower than 1 then
 * @throws UserError where no number is finite, and for limits that do not grow
 */
export function histogramOf(
  values: ArrayLike<number>,
  bins: Bins = 'tensorflow',
  maxBins?: number,
  whole = false,
): tensorboard.IHistogramProto {
  if (values.length === 0) throw new UserError('a histogram needs at least one number');
  const moments = momentsOf(values);
  if (moments.num === 0)
    throw new UserError(
      `a histogram needs at least one finite number, got ${values.length} that are NaN, infinite or beyond float32`,
    );
  const limits = limitsOf(bins, values, moments, whole);
  const find = bins === 'tensorflow' ? defaultBin : (value: number) => searched(limits, value);
  const counts = new Float64Array(limits.length - 1);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const bin = isFloat(value) ? find(value) : -1;
    if (bin >= 0) counts[bin]! += 1;
  }
  const merged = maxBins !== undefined && counts.length > maxBins ? merge(counts, limits, maxBins) : { counts, limits };
  return { ...moments, ...support(merged.counts, merged.limits, moments) };
}

interface Moments {
  readonly min: number;
  readonly max: number;
  readonly num: number;
  readonly sum: number;
  readonly sumSquares: number;
}

/** Minimum, maximum and sums of the numbers that a float32 holds. */
function momentsOf(values: ArrayLike<number>): Moments {
  let [min, max, num, sum, sumSquares] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!isFloat(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    num += 1;
    sum += value;
    sumSquares += value * value;
  }
  return { min, max, num, sum, sumSquares };
}

function limitsOf(bins: Bins, values: ArrayLike<number>, { min, max }: Moments, whole: boolean): readonly number[] {
  if (bins === 'tensorflow') return defaultLimits;
  if (typeof bins === 'number' || typeof bins === 'string') {
    const numbers = Float64Array.from(values).filter(isFloat);
    return binEdges(bins, { numbers, min, max, whole } satisfies Sample);
  }
  if (!Array.isArray(bins) || bins.length < 2)
    throw new UserError(`bins must be a count, a name or two limits and more, got ${JSON.stringify(bins)}`);
  if (bins.some((limit, i) => i > 0 && !(limit >= bins[i - 1]!))) throw new UserError('the limits of bins must grow');
  return bins;
}

// a double as two words: the upper half of the higher one is its sign, its exponent and four bits of its fraction
const double = Float64Array.of(1);
const words = new Uint32Array(double.buffer);
const high = words[1] === 0 ? 0 : 1;
const upperHalves = 1 << 15;
// for each such half, the last positive limit that is not above its numbers: a logarithm takes four times as long
let starts: Int16Array | undefined;

function makeStarts(): Int16Array {
  const made = new Int16Array(upperHalves);
  double[0] = 0;
  for (let half = 0, at = 0; half < upperHalves; half++) {
    words[high] = half << 16;
    while (at + 1 < positive.length && positive[at + 1]! <= double[0]) at += 1;
    made[half] = at;
  }
  return made;
}

/** The bin of a value in the default limits. */
function defaultBin(value: number): number {
  const size = Math.abs(value);
  const middle = positive.length;
  if (value === 0) return middle;
  if (!(size < positive.at(-1)!)) return size === positive.at(-1)! ? (value > 0 ? 2 * middle - 1 : 0) : -1;
  if (size < least) return value > 0 ? middle : middle - 1;
  starts ??= makeStarts();
  double[0] = size;
  let at = starts[words[high]! >>> 16]!;
  while (positive[at + 1]! <= size) at += 1;
  // a bin includes its left limit and excludes its right one
  if (value > 0) return middle + 1 + at;
  return positive[at] === size ? middle - 1 - at : middle - 2 - at;
}

// the last bin includes its right limit
function searched(limits: readonly number[], value: number): number {
  const last = limits.length - 1;
  if (!(value >= limits[0]! && value <= limits[last]!)) return -1;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (limits[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

function merge(counts: ArrayLike<number>, limits: readonly number[], maxBins: number) {
  const every = Math.floor(counts.length / maxBins);
  const merged = new Float64Array(Math.ceil(counts.length / every));
  for (let i = 0; i < counts.length; i++) merged[Math.floor(i / every)]! += counts[i]!;
  const kept = limits.slice(0, -1).filter((_, i) => i % every === 0);
  return { counts: merged, limits: [...kept, limits.at(-1)!] };
}

function support(counts: Float64Array, limits: readonly number[], { min, max }: Moments) {
  const start = counts.findIndex((count) => count > 0);
  const end = counts.findLastIndex((count) => count > 0) + 1;
  if (start < 0) throw new UserError('no number lies within the bins');
  const shown = Array.from(counts.subarray(Math.max(start - 1, 0), end));
  // a user's outermost limits may be infinite
  const finite = (limit: number): number => (isFloat(limit) ? limit : limit > 0 ? max : min);
  const bucketLimit = limits.slice(start, end + 1).map(finite);
  return { bucketLimit, bucket: start > 0 ? shown : [0, ...shown] };
}
