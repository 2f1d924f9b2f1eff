// Several kernels that compute what one does, so that a trace on a backend that wants them records the one that it records
// on shapes.
import type * as tf from '@tensorflow/tfjs-core';
import { shared } from './shared.ts';

/** Runs `body`, and records its kernels as one call of `kernel`. */
export type JoinKernels = (
  kernel: string,
  inputs: tf.NamedTensorInfoMap,
  attributes: tf.NamedAttrMap,
  body: () => tf.Tensor,
) => tf.Tensor;

/** Runs `body`, which computes what `kernel` does; in a trace they are one call. */
export const joined: JoinKernels = (kernel, inputs, attributes, body) =>
  shared.joinKernels ? shared.joinKernels(kernel, inputs, attributes, body) : body();

/** Has `join` record joined kernels. @returns a function that ends it */
export function enterJoining(join: JoinKernels): () => void {
  const before = shared.joinKernels;
  shared.joinKernels = join;
  return () => {
    shared.joinKernels = before;
  };
}
