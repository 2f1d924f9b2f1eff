// Lowerings of kernels that look up, count or add up elements by their indices.
import { product } from '../../../tensors.ts';
import {
  asIndices,
  axesOf,
  filled,
  flattened,
  indices,
  reduce,
  reshape,
  sliceAxis,
  transpose,
  unsqueeze,
} from '../arrayOps.ts';
import { cast, compare, where } from '../elementOps.ts';
import { type Lowering, type Operand, opOutput, scalar } from '../operand.ts';

/** Whether each element of `x` is each index below `size`: [...x, size]. */
const isIndex = (x: Operand, size: number): Operand => compare('Equal', unsqueeze(x, [x.shape.length]), indices(size));

// [..., values] counted, or their weights added, for each index below `size`
export const counted: Lowering = ({ x, weights }, { size, binaryOutput }, [y]) => {
  const axis = x.shape.length - 1;
  const hit = isIndex(x, size);
  const given = product(weights.shape) > 0;
  // tf.js ignores binaryOutput for one row
  if (binaryOutput && axis > 0) return cast(reduce('ReduceMax', cast(hit, 'int32'), [axis]), y!.dtype);
  const none = scalar(0, y!.dtype, 'zero');
  const counts = where(hit, given ? unsqueeze(weights, [axis + 1]) : scalar(1, y!.dtype, 'one'), none);
  return reduce('ReduceSum', counts, [axis]);
};

/** The number of elements of each row of `sortedSequence` that come before each value. */
export const positions =
  (op: 'Less' | 'LessOrEqual'): Lowering =>
  ({ sortedSequence, values }) =>
    reduce('ReduceSum', cast(compare(op, unsqueeze(sortedSequence, [1]), unsqueeze(values, [2])), 'int32'), [2]);

// [...indices, offset]: tf.js's negative and too large indices have no counterpart, as in TensorFlow
export const gatherBatched = (x: Operand, at: Operand, axis: number, batch: number): Operand => {
  const inner = at.shape.length - batch;
  const between = x.shape.slice(batch, axis);
  // the gathered axis comes right after the batch
  const perm = [...axesOf(x).slice(0, batch), axis, ...axesOf(x).slice(batch, axis), ...axesOf(x).slice(axis + 1)];
  const moved = transpose(x, perm);
  const shape = [...at.shape, ...moved.shape.slice(batch + 1)];
  const gathered = opOutput(
    'GatherND',
    [moved, unsqueeze(asIndices(at), [at.shape.length])],
    { shape, dtype: x.dtype },
    {
      batch_dims: { i: batch },
    },
  );
  const rank = shape.length;
  const back = [
    ...Array.from({ length: batch }, (_, i) => i),
    ...between.map((_, i) => batch + inner + i),
    ...Array.from({ length: inner }, (_, i) => batch + i),
    ...Array.from({ length: rank - batch - inner - between.length }, (_, i) => batch + inner + between.length + i),
  ];
  return transpose(gathered, back);
};

/** `base` with `updates` added at `at` [..., depth]. */
export const scatterAdd = (base: Operand, at: Operand, updates: Operand): Operand =>
  opOutput('ScatterND', [base, asIndices(at), updates], base, { reduction: { s: 'add' } });

// an id outside the segments is not counted: it goes to one more row, which is cut off
export const segmentSum: Lowering = ({ x, segmentIds }, { numSegments }) => {
  const rank = segmentIds.shape.length;
  const rest = x.shape.slice(rank);
  const rows = reshape(x, [product(segmentIds.shape), ...rest]);
  const ids = cast(flattened(segmentIds), 'int32');
  const beyond = scalar(numSegments, 'int32', 'segments');
  const outside = compare(
    'Or',
    compare('Less', ids, scalar(0, 'int32', 'zero')),
    compare('GreaterOrEqual', ids, beyond),
  );
  const at = unsqueeze(where(outside, beyond, ids), [1]);
  return sliceAxis(scatterAdd(filled([numSegments + 1, ...rest], 0, x.dtype), at, rows), 0, 0, numSegments);
};

export const oneHot: Lowering = ({ indices: at }, { depth, onValue, offValue }, [y]) =>
  where(isIndex(cast(at, 'int32'), depth), scalar(onValue, y!.dtype, 'on'), scalar(offValue, y!.dtype, 'off'));
