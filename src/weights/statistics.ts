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
  const passes = new StatisticsPasses();
  passes.count(values);
  passes.spread(values);
  return passes.statistics();
}

/** Statistics of values that come in pieces: each piece is counted once, then each is spread over the bins. */
export class StatisticsPasses {
  private length = 0;
  private finite = 0;
  private zeros = 0;
  private nan = 0;
  private sum = 0;
  private squares = 0;
  private min = Number.POSITIVE_INFINITY;
  private max = Number.NEGATIVE_INFINITY;
  private deviations = 0;
  private readonly histogram: number[] = new Array(bins).fill(0);

  /** The first pass. */
  count(values: ArrayLike<number>): void {
    let { finite, zeros, nan, sum, squares, min, max } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) nan += 1;
      if (!Number.isFinite(value)) continue;
      finite += 1;
      sum += value;
      squares += value * value;
      if (value === 0) zeros += 1;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    this.length += values.length;
    Object.assign(this, { finite, zeros, nan, sum, squares, min, max });
  }

  /** The second pass, over the same pieces. */
  spread(values: ArrayLike<number>): void {
    const { min, max, histogram } = this;
    const mean = this.sum / this.finite;
    const perBin = (max - min) / bins;
    let { deviations } = this;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value)) continue;
      deviations += (value - mean) ** 2;
      histogram[min === max ? 0 : Math.min(Math.floor((value - min) / perBin), bins - 1)]! += 1;
    }
    this.deviations = deviations;
  }

  /** The statistics after both passes. */
  statistics(): Statistics {
    const { length, finite, zeros, nan, min, max } = this;
    const counts = { zeros, nan, infinite: length - finite - nan };
    if (finite === 0) return { ...nothing, ...counts };
    return {
      mean: this.sum / finite,
      std: Math.sqrt(this.deviations / finite),
      min,
      max,
      norm: Math.sqrt(this.squares),
      ...counts,
      histogram: min === max ? this.histogram.slice(0, 1) : this.histogram,
    };
  }
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
