// The trace that every later call of a model gives, too.
import * as tf from '@tensorflow/tfjs-core';
import { recordAcross } from '../state/heldAcross.ts';
import type { Trace } from '../trace.ts';

interface SteadyOptions {
  /** Whether the model runs code of a user's, which may hold tensors where nothing else can look. */
  readonly runsUserCode: boolean;
  /** How many tensors the first pass makes beforehand, such as initialized parameters; 0 unless given. */
  readonly expectedTensors?: number;
  /** Whether another pass would give another trace for a reason of the model's own. */
  readonly isChanged?: () => boolean;
}

/**
 * Runs a pass, and once more if the model made variables or layers in it, which no later call makes, or may hold tensors. The
 * first trace remains where the model runs only once.
 * @throws UserError for a model that replaces a tensor from call to call, and as `run` does
 */
export function steadyTrace(
  run: () => Trace,
  { runsUserCode, expectedTensors = 0, isChanged = () => false }: SteadyOptions,
): Trace {
  if (runsUserCode) return recordAcross(run, expectedTensors, isChanged);
  const { state } = tf.engine();
  const tensors = state.numTensors + expectedTensors;
  const first = run();
  if (state.numTensors <= tensors && !isChanged()) return first;
  try {
    return run();
  } catch {
    return first;
  }
}
