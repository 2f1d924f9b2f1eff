// The distributions that a pass drew random values from. A trace does not see the bounds, or mean and deviation, that tf.js
// was given. But the same seed gives the values of the standard distribution, from which scale and offset follow.
import * as tf from '@tensorflow/tfjs-core';
import { onShapeBackend } from './backend/shapeBackend.ts';
import { unobserved } from './randomDraws.ts';
import type { Trace, Value } from './trace.ts';

/** The values of TensorFlow's random op `op`, times `scale`, plus `offset`. */
export interface Distribution {
  readonly op: 'RandomUniform' | 'RandomStandardNormal' | 'TruncatedNormal';
  readonly scale: number;
  readonly offset: number;
}

/** The distribution of each draw by index in `Trace.values`; a draw whose values do not tell it has none. */
export type Distributions = ReadonlyMap<number, Distribution>;

/**
 * The distributions of the first pass, found from the draws of all passes.
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

/** Indices in `Trace.values` of the values that a pass drew. */
const drawnValues = ({ values }: Trace): number[] => values.flatMap(({ drawn }, index) => (drawn ? [index] : []));

const standard = {
  randomUniform: { op: 'RandomUniform', draw: (size, seed) => tf.randomUniform([size], 0, 1, 'float32', seed) },
  randomNormal: { op: 'RandomStandardNormal', draw: (size, seed) => tf.randomNormal([size], 0, 1, 'float32', seed) },
  truncatedNormal: { op: 'TruncatedNormal', draw: (size, seed) => tf.truncatedNormal([size], 0, 1, 'float32', seed) },
} satisfies Record<
  string,
  { readonly op: Distribution['op']; readonly draw: (size: number, seed: number) => tf.Tensor }
>;

interface Pair {
  /** The value of the standard distribution. */
  readonly base: number;
  readonly value: number;
}

// two pairs determine scale and offset; so many check them
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

/** The line through all pairs, with as few digits as they allow; undefined where they do not determine it. */
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
  // values so close to each other, relative to their size, do not determine the scale
  if (!(run > 0) || (4 * rounding * magnitude) / run > 1e-4 * Math.abs(scale)) return undefined;
  const exact = { scale, offset: low.value - scale * low.base };
  // both ends of the run are rounded: a short run magnifies that error far away from it
  const reach = 1 + Math.max(Math.abs(low.base), Math.abs(high.base)) / run;
  if (!fits(exact, pairs, 4, magnitude * reach)) return undefined;
  return shortest(exact).find((line) => fits(line, pairs, 2)) ?? exact;
}

/** Lines close to `exact`, those with few digits first. */
function shortest({ scale, offset }: Line): Line[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((digits) => {
    const short = (value: number): number => Number(value.toPrecision(digits));
    return [
      { scale: short(scale), offset: 0 },
      { scale: short(scale), offset: short(offset) },
      // bounds may have few digits where their distance has many
      { scale: short(offset + scale) - short(offset), offset: short(offset) },
    ];
  });
}

/**
 * Whether each value is on the line within float32 rounding: `roundings` roundings of each term, and of one more term of the
 * size `magnitude`.
 */
const fits = ({ scale, offset }: Line, pairs: readonly Pair[], roundings: number, magnitude = 0): boolean =>
  pairs.every(({ base, value }) => {
    const error = Math.abs(scale * base + offset - value);
    const parts = Math.abs(scale * base) + Math.abs(value) + Math.abs(offset) + magnitude;
    return error <= roundings * rounding * parts;
  });
