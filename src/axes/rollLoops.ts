// Rolls steps that a model ran one after another, such as those of a recurrent layer, into loops.
import { flat, type Trace, type Value } from '../trace/trace.ts';
import { axisOf, type CallNode, callsOf, kernelNamed, kernelsIn, keyIn, readBy, treeOf } from './callTree.ts';
import { equalRuns, type Run, stepDifference, stepValues } from './loopSteps.ts';
import { loopCall, stackOf } from './makeLoop.ts';
import { PlainCalls } from './plainCalls.ts';
import { readsOf, type Sequence } from './stepReads.ts';

/**
 * Returns a function that puts a loop in place of equal steps which read a tensor's elements one by one, where the number of
 * elements differs between the traces. Steps that are not proven to be equal stay as they are.
 * @param traces of one model, with inputs of several sizes
 */
export function roller(traces: readonly Trace[]): (trace: Trace) => Trace {
  const open = openUnpacks(traces);
  return (trace) => (open.size > 0 ? rolled(trace, open) : trace);
}

/**
 * Says why steps over an open length are no loop, as a clause about the first tensor that is still taken apart after rolling.
 * @returns undefined where there is no such tensor
 */
export function whyNoLoop(traces: readonly Trace[]): string | undefined {
  const open = openUnpacks(traces);
  const visit = (nodes: readonly CallNode[], key: string): string | undefined => {
    for (const [at, { call, children }] of nodes.entries()) {
      const unpack = open.has(key) ? kernelNamed(nodes[at], 'Unpack') : undefined;
      const why = unpack ? stepDifference(nodes, unpack.outputs, at) : visit(children, keyIn(key, call));
      if (why !== undefined) return why;
    }
    return undefined;
  };
  return open.size > 0 ? visit(rolledCalls(traces[0]!, open).roots, '') : undefined;
}

/** Puts loops in place of steps. Indices of values stay those of `trace`. @param open keys of the calls in which a loop may be */
function rolled(trace: Trace, open: ReadonlySet<string>): Trace {
  const { roots, values, outputs } = rolledCalls(trace, open);
  const { ran: _, ...rest } = trace;
  return { ...rest, values, outputs, calls: callsOf(roots), returned: [] };
}

/** Returns the calls of a trace as a tree with loops in place of steps, its values with those that loops add, and its outputs. */
function rolledCalls(
  trace: Trace,
  open: ReadonlySet<string>,
): Pick<Trace, 'outputs'> & { roots: CallNode[]; values: Value[] } {
  const values = [...trace.values];
  const plain = new PlainCalls(values);
  const roots = plain.of(treeOf(trace.calls));
  const outputs = plain.sources(trace.outputs);
  new Roller(values, flat(outputs), roots, open).roll(roots);
  return { roots, values, outputs };
}

class Roller {
  readonly #values: Value[];
  readonly #open: ReadonlySet<string>;
  /** How often each value is read. */
  readonly #reads = new Map<number, number>();

  /** @param values gets those that loops need */
  constructor(values: Value[], outputs: readonly number[], roots: readonly CallNode[], open: ReadonlySet<string>) {
    this.#values = values;
    this.#open = open;
    for (const value of outputs) this.#count(value, 1);
    this.#countReads(roots, 1);
  }

