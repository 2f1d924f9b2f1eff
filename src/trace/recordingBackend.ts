// A tf.js backend under a second name, by which each kernel that runs is reported. In: the name of a backend that is
// ready, a reporter and a body. Out: what the body returns; the second name is gone afterwards.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../userError.ts';
import { inScope, type KernelReporter } from './metaBackend.ts';

// no `_`: tf.js's kernel registry splits its keys on it
const alias = 'gmlp-viz-recording';

/**
 * Runs `body` on the backend called `name`; the one that was active before is active again, even after a throw.
 * @throws UserError for a backend that is not registered or not ready, and what `body` throws
 */
export function onRecordingBackend<T>(name: string, report: KernelReporter, body: () => T): T {
  const backend = ready(name);
  const before = tf.getBackend();
  const kernels = tf.getKernelsForBackend(name);
  let depth = 0;
  const reported =
    ({ kernelName, kernelFunc }: tf.KernelConfig): tf.KernelFunc =>
    (call) => {
      // a kernel may be made of others
      depth += 1;
      let results: tf.TensorInfo | tf.TensorInfo[];
      try {
        results = kernelFunc(call);
      } finally {
        depth -= 1;
      }
      if (depth > 0) return results;
      const outputs = [results].flat().map((info) => (info instanceof tf.Tensor ? info : tensorOf(info)));
      report(kernelName, given(call.inputs), call.attrs ?? {}, outputs);
      return Array.isArray(results) ? outputs : outputs[0]!;
    };

  tf.registerBackend(alias, () => backend, -1);
  for (const kernel of kernels)
    tf.registerKernel({ kernelName: kernel.kernelName, backendName: alias, kernelFunc: reported(kernel) });
  void tf.setBackend(alias);
  try {
    return inScope(body);
  } catch (error) {
    throw explained(error, name);
  } finally {
    void tf.setBackend(before || name);
    for (const { kernelName } of kernels) tf.unregisterKernel(kernelName, alias);
    removeName(backend);
  }
}

const tensorOf = (info: tf.TensorInfo): tf.Tensor => tf.engine().makeTensorFromTensorInfo(info);

// fused kernels name their optional inputs also when these are absent
const given = (inputs: tf.NamedTensorInfoMap): tf.NamedTensorInfoMap =>
  Object.fromEntries(Object.entries(inputs).filter(([, input]) => input !== undefined && input !== null));

function ready(name: string): tf.KernelBackend {
  const known = tf.engine().backendNames();
  if (!known.includes(name))
    throw new UserError(
      `unknown backend: ${name} (${known.length === 0 ? 'none is' : `${known.join(', ')}`} registered)`,
    );
  const backend = tf.findBackend(name);
  if (!backend) throw new UserError(`the backend ${name} is not ready: await tf.setBackend('${name}') first`);
  return backend;
}

// the engine disposes a backend that it removes, and this one lives on under its own name
function removeName(backend: tf.KernelBackend): void {
  Object.defineProperty(backend, 'dispose', { value: () => undefined, configurable: true });
  tf.removeBackend(alias);
  Reflect.deleteProperty(backend, 'dispose');
}

function explained(error: unknown, name: string): unknown {
  const missing = error instanceof Error && /^Kernel '(.+)' not registered/.exec(error.message)?.[1];
  return missing ? new UserError(`the backend ${name} has no kernel ${missing}`) : error;
}
