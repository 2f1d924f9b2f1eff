// Milliseconds and bytes of the calls of a forward pass, from its trace and timing.
import { choice } from '../choice.ts';
import type { Timing } from '../timing/timing.ts';
import { expectProfile } from '../trace/expectTrace.ts';
import type { Trace } from '../trace/trace.ts';
import { kernelMacs } from './macs.ts';
import { liveBytes } from './memory.ts';
import { median, minusMs, plusMs, type Spread, spreadOf } from './quantiles.ts';

/** Milliseconds of one call in each run. @param index in `trace.calls` */
export const spanMs = ({ runs }: Timing, index: number): number[] =>
  runs.map(({ begins, ends }) => ends[index]! - begins[index]!);

/** Milliseconds of each module call in each run, without the module calls in it; by index in `trace.calls`. */
export function ownMs(trace: Trace, timing: Timing): ReadonlyMap<number, readonly number[]> {
  return withoutInner(trace, timing, (index) => trace.calls[index]!.level === 'module');
}

/** Milliseconds of each call without the calls in it, in the run with the median time; by index in `trace.calls`. */
export function ownCallMs({ calls }: Trace, timing: Timing): number[] {
  const { begins, ends } = timing.runs[medianRun(timing)]!;
  const own = calls.map((_, index) => ends[index]! - begins[index]!);
  for (const [index, { parent }] of calls.entries()) if (parent !== -1) own[parent]! -= ends[index]! - begins[index]!;
  return own.map((ms) => Math.max(ms, 0));
}

/** Milliseconds of each counted call in each run, without the counted calls in it. */
function withoutInner(trace: Trace, timing: Timing, counted: (index: number) => boolean): Map<number, number[]> {
  const own = new Map<number, number[]>();
  // the innermost counted call that each call is, or is in
  const around: number[] = [];
  for (const [index, { parent }] of trace.calls.entries()) {
    const outer = parent === -1 ? -1 : around[parent]!;
    around.push(counted(index) ? index : outer);
    if (!counted(index)) continue;
    const ms = spanMs(timing, index);
    own.set(index, ms);
    if (outer !== -1) own.set(outer, minusMs(own.get(outer)!, ms));
  }
  return own;
}

/** All calls of one op or kernel in a forward pass. */
export interface OpCost {
  readonly name: string;
  readonly calls: number;
  /** Milliseconds in each run. */
  readonly ms: readonly number[];
  /** Undefined where a kernel has no rule. */
  readonly macs: number | undefined;
}

const outsideKernels = '(outside of kernels)';

/**
 * Costs by the names of ops, in the order of their first calls; the last row is the time outside of kernels. The times add
 * up to the model's.
 * @param by `op` counts a kernel outside of any op by its own name, `kernel` counts all by the names of kernels
 * @throws UserError for another word, and for values that are no trace and no timing
 */
export function costByOp(trace: Trace, timing: Timing, by: 'op' | 'kernel'): OpCost[] {
  expectProfile({ trace, timing });
  const counted = choice('by', by, ['op', 'kernel']);
  const { calls } = trace;
  // the op or kernel for which each call is counted
  const owner: number[] = [];
  for (const [index, { parent, level }] of calls.entries()) {
    const outer = parent === -1 ? -1 : owner[parent]!;
    if (level === 'module') owner.push(-1);
    else
      owner.push(counted === 'op' ? (level === 'op' || outer === -1 ? index : outer) : level === 'kernel' ? index : -1);
  }
  const own = withoutInner(trace, timing, (index) => owner[index] === index);
  const found = new Map<string, OpCost>();
  for (const [index, call] of calls.entries()) {
    if (call.level === 'module' || owner[index] === -1) continue;
    const owning = calls[owner[index]!]!;
    const name = owning.level === 'op' ? owning.op : owning.level === 'kernel' ? owning.kernel : '';
    const macs = call.level === 'kernel' ? kernelMacs(trace, call) : 0;
    const before = found.get(name) ?? { name, calls: 0, ms: timing.runs.map(() => 0), macs: 0 };
    found.set(name, {
      name,
      calls: before.calls + (owner[index] === index ? 1 : 0),
      ms: owner[index] === index ? plusMs(before.ms, own.get(index)!) : before.ms,
      macs: before.macs === undefined || macs === undefined ? undefined : before.macs + macs,
    });
  }
  const rest = [...found.values()].reduce((left, { ms }) => minusMs(left, ms), spanMs(timing, 0));
  return [...found.values(), { name: outsideKernels, calls: 0, ms: rest, macs: 0 }];
}