  /** Rolls the loops inside the calls first, then those of the calls themselves, a loop in a loop first. */
  roll(nodes: CallNode[], key = ''): void {
    for (const { call, children } of nodes) this.roll(children, keyIn(key, call));
    if (!this.#open.has(key)) return;
    for (let at = nodes.length - 1; at >= 0; at--)
      sequencesOf(nodes[at]).some(({ elements }) => this.#rollOver(nodes, elements, at));
  }

  #rollOver(nodes: CallNode[], elements: readonly number[], at: number): boolean {
    for (const run of equalRuns(nodes, elements, at)) if (this.#replace(nodes, run)) return true;
    return false;
  }

  /** Puts a loop in place of a run, unless a step differs from the others, or one before the last is read otherwise. */
  #replace(nodes: CallNode[], { start, period, count }: Run): boolean {
    const end = start + period * count;
    const steps = Array.from({ length: count }, (_, i) =>
      stepValues(nodes.slice(start + i * period, start + (i + 1) * period)),
    );
    const sequences = nodes.slice(0, start).flatMap(sequencesOf);
    const reads = readsOf(
      steps,
      sequences.filter(({ elements }) => elements.length === count),
      this.#values,
    );
    if (!reads) return false;
    const stacks = nodes.slice(end).flatMap(
      (node) =>
        stackOf(
          node,
          steps.map(({ made }) => made),
        ) ?? [],
    );
    const joins = stacks.map(({ node }) => node);
    const replaced = [...nodes.slice(start, end), ...joins];
    this.#countReads(replaced, -1);
    if (steps.slice(0, -1).some(({ made }) => made.some((value) => this.#isRead(value)))) {
      this.#countReads(replaced, 1);
      return false;
    }
    const last = steps.at(-1)!.made;
    const carried = reads.states.map(({ position }) => position);
    const lasts = last.flatMap((value, at) => (this.#isRead(value) && !carried.includes(at) ? [at] : []));
    const turned: CallNode[] = [];
    const whole = reads.sequences.map((sequence) => this.#whole(sequence, turned));
    const around = { whole, last, lasts, stacks };
    const call = loopCall(nodes.slice(start, start + period), steps[0]!.made, reads, around, this.#values);
    const added = [...turned, { call, children: [] }];
    this.#countReads(added, 1);
    const after = nodes.slice(end).filter((node) => !joins.includes(node));
    const before = nodes.slice(0, start).filter((node) => !this.#isIdle(node));
    nodes.splice(0, nodes.length, ...before, ...added, ...after);
    return true;
  }

  /** The tensor of a sequence with its elements in the order of the steps. @param turned gets a kernel that turns it round */
  #whole({ unpack, elements, isReversed }: Sequence, turned: CallNode[]): number {
    const [whole] = readBy(unpack) as [number];
    if (!isReversed) return whole;
    const { shape, dtype } = this.#values[elements[0]!]!;
    const axis = axisOf(unpack);
    const output = this.#values.push({ shape: shape.toSpliced(axis, 0, elements.length), dtype }) - 1;
    const attributes = { dims: [axis] };
    turned.push({
      call: { level: 'kernel', parent: -1, kernel: 'Reverse', attributes, inputs: { x: whole }, outputs: [output] },
      children: [],
    });
    return output;
  }

  /** Whether a kernel took a tensor apart for nobody but the loop; what it reads is no longer counted then. */
  #isIdle(node: CallNode): boolean {
    const isIdle = kernelNamed(node, 'Unpack')?.outputs.every((value) => !this.#isRead(value)) ?? false;
    if (isIdle) this.#countReads([node], -1);
    return isIdle;
  }

  #isRead(value: number): boolean {
    return (this.#reads.get(value) ?? 0) > 0;
  }

  #countReads(nodes: readonly CallNode[], sign: 1 | -1): void {
    for (const kernel of kernelsIn(nodes)) for (const value of readBy(kernel)) this.#count(value, sign);
  }

  #count(value: number, by: number): void {
    this.#reads.set(value, (this.#reads.get(value) ?? 0) + by);
  }
}

/** The tensor that a kernel took apart, in both orders of its elements; none for another kernel. */
function sequencesOf(node: CallNode | undefined): readonly Sequence[] {
  const unpack = kernelNamed(node, 'Unpack');
  if (!unpack) return [];
  const { outputs } = unpack;
  return [
    { unpack, elements: outputs, isReversed: false },
    { unpack, elements: outputs.toReversed(), isReversed: true },
  ];
}

/** Keys of the calls in which kernels take tensors apart into other numbers of elements in one trace than in another. */
function openUnpacks(traces: readonly Trace[]): ReadonlySet<string> {
  const counts = traces.map(({ calls }) => {
    const found = new Map<string, Set<number>>();
    const visit = ({ call, children }: CallNode, key: string): void => {
      const count = call.level === 'kernel' && call.kernel === 'Unpack' ? call.outputs.length : undefined;
      if (count !== undefined) found.set(key, (found.get(key) ?? new Set()).add(count));
      for (const child of children) visit(child, keyIn(key, call));
    };
    for (const root of treeOf(calls)) visit(root, '');
    return found;
  });
  const textOf = (found: ReadonlyMap<string, ReadonlySet<number>>, key: string): string =>
    `${[...(found.get(key) ?? [])].sort((a, b) => a - b)}`;
  const keys = counts.flatMap((found) => [...found.keys()]);
  return new Set(keys.filter((key) => counts.some((found) => textOf(found, key) !== textOf(counts[0]!, key))));
}
