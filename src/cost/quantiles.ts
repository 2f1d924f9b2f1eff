// Repeated measurements. In: a number for each run. Out: what is in their middle, sums, shares and rates.

/** Of repeated measurements; quartiles by straight lines between the measurements. */
export interface Spread {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly min: number;
  readonly max: number;
}

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

export const added = (a: readonly number[], b: readonly number[]): number[] => a.map((ms, run) => ms + b[run]!);
export const taken = (a: readonly number[], b: readonly number[]): number[] => a.map((ms, run) => ms - b[run]!);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Of the time of all runs, so that shares of parts add up to 1. */
export function shareOf(ms: readonly number[], total: readonly number[]): number | undefined {
  const whole = sum(total);
  return whole > 0 ? sum(ms) / whole : undefined;
}

/** Two floating-point operations a multiply-add, over the time in the middle, which may be too short for the clock. */
export function gflopsOf(macs: number, ms: readonly number[]): number | undefined {
  const middle = median(ms);
  return macs > 0 && middle > 0 ? (2 * macs) / middle / 1e6 : undefined;
}
