// Ops report themselves to the current observer, so that a trace shows PyTorch's ops above tf.js's kernels.
import * as tf from '@tensorflow/tfjs-core';
import { got } from '../checks.ts';
import { UserError } from '../errors.ts';
import type { OpName } from '../names/opName.ts';
import { type OpObserver, shared } from './shared.ts';

/**
 * Has every op reported to `next`.
 * @returns a function that puts the former observer back
 */
export function enterOpObserver(next: OpObserver): () => void {
  const before = shared.observer;
  shared.observer = next;
  return () => {
    shared.observer = before;
  };
}

/** Runs `body` in a tf.tidy, reported as the op `name`. */
export function op<T extends tf.Tensor | tf.Tensor[]>(name: OpName, inputs: readonly tf.Tensor[], body: () => T): T {
  shared.observer?.enterOp(name, inputs);
  let output: T;
  try {
    output = tf.tidy(body);
  } catch (error) {
    shared.observer?.fail?.(error);
    throw error;
  }
  shared.observer?.exitOp(Array.isArray(output) ? output : [output]);
  return output;
}

/** One number for both axes, or [height, width]. */
export type Pair = number | readonly [number, number];

/** [height, width] of a `Pair`. @throws UserError for another value, such as `'same'`, which PyTorch takes as a padding */
export function pair(value: Pair): [number, number] {
  const both: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  if (both.length !== 2 || !both.every((size) => Number.isSafeInteger(size)))
    throw new UserError(
      `a size, stride, padding or dilation must be a whole number, or two of them, got ${got(value)}`,
    );
  return [...both] as [number, number];
}
