// The TensorFlow ops of all kernels: one table of all families.

import type { KernelName } from '../../../kernels/kernelName.ts';
import { onlyRules } from '../../../kernels/noRule.ts';
import { placeholderKernel } from '../../../kernels/placeholderKernel.ts';
import { arrays } from './arrays.ts';
import { withCasts } from './castInputs.ts';
import { elementwise } from './elementwise.ts';
import { gradients } from './gradients.ts';
import { images } from './images.ts';
import type { Lowering, LoweringRow } from './lowering.ts';
import { ragged } from './ragged.ts';
import { reductions } from './reductions.ts';
import { strings } from './strings.ts';
import { windows } from './windows.ts';

export const loweringRows = {
  ...arrays,
  ...elementwise,
  ...gradients,
  ...images,
  ...ragged,
  ...reductions,
  ...strings,
  ...windows,
} satisfies Record<KernelName, LoweringRow>;

// an op that TensorFlow does not know, for a graph that is only shown
const placeholder: Lowering = () => ({ op: placeholderKernel, attributes: {} });

export const lowerings: Readonly<Partial<Record<string, Lowering>>> = {
  ...Object.fromEntries(
    Object.entries(onlyRules<Lowering>(loweringRows)).map(([kernel, lowering]) => [
      kernel,
      withCasts(kernel as KernelName, lowering!),
    ]),
  ),
  [placeholderKernel]: placeholder,
};
