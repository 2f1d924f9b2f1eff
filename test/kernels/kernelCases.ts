// A small call of tf.js for every kernel, with its awkward cases. Used against the cpu backend and against TensorFlow.
import { arrays } from './cases/arrays.ts';
import type { KernelCase } from './cases/case.ts';
import { elementwise } from './cases/elementwise.ts';
import { gradients } from './cases/gradients.ts';
import { images } from './cases/images.ts';
import { ragged } from './cases/ragged.ts';
import { reductions } from './cases/reductions.ts';
import { strings } from './cases/strings.ts';
import { uncalled } from './cases/uncalled.ts';
import { windows } from './cases/windows.ts';
import { corrected } from './cases/wrong.ts';

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
