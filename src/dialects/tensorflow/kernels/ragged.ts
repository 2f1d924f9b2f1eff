// Sparse and ragged tensors. In: attributes and values. Out: TensorFlow ops.

import type { ragged as shapes } from '../../../kernels/shapes/ragged.ts';
import {
  cast,
  int32,
  type Lowering,
  type LoweringRow,
  list,
  type Spec,
  type Step,
  typed,
  wire,
  wires,
} from './lowering.ts';

const int64 = (spec: Spec): Spec => ({ ...spec, dtype: 'int64' });

/**
 * An op that knows integers of 64 bits alone, with casts around it.
 * @param wide the kernel's inputs that are such integers, in the op's order all `names`
 */
const wide =
  (op: string, names: string, ...widened: readonly string[]): Lowering =>
  (_, inputs, outputs, named) => {
    const input = wires(inputs, named);
    const operands = names
      .split(' ')
      .map((name) => (widened.includes(name) ? cast(input(name), 'int64') : input(name)));
    const isWide = outputs.map(({ dtype }, at) => dtype === 'int32' && !(op === 'SparseFillEmptyRows' && at === 1));
    const step: Step = {
      op,
      attributes: op === 'SparseReshape' ? {} : typed(input('values').dtype),
      inputs: operands.map(({ from }) => from),
      outputs: outputs.map((output, at) => (isWide[at] ? int64(output) : output)),
    };
    return outputs.map((_, at) => {
      const port = { step, at };
      return isWide[at] ? cast(wire(port, step.outputs[at]!), 'int32').from : port;
    });
  };

const segment =
  (op: string): Lowering =>
  (_, [data, indices, ids]) => ({
    op,
    attributes: { ...typed(data!.dtype), ...typed(indices!.dtype, 'Tidx'), ...typed(ids!.dtype, 'Tsegmentids') },
  });

export const ragged = {
  RaggedGather: ({ outputRaggedRank }, inputs, _, named) => ({
    op: 'RaggedGather',
    attributes: {
      ...typed(wires(inputs, named)('paramsDenseValues').dtype, 'Tvalues'),
      ...typed(wires(inputs, named)('indices').dtype, 'Tindices'),
      ...int32('Tsplits'),
      PARAMS_RAGGED_RANK: { i: named('paramsDenseValues')! },
      OUTPUT_RAGGED_RANK: { i: outputRaggedRank },
    },
  }),
  RaggedRange: (_, [starts]) => ({ op: 'RaggedRange', attributes: { ...typed(starts!.dtype), ...int32('Tsplits') } }),
  RaggedTensorToTensor: ({ rowPartitionTypes }, inputs, _, named) => ({
    op: 'RaggedTensorToTensor',
    attributes: {
      ...typed(wires(inputs, named)('values').dtype),
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
  // in any order, the last of several at one place
  SparseToDense: ({ outputShape }, inputs, _, named) => ({
    op: 'SparseToDense',
    attributes: {
      ...typed(wires(inputs, named)('sparseValues').dtype),
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
    attributes: { ...typed(x!.dtype), ...int32('Taxis'), ...int32('out_idx') },
    constants: [list('axis', [axis])],
  }),
} satisfies Record<keyof typeof shapes, LoweringRow>;
