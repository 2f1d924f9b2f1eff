// How many outputs an op of TensorFlow's has, of those that tf.js runs. In: a node. Out: a count.

/** TensorFlow 2.21's definitions; a word names the attribute that counts them. Ops with one output are left out. */
const counts: Readonly<Record<string, number | string>> = {
  FusedBatchNorm: 5,
  FusedBatchNormV2: 5,
  FusedBatchNormV3: 6,
  ListDiff: 2,
  MaxPoolWithArgmax: 2,
  Merge: 2,
  NoOp: 0,
  NonMaxSuppressionV4: 2,
  NonMaxSuppressionV5: 3,
  RaggedRange: 2,
  ShapeN: 'N',
  SparseFillEmptyRows: 4,
  SparseReshape: 2,
  Split: 'num_split',
  SplitV: 'num_split',
  StringNGrams: 2,
  StringSplit: 3,
  Switch: 2,
  TensorArrayConcatV3: 2,
  TensorArrayV3: 2,
  TensorListConcat: 2,
  TensorListConcatV2: 2,
  TensorListPopBack: 2,
  TopKV2: 2,
  Unique: 2,
  UniqueV2: 2,
  Unpack: 'num',
};

/** Ops with as many outputs as a list of types is long. */
const lists: ReadonlySet<string> = new Set([
  'Case',
  'IdentityN',
  'If',
  'RaggedGather',
  'StatelessIf',
  'StatelessWhile',
  'While',
]);

/** undefined where it is not to be told */
import type { TopologyNode } from '../../trace/sourceGraph.ts';
export function outputCount({ op, attr = {} }: TopologyNode): number | undefined {
  if (lists.has(op)) return undefined;
  const count = counts[op] ?? 1;
  if (typeof count === 'number') return count;
  const attribute = attr[count] as { readonly i?: unknown } | undefined;
  return attribute?.i === undefined ? undefined : Number(attribute.i);
}
