// The distribution that a pass drew random numbers from. tf.js keeps its bounds, or mean and deviation, from the record;
// the same seed gives the numbers of the standard distribution, and the two differ by a factor and a sum.
import * as tf from '@tensorflow/tfjs-core';
import { onShapeBackend } from './backend/shapeBackend.ts';
import { unobserved } from './randomDraws.ts';
import type { Trace, Value } from './trace.ts';

/** Numbers of TensorFlow's random op `op`, times `scale`, plus `offset`. */
export interface Distribution {
  readonly op: 'RandomUniform' | 'RandomStandardNormal' | 'TruncatedNormal';
  readonly scale: number;
  readonly offset: number;
}

/** By index in `Trace.values`, the distribution of each draw; one that its numbers do not tell has none. */
export type Distributions = ReadonlyMap<number, Distribution>;

/**
 * The distributions of the first pass, told by the draws of all.
 * @param traces passes of one model, whose draws come in the same order
 */
export function distributionsOf(traces: readonly Trace[]): Distributions {
  const draws = traces.map(drawnValues);
  const found = new Map<number, Distribution>();
  if (draws[0]!.length === 0) return found;
  onShapeBackend(() => {
    for (const [i, index] of draws[0]!.entries()) {
      const distribution = distributionOf(traces.flatMap(({ values }, t) => values[draws[t]![i] ?? -1] ?? []));
      if (distribution) found.set(index, distribution);
    }
  });
  return found;
}

/** The same distributions, by index in the values of another pass. */
export function inPass(other: Trace, first: Trace, distributions: Distributions): Distributions {
  const indices = drawnValues(other);
  return new Map(
    drawnValues(first).flatMap((index, i) => {
      const distribution = distributions.get(index);
      return distribution && i in indices ? [[indices[i]!, distribution] as const] : [];
    }),
  );
}

/** The values that a pass drew, by index in `Trace.values`. */
const drawnValues = ({ values }: Trace): number[] =>
  [...values.keys()].filter((index) => values[index]!.drawn !== undefined);

const standard = {
  randomUniform: { op: 'RandomUniform', draw: (size, seed) => tf.randomUniform([size], 0, 1, 'float32', seed) },
  randomNormal: { op: 'RandomStandardNormal', draw: (size, seed) => tf.randomNormal([size], 0, 1, 'float32', seed) },
  truncatedNormal: { op: 'TruncatedNormal', draw: (size, seed) => tf.truncatedNormal([size], 0, 1, 'float32', seed) },
} satisfies Record<
  string,
  { readonly op: Distribution['op']; readonly draw: (size: number, seed: number) => tf.Tensor }
>;

interface Pair {
  /** of the standard distribution */
  readonly base: number;
  readonly value: number;
}

// a distribution has two numbers: this many pairs show them, and are enough to check them
const maxPairs = 256;
/** Half a unit in the last place of a float32, relative. */
const rounding = 2 ** -24;

function distributionOf(samples: readonly Value[]): Distribution | undefined {
  const [first] = samples;
  const op = first?.drawn?.op;
  if (op === undefined || !Object.hasOwn(standard, op) || first!.dtype !== 'float32') return undefined;
  const kind = standard[op as keyof typeof standard];
  if (samples.some(({ drawn, dtype }) => drawn?.op !== op || dtype !== 'float32')) return undefined;
  const pairs = samples.flatMap(({ drawn, constant }) => {
    const values = constant as ArrayLike<number>;
    const size = Math.min(maxPairs, values.length);
    const base = unobserved(() => tf.tidy(() => kind.draw(size, drawn!.seed).dataSync()));
    return Array.from(base, (number, i): Pair => ({ base: number, value: values[i]! }));
  });
  const fitted = fit(pairs);
  return fitted && { op: kind.op, ...fitted };
}

type Line = Pick<Distribution, 'scale' | 'offset'>;

/** The line through all pairs, with as few digits as they allow; undefined where they do not tell it. */
function fit(pairs: readonly Pair[]): Line | undefined {
  const plain = { scale: 1, offset: 0 };
  if (fits(plain, pairs, 2)) return plain;
  if (pairs.length < 3) return undefined;
  const low = pairs.reduce((a, b) => (b.base < a.base ? b : a));
  const high = pairs.reduce((a, b) => (b.base > a.base ? b : a));
  if (pairs.every(({ value }) => value === low.value)) return { scale: 0, offset: low.value };
  const run = high.base - low.base;
  const scale = (high.value - low.value) / run;
  const magnitude = Math.max(Math.abs(low.value), Math.abs(high.value));
  // numbers that lie so near each other, next to their size, do not tell how far
  if (!(run > 0) || (4 * rounding * magnitude) / run > 1e-4 * Math.abs(scale)) return undefined;
  const exact = { scale, offset: low.value - scale * low.base };
  // the ends of the run are rounded themselves, which tells most far away from a short one
  const reach = 1 + Math.max(Math.abs(low.base), Math.abs(high.base)) / run;
  if (!fits(exact, pairs, 4, magnitude * reach)) return undefined;
  return shortest(exact).find((line) => fits(line, pairs, 2)) ?? exact;
}

/** Lines near `exact`, those with few digits first. */
function shortest({ scale, offset }: Line): Line[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((digits) => {
    const short = (value: number): number => Number(value.toPrecision(digits));
    return [
      { scale: short(scale), offset: 0 },
      { scale: short(scale), offset: short(offset) },
      // bounds may be short where their distance is not
      { scale: short(offset + scale) - short(offset), offset: short(offset) },
    ];
  });
}

/**
 * Whether each value is the one that a float32 holds of the line, up to `roundings` of its parts, and of one more number of
 * the size of `magnitude`.
 */
const fits = ({ scale, offset }: Line, pairs: readonly Pair[], roundings: number, magnitude = 0): boolean =>
  pairs.every(({ base, value }) => {
    const error = Math.abs(scale * base + offset - value);
    const parts = Math.abs(scale * base) + Math.abs(value) + Math.abs(offset) + magnitude;
    return error <= roundings * rounding * parts;
  });
