// TensorFlow ops of kernels on sparse and ragged tensors.

import type { ragged as shapes } from '../../../kernels/shapes/ragged.ts';
import {
  cast,
  inputOperands,
  int32,
  type Lowering,
  type LoweringRow,
  list,
  type OpNode,
  operand,
  type Spec,
  typeAttribute,
} from './lowering.ts';

const int64 = (spec: Spec): Spec => ({ ...spec, dtype: 'int64' });

/**
 * A lowering to an op that takes and returns int64, with casts.
 * @param names all inputs of the kernel in the order of the op
 * @param widened the inputs that are cast to int64
 */
const wide =
  (op: string, names: string, ...widened: readonly string[]): Lowering =>
  (_, inputs, outputs, named) => {
    const input = inputOperands(inputs, named);
    const operands = names
      .split(' ')
      .map((name) => (widened.includes(name) ? cast(input(name), 'int64') : input(name)));
    const isWide = outputs.map(({ dtype }, at) => dtype === 'int32' && !(op === 'SparseFillEmptyRows' && at === 1));
    const step: OpNode = {
      op,
      attributes: op === 'SparseReshape' ? {} : typeAttribute(input('values').dtype),
      inputs: operands.map(({ source: from }) => from),
      outputs: outputs.map((output, at) => (isWide[at] ? int64(output) : output)),
    };
    return outputs.map((_, at) => {
      const port = { node: step, output: at };
      return isWide[at] ? cast(operand(port, step.outputs[at]!), 'int32').source : port;
    });
  };

const segment =
  (op: string): Lowering =>
  (_, [data, indices, ids]) => ({
    op,
    attributes: {
      ...typeAttribute(data!.dtype),
      ...typeAttribute(indices!.dtype, 'Tidx'),
      ...typeAttribute(ids!.dtype, 'Tsegmentids'),
    },
  });

export const ragged = {
  RaggedGather: ({ outputRaggedRank }, inputs, _, named) => ({
    op: 'RaggedGather',
    attributes: {
      ...typeAttribute(inputOperands(inputs, named)('paramsDenseValues').dtype, 'Tvalues'),
      ...typeAttribute(inputOperands(inputs, named)('indices').dtype, 'Tindices'),
      ...int32('Tsplits'),
      PARAMS_RAGGED_RANK: { i: named('paramsDenseValues')! },
      OUTPUT_RAGGED_RANK: { i: outputRaggedRank },
    },
  }),
  RaggedRange: (_, [starts]) => ({
    op: 'RaggedRange',
    attributes: { ...typeAttribute(starts!.dtype), ...int32('Tsplits') },
  }),
  RaggedTensorToTensor: ({ rowPartitionTypes }, inputs, _, named) => ({
    op: 'RaggedTensorToTensor',
    attributes: {
      ...typeAttribute(inputOperands(inputs, named)('values').dtype),
      ...int32('Tindex'),
      ...int32('Tshape'),
      num_row_partition_tensors: { i: rowPartitionTypes.length },
      row_partition_types: { strings: rowPartitionTypes },
    },
  }),
  SparseFillEmptyRows: wide('SparseFillEmptyRows', 'indices values denseShape defaultValue', 'indices', 'denseShape'),
  SparseReshape: wide('SparseReshape', 'inputIndices inputShape newShape', 'inputIndices', 'inputShape', 'newShape'),
  SparseSegmentMean: segment('SparseSegmentMean'),
  SparseSegmentSum: segment('SparseSegmentSum'),
  // indices in any order; the last of several values at one index counts
  SparseToDense: ({ outputShape }, inputs, _, named) => ({
    op: 'SparseToDense',
    attributes: {
      ...typeAttribute(inputOperands(inputs, named)('sparseValues').dtype),
      ...int32('Tindices'),
      validate_indices: { b: false },
    },
    inputs: [
      named('sparseIndices')!,
      list('output_shape', outputShape),
      named('sparseValues')!,
      named('defaultValue')!,
    ],
  }),
  Unique: ({ axis }, [x]) => ({
    op: 'UniqueV2',
    attributes: { ...typeAttribute(x!.dtype), ...int32('Taxis'), ...int32('out_idx') },
    constants: [list('axis', [axis])],
  }),
} satisfies Record<keyof typeof shapes, LoweringRow>;
