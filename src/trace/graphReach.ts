// Which nodes of a converted model can run on what. In: its nodes in order. Out: those that cannot, and why.
import { endOf, type TopologyNode } from './graphTopology.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Ops whose tensors live in frames of their own. */
export const frames = words('Switch Merge Enter Exit NextIteration LoopCond');

/** Ops that tf.js runs only with `executeAsync`: loops, branches, tables, and shapes that numbers give. */
const asynchronous = words(`Switch Merge Enter Exit NextIteration LoopCond StatelessIf StatelessWhile If While
  NonMaxSuppressionV2 NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5 Where HashTable HashTableV2
  LookupTableImport LookupTableImportV2 LookupTableFind LookupTableFindV2 LookupTableSize LookupTableSizeV2`);

/** Further ops whose outputs' shapes, or whose lists of tensors, a run without numbers cannot know. */
const numeric = words(`RaggedGather RaggedRange RaggedTensorToTensor SparseFillEmptyRows SparseReshape SparseSegmentMean
  SparseSegmentSum StringNGrams StringSplit Unique UniqueV2 TensorArrayV3 TensorArrayWriteV3 TensorArrayReadV3
  TensorArrayGatherV3 TensorArrayScatterV3 TensorArrayConcatV3 TensorArraySplitV3 TensorArraySizeV3 TensorArrayCloseV3
  TensorListReserve TensorListFromTensor TensorListStack TensorListGather TensorListScatter TensorListScatterV2
  TensorListSplit TensorListConcat TensorListConcatV2 TensorListGetItem TensorListSetItem TensorListPopBack
  TensorListPushBack TensorListLength TensorListResize EmptyTensorList`);

export const isAsynchronous = ({ op }: TopologyNode): boolean => asynchronous.has(op);
export const needsNumbers = (node: TopologyNode): boolean => isAsynchronous(node) || numeric.has(node.op);

export interface Blocked {
  readonly names: ReadonlySet<string>;
  /** the one that comes first */
  readonly first: TopologyNode;
}

/** The nodes that `stops` holds for, and all that take something from them, by whatever way. */
export function blockedNodes(
  order: readonly TopologyNode[],
  stops: (node: TopologyNode) => boolean,
): Blocked | undefined {
  const names = new Set<string>();
  let first: TopologyNode | undefined;
  const takes = ({ input = [] }: TopologyNode): boolean => input.some((text) => names.has(endOf(text).node));
  for (const node of order) {
    if (!stops(node) && !takes(node)) continue;
    first ??= node;
    names.add(node.name);
  }
  return first && { names, first };
}

const shapes = words('Shape ShapeN Size Rank');

/** Nodes whose outputs follow from shapes and constants alone: sizes, bounds, indices. */
export function shapeArithmetic(order: readonly TopologyNode[]): Set<string> {
  const running = new Set(order.map(({ name }) => name));
  const names = new Set<string>();
  for (const { name, op, input = [] } of order) {
    const taken = input.map((text) => endOf(text).node);
    const follows = taken.length > 0 && taken.every((node) => names.has(node) || !running.has(node));
    if (shapes.has(op) || (follows && !op.startsWith('Placeholder'))) names.add(name);
  }
  return names;
}
