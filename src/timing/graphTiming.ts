// The times of a converted model's calls: its nodes run across scopes, and the trace has them scope by scope.
import type { Trace } from '../trace/trace.ts';
import type { TimedRun } from './timing.ts';

/** The same pass with its calls as they ran: of a converted model the whole, and its kernels without scopes. */
export const inRunOrder = (trace: Trace): Trace =>
  trace.ran
    ? { ...trace, calls: [trace.calls[0]!, ...trace.ran.map((index) => ({ ...trace.calls[index]!, parent: 0 }))] }
    : trace;

/**
 * Times of the calls in the order of `trace.calls`. Kernels keep their durations and follow one another, so that those of a
 * scope are together; the time between kernels goes to the end of the whole.
 * @param run times by index in the calls of `inRunOrder(trace)`
 */
export function scopeByScope(trace: Trace, run: TimedRun): TimedRun {
  const { calls, ran } = trace;
  if (!ran) return run;
  const ranAt = new Map(ran.map((index, i) => [index, i + 1]));
  const columns = ['begins', 'ends', 'bytesBefore', 'bytesAfter'] as const;
  const by = Object.fromEntries(columns.map((name) => [name, new Array<number>(calls.length)])) as Record<
    (typeof columns)[number],
    number[]
  >;
  let now = 0;
  for (const [index, { parent }] of calls.entries()) {
    const at = ranAt.get(index);
    by.begins[index] = now;
    if (at !== undefined) now += run.ends[at]! - run.begins[at]!;
    by.ends[index] = now;
    by.bytesBefore[index] = at === undefined ? Number.POSITIVE_INFINITY : run.bytesBefore[at]!;
    by.bytesAfter[index] = at === undefined ? 0 : run.bytesAfter[at]!;
    // calls around the kernel end with it, and their memory includes the kernel's
    for (let outer = parent; at !== undefined && outer !== -1; outer = calls[outer]!.parent) {
      by.ends[outer] = now;
      if (!Number.isFinite(by.bytesBefore[outer]!)) by.bytesBefore[outer] = run.bytesBefore[at]!;
      by.bytesAfter[outer] = Math.max(by.bytesAfter[outer]!, run.bytesAfter[at]!);
    }
  }
  for (const index of calls.keys())
    if (!Number.isFinite(by.bytesBefore[index]!)) by.bytesBefore[index] = by.bytesAfter[index]!;
  by.ends[0] = run.ends[0]!;
  return { ...run, ...by };
}
