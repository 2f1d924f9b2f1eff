// The bytes that a comparison holds, counted when a tensor is made or read. In: what runs. Out: the largest sum.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';

setFlagsFromString('--expose-gc');
// else arrays that are gone may still be counted for a while
setFlagsFromString('--no-concurrent-array-buffer-sweeping');
const collect = runInNewContext('gc') as () => void;

/** Kernels whose output shares the elements of their input; tfjs-node has another id for them. */
const views = ['Reshape', 'ExpandDims', 'Identity'];

type Buffers = Map<object, number>;

/**
 * The largest number of bytes at one time of
 * - the elements of tensors that were made since the begin, on all of `backends`, once where tensors share them, and
 * - arrays that were made since and that something still refers to, on backends other than cpu, whose tensors are arrays.
 */
export async function heldBytes(body: () => unknown, backends: readonly string[]): Promise<number> {
  const engine = tf.engine();
  const tensorsOf: Buffers = new Map();
  const sharedWith = new Map<object, object>();
  const root = (id: object): object => sharedWith.get(id) ?? id;
  let [held, largest] = [0, 0];
  const arrays = (): number => {
    if (backends.includes('cpu')) return 0;
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = arrays();
  const note = (): void => {
    largest = Math.max(largest, held + arrays() - before);
  };
  const { trackTensor, disposeTensor } = engine as unknown as Record<string, (...given: unknown[]) => void>;
  const known = engine.state.tensorInfo as unknown as WeakMap<object, unknown>;
  let isInView = false;
  const leaveViews = enterViews(
    backends,
    () => {
      isInView = true;
    },
    (output, input) => {
      isInView = false;
      if (output === input) return;
      const id = root(input);
      const count = tensorsOf.get(id) ?? 0;
      sharedWith.set(output, id);
      if (count > 0) tensorsOf.set(id, count + 1);
    },
  );
  Object.assign(engine, {
    trackTensor(tensor: tf.Tensor, backend: unknown) {
      const id = root(tensor.dataId);
      const count = tensorsOf.get(id) ?? 0;
      // a view of a tensor that was there before, such as a weight, holds nothing more
      const isNew = count > 0 || !known.has(id);
      trackTensor!.call(this, tensor, backend);
      // the tensors of a pass on shapes hold no bytes
      if (!backends.includes(tf.getBackend()) || !isNew || isInView) return;
      tensorsOf.set(id, count + 1);
      if (count === 0) held += bytesOf(tensor);
      note();
    },
    disposeTensor(tensor: tf.Tensor) {
      const id = root(tensor.dataId);
      const count = tensorsOf.get(id) ?? 0;
      if (count === 1) held -= bytesOf(tensor);
      if (count > 0) tensorsOf.set(id, count - 1);
      disposeTensor!.call(this, tensor);
    },
  });
  const read = [...new Set(backends)].map((name) => tf.findBackend(name));
  for (const backend of read)
    Object.assign(backend, {
      readSync(...given: unknown[]) {
        const values = Object.getPrototypeOf(backend).readSync.apply(backend, given);
        note();
        return values;
      },
    });
  try {
    await body();
  } finally {
    for (const [object, names] of [
      [engine, ['trackTensor', 'disposeTensor']],
      ...read.map((one) => [one, ['readSync']]),
    ])
      for (const name of names as string[]) Reflect.deleteProperty(object as object, name);
    leaveViews();
  }
  return largest;
}

const bytesOf = ({ size, dtype }: tf.Tensor): number => size * tf.util.bytesPerElement(dtype);

/** Tells of each kernel that gives a view of its input, before it runs and after: tfjs-node makes a tensor of another id in it. */
function enterViews(
  backends: readonly string[],
  onStart: () => void,
  onEnd: (output: object, input: object) => void,
): () => void {
  const replaced = [...new Set(backends)].flatMap((backendName) =>
    views.flatMap((kernel) => tf.getKernel(kernel, backendName) ?? []),
  );
  const register = (config: tf.KernelConfig): void => {
    tf.unregisterKernel(config.kernelName, config.backendName);
    tf.registerKernel(config);
  };
  for (const config of replaced)
    register({
      ...config,
      kernelFunc(call) {
        onStart();
        const output = config.kernelFunc(call) as tf.TensorInfo;
        const { x, input = x } = call.inputs as Record<string, tf.TensorInfo>;
        onEnd(output.dataId, input!.dataId);
        return output;
      },
    });
  return () => replaced.forEach(register);
}
