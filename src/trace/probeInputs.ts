// Inputs for a second pass, unlike those that a trace makes by itself; the tensors are disposed afterwards.
import * as tf from '@tensorflow/tfjs-core';
import type { InputSpec } from './inputs.ts';

/** Runs `body` with floats uniform in [-1, 0), with ones for integers and bools, and with the string `word`. */
export function withOtherInputs<T>(inputs: readonly InputSpec[], body: (others: readonly InputSpec[]) => T): T {
  const made: tf.Tensor[] = [];
  try {
    return body(
      inputs.map(({ name, shape, dtype = 'float32' }, i) => {
        const dims = [...shape];
        const tensor =
          dtype === 'float32'
            ? tf.randomUniform(dims, -1, 0, dtype, i + 1)
            : dtype === 'string'
              ? tf.fill(dims, 'word', dtype)
              : tf.ones(dims, dtype);
        made.push(tensor);
        return name === undefined ? tensor : Object.assign(tensor, { name });
      }),
    );
  } finally {
    tf.dispose(made);
  }
}
