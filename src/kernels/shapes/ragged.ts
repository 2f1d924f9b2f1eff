// Shapes of sparse and ragged tensors.
import type { KernelName } from '../kernelName.ts';
import { dataDependent } from '../noRule.ts';
import type { ShapeRow } from './shapeRule.ts';

export const ragged = {
  RaggedGather: dataDependent('the gathered rows have lengths of their own'),
  RaggedRange: dataDependent('each range has as many elements as its bounds say'),
  RaggedTensorToTensor: dataDependent('the shape of the result is an input'),
  SparseFillEmptyRows: dataDependent('one entry is added for each empty row'),
  SparseReshape: dataDependent('the new shape is an input'),
  SparseSegmentMean: dataDependent('one row for each segment id up to the last'),
  SparseSegmentSum: dataDependent('one row for each segment id up to the last'),
  SparseToDense: (_, { outputShape }, { sparseValues }) => [{ shape: outputShape, dtype: sparseValues!.dtype }],
  Unique: dataDependent('one element for each different element'),
} satisfies Partial<Record<KernelName, ShapeRow>>;
