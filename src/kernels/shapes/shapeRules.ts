// What each kernel's outputs look like, from its inputs' shapes and dtypes alone: one table of all families.
import { arrays } from './arrays.ts';
import { elementwise } from './elementwise.ts';
import { gradients } from './gradients.ts';
import { reductions } from './reductions.ts';
import type { ShapeFunction } from './shapeRule.ts';
import { windows } from './windows.ts';

export const shapeFunctions: Readonly<Record<string, ShapeFunction>> = {
  ...arrays,
  ...elementwise,
  ...gradients,
  ...reductions,
  ...windows,
};

/** Kernels whose outputs' shapes depend on numbers. */
export const dataDependent: ReadonlySet<string> = new Set([
  'NonMaxSuppressionV3',
  'NonMaxSuppressionV4',
  'NonMaxSuppressionV5',
  'RaggedGather',
  'RaggedRange',
  'RaggedTensorToTensor',
  'SparseFillEmptyRows',
  'SparseReshape',
  'SparseSegmentMean',
  'SparseSegmentSum',
  'StringNGrams',
  'StringSplit',
  'Unique',
]);

/** Kernels whose result the engine expects as a list, also when it is a list of one. */
export const listKernels: ReadonlySet<string> = new Set(['MaxPoolWithArgmax', 'SplitV', 'TopK', 'Unpack']);
