// The ONNX ops of all kernels: one table of all families.
import type { KernelName } from '../../../kernels/kernelName.ts';
import { onlyRules } from '../../../kernels/noRule.ts';
import type { Lowering, LoweringRow } from '../operand.ts';
import { arrays } from './arrays.ts';
import { withComplex } from './complexRows.ts';
import { withCasts } from './computedDtypes.ts';
import { elementwise } from './elementwise.ts';
import { gradients } from './gradients.ts';
import { images } from './images.ts';
import { ragged } from './ragged.ts';
import { reductions } from './reductions.ts';
import { strings } from './strings.ts';
import { windows } from './windows.ts';

export const onnxRows = {
  ...arrays,
  ...elementwise,
  ...gradients,
  ...images,
  ...ragged,
  ...reductions,
  ...strings,
  ...windows,
} satisfies Record<KernelName, LoweringRow>;

/** The lowerings of kernels that ONNX has ops for. */
export const onnxLowerings: Readonly<Partial<Record<string, Lowering>>> = Object.fromEntries(
  Object.entries(onlyRules<Lowering>(onnxRows)).map(([kernel, lowering]) => [
    kernel,
    withComplex(kernel, withCasts(kernel, lowering!)),
  ]),
);
