// The table of tf.js backends that compute, the fastest first.
import type * as tf from '@tensorflow/tfjs-core';

/** Each backend's npm package, and the name under which the package registers it with tf.js. */
export const backends = {
  'node-gpu': { packageName: '@tensorflow/tfjs-node-gpu', backend: 'tensorflow' },
  node: { packageName: '@tensorflow/tfjs-node', backend: 'tensorflow' },
  wasm: { packageName: '@tensorflow/tfjs-backend-wasm', backend: 'wasm' },
  cpu: { packageName: '@tensorflow/tfjs-backend-cpu', backend: 'cpu' },
} as const;

/**
 * A backend's name in this library and its command; tf.js calls both tfjs-node packages `tensorflow`.
 * @useDeclaredType
 */
export type BackendName = keyof typeof backends;

/** The names of the backends, the fastest first. */
export const backendNames = Object.keys(backends) as readonly BackendName[];

/** The words that choose a backend; `auto` is the first that works. */
export const backendChoices = [...backendNames, 'auto'] as const;

/** The fields that tfjs-node adds to its backend. */
export interface NativeBackend extends tf.KernelBackend {
  readonly isGPUPackage: boolean;
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version: string };
}
