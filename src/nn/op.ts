// An operation tells the current observer that it runs, so that a trace knows what the author wrote above what the
// engine ran. In: a name, its tensors, a body. Out: what the body returns.
import * as tf from '@tensorflow/tfjs-core';
import type { OpName } from '../names/opName.ts';
import { shared } from './shared.ts';

export interface OpObserver {
  enter(op: OpName, inputs: readonly tf.Tensor[]): void;
  exit(outputs: readonly tf.Tensor[]): void;
}

/** Runs `body` with every operation reported to `next`, and puts the former observer back even after a throw. */
export function withOpObserver<T>(next: OpObserver, body: () => T): T {
  const before = shared.observer;
  shared.observer = next;
  try {
    return body();
  } finally {
    shared.observer = before;
  }
}

/** `body` in a tidy. */
export function op<T extends tf.Tensor | tf.Tensor[]>(name: OpName, inputs: readonly tf.Tensor[], body: () => T): T {
  shared.observer?.enter(name, inputs);
  const output = tf.tidy(body);
  shared.observer?.exit(Array.isArray(output) ? output : [output]);
  return output;
}

/** One number for both axes, or [height, width]. */
export type Pair = number | readonly [number, number];
export const pair = (value: Pair): [number, number] => (typeof value === 'number' ? [value, value] : [...value]);
