// Traces a model at sizes that tell its expressions apart, until two sizes that had no part in them agree.
import { alignedValues } from './alignCalls.ts';
import { type ExplainedDims, explainDims, type Sample } from './explainDims.ts';
import type { Explainer } from './explainer.ts';
import { valueAt } from './expression.ts';

/** How a symbol may move. */
export interface Moving {
  readonly base: number;
  readonly step: number;
}

/** Samples, and what explains all of them. */
export interface Sampled {
  readonly samples: readonly Sample[];
  readonly explained: ExplainedDims;
  /** Whether the model failed at a size farther away. */
  readonly isBounded: boolean;
}

// no two symbols move alike, and the residues of small divisors come early
const paces = [1, 3, 7, 5, 11, 9];
// steps beyond which bounds such as min(t, 64) are seen
const farSteps = [181, 303, 29];
// a model that unrolls a loop over the axis makes more calls the longer it is
const farStepsUnrolled = [29];
// steps at which candidates are told apart
const farthest = 211;
const proofs = [38, 21, 47, 13, 58, 33];
const maxSamples = 24;
const enoughProofs = 2;
const maxProofs = 6;

/** @param traceAt undefined where the model fails at these sizes of the symbols */
export function sampled(
  symbols: readonly Moving[],
  traceAt: (sizes: readonly number[]) => Sample['trace'] | undefined,
): Sampled {
  const samples: Sample[] = [];
  let isBounded = false;
  const take = (steps: readonly number[]): boolean => {
    const sizes = symbols.map(({ base, step }, k) => base + step * steps[k]!);
    if (samples.some((sample) => `${sample.sizes}` === `${sizes}`)) return false;
    const trace = traceAt(sizes);
    if (trace) samples.push({ sizes, trace });
    else isBounded = true;
    return trace !== undefined;
  };
  for (let j = 0; j < 5; j++) take(symbols.map((_, k) => (j * pace(k) + (j > 0 && k >= paces.length ? k : 0)) % 17));
  const unrolls = samples.at(-1)!.trace.calls.length !== samples[0]!.trace.calls.length;
  for (const far of unrolls ? farStepsUnrolled : farSteps) take(symbols.map((_, k) => far + 4 * k));
  const range = unrolls ? 37 : farthest;
  let explained = explainDims(samples);
  for (let [proven, tried] = [0, 0]; proven < enoughProofs && tried < maxProofs; tried++) {
    while (samples.length < maxSamples) {
      const telling = tellingSteps(explained.explainer, symbols, range);
      if (!telling || !take(telling)) break;
      explained = explainDims(samples);
    }
    if (!take(symbols.map((_, k) => proofs[(tried + k) % proofs.length]! + tried))) continue;
    proven = foretold(explained, samples.at(-1)!) || samples.length >= maxSamples ? proven + 1 : 0;
    explained = explainDims(samples);
  }
  return { samples, explained, isBounded };
}

const pace = (k: number): number => paces[k % paces.length]!;

const triedSizes = 400;

/** The sizes at which the most candidates of an explainer disagree; undefined where none does. */
export function tellingSizes(explainer: Explainer, symbols: readonly Moving[]): readonly number[] | undefined {
  const steps = tellingSteps(explainer, symbols, farthest);
  return steps && symbols.map(({ base, step }, k) => base + step * steps[k]!);
}

/** The steps, fewer than `range`, at which the most candidates disagree; undefined where none does. */
function tellingSteps(explainer: Explainer, symbols: readonly Moving[], range: number): readonly number[] | undefined {
  const open = explainer.all.flatMap(({ candidates }) => (candidates ? [candidates] : []));
  let [most, best]: [number, readonly number[] | undefined] = [0, undefined];
  if (open.length === 0) return undefined;
  for (let j = 0; j < triedSizes; j++) {
    const steps = symbols.map((_, k) => (j * pace(k) + 7 * k) % range);
    const sizes = symbols.map(({ base, step }, k) => base + step * steps[k]!);
    const split = open.filter(([first, ...others]) => {
      const value = valueAt(first!, sizes);
      return others.some((other) => valueAt(other, sizes) !== value);
    }).length;
    if (split > most) [most, best] = [split, steps];
  }
  return best;
}

/** Whether the expressions gave every dim of a sample that had no part in them. */
function foretold({ shapes }: ExplainedDims, { sizes, trace }: Sample): boolean {
  for (const [key, { value }] of alignedValues(trace)) {
    const dims = trace.values[value]!.shape;
    const known = shapes.get(key);
    if (known?.length !== dims.length) continue;
    if (known.some((dim, axis) => dim && valueAt(dim, sizes) !== dims[axis])) return false;
  }
  return true;
}
