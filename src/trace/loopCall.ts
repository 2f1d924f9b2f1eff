// A loop in the record of a forward pass: it stands for equal steps that the model ran one after another.
import type { Call, KernelCall, Trace, Value } from './trace.ts';

/** The kernel's name in the call of a loop; tf.js has no such kernel. */
export const loopKernel = 'Loop';

/** One step of a loop, with values of its own. */
export interface Loop {
  /** The step's calls; indices of values are those of `values`. */
  readonly calls: readonly Call[];
  /** An element of each sequence, each state, each fixed input, then what the calls compute. */
  readonly values: readonly Value[];
  /** The axis of each sequence along which the steps read one element each, from the first on. */
  readonly axes: readonly number[];
  /** The value of each state that the next step reads. */
  readonly nextStates: readonly number[];
  /** Values of which the last step's are read after the loop. */
  readonly lasts: readonly number[];
  /** Values of which all steps' are read after the loop, joined along a new axis. */
  readonly stacks: readonly { readonly value: number; readonly axis: number }[];
}

/** The call of a loop. Its outputs are the last states, the lasts and the stacks. */
export interface LoopCall extends KernelCall {
  readonly kernel: typeof loopKernel;
  readonly attributes: { readonly loop: Loop };
  readonly inputs: {
    readonly sequences: readonly number[];
    /** The states before the first step. */
    readonly states: readonly number[];
    /** What every step reads alike. */
    readonly fixed: readonly number[];
  };
}

/** Whether a kernel's call is that of a loop. */
export const isLoop = (call: KernelCall): call is LoopCall => call.kernel === loopKernel;

/** A record of one step, as a dialect lowers it: its outputs are the next states, the lasts and the stacks. */
export const stepTrace = (trace: Trace, { calls, values, nextStates, lasts, stacks }: Loop): Trace => ({
  ...trace,
  calls,
  values,
  outputs: [...nextStates, ...lasts, ...stacks.map(({ value }) => value)],
});
