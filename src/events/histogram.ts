// A histogram as tensorboardX counts it. In: numbers and limits of bins. Out: TensorBoard's HistogramProto.
import type { tensorboard } from '../proto/messages.js';
import { UserError } from '../userError.ts';

/** `tensorflow`: 1,549 bins that grow by a tenth from 1e-12 to 1e20 on both sides of 0; a count: equal bins; or limits. */
export type Bins = 'tensorflow' | number | readonly number[];

const least = 1e-12;
const growth = 1.1;
const beyond = 1e20;

const positive: number[] = [];
for (let limit = least; limit < beyond; limit *= growth) positive.push(limit);
const defaultLimits: readonly number[] = [...positive.map((limit) => -limit).reverse(), 0, ...positive];

/**
 * Counts are of finite numbers inside the limits; minimum, maximum and sums are of all numbers. Empty bins on both sides
 * are left out but for one on the left.
 * @throws UserError for no numbers, and for bins that do not grow
 */
export function histogramOf(
  values: ArrayLike<number>,
  bins: Bins = 'tensorflow',
  maxBins?: number,
): tensorboard.IHistogramProto {
  if (values.length === 0) throw new UserError('a histogram needs at least one number');
  const moments = momentsOf(values);
  const limits = limitsOf(bins, moments);
  const find = bins === 'tensorflow' ? defaultBin : (value: number) => searched(limits, value);
  const counts = new Float64Array(limits.length - 1);
  for (let i = 0; i < values.length; i++) {
    const bin = find(values[i]!);
    if (bin >= 0) counts[bin]! += 1;
  }
  const merged = maxBins !== undefined && counts.length > maxBins ? merge(counts, limits, maxBins) : { counts, limits };
  return { ...moments, ...support(merged.counts, merged.limits) };
}

function momentsOf(values: ArrayLike<number>) {
  let [min, max, sum, sumSquares] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // a NaN stays one, as numpy has it
    if (value < min || Number.isNaN(value)) min = value;
    if (value > max || Number.isNaN(value)) max = value;
    sum += value;
    sumSquares += value * value;
  }
  return { min, max, num: values.length, sum, sumSquares };
}

function limitsOf(bins: Bins, { min, max }: { readonly min: number; readonly max: number }): readonly number[] {
  if (bins === 'tensorflow') return defaultLimits;
  if (typeof bins === 'number') {
    if (!Number.isSafeInteger(bins) || bins < 1) throw new UserError(`bins must be at least 1, got ${bins}`);
    if (!Number.isFinite(min) || !Number.isFinite(max))
      throw new UserError(`equal bins need finite numbers, got ${min} to ${max}`);
    // numpy widens a range of one number by a half on both sides
    const [from, to] = min === max ? [min - 0.5, max + 0.5] : [min, max];
    return Array.from({ length: bins + 1 }, (_, i) => (i === bins ? to : i * ((to - from) / bins) + from));
  }
  if (!Array.isArray(bins) || bins.length < 2)
    throw new UserError(`bins must be tensorflow, a count or limits, got ${bins}`);
  if (bins.some((limit, i) => i > 0 && !(limit >= bins[i - 1]!))) throw new UserError('the limits of bins must grow');
  return bins;
}

// a double as two words: the upper half of the higher one is its sign, its exponent and four bits of its fraction
const double = Float64Array.of(1);
const words = new Uint32Array(double.buffer);
const high = words[1] === 0 ? 0 : 1;
const upperHalves = 1 << 15;
// by that half, the last of the positive limits that none of its numbers is below: a logarithm takes four times as long
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

// the bin of a value in the default limits
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
  // a bin holds its left limit and not its right one
  if (value > 0) return middle + 1 + at;
  return positive[at] === size ? middle - 1 - at : middle - 2 - at;
}

// the last bin holds its right limit too
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

function support(counts: Float64Array, limits: readonly number[]) {
  const start = counts.findIndex((count) => count > 0);
  const end = counts.findLastIndex((count) => count > 0) + 1;
  if (start < 0) throw new UserError('no number lies within the bins');
  const shown = Array.from(counts.subarray(Math.max(start - 1, 0), end));
  return { bucketLimit: limits.slice(start, end + 1), bucket: start > 0 ? shown : [0, ...shown] };
}
