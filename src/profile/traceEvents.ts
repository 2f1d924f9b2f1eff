// A profile on a time line, in the Trace Event Format of Perfetto and chrome://tracing.

import { latencyOf } from '../cost/latency.ts';
import { kernelMacs } from '../cost/macs.ts';
import { lastName } from '../names/modulePath.ts';
import type { Profile } from '../timing/profileModel.ts';
import { expectProfile } from '../trace/expectTrace.ts';
import { flat, type Nest, type Trace } from '../trace/trace.ts';

/** An event; `ts` and `dur` are microseconds. An event inside of another one of its thread is drawn below it. */
export type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: Readonly<Record<string, string | number>>;
} & (
  | { readonly ph: 'X'; readonly cat: string; readonly ts: number; readonly dur: number }
  | { readonly ph: 'C'; readonly ts: number }
  | { readonly ph: 'M' }
);

/** A file in the Trace Event Format. */
export interface TraceEventFile {
  readonly traceEvents: readonly TraceEvent[];
  readonly displayTimeUnit: 'ms';
  readonly otherData: Readonly<Record<string, string | number>>;
}

const thread = { pid: 1, tid: 1 };

/**
 * Events of all runs of a profile in order, and a curve of the bytes that tf.js held.
 * @throws UserError for a value that is no profile
 */
export function traceEvents(profile: Profile): TraceEventFile {
  expectProfile(profile);
  const { trace, timing } = profile;
  const { backend, runs, warmup } = timing;
  const { overhead, synchronised } = latencyOf(trace, timing);
  const model = trace.modules[0]!.type;
  const described = trace.calls.map((_, index) => describe(trace, index));
  const events: TraceEvent[] = [
    { ph: 'M', ...thread, name: 'process_name', args: { name: `${model} on ${backend}` } },
    { ph: 'M', ...thread, name: 'thread_name', args: { name: 'forward pass' } },
  ];
  for (const [run, { beginMs, begins, ends, bytesBefore, bytesAfter, readMs }] of runs.entries()) {
    const span = (name: string, cat: string, begin: number, end: number, args: TraceEvent['args'] = {}): TraceEvent => {
      // both ends are rounded, so that events that nest in milliseconds also nest in nanoseconds
      const [from, to] = [nanoseconds(beginMs + begin), nanoseconds(beginMs + end)];
      return { ph: 'X', ...thread, name, cat, ts: from / 1000, dur: (to - from) / 1000, args };
    };
    const held = (at: number, bytes: number): TraceEvent => ({
      ph: 'C',
      ...thread,
      name: 'activations',
      ts: nanoseconds(beginMs + at) / 1000,
      args: { bytes },
    });
    const read = ends[0]! + readMs;
    events.push(span(`run ${run + 1}`, 'run', 0, read));
    for (const [index, { name, cat, args }] of described.entries()) {
      events.push(span(name, cat, begins[index]!, ends[index]!, args));
      if (cat !== 'kernel') continue;
      events.push(held(begins[index]!, bytesBefore[index]!), held(ends[index]!, bytesAfter[index]!));
    }
    events.push(span('read outputs', 'run', ends[0]!, read), held(read, 0));
  }
  const otherData = { model, backend, runs: runs.length, warmup, overhead, synchronised: `${synchronised}` };
  return { traceEvents: events, displayTimeUnit: 'ms', otherData };
}

const nanoseconds = (ms: number): number => Math.round(ms * 1e6);

function describe(trace: Trace, index: number): { name: string; cat: string; args: TraceEvent['args'] } {
  const call = trace.calls[index]!;
  const shapes = (structure: Nest): string =>
    flat(structure)
      .map((value) => `[${trace.values[value]!.shape.join(', ')}]`)
      .join(' ');
  const given = call.level === 'kernel' ? Object.values(call.inputs).flat() : call.inputs;
  const args = { inputs: shapes(given), outputs: shapes(call.outputs) };
  if (call.level === 'op') return { name: call.op, cat: 'op', args };
  if (call.level === 'kernel') {
    const macs = kernelMacs(trace, call);
    return { name: call.kernel, cat: 'kernel', args: macs ? { ...args, macs } : args };
  }
  const { path, type } = trace.modules[call.module]!;
  return { name: path === '' ? type : `${lastName(path)} (${type})`, cat: 'module', args: { path, ...args } };
}

export const traceEventsJson = (profile: Profile): string => `${JSON.stringify(traceEvents(profile))}\n`;
