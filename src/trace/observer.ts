// The events of one forward pass. The recorder of a trace and the stopwatch of a profile are both observers.
import type * as tf from '@tensorflow/tfjs-core';
import type { OpObserver } from '../nn/shared.ts';

/** Wraps one kernel invocation; must return `run(call)`, or the same outputs as tensors. */
export type KernelWrapper = (
  name: string,
  run: tf.KernelFunc,
  call: Parameters<tf.KernelFunc>[0],
) => tf.TensorInfo | tf.TensorInfo[];

/** Receives the events of a forward pass: modules, ops and kernels, each inside the one around it. */
export interface Observer extends OpObserver {
  /** @param index the module's index in `Trace.modules` */
  enterModule(index: number, inputs: readonly unknown[]): void;
  exitModule(output: unknown): void;
  fail(error: unknown): void;
  /** Tells whose mask the following kernels compute, which run outside of that module's call. @returns a function that ends it */
  enterMask?(index: number): () => void;
  readonly kernel: KernelWrapper;
}

/** Runs `body`, and tells the observer what it throws: a model may catch the error of a layer and go on. */
export function failing<T>(observer: Observer, body: () => T): T {
  try {
    return body();
  } catch (error) {
    observer.fail(error);
    throw error;
  }
}
