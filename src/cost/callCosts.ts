// What each call of a forward pass costs by itself, for pictures of its graph.
import { hasNoMacs } from '../kernels/macRules.ts';
import type { Timing } from '../timing/timing.ts';
import type { Trace } from '../trace/trace.ts';
import { spanMs } from './latency.ts';
import { kernelMacs } from './macs.ts';
import { isView, sizeBytes } from './memory.ts';
import { median, taken } from './quantiles.ts';

/** Costs by index in `trace.calls`, of each call without the calls in it. */
export interface CallCosts {
  /** Multiply-adds; NaN for a kernel without a rule, and for one that did not run and may have some. */
  readonly macs: Float64Array;
  /** Bytes of the outputs of kernels; 0 where an output is the input's buffer under another shape. */
  readonly memoryBytes: Float64Array;
  /** Median milliseconds. */
  readonly timeMs?: readonly number[];
}

/** @param timing of this trace, from `profile` */
export function callCosts(trace: Trace, timing?: Timing): CallCosts {
  const { calls, values } = trace;
  const macs = new Float64Array(calls.length);
  const memoryBytes = new Float64Array(calls.length);
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    if (call.level !== 'kernel') continue;
    if (!hasNoMacs(call.kernel)) macs[i] = kernelMacs(trace, call) ?? Number.NaN;
    if (!isView(call)) for (const value of call.outputs) memoryBytes[i]! += sizeBytes(values[value]!);
  }
  return { macs, memoryBytes, ...(timing && { timeMs: ownTimesMs(trace, timing) }) };
}

function ownTimesMs({ calls }: Trace, timing: Timing): number[] {
  const spans = calls.map((_, index) => spanMs(timing, index));
  const own = [...spans];
  for (const [index, { parent }] of calls.entries())
    if (parent !== -1) own[parent] = taken(own[parent]!, spans[index]!);
  return own.map((ms) => Math.max(0, median(ms)));
}
