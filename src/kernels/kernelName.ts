import type * as tf from '@tensorflow/tfjs-core';

/** Names of tfjs-core's kernels: it exports each as a constant of the same name. */
export type KernelName = { [K in keyof typeof tf]: (typeof tf)[K] extends K ? K : never }[keyof typeof tf];
