// The backends of tf.js that compute, in the order of preference: the fastest first.
import type * as tf from '@tensorflow/tfjs-core';

/** each backend's package, and the name that it registers with tf.js */
export const backends = {
  'node-gpu': { packageName: '@tensorflow/tfjs-node-gpu', backend: 'tensorflow' },
  node: { packageName: '@tensorflow/tfjs-node', backend: 'tensorflow' },
  wasm: { packageName: '@tensorflow/tfjs-backend-wasm', backend: 'wasm' },
  cpu: { packageName: '@tensorflow/tfjs-backend-cpu', backend: 'cpu' },
} as const;

export type BackendName = keyof typeof backends;

export const backendNames = Object.keys(backends) as readonly BackendName[];

/** What tfjs-node's backend says of itself. */
export interface NativeBackend extends tf.KernelBackend {
  readonly isGPUPackage: boolean;
  readonly isUsingGpuDevice: boolean;
  readonly binding: { readonly TF_Version: string };
}
