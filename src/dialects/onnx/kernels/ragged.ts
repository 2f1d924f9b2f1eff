// ONNX ops of kernels on sparse and ragged tensors.
import { noRule } from '../../../kernels/noRule.ts';
import type { ragged as shapes } from '../../../kernels/shapes/ragged.ts';
import { asIndices, axisOf, concat, expand, gather, reduce, reshape, sliceAxis, unsqueeze } from '../arrayOps.ts';
import { add, binary, cast, compare, div, mul, numberLike, where } from '../elementOps.ts';
import { type Lowering, type LoweringRow, type Operand, opOutput, outputsOf, sizes } from '../operand.ts';
import { cumulativeProduct } from './elementwise.ts';
import { scatterAdd } from './indexed.ts';

/** `updates` added up by row: row `ids[i]` of the result has the rows `i`. The last id, the greatest, tells the count. */
function addedByRow(ids: Operand, updates: Operand): Operand {
  const last = sliceAxis(ids, 0, ids.shape[0]! - 1, 1);
  const rest = updates.shape.slice(1);
  const shape = concat([add(asIndices(last), sizes('one', [1])), sizes('rest', rest)], 0);
  const none = { dtype: updates.dtype, shape: [1], values: [0] };
  const base = opOutput(
    'ConstantOfShape',
    [shape],
    { shape: [-1, ...rest], dtype: updates.dtype },
    { value: { tensor: none } },
  );
  return scatterAdd(base, unsqueeze(ids, [1]), updates);
}

const segment =
  (isMean: boolean): Lowering =>
  ({ data, indices, segmentIds }) => {
    const rows = gather(data, indices, 0);
    const sums = addedByRow(segmentIds, rows);
    if (!isMean) return sums;
    const ones = expand(numberLike(rows, 1, 'one'), [rows.shape[0]!, ...rows.shape.slice(1).map(() => 1)]);
    const counts = addedByRow(segmentIds, ones);
    return div(sums, binary('Max', counts, numberLike(counts, 1, 'one')));
  };

/** How far apart neighbours on each axis of a shape lie, in elements. */
const strides = (shape: Operand): Operand =>
  cumulativeProduct({ x: shape }, { axis: 0, exclusive: true, reverse: true }, [], []) as Operand;

const sparseReshape: Lowering = ({ inputIndices, inputShape, newShape }) => {
  const [from, wanted] = [asIndices(inputShape), asIndices(newShape)];
  const isOpen = compare('Less', wanted, numberLike(wanted, 0, 'zero'));
  const known = where(isOpen, numberLike(wanted, 1, 'one'), wanted);
  const rest = div(reduce('ReduceProd', from, [0]), reduce('ReduceProd', known, [0]));
  const to = where(isOpen, rest, wanted);
  const flat = reduce('ReduceSum', mul(asIndices(inputIndices), strides(from)), [1], true);
  return [binary('Mod', div(flat, strides(to)), to), to];
};

// the last of several values at one index counts
const sparseToDense: Lowering = ({ sparseIndices, sparseValues, defaultValue }, { outputShape }) => {
  const rank = outputShape.length;
  const at = asIndices(sparseIndices);
  const count = at.shape.length === 2 ? at.shape[0]! : at.shape.reduce((a, b) => a * b, 1);
  const values = sparseValues.shape.length === 0 ? expand(sparseValues, [count]) : sparseValues;
  const dense = expand(cast(defaultValue, sparseValues.dtype), outputShape);
  return opOutput('ScatterND', [dense, reshape(at, [count, rank]), values], dense);
};

const unique: Lowering = ({ x }, { axis }) => {
  const at = axisOf([axis ?? 0].flat()[0] ?? 0, x.shape.length);
  const given = x.dtype === 'int32' || x.dtype === 'bool' ? asIndices(x) : x;
  const [values, , index] = outputsOf(
    'Unique',
    [given],
    [
      { shape: x.shape.with(at, -1), dtype: given.dtype },
      { shape: [-1], dtype: 'int64' },
      { shape: [x.shape[at]!], dtype: 'int64' },
    ],
    { axis: { i: at }, sorted: { i: 0 } },
  ) as [Operand, Operand, Operand];
  return [cast(values, x.dtype), cast(index, 'int32')];
};

export const ragged = {
  RaggedGather: noRule('no op gathers rows of their own lengths'),
  RaggedRange: noRule('no op makes ranges of their own lengths'),
  RaggedTensorToTensor: noRule('no op fills rows of their own lengths'),
  SparseFillEmptyRows: noRule('no op adds rows where some are missing'),
  SparseReshape: sparseReshape,
  SparseSegmentMean: segment(true),
  SparseSegmentSum: segment(false),
  SparseToDense: sparseToDense,
  Unique: unique,
} satisfies Record<keyof typeof shapes, LoweringRow>;
