// How long each part of a forward pass took, and what it held meanwhile. In: a trace and its timing. Out: milliseconds by
// run, and bytes.
import type { Timing } from '../timing/timing.ts';
import type { Trace } from '../trace/trace.ts';
import { kernelMacs } from './macs.ts';
import { liveBytes } from './memory.ts';
import { added, median, type Spread, spreadOf, taken } from './quantiles.ts';

/** Milliseconds by run of the call at `place`. */
export const spanMs = ({ runs }: Timing, index: number): number[] =>
  runs.map(({ begins, ends }) => ends[index]! - begins[index]!);

/** By index in `trace.calls`, for module calls: milliseconds by run without those of the module calls in it. */
export function ownMs(trace: Trace, timing: Timing): ReadonlyMap<number, readonly number[]> {
  return withoutInner(trace, timing, (index) => trace.calls[index]!.level === 'module');
}

/** Of the calls that are `counted`, each without the counted calls in it. */
function withoutInner(trace: Trace, timing: Timing, counted: (index: number) => boolean): Map<number, number[]> {
  const own = new Map<number, number[]>();
  // of each call, the innermost counted call that it is or is in
  const around: number[] = [];
  for (const [index, { parent }] of trace.calls.entries()) {
    const outer = parent === -1 ? -1 : around[parent]!;
    around.push(counted(index) ? index : outer);
    if (!counted(index)) continue;
    const ms = spanMs(timing, index);
    own.set(index, ms);
    if (outer !== -1) own.set(outer, taken(own.get(outer)!, ms));
  }
  return own;
}

/** What the backend was asked for by one name. */
export interface OpCost {
  readonly name: string;
  readonly calls: number;
  /** by run */
  readonly ms: readonly number[];
  /** undefined where a kernel has no rule */
  readonly macs: number | undefined;
}

const outsideKernels = '(outside of kernels)';

/**
 * By the names of ops, and of kernels outside of any op; or by those of kernels. The last is the time between them. In the
 * order of the first calls; the times add up to the whole's.
 */
export function costByOp(trace: Trace, timing: Timing, by: 'op' | 'kernel'): OpCost[] {
  const { calls } = trace;
  // of each call, the op or the kernel that it is counted for
  const owner: number[] = [];
  for (const [index, { parent, level }] of calls.entries()) {
    const outer = parent === -1 ? -1 : owner[parent]!;
    if (level === 'module') owner.push(-1);
    else owner.push(by === 'op' ? (level === 'op' || outer === -1 ? index : outer) : level === 'kernel' ? index : -1);
  }
  const own = withoutInner(trace, timing, (index) => owner[index] === index);
  const found = new Map<string, OpCost>();
  for (const [index, call] of calls.entries()) {
    if (call.level === 'module' || owner[index] === -1) continue;
    const counted = calls[owner[index]!]!;
    const name = counted.level === 'op' ? counted.op : counted.level === 'kernel' ? counted.kernel : '';
    const macs = call.level === 'kernel' ? kernelMacs(trace, call) : 0;
    const before = found.get(name) ?? { name, calls: 0, ms: timing.runs.map(() => 0), macs: 0 };
    found.set(name, {
      name,
      calls: before.calls + (owner[index] === index ? 1 : 0),
      ms: owner[index] === index ? added(before.ms, own.get(index)!) : before.ms,
      macs: before.macs === undefined || macs === undefined ? undefined : before.macs + macs,
    });
  }
  const rest = [...found.values()].reduce((left, { ms }) => taken(left, ms), spanMs(timing, 0));
  return [...found.values(), { name: outsideKernels, calls: 0, ms: rest, macs: 0 }];
}

/** The most bytes of inputs, activations and constants at once, parameters aside. */
export interface PeakBytes {
  /** of the tensors that tf.js knew, which it frees where a tidy ends */
  readonly measured: number;
  /** as `inferencePeakBytes`, if each were freed after its last use */
  readonly estimated: number;
}

/** By index in `trace.calls`: while the call ran. */
export function peakBytes(trace: Trace, { runs }: Timing): PeakBytes[] {
  const estimated = liveBytes(trace);
  const measured = trace.calls.map((_, index) =>
    Math.max(...runs.flatMap(({ bytesBefore, bytesAfter }) => [bytesBefore[index]!, bytesAfter[index]!])),
  );
  // the last call comes first: what is in a call is done before the call
  for (let index = trace.calls.length - 1; index > 0; index--) {
    const { parent } = trace.calls[index]!;
    if (parent === -1) continue;
    estimated[parent] = Math.max(estimated[parent]!, estimated[index]!);
    measured[parent] = Math.max(measured[parent]!, measured[index]!);
  }
  return measured.map((bytes, index) => ({ measured: bytes, estimated: estimated[index]! }));
}

/** The run whose time is the middle one, the faster of two. */
export function medianRun({ runs }: Timing): number {
  const byTime = runs.map(({ ends }, run) => [ends[0]!, run] as const).sort(([a], [b]) => a - b);
  return byTime[Math.floor((runs.length - 1) / 2)]![1];
}

/** Of the whole forward pass. */
export interface Latency {
  readonly backend: string;
  readonly runs: number;
  readonly warmup: number;
  /** milliseconds of the model's call */
  readonly spread: Spread;
  /** milliseconds in the middle of reading its outputs afterwards */
  readonly readMs: number;
  /** milliseconds in the middle of a forward pass that nobody watched, outputs read */
  readonly bareMs: number;
  /** what watching adds, as a share of it */
  readonly overhead: number;
  readonly synchronised: boolean;
  readonly peak: PeakBytes;
}

export function latencyOf(trace: Trace, timing: Timing): Latency {
  const { backend, warmup, synchronised, runs, bareMs } = timing;
  return {
    backend,
    runs: runs.length,
    warmup,
    spread: spreadOf(spanMs(timing, 0)),
    readMs: median(runs.map(({ readMs }) => readMs)),
    bareMs: median(bareMs),
    overhead: overheadOf(timing),
    synchronised,
    peak: peakBytes(trace, timing)[0]!,
  };
}

/** What watching adds to a forward pass, as a share of it: the middle of the pairs that ran beside each other. */
function overheadOf({ runs, bareMs }: Timing): number {
  return median(runs.map(({ ends, readMs }, run) => (ends[0]! + readMs) / bareMs[run]! - 1));
}
