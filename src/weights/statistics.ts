/**
 * Statistics of a parameter's values. NaN and infinities are counted and left out of the rest, which is undefined where no
 * finite value is left.
 */
export interface Statistics {
  readonly mean: number | undefined;
  /** Standard deviation of the values themselves (divided by their count), as in tf.moments. */
  readonly std: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Euclidean norm. */
  readonly norm: number | undefined;
  readonly zeros: number;
  readonly nan: number;
  readonly infinite: number;
  /** Counts in 16 equal bins from `min` to `max`; one bin where these are equal. */
  readonly histogram: readonly number[];
}

const bins = 16;

/** Computes the statistics in two passes over the values. */
export function statisticsOf(values: ArrayLike<number>): Statistics {
  const { length } = values;
  let [count, zeros, nan, sum, squares, min, max] = [0, 0, 0, 0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) nan += 1;
    if (!Number.isFinite(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
    if (value === 0) zeros += 1;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const infinite = length - count - nan;
  if (count === 0) return { ...nothing, zeros, nan, infinite };
  const mean = sum / count;
  const histogram = new Array<number>(min === max ? 1 : bins).fill(0);
  const perBin = (max - min) / histogram.length;
  let deviations = 0;
  for (let i = 0; i < length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    deviations += (value - mean) ** 2;
    histogram[min === max ? 0 : Math.min(Math.floor((value - min) / perBin), bins - 1)]! += 1;
  }
  return {
    mean,
    std: Math.sqrt(deviations / count),
    min,
    max,
    norm: Math.sqrt(squares),
    zeros,
    nan,
    infinite,
    histogram,
  };
}

const nothing = {
  mean: undefined,
  std: undefined,
  min: undefined,
  max: undefined,
  norm: undefined,
  histogram: [] as readonly number[],
};

/** A histogram as text, one bar for each bin: the lowest bar is an empty bin, the highest the fullest. */
export function sparkline(histogram: readonly number[]): string {
  const max = Math.max(...histogram);
  return histogram.map((count) => '▁▂▃▄▅▆▇█'[Math.ceil((count / max) * 7)]).join('');
}
