// Finds equal steps among the calls that read a tensor's elements one by one.
import { type CallNode, kernelsIn, readBy } from './callTree.ts';

/** Consecutive calls that may be equal steps. */
export interface Run {
  /** Index of the first call. */
  readonly start: number;
  /** Calls of a step. */
  readonly period: number;
  /** Number of steps. */
  readonly count: number;
}

/**
 * Finds runs of equal steps among `children`, of which each reads the next of `elements`.
 * @param after the index of the last call before them
 */
export function* equalRuns(children: readonly CallNode[], elements: readonly number[], after: number): Generator<Run> {
  const readers = firstReaders(children, elements, after);
  const [first, second] = readers;
  const count = elements.length;
  if (count < 2 || first === undefined || second === undefined) return;
  const period = second - first;
  if (period < 1 || elements.some((_, i) => readers[i] !== first + i * period)) return;
  // a step may begin with calls that read other values
  for (let start = first; start > after && start > first - period; start--) {
    const run = { start, period, count };
    if (isEqual(children, run)) yield run;
  }
}

/** Finds the index of the first call that reads each element; a hole for an element that none reads. */
function firstReaders(children: readonly CallNode[], elements: readonly number[], after: number): number[] {
  const wanted = new Map(elements.map((value, i) => [value, i]));
  const readers: number[] = [];
  for (let at = after + 1; at < children.length; at++)
    for (const kernel of kernelsIn([children[at]!]))
      for (const value of readBy(kernel)) {
        const i = wanted.get(value);
        if (i !== undefined) readers[i] ??= at;
      }
  return readers;
}

/** Says, as a clause for an error, why the calls that read the elements are no loop. The parameters are those of `equalRuns`. */
export function stepDifference(children: readonly CallNode[], elements: readonly number[], after: number): string {
  const [first, second] = firstReaders(children, elements, after);
  if (first === undefined || second === undefined || second <= first)
    return 'not every element has a step of its own that reads it first';
  const period = second - first;
  for (let at = first; at + period < Math.min(children.length, first + period * elements.length); at++) {
    const [here, next] = [children[at]!, children[at + period]!];
    const element = Math.floor((at - first) / period);
    if (signature(here) !== signature(next))
      return `from element ${element} on it runs ${kernelNames(here)}, and from element ${element + 1} on ${kernelNames(next)}`;
  }
  return 'a step may read its element, the step before it and what is the same in all steps, and what it makes may be read by the next step, by all steps joined or of the last step';
}

const kernelNames = (node: CallNode): string =>
  [...kernelsIn([node])].map(({ kernel }) => kernel).join(', ') || 'no kernel';

/** Whether each call of a run equals the call one step later. */
function isEqual(children: readonly CallNode[], { start, period, count }: Run): boolean {
  if (start + period * count > children.length) return false;
  for (let at = start; at < start + period * (count - 1); at++)
    if (signature(children[at]!) !== signature(children[at + period]!)) return false;
  return true;
}

const signatures = new WeakMap<CallNode, string>();

/** Writes a call and those inside it as a text without their values, which is the same for calls of equal steps. */
function signature(node: CallNode): string {
  const known = signatures.get(node);
  if (known !== undefined) return known;
  const text = `${callText(node.call)}(${node.children.map(signature)})`;
  signatures.set(node, text);
  return text;
}

function callText(call: CallNode['call']): string {
  if (call.level === 'module') return `module ${call.module}`;
  if (call.level === 'op') return `op ${call.op}`;
  const inputs = Object.entries(call.inputs).map(([name, values]) => [name, [values].flat().length]);
  return JSON.stringify([call.kernel, inputs, call.outputs.length, call.attributes], finite);
}

/** Writes numbers that are not finite as text: JSON has null for all of them. */
const finite = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value;

/** The values of one step, in the order of its kernels: those that they read, and those that they compute. */
export interface StepValues {
  readonly read: readonly number[];
  readonly made: readonly number[];
}

export function stepValues(nodes: readonly CallNode[]): StepValues {
  const kernels = [...kernelsIn(nodes)];
  return { read: kernels.flatMap(readBy), made: kernels.flatMap(({ outputs }) => outputs) };
}
