// The kernels that tfjs-core names, and those that a trace or a graph has no row for, each with its reason.
import * as tf from '@tensorflow/tfjs-core';

// it exports each name as a constant of that name
export const kernelNames: readonly string[] = Object.entries(tf).flatMap(([key, value]) =>
  key === value ? [key] : [],
);

export const withoutShape: Readonly<Record<string, string>> = {
  Draw: 'it paints on a canvas of the page',
  FromPixels: 'where a backend lacks it tf.js reads the pixels itself, and a trace has them as a constant',
  Pool: 'a name that no function calls and no backend has',
};

export const withoutOp: Readonly<Record<string, string>> = {
  Draw: 'a canvas has no place in a graph',
  FromPixels: 'nor has a picture of the page',
  Pool: 'a name that no function calls and no backend has',
};
