// Output counts of TensorFlow's ops that tf.js runs.
import type { TopologyNode } from '../../trace/sourceGraph.ts';

/** From TensorFlow 2.21's op definitions; a word names the attribute that holds the count. Other ops have one output. */
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

/** Ops whose outputs are counted by an attribute that is a list of types. */
const lists: ReadonlySet<string> = new Set([
  'Case',
  'IdentityN',
  'If',
  'RaggedGather',
  'StatelessIf',
  'StatelessWhile',
  'While',
]);

/** Returns undefined where the count is not known. */
export function outputCount({ op, attr = {} }: TopologyNode): number | undefined {
  if (lists.has(op)) return undefined;
  const count = counts[op] ?? 1;
  if (typeof count === 'number') return count;
  const attribute = attr[count] as { readonly i?: unknown } | undefined;
  return attribute?.i === undefined ? undefined : Number(attribute.i);
}
