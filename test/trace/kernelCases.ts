// A small call of tf.js for every kernel, with its awkward cases. Used against the cpu backend and against TensorFlow.
import { arrays } from './kernels/arrays.ts';
import type { KernelCase } from './kernels/case.ts';
import { elementwise } from './kernels/elementwise.ts';
import { gradients } from './kernels/gradients.ts';
import { images } from './kernels/images.ts';
import { ragged } from './kernels/ragged.ts';
import { reductions } from './kernels/reductions.ts';
import { strings } from './kernels/strings.ts';
import { uncalled } from './kernels/uncalled.ts';
import { windows } from './kernels/windows.ts';
import { corrected } from './kernels/wrong.ts';

export const kernelCases: Readonly<Record<string, KernelCase>> = {
  ...arrays,
  ...corrected,
  ...elementwise,
  ...gradients,
  ...images,
  ...ragged,
  ...reductions,
  ...strings,
  ...uncalled,
  ...windows,
};
