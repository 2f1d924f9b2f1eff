// What each call of a forward pass costs, for pictures of its graph.
import { hasNoMacs } from '../kernels/macRules.ts';
import type { Timing } from '../timing/timing.ts';
import { flat, type Trace } from '../trace/trace.ts';
import { ownCallMs } from './latency.ts';
import { kernelMacs } from './macs.ts';
import { sizeBytes } from './memory.ts';

/** Costs by index in `trace.calls`. */
export interface CallCosts {
  /** Multiply-adds of kernels; NaN for a kernel without a rule, and for one that did not run and may have some. */
  readonly macs: Float64Array;
  /** Bytes of the call's outputs. */
  readonly memoryBytes: Float64Array;
  /** Milliseconds of each call without the calls in it, in the run with the median time. */
  readonly timeMs?: readonly number[];
}

/** @param timing of this trace, from `profile` */
export function callCosts(trace: Trace, timing?: Timing): CallCosts {
  const { calls, values } = trace;
  const macs = new Float64Array(calls.length);
  const memoryBytes = new Float64Array(calls.length);
  const bytes = new Float64Array(values.length);
  for (let value = 0; value < values.length; value++) bytes[value] = sizeBytes(values[value]!);
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    if (call.level === 'kernel') {
      for (let k = 0; k < call.outputs.length; k++) memoryBytes[i]! += bytes[call.outputs[k]!]!;
      if (!hasNoMacs(call.kernel)) macs[i] = kernelMacs(trace, call) ?? Number.NaN;
    } else for (const value of flat(call.outputs)) memoryBytes[i]! += bytes[value]!;
  }
  return { macs, memoryBytes, ...(timing && { timeMs: ownCallMs(trace, timing) }) };
}
