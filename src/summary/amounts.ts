// Amounts of layers that add up over their tree: parameters, bytes of state, multiply-adds, milliseconds.
import { distinctParameters, sizeBytes } from '../cost/memory.ts';
import { plusMs } from '../cost/quantiles.ts';
import type { Dtype } from '../tensors.ts';
import type { ParameterInfo, Trace } from '../trace/trace.ts';

/** Counts that add up over the tree: of a module or parameter that comes again, later occurrences count 0. */
export interface Amounts {
  readonly params: number;
  readonly trainable: number;
  readonly buffers: number;
  /** Bytes of parameters and buffers. */
  readonly stateBytes: Partial<Record<Dtype, number>>;
  readonly macs: number;
  /** Milliseconds in each run, where the model was timed. */
  readonly ms?: readonly number[] | undefined;
}

/** Counts and bytes of parameters and buffers. */
export type State = Omit<Amounts, 'macs' | 'ms'>;

/** Counts parameters and buffers, without those that are counted in another layer. */
export function stateOf(parameters: readonly ParameterInfo[]): State {
  const stateBytes: Partial<Record<Dtype, number>> = {};
  let [params, trainable, buffers] = [0, 0, 0];
  for (const parameter of parameters) {
    if (parameter.sharedWith !== undefined) continue;
    const { dtype = 'float32', size, buffer, requiresGrad } = parameter;
    stateBytes[dtype] = (stateBytes[dtype] ?? 0) + sizeBytes(parameter);
    if (buffer) buffers += size;
    else params += size;
    if (!buffer && requiresGrad) trainable += size;
  }
  return { params, trainable, buffers, stateBytes };
}

/** The sum of two layers' amounts. */
export function plus(a: Amounts, b: Amounts): Amounts {
  const stateBytes = { ...a.stateBytes };
  for (const [dtype, bytes] of Object.entries(b.stateBytes) as [Dtype, number][])
    stateBytes[dtype] = (stateBytes[dtype] ?? 0) + bytes;
  return {
    params: a.params + b.params,
    trainable: a.trainable + b.trainable,
    buffers: a.buffers + b.buffers,
    stateBytes,
    macs: a.macs + b.macs,
    ms: a.ms && b.ms ? plusMs(a.ms, b.ms) : (a.ms ?? b.ms),
  };
}

/** The number of parameters of a model, a shared one once, without buffers; inexact beyond 2^53. */
export function parameterCount(trace: Trace): number {
  return distinctParameters(trace).reduce((sum, { size, buffer }) => sum + (buffer ? 0 : size), 0);
}
