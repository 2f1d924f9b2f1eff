// Traces of a model at several sizes of the axes that an export leaves open.

import { explainOpenAxes, hasOpenAxes, maxExplainedCalls, withSizes } from '../axes/explainAxes.ts';
import { explainDims, type Sample } from '../axes/explainDims.ts';
import { Explainer } from '../axes/explainer.ts';
import { type Moving, tellingSizes } from '../axes/sampling.ts';
import type { BySize } from '../dialects/openAxes/openConstants.ts';
import { batchName, type OpenSizes, refusal } from '../dialects/openAxes/openGraph.ts';
import { messageOf, UserError } from '../errors.ts';
import type { ModelAdapter } from '../trace/adapter.ts';
import type { InputSpec } from '../trace/inputs.ts';
import { closedInputs, type JoinedInput } from '../trace/joinInputs.ts';
import { NoTensor } from '../trace/outputs.ts';
import type { Trace } from '../trace/trace.ts';

/** A model draws random numbers that no graph can hold, at any size. */
export class Unsteady extends UserError {}

/** A list of two entries or more, one for each sample. */
export const bySize = <T>(list: readonly T[]): BySize<T> => list as BySize<T>;

/** Traces one model at sizes of its open axes; sizes stand in the order of its axes. */
export interface OpenTraces {
  /** Enough sizes to tell the likeliest expressions apart, the least one of each axis among them where the model runs with it. */
  readonly samples: readonly Sample[];
  specsAt(sizes: readonly number[]): readonly InputSpec[];
  /** What is known of these samples. */
  explained(samples: readonly Sample[]): OpenSizes;
  /** A sample at which expressions of an explainer that fit all samples disagree, or that verifies them; undefined where none is needed. */
  nextSample(samples: readonly Sample[], explainer: Explainer): Sample | undefined;
}

type TraceAt = (specs: readonly InputSpec[]) => Trace;

/**
 * @param inputs of which some axes are null
 * @param given the batch at which a model must run, where it is open
 * @throws UserError where sizes that are needed do not run
 */
export const openTraces = (
  adapter: ModelAdapter,
  inputs: readonly JoinedInput[],
  given: number,
  traceAt: TraceAt,
): OpenTraces =>
  hasOpenAxes(inputs) ? axesTraces(adapter, inputs, traceAt) : batchTraces(adapter, inputs, given, traceAt);

// beyond the limits that models set for small batches; 2 + 125 is prime, so that no other size divides it
const farther = 125;

/** Batch sizes to compare: near ones, a far one for code that runs only on large batches, and 1 for broadcasts. */
function sizesBeside(given: number): readonly number[] {
  const first = Math.max(2, given);
  return [first, first + 1, first + 3, first + farther, 1];
}

// sizes beyond the first that verify what is no straight line
const proofs = [38, 21];

function batchTraces(
  adapter: ModelAdapter,
  inputs: readonly JoinedInput[],
  given: number,
  traceAt: TraceAt,
): OpenTraces {
  const names = [batchName];
  const specsAt = ([batch]: readonly number[]) => adapter.fit(closedInputs(inputs, batch!));
  const samples: Sample[] = [];
  for (const size of sizesBeside(given))
    try {
      samples.push({ sizes: [size], trace: traceAt(specsAt([size])) });
    } catch (error) {
      if (size === given || error instanceof Unsteady || error instanceof NoTensor) throw error;
      // a model that does not run on a single row can still be exported
      if (size === 1) continue;
      throw refusal({ names }, `with ${size}, ${messageOf(error)}`, error);
    }
  const first = samples[0]!.sizes[0]!;
  const explained = (known: readonly Sample[]): OpenSizes => {
    const sizes = bySize(known.map((sample) => sample.sizes));
    return { names, samples: sizes, explainer: new Explainer(sizes) };
  };
  return {
    samples,
    specsAt,
    explained,
    nextSample(known, explainer) {
      const proof = isComposed(explainer)
        ? proofs.map((more) => [first + more]).find((sizes) => isNew(known, sizes))
        : undefined;
      return sampleAt(tellingSizes(explainer, [{ base: first, step: 1 }]) ?? proof, known, names, (sizes) =>
        traceAt(specsAt(sizes)),
      );
    },
  };
}

/** Whether an expression has a part that is no product of sizes. */
const isComposed = (explainer: Explainer): boolean =>
  explainer.all.some(({ expression }) =>
    expression.terms.some(({ atoms }) => atoms.some(({ kind }) => kind !== 'symbol')),
  );

const isNew = (known: readonly Sample[], sizes: readonly number[]): boolean =>
  known.every((sample) => `${sample.sizes}` !== `${sizes}`);

const maxSamples = 24;

/** @throws UserError where expressions still disagree at so many samples */
function sampleAt(
  sizes: readonly number[] | undefined,
  known: readonly Sample[],
  names: readonly string[],
  attempt: (sizes: readonly number[]) => Trace,
): Sample | undefined {
  if (!sizes || !isNew(known, sizes)) return undefined;
  if (known.length >= maxSamples)
    throw refusal({ names }, `${known.length} sizes do not tell how its numbers follow from them`);
  try {
    return { sizes, trace: attempt(sizes) };
  } catch {
    // a size at which the model does not run needs no number
    return undefined;
  }
}

/** The least size of an axis, at which code for short sequences and single rows runs. */
const minOf = ({ base, step, isBatch }: Moving & { readonly isBatch: boolean }): number =>
  isBatch ? 1 : base - step * Math.floor((base - 1) / step);

function axesTraces(adapter: ModelAdapter, inputs: readonly JoinedInput[], traceAt: TraceAt): OpenTraces {
  const found = explainOpenAxes(
    adapter,
    inputs,
    (axes) => (sizes) => traceAt(adapter.fit(closedInputs(withSizes(inputs, axes, sizes), 1))),
  );
  const { symbols, fixed } = found;
  const names = [...symbols, ...fixed].map(({ name, isBatch }) => (isBatch ? batchName : name));
  if (found.samples.length === 0) throw refusal({ names }, `the model makes more than ${maxExplainedCalls} calls`);
  const [stuck] = fixed;
  if (stuck) throw refusal({ names }, `the model ran with ${stuck.name} ${stuck.base} alone`);
  const specsAt = (sizes: readonly number[]) => {
    const axes = symbols.flatMap(({ members }) => members);
    const byAxis = symbols.flatMap(({ members }, k) => members.map(() => sizes[k]!));
    return adapter.fit(closedInputs(withSizes(inputs, axes, byAxis), 1));
  };
  const attempt = (sizes: readonly number[]): Trace => traceAt(specsAt(sizes));
  const { length } = found.samples[0]!.trace.calls;
  // steps that become a loop are too few in a short sequence
  const unrolls = found.samples.some(({ trace }) => trace.calls.length !== length);
  const smallest = symbols.flatMap((symbol) => {
    if (unrolls && !symbol.isBatch) return [];
    const sizes = symbols.map((other) => (other === symbol ? minOf(symbol) : other.base));
    const sample = sampleAt(sizes, found.samples, names, attempt);
    return sample && !sample.trace.values.some(({ shape }) => shape.includes(0)) ? [sample] : [];
  });
  const moving: readonly Moving[] = symbols;
  return {
    samples: [...found.samples, ...smallest],
    specsAt,
    explained(known) {
      return { names, samples: bySize(known.map(({ sizes }) => sizes)), explainer: explainDims(known).explainer };
    },
    nextSample: (known, explainer) => sampleAt(tellingSizes(explainer, moving), known, names, attempt),
  };
}
