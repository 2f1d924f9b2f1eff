// A tf.js backend under a second name, by which each kernel that runs is watched. In: the name of a backend that is
// ready, a reporter and a body. Out: what the body returns; the second name is gone afterwards.
import * as tf from '@tensorflow/tfjs-core';
import { enterJoining, type JoinKernels } from '../nn/joined.ts';
import { UserError } from '../userError.ts';
import { coverBackend } from './computingBackend.ts';
import { inScope, inScopeAsync } from './engine.ts';
import type { KernelReporter } from './metaBackend.ts';
import { noteOrigin } from './origins.ts';
import { currentPasses } from './passes.ts';
import type { PassState } from './passState.ts';

// no `_`: tf.js's kernel registry splits its keys on it
const alias = 'gmlp-viz-recording';

/**
 * Runs `body` on the backend called `name`, with each kernel that runs reported; the backend that was active before is
 * active again, even after a throw.
 * @throws UserError for a backend that is not registered or not ready, and what `body` throws
 */
export function onRecordingBackend<T>(name: string, report: KernelReporter, body: () => T, state?: PassState): T {
  return onWatchedBackend(name, reportedBy(report), body, state);
}

/** As `onRecordingBackend`, for a body that waits; nothing else may run on tf.js meanwhile. */
export function onRecordingBackendAsync<T>(
  name: string,
  report: KernelReporter,
  body: () => Promise<T>,
  state?: PassState,
): Promise<T> {
  return onWatchedBackendAsync(name, reportedBy(report), body, state);
}

/** As `onWatchedBackend`, for a body that waits; nothing else may run on tf.js meanwhile. */
export async function onWatchedBackendAsync<T>(
  name: string,
  around: Around,
  body: () => Promise<T>,
  state?: PassState,
): Promise<T> {
  const leave = enterWatchedBackend(name, around);
  try {
    return await inScopeAsync(body, state);
  } catch (error) {
    throw explained(error, name);
  } finally {
    leave();
  }
}

const reportedBy =
  (report: KernelReporter): Around =>
  (kernelName, run, call) => {
    const inputs = given(call.inputs);
    currentPasses()?.startKernel(Object.values(inputs).flat() as tf.TensorInfo[]);
    const results = run(call);
    const outputs = [results].flat().map((info) => (info instanceof tf.Tensor ? info : tensorOf(info)));
    noteOrigin(inputs, outputs);
    currentPasses()?.endKernel(outputs);
    report(kernelName, inputs, call.attrs ?? {}, outputs);
    return Array.isArray(results) ? outputs : outputs[0]!;
  };

/** Stands in the way of a kernel: calls `run` with `call`, and returns what it returns. */
export type Around = (
  kernelName: string,
  run: tf.KernelFunc,
  call: Parameters<tf.KernelFunc>[0],
) => tf.TensorInfo | tf.TensorInfo[];

/** As `onRecordingBackend`, with `around` in the way of each kernel that tf.js's engine runs. */
export function onWatchedBackend<T>(name: string, around: Around, body: () => T, state?: PassState): T {
  const leave = enterWatchedBackend(name, around);
  try {
    return inScope(body, state);
  } catch (error) {
    throw explained(error, name);
  } finally {
    leave();
  }
}

/** @returns what makes the former backend the active one again */
function enterWatchedBackend(name: string, around: Around): () => void {
  const backend = ready(name);
  const before = tf.getBackend();
  const kernels = tf.getKernelsForBackend(name);
  let inside = false;
  const watched =
    ({ kernelName, kernelFunc }: tf.KernelConfig): tf.KernelFunc =>
    (call) => {
      // a kernel may be made of others
      if (inside) return kernelFunc(call);
      inside = true;
      try {
        return around(kernelName, kernelFunc, call);
      } finally {
        inside = false;
      }
    };

  const join: JoinKernels = (kernel, inputs, attrs, body) => {
    if (inside) return body();
    inside = true;
    try {
      return around(kernel, body, { inputs, attrs, backend }) as tf.Tensor;
    } finally {
      inside = false;
    }
  };

  tf.registerBackend(alias, () => backend, -1);
  for (const kernel of kernels)
    tf.registerKernel({ kernelName: kernel.kernelName, backendName: alias, kernelFunc: watched(kernel) });
  void tf.setBackend(alias);
  const uncover = coverBackend(name);
  const endJoining = enterJoining(join);
  return () => {
    endJoining();
    uncover();
    void tf.setBackend(before || name);
    for (const { kernelName } of kernels) tf.unregisterKernel(kernelName, alias);
    removeName(backend);
  };
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
