// The shape rules of all kernels: one table of all families.
import type { KernelName } from '../kernelName.ts';
import { onlyRules } from '../noRule.ts';
import { arrays } from './arrays.ts';
import { elementwise } from './elementwise.ts';
import { gradients } from './gradients.ts';
import { images } from './images.ts';
import { ragged } from './ragged.ts';
import { reductions } from './reductions.ts';
import type { ShapeRow, ShapeRule } from './shapeRule.ts';
import { strings } from './strings.ts';
import { windows } from './windows.ts';

export const shapeRows = {
  ...arrays,
  ...elementwise,
  ...gradients,
  ...images,
  ...ragged,
  ...reductions,
  ...strings,
  ...windows,
} satisfies Record<KernelName, ShapeRow>;

export const shapeRules = onlyRules<ShapeRule>(shapeRows);

/** Kernels whose output shapes depend on the elements of their inputs. */
export const dataDependentKernels: ReadonlySet<string> = new Set(
  Object.entries<ShapeRow>(shapeRows).flatMap(([kernel, row]) =>
    'reason' in row && row.dataDependent ? [kernel] : [],
  ),
);

/** Kernels that return a list of tensors to tf.js's engine, even where it holds only one. */
export const listKernels: ReadonlySet<string> = new Set<KernelName>(['MaxPoolWithArgmax', 'SplitV', 'TopK', 'Unpack']);
