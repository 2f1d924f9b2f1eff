// The tensors that a traced or timed model is given for its inputs.
import * as tf from '@tensorflow/tfjs-core';
import { shapeTensor } from './backend/shapeBackend.ts';
import type { InputSpec } from './inputs.ts';

/** An input without values on the shape-only backend. */
export const shapeInput = ({ shape, dtype = 'float32' }: InputSpec): tf.Tensor => shapeTensor(shape, dtype);

const seed = 0;

/** An input on a backend that computes; 0 is a word of every vocabulary. */
export function computedInput(input: InputSpec): tf.Tensor {
  if (input instanceof tf.Tensor) return input;
  const { shape, dtype = 'float32' } = input;
  if (dtype === 'float32') return tf.randomUniform([...shape], 0, 1, dtype, seed);
  // neither runs a kernel, which would be the model's
  if (dtype !== 'string') return tf.zeros([...shape], dtype);
  return tf.tensor(new Array<string>(tf.util.sizeFromShape([...shape])).fill(''), [...shape], dtype);
}
