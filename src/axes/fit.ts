// Fits of whole-number functions to samples: v = ⌊(a·u + b)/d⌋.
import { commonDivisor } from './expression.ts';

/** All b from `low` to `high` for which v = ⌊(a·u + b)/d⌋ at every sample. */
export interface Fit {
  readonly a: number;
  readonly d: number;
  readonly low: number;
  readonly high: number;
  /** Smaller for the simpler one. */
  readonly cost: number;
}

/** Multiples, and divisors, that models have: strides, windows and their products. */
export const factors = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 48, 64] as const;

/**
 * The fits of `values` to `sources`, one of each sample; the simplest first.
 * Each sample bounds b: d·v - a·u ≤ b ≤ d·v - a·u + d - 1.
 */
export function fitsOf(sources: readonly number[], values: readonly number[]): Fit[] {
  const [near, far] = [indexOf(sources, Math.min(...sources)), indexOf(sources, Math.max(...sources))];
  const span = sources[far]! - sources[near]!;
  if (span === 0) return [];
  const slope = (values[far]! - values[near]!) / span;
  const fits: Fit[] = [];
  for (const d of factors)
    for (const a of factors) {
      // the floor moves the slope by less than one step over the span
      if (commonDivisor(a, d) !== 1 || Math.abs(a / d - slope) > 1 / span) continue;
      const needs = values.map((value, i) => d * value - a * sources[i]!);
      const low = Math.max(...needs);
      const high = Math.min(...needs) + d - 1;
      if (low <= high) fits.push({ a, d, low, high, cost: d + a + (high - low) / 8 });
    }
  return fits.sort((x, y) => x.cost - y.cost);
}

const indexOf = (values: readonly number[], value: number): number => values.indexOf(value);

/** The b to choose: that of a floor, else of a ceiling, else the one next to 0. */
export function likeliest({ low, high, d }: Fit): number {
  if (low <= 0 && high >= 0) return 0;
  if (low <= d - 1 && high >= d - 1) return d - 1;
  return low > 0 ? low : high;
}
