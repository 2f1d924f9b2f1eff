// The names of all kernels of tfjs-core.
import * as tf from '@tensorflow/tfjs-core';

// it exports each name as a constant of that name
export const kernelNames: readonly string[] = Object.entries(tf).flatMap(([key, value]) =>
  key === value ? [key] : [],
);
