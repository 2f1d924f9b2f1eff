// Makes the call of a loop from the first of its steps.
import { type Loop, type LoopCall, loopKernel } from '../trace/loopCall.ts';
import type { Value } from '../trace/trace.ts';
import { axisOf, type CallNode, callsOf, kernelNamed, readBy } from './callTree.ts';
import type { StepReads } from './stepReads.ts';

/** Tensors of all steps, joined along a new axis. */
export interface Stack {
  readonly node: CallNode;
  /** Index of the tensor among those that a step makes. */
  readonly position: number;
  readonly axis: number;
  readonly output: number;
}

/** @param made the values that each step makes */
export function stackOf(node: CallNode, made: readonly (readonly number[])[]): Stack | undefined {
  const call = kernelNamed(node, 'Pack');
  if (!call) return undefined;
  const joined = readBy(call);
  const position = made[0]!.indexOf(joined[0]!);
  const isWhole = joined.length === made.length && joined.every((value, i) => made[i]![position] === value);
  return isWhole ? { node, position, axis: axisOf(call), output: call.outputs[0]! } : undefined;
}

/** Values around the steps. */
interface Surroundings {
  /** The tensors of the sequences. */
  readonly whole: readonly number[];
  /** The values that the last step makes, and the positions of those that are read and no state. */
  readonly last: readonly number[];
  readonly lasts: readonly number[];
  readonly stacks: readonly Stack[];
}

/** The call of a loop that does what the steps did. @param step the first one, and the values that it makes */
export function loopCall(
  step: readonly CallNode[],
  made: readonly number[],
  { sequences, states, fixed, sources }: StepReads,
  { last, lasts, stacks, whole }: Surroundings,
  values: readonly Value[],
): LoopCall {
  const taken = [...sequences.map(({ elements }) => elements[0]!), ...states.map(({ initial }) => initial), ...fixed];
  const local = (position: number): number => taken.length + position;
  const loop: Loop = {
    calls: callsOf(withValues(step, sources.values(), local)),
    values: [...taken, ...made].map((value) => ({ shape: values[value]!.shape, dtype: values[value]!.dtype })),
    axes: sequences.map(({ unpack }) => axisOf(unpack)),
    nextStates: states.map(({ position }) => local(position)),
    lasts: lasts.map(local),
    stacks: stacks.map(({ position, axis }) => ({ value: local(position), axis })),
  };
  return {
    level: 'kernel',
    parent: -1,
    kernel: loopKernel,
    attributes: { loop },
    inputs: {
      sequences: whole,
      states: states.map(({ initial }) => initial),
      fixed,
    },
    outputs: [
      ...[...states.map(({ position }) => position), ...lasts].map((position) => last[position]!),
      ...stacks.map(({ output }) => output),
    ],
  };
}

/**
 * Returns the calls with the indices of the values of a loop.
 * @param sources the values that the kernels read, in order
 * @param local the value for a position among what the kernels make
 */
function withValues(nodes: readonly CallNode[], sources: Iterator<number>, local: (position: number) => number) {
  let made = 0;
  const next = (): number => sources.next().value!;
  const renamed = ({ call, children }: CallNode): CallNode => {
    if (call.level !== 'kernel') return { call: { ...call, inputs: [], outputs: [] }, children: children.map(renamed) };
    const inputs = Object.entries(call.inputs).map(([name, value]): [string, number | number[]] => [
      name,
      typeof value === 'number' ? next() : value.map(next),
    ]);
    const outputs = call.outputs.map(() => local(made++));
    return { call: { ...call, inputs: Object.fromEntries(inputs), outputs }, children: [] };
  };
  return nodes.map(renamed);
}
