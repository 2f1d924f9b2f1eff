// A profile as plain data, and as JSON.
import { costByOp, latencyOf, type PeakBytes, spanMs } from '../cost/latency.ts';
import { distinctParameters, sizeBytes } from '../cost/memory.ts';
import { gflopsOf, type Spread, shareOf, spreadOf } from '../cost/quantiles.ts';
import { repeatedRunsNote } from '../summary/layersNotes.ts';
import { type Layer, layersOf } from '../summary/moduleTree.ts';
import type { Profile } from '../timing/profileModel.ts';
import { expectProfile } from '../trace/expectTrace.ts';

const schema = 'gmlp-viz.profile';
const schemaVersion = 1;

/** Rates; null where a kernel has no rule for multiply-adds, or the clock shows no time. */
interface Rates {
  /** The median time as a share of the whole's, from 0 to 1. */
  readonly share: number | null;
  readonly macs: number | null;
  readonly gflops: number | null;
}

/** A layer of a profile. */
export interface ProfiledLayer extends Rates {
  /** Names from the root, joined with dots; '' for the root. */
  readonly path: string;
  readonly type: string;
  /** Milliseconds without the layers below; `share`, `macs` and `gflops` refer to these. */
  readonly ownMs: Spread;
  /** Milliseconds with the layers below. */
  readonly totalMs: Spread;
  /** The peak while it ran. */
  readonly peakBytes: PeakBytes;
}

/** All calls of one op or kernel. */
export interface ProfiledName extends Rates {
  readonly name: string;
  /** Calls in one forward pass. */
  readonly calls: number;
  /** Milliseconds of all calls together. */
  readonly ms: Spread;
}

/** A profile as plain data, by docs/profile.schema.json. */
export interface ProfileData {
  readonly schema: typeof schema;
  readonly version: typeof schemaVersion;
  readonly model: string;
  /** Shapes with the batch. */
  readonly inputs: readonly (readonly number[])[];
  /** tf.js's name of the backend. */
  readonly backend: string;
  readonly runs: number;
  readonly warmup: number;
  /** Whether each kernel's outputs were read before its time was taken. */
  readonly synchronised: boolean;
  /** Milliseconds of the model's call. */
  readonly ms: Spread;
  /** Median milliseconds of reading the outputs. */
  readonly readMs: number;
  /** Median milliseconds of a forward pass without instrumentation, with its outputs read. */
  readonly bareMs: number;
  /** The time that instrumentation adds, as a share of `bareMs`. */
  readonly overhead: number;
  /** Bytes of parameters and buffers. */
  readonly parameterBytes: number;
  /** Bytes of inputs, activations and constants. */
  readonly peakBytes: PeakBytes;
  /** The slowest first, by `ownMs`. */
  readonly layers: readonly ProfiledLayer[];
  /** The slowest first: ops, and kernels outside of any op. */
  readonly ops: readonly ProfiledName[];
  readonly kernels: readonly ProfiledName[];
  /** Clauses on what the times and counts hold that the model does not show. */
  readonly notes: readonly string[];
}

/** A profile as plain data, which JSON can hold. @throws UserError for a value that is no profile */
export function profileData(profile: Profile): ProfileData {
  expectProfile(profile);
  const { trace, timing } = profile;
  const { spread, readMs, bareMs, overhead, peak, backend, runs, warmup, synchronised } = latencyOf(trace, timing);
  const total = spanMs(timing, 0);
  return {
    schema,
    version: schemaVersion,
    model: trace.modules[0]!.type,
    inputs: trace.inputs.map((index) => trace.values[index]!.shape),
    backend,
    runs,
    warmup,
    synchronised,
    ms: spread,
    readMs,
    bareMs,
    overhead,
    parameterBytes: distinctParameters(trace).reduce((sum, parameter) => sum + sizeBytes(parameter), 0),
    peakBytes: peak,
    layers: [...layersIn(layersOf(trace, 'macs', timing), total)].sort((a, b) => b.ownMs.median - a.ownMs.median),
    ops: named(profile, 'op', total),
    kernels: named(profile, 'kernel', total),
    notes: repeatedRunsNote(trace),
  };
}

function* layersIn(layer: Layer, total: readonly number[]): Generator<ProfiledLayer> {
  const { path, type, own, total: whole, unknownKernels, peak, children } = layer;
  // a layer that was not called took no time
  if (own.ms && whole.ms && peak) {
    const macs = unknownKernels.length > 0 ? undefined : own.macs;
    const times = { ownMs: spreadOf(own.ms), totalMs: spreadOf(whole.ms), peakBytes: peak };
    yield { path, type, ...times, ...rates(own.ms, total, macs) };
  }
  for (const child of children) yield* layersIn(child, total);
}

const named = ({ trace, timing }: Profile, by: 'op' | 'kernel', total: readonly number[]): ProfiledName[] =>
  costByOp(trace, timing, by)
    .map(({ name, calls, ms, macs }) => ({ name, calls, ms: spreadOf(ms), ...rates(ms, total, macs) }))
    .sort((a, b) => b.ms.median - a.ms.median);

const rates = (ms: readonly number[], total: readonly number[], macs: number | undefined): Rates => ({
  share: shareOf(ms, total) ?? null,
  macs: macs ?? null,
  gflops: (macs === undefined ? undefined : gflopsOf(macs, ms)) ?? null,
});

export const profileJson = (profile: Profile): string => `${JSON.stringify(profileData(profile), null, 2)}\n`;
