// Medians, quartiles, shares and rates of repeated measurements, one for each run.

/** Quantiles of repeated measurements; quartiles are interpolated linearly. */
export interface Spread {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly min: number;
  readonly max: number;
}

/** Quantiles of at least one measurement. */
export function spreadOf(measured: readonly number[]): Spread {
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const index = share * (sorted.length - 1);
    const below = sorted[Math.floor(index)]!;
    return below + (sorted[Math.ceil(index)]! - below) * (index % 1);
  };
  return { median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75), min: at(0), max: at(1) };
}

export const median = (measured: readonly number[]): number => spreadOf(measured).median;

/** Sums of two series of times, run by run. */
export const plusMs = (a: readonly number[], b: readonly number[]): number[] => a.map((ms, run) => ms + b[run]!);
/** Differences of two series of times, run by run. */
export const minusMs = (a: readonly number[], b: readonly number[]): number[] => a.map((ms, run) => ms - b[run]!);

/**
 * The median time of a part divided by the median time of the whole, as both are printed; undefined where the whole takes 0.
 * Shares of all parts need not add up to 1.
 */
export function shareOf(ms: readonly number[], total: readonly number[]): number | undefined {
  const whole = median(total);
  return whole > 0 ? median(ms) / whole : undefined;
}

/** Billions of floating-point operations a second, two for each multiply-add; undefined where the clock shows no time. */
export function gflopsOf(macs: number, ms: readonly number[]): number | undefined {
  const medianMs = median(ms);
  return macs > 0 && medianMs > 0 ? (2 * macs) / medianMs / 1e6 : undefined;
}
