// Finds the source of each value that equal steps read: an element of a sequence, the step before, or a value of no step.
import type { KernelCall, Value } from '../trace/trace.ts';
import type { StepValues } from './loopSteps.ts';

/** A tensor that a kernel took apart, and its elements in the order of the steps, which may be from the last to the first. */
export interface Sequence {
  readonly unpack: KernelCall;
  readonly elements: readonly number[];
  readonly isReversed: boolean;
}

/** The sources of the values that a step reads. */
export interface StepReads {
  /** Tensors of whose elements each step reads its own. */
  readonly sequences: readonly Sequence[];
  /** Values that the step before computes: their position among those that it computes, and the value that the first step reads. */
  readonly states: readonly State[];
  /** Values that are the same in every step. */
  readonly fixed: readonly number[];
  /** The source of each value that a step reads, in the order read: an index among the sequences, states, fixed and made values. */
  readonly sources: readonly number[];
}

interface State {
  readonly position: number;
  readonly initial: number;
}

type Source =
  | { readonly kind: 'sequences'; readonly sequence: Sequence }
  | ({ readonly kind: 'states' } & State)
  | { readonly kind: 'fixed'; readonly value: number }
  | { readonly kind: 'made'; readonly position: number };

/**
 * @param steps of equal calls
 * @param sequences of as many elements as there are steps
 * @returns undefined where a step has a source that the others do not have, or computes another shape
 */
export function readsOf(
  steps: readonly StepValues[],
  sequences: readonly Sequence[],
  values: readonly Value[],
): StepReads | undefined {
  const [first, ...others] = steps;
  const isAlike = others.every(({ made }) =>
    made.every((value, at) => equalSpecs(values[value]!, values[first!.made[at]!]!)),
  );
  if (!isAlike) return undefined;
  const positions = steps.map(({ made }) => new Map(made.map((value, at) => [value, at])));
  const found: Source[] = [];
  for (const at of first!.read.keys()) {
    const source = sourceOf(
      steps.map(({ read }) => read[at]!),
      { positions, sequences, values },
    );
    if (!source) return undefined;
    found.push(source);
  }
  return indexed(found);
}

interface Context {
  /** Positions of what each step makes. */
  readonly positions: readonly ReadonlyMap<number, number>[];
  readonly sequences: readonly Sequence[];
  readonly values: readonly Value[];
}

/** @param read the value that each step reads as the same input */
function sourceOf(read: readonly number[], { positions, sequences, values }: Context): Source | undefined {
  const [initial, second] = read as [number, number];
  const own = positions[0]!.get(initial);
  if (own !== undefined)
    return read.every((value, i) => positions[i]!.get(value) === own) ? { kind: 'made', position: own } : undefined;
  const carried = positions[0]!.get(second);
  if (carried !== undefined) {
    const isCarried = read.every((value, i) => i === 0 || positions[i - 1]!.get(value) === carried);
    const isAlike = equalSpecs(values[initial]!, values[second]!);
    return isCarried && isAlike ? { kind: 'states', position: carried, initial } : undefined;
  }
  const sequence = sequences.find(({ elements }) => elements.every((value, i) => value === read[i]));
  if (sequence) return { kind: 'sequences', sequence };
  const isFixed = read.every((value) => value === initial || equalConstants(values[value]!, values[initial]!));
  return isFixed ? { kind: 'fixed', value: initial } : undefined;
}

function indexed(found: readonly Source[]): StepReads {
  const sequences = unique(found.flatMap((one) => (one.kind === 'sequences' ? [one.sequence] : [])));
  const fixed = unique(found.flatMap((one) => (one.kind === 'fixed' ? [one.value] : [])));
  const key = ({ position, initial }: State): string => `${position} ${initial}`;
  const states = [
    ...new Map(found.flatMap((one) => (one.kind === 'states' ? [[key(one), one] as const] : []))).values(),
  ].map(({ position, initial }) => ({ position, initial }));
  const stateKeys = states.map(key);
  const sources = found.map((one) => {
    if (one.kind === 'sequences') return sequences.indexOf(one.sequence);
    if (one.kind === 'states') return sequences.length + stateKeys.indexOf(key(one));
    const outer = sequences.length + states.length;
    return one.kind === 'fixed' ? outer + fixed.indexOf(one.value) : outer + fixed.length + one.position;
  });
  return { sequences, states, fixed, sources };
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

const equalSpecs = (a: Value, b: Value): boolean => a.dtype === b.dtype && `${a.shape}` === `${b.shape}`;

/** Whether two values are constants of equal elements, which no step drew at random. */
function equalConstants(a: Value, b: Value): boolean {
  const [these, those] = [a.constant, b.constant];
  if (!these || !those || a.drawn || b.drawn || !equalSpecs(a, b)) return false;
  for (let i = 0; i < these.length; i++) if (!Object.is(these[i], those[i])) return false;
  return these.length === those.length;
}
