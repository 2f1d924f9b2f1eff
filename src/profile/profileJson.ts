// A profile as data, for programs. In: a profile. Out: JSON of schema version 1.
import { costByOp, latencyOf, type PeakBytes, spanMs } from '../cost/latency.ts';
import { distinctParameters, sizeBytes } from '../cost/memory.ts';
import { gflopsOf, type Spread, shareOf, spreadOf } from '../cost/quantiles.ts';
import { type Layer, layersOf } from '../summary/moduleTree.ts';
import type { Profile } from '../timing/profileModel.ts';

const schema = 'gmlp-viz.profile';
const schemaVersion = 1;

/** `null` where a kernel has no rule for multiply-adds, or the time was too short for the clock. */
interface Rates {
  /** of the time of all runs */
  readonly share: number | null;
  readonly macs: number | null;
  readonly gflops: number | null;
}

export interface ProfiledLayer extends Rates {
  /** path of properties from the root; '' for the root */
  readonly path: string;
  readonly type: string;
  /** milliseconds without the layers in it; `share`, `macs` and `gflops` are of these */
  readonly ownMs: Spread;
  /** milliseconds from its begin to its end */
  readonly totalMs: Spread;
  /** while it ran */
  readonly peakBytes: PeakBytes;
}

export interface ProfiledName extends Rates {
  readonly name: string;
  /** in a forward pass */
  readonly calls: number;
  /** milliseconds, all calls together */
  readonly ms: Spread;
}

export interface ProfileData {
  readonly schema: typeof schema;
  readonly version: typeof schemaVersion;
  readonly model: string;
  /** with the batch */
  readonly inputs: readonly (readonly number[])[];
  /** by tf.js's name */
  readonly backend: string;
  readonly runs: number;
  readonly warmup: number;
  /** each kernel's outputs were read before its time was taken */
  readonly synchronised: boolean;
  /** milliseconds of the model's call */
  readonly ms: Spread;
  /** milliseconds of reading the outputs, the middle of the runs */
  readonly readMs: number;
  /** milliseconds of a forward pass that nobody watched, outputs read, the middle of as many */
  readonly bareMs: number;
  /** what watching adds, as a share of it */
  readonly overhead: number;
  /** of parameters and buffers */
  readonly parameterBytes: number;
  /** of inputs, activations and constants */
  readonly peakBytes: PeakBytes;
  /** slowest first, by what is their own */
  readonly layers: readonly ProfiledLayer[];
  /** slowest first: ops, and kernels outside of any */
  readonly ops: readonly ProfiledName[];
  readonly kernels: readonly ProfiledName[];
}

export function profileData(profile: Profile): ProfileData {
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
