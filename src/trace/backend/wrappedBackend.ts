// A second name for a backend of tf.js, under which each of its kernels is wrapped.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { enterJoining } from '../../nn/joined.ts';
import type { JoinKernels } from '../../nn/shared.ts';
import { settle } from '../awaitable.ts';
import type { KernelWrapper } from '../observer.ts';
import type { OnAssign } from '../state/passState.ts';
import { coverBackend } from './computingBackend.ts';
import { type Hold, inScope } from './engine.ts';

// without `_`, on which tf.js's kernel registry splits its keys
const alias = 'gmlp-viz-recording';

/**
 * Runs `body`, which may return a promise, as a pass on the backend called `name`, with `wrapper` around each kernel that
 * tf.js's engine runs. Afterwards, also after a throw, the former backend is active again.
 * @throws UserError for a backend that is not registered or not ready, and what `body` throws
 */
export function onWrappedBackend<T>(
  name: string,
  wrapper: KernelWrapper,
  body: (hold: Hold) => T,
  onAssign?: OnAssign,
): T {
  const leave = enterWrappedBackend(name, wrapper);
  return settle(
    () => inScope(body, onAssign),
    leave,
    (error) => explained(error, name),
  );
}

/** @returns a function that makes the former backend the active one again */
function enterWrappedBackend(name: string, wrapper: KernelWrapper): () => void {
  const backend = readyBackend(name);
  const before = tf.getBackend();
  const kernels = tf.getKernelsForBackend(name);
  let inside = false;
  const wrapped =
    ({ kernelName, kernelFunc }: tf.KernelConfig): tf.KernelFunc =>
    (call) => {
      // a kernel may call others
      if (inside) return kernelFunc(call);
      inside = true;
      try {
        return wrapper(kernelName, kernelFunc, call);
      } finally {
        inside = false;
      }
    };

  const join: JoinKernels = (kernel, inputs, attrs, body) => {
    if (inside) return body();
    inside = true;
    try {
      return wrapper(kernel, body, { inputs, attrs, backend }) as tf.Tensor;
    } finally {
      inside = false;
    }
  };

  tf.registerBackend(alias, () => backend, -1);
  for (const kernel of kernels)
    tf.registerKernel({ kernelName: kernel.kernelName, backendName: alias, kernelFunc: wrapped(kernel) });
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

const listed = (known: readonly string[]): string =>
  known.length === 0 ? 'none is' : `${known.join(' and ')} ${known.length === 1 ? 'is' : 'are'}`;

/** The backend of this name. @throws UserError for one that is not registered or not ready */
export function readyBackend(name: string): tf.KernelBackend {
  const known = tf.engine().backendNames();
  if (!known.includes(name))
    throw new UserError(
      `the backend ${name} is not registered (${listed(known)}): import its package first, or in Node await useBackend('${name}')`,
    );
  const backend = tf.findBackend(name);
  if (!backend) throw new UserError(`the backend ${name} is not ready: await tf.setBackend('${name}') first`);
  return backend;
}

// the engine disposes a backend that it removes; this one lives on under its own name
function removeName(backend: tf.KernelBackend): void {
  Object.defineProperty(backend, 'dispose', { value: () => undefined, configurable: true });
  tf.removeBackend(alias);
  Reflect.deleteProperty(backend, 'dispose');
}

function explained(error: unknown, name: string): unknown {
  const missing = error instanceof Error && /^Kernel '(.+)' not registered/.exec(error.message)?.[1];
  return missing ? new UserError(`the backend ${name} has no kernel ${missing}`) : error;
}
