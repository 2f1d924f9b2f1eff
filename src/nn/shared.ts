// State that every copy of this package in a process shares, as tf.js shares its engine: a model may come from another copy
// than the one that traces it. The types of that state stand here too, since everything else in this folder imports them.
import type * as tf from '@tensorflow/tfjs-core';

/** Receives the ops of `nn/functional.ts` while they run. */
export interface OpObserver {
  enterOp(name: string, inputs: readonly tf.Tensor[]): void;
  exitOp(outputs: readonly tf.Tensor[]): void;
  /** Ends the innermost op or module, which threw `error`; an observer of an older copy has none. */
  fail?(error: unknown): void;
}

/** Runs `body`, and records its kernels as one call of `kernel`. */
export type JoinKernels = (
  kernel: string,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
  body: () => tf.Tensor,
) => tf.Tensor;

/** The members of a parameter that a stand-in copies. */
export interface DeclaredParameter {
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  readonly requiresGrad: boolean;
  readonly value: tf.Tensor;
}

/** Returns the tensor that a parameter's `value` is during a trace: of the parameter's shape, without values. */
export type StandIn = (parameter: DeclaredParameter) => tf.Tensor;

interface Shared {
  observer?: OpObserver | undefined;
  standIn?: StandIn | undefined;
  joinKernels?: JoinKernels | undefined;
  /** Whether a forward pass is being traced or timed. */
  isInPass?: boolean | undefined;
}

const key = Symbol.for('gmlp-viz');
const index = globalThis as { [key]?: Shared };

index[key] ??= {};
export const shared: Shared = index[key];
