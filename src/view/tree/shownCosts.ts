// What each call of a trace costs by itself: multiply-adds and time.
import { ownCallMs } from '../../cost/latency.ts';
import { kernelMacs } from '../../cost/macs.ts';
import type { CallAmounts } from '../../graph/picture/picture.ts';
import { hiddenCalls, kernelReads } from '../../graph/picture/traceCalls.ts';
import type { Timing } from '../../timing/timing.ts';
import type { Trace } from '../../trace/trace.ts';

export interface ShownCosts {
  readonly amounts: CallAmounts;
  /** Those of the whole pass. */
  readonly total: { readonly macs: number; readonly timeMs?: number };
  /** Kernels without a rule for multiply-adds, by index in `trace.calls`. */
  readonly unknownMacs: ReadonlySet<number>;
}

/** Costs of calls that no picture shows, such as a transposed weight, go to the module around them. */
export function shownCosts(trace: Trace, timing: Timing | undefined): ShownCosts {
  const { calls } = trace;
  const hidden = hiddenCalls(trace, kernelReads(trace));
  const shown = new Int32Array(calls.length);
  for (let i = 0; i < calls.length; i++) {
    const { parent } = calls[i]!;
    shown[i] = hidden[i] && parent !== -1 ? shown[parent]! : i;
  }
  const unknownMacs = new Set<number>();
  const macs = new Float64Array(calls.length);
  let total = 0;
  for (let i = 0; i < calls.length; i++) {
    const call = calls[i]!;
    if (call.level !== 'kernel') continue;
    const own = kernelMacs(trace, call);
    if (own === undefined) unknownMacs.add(i);
    else {
      macs[shown[i]!]! += own;
      total += own;
    }
  }
  if (!timing) return { amounts: { macs }, total: { macs: total }, unknownMacs };
  const timeMs = new Float64Array(calls.length);
  const own = ownCallMs(trace, timing);
  for (const [i, ms] of own.entries()) timeMs[shown[i]!]! += ms;
  return {
    amounts: { macs, timeMs },
    total: { macs: total, timeMs: own.reduce((sum, ms) => sum + ms, 0) },
    unknownMacs,
  };
}
