// The trace that every later call of a model gives, too.
import * as tf from '@tensorflow/tfjs-core';
import type { Trace } from '../trace.ts';

/**
 * Runs a pass, and once more if the model made variables or layers in it, which no later call makes. The first trace
 * remains where the model runs only once.
 * @param expectedTensors how many tensors the first pass makes beforehand, such as initialized parameters
 * @param isChanged whether another pass would give another trace for a reason of the model's own
 */
export function steadyTrace(run: () => Trace, expectedTensors = 0, isChanged = () => false): Trace {
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