/** The most bytes of inputs, activations and constants at one time, without parameters. */
export interface PeakBytes {
  /** Tensors that tf.js knew; it frees them where a tidy ends. */
  readonly measured: number;
  /** `inferencePeakBytes`: each tensor freed after its last use. */
  readonly estimated: number;
}

/** The peak while each call ran, by index in `trace.calls`. */
export function peakBytes(trace: Trace, { runs }: Timing): PeakBytes[] {
  const estimated = liveBytes(trace);
  const measured = trace.calls.map((_, index) =>
    Math.max(...runs.flatMap(({ bytesBefore, bytesAfter }) => [bytesBefore[index]!, bytesAfter[index]!])),
  );
  // from the last call on, so that the calls in a call are done before it
  for (let index = trace.calls.length - 1; index > 0; index--) {
    const { parent } = trace.calls[index]!;
    if (parent === -1) continue;
    estimated[parent] = Math.max(estimated[parent]!, estimated[index]!);
    measured[parent] = Math.max(measured[parent]!, measured[index]!);
  }
  return measured.map((bytes, index) => ({ measured: bytes, estimated: estimated[index]! }));
}

/** The index of the run with the median time; the faster of two. */
export function medianRun({ runs }: Timing): number {
  const byTime = runs.map(({ ends }, run) => [ends[0]!, run] as const).sort(([a], [b]) => a - b);
  return byTime[Math.floor((runs.length - 1) / 2)]![1];
}

/** Time and memory of the whole forward pass. */
export interface Latency {
  readonly backend: string;
  readonly runs: number;
  readonly warmup: number;
  /** Milliseconds of the model's call. */
  readonly spread: Spread;
  /** Median milliseconds of reading its outputs afterwards. */
  readonly readMs: number;
  /** Median milliseconds of a forward pass without instrumentation, with its outputs read. */
  readonly bareMs: number;
  /** The time that instrumentation adds, as a share of `bareMs`. */
  readonly overhead: number;
  /** Whether `overhead` is larger than the noise of the machine: the quartiles of its pairs of passes are on one side of 0, and near. */
  readonly overheadIsClear: boolean;
  readonly synchronised: boolean;
  readonly peak: PeakBytes;
}

/** Summarizes the runs of a timing. @throws UserError for values that are no trace and no timing */
export function latencyOf(trace: Trace, timing: Timing): Latency {
  expectProfile({ trace, timing });
  const { backend, warmup, synchronised, runs, bareMs } = timing;
  const overheads = spreadOf(overheadsOf(timing));
  return {
    backend,
    runs: runs.length,
    warmup,
    spread: spreadOf(spanMs(timing, 0)),
    readMs: median(runs.map(({ readMs }) => readMs)),
    bareMs: median(bareMs),
    overhead: overheads.median,
    overheadIsClear: overheads.lowerQuartile >= 0 && overheads.upperQuartile - overheads.lowerQuartile < 1,
    synchronised,
    peak: peakBytes(trace, timing)[0]!,
  };
}

/** Shares that instrumentation adds, over pairs of a timed and a plain pass that ran next to each other. */
const overheadsOf = ({ runs, bareMs }: Timing): number[] =>
  runs.map(({ ends, readMs }, run) => (ends[0]! + readMs) / bareMs[run]! - 1);
