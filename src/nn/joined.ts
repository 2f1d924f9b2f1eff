// Kernels that together compute one other kernel: a trace records that one, on shapes and on every backend alike.
import { type JoinKernels, shared } from './shared.ts';

/** Runs `body`, which computes what `kernel` does; a trace records one call of `kernel`. */
export const joined: JoinKernels = (kernel, inputs, attributes, body) =>
  shared.joinKernels ? shared.joinKernels(kernel, inputs, attributes, body) : body();

/**
 * Has `join` record joined kernels.
 * @returns a function that ends it
 */
export function enterJoining(join: JoinKernels): () => void {
  const before = shared.joinKernels;
  shared.joinKernels = join;
  return () => {
    shared.joinKernels = before;
  };
}
