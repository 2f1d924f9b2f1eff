// What each kernel's outputs look like, from its inputs' shapes and dtypes alone: one table of all families.
import { arrays } from './arrays.ts';
import { elementwise } from './elementwise.ts';
import { reductions } from './reductions.ts';
import type { ShapeFunction } from './spec.ts';
import { windows } from './windows.ts';

export const shapeFunctions: Readonly<Record<string, ShapeFunction>> = {
  ...arrays,
  ...elementwise,
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
  'Where',
]);

/** Kernels whose result the engine expects as a list, also when it is a list of one. */
export const listKernels: ReadonlySet<string> = new Set(['SplitV', 'TopK', 'Unpack']);
