// Decides which nodes of a converted model can run synchronously, on shapes, or be fetched.
import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { TopologyNode } from '../../sourceGraph.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Ops that tf.js runs only with `executeAsync`: loops, branches, lists, tables, and ops whose output shapes depend on values. */
const asynchronous = words(`Switch Merge Enter Exit NextIteration LoopCond StatelessIf StatelessWhile If While
  NonMaxSuppressionV2 NonMaxSuppressionV3 NonMaxSuppressionV4 NonMaxSuppressionV5 Where ListDiff HashTable HashTableV2
  LookupTableImport LookupTableImportV2 LookupTableFind LookupTableFindV2 LookupTableSize LookupTableSizeV2
  TensorArrayV3 TensorArrayWriteV3 TensorArrayReadV3 TensorArrayGatherV3 TensorArrayScatterV3 TensorArrayConcatV3
  TensorArraySplitV3 TensorArraySizeV3 TensorArrayCloseV3 TensorListReserve TensorListFromTensor TensorListStack
  TensorListGather TensorListScatter TensorListScatterV2 TensorListSplit TensorListConcat TensorListConcatV2
  TensorListGetItem TensorListSetItem TensorListPopBack TensorListPushBack TensorListLength TensorListResize
  EmptyTensorList`);

/** Further ops whose output shapes depend on values. */
const numeric = words(`RaggedGather RaggedRange RaggedTensorToTensor SparseFillEmptyRows SparseReshape SparseSegmentMean
  SparseSegmentSum StringNGrams StringSplit Unique UniqueV2`);

/** Whether tf.js runs a node only with `executeAsync`. */
export const isAsynchronous = ({ op }: TopologyNode): boolean => asynchronous.has(op);
/** Whether a run on shapes cannot know the shapes of a node's outputs. */
export const needsValues = (node: TopologyNode): boolean => isAsynchronous(node) || numeric.has(node.op);

/** Nodes that cannot run. */
export interface Blocked {
  readonly names: ReadonlySet<string>;
  /** The first of them in topological order. */
  readonly first: TopologyNode;
}

/** Nodes for which `stops` is true, and everything downstream of them; undefined where there is none. */
export function blockedNodes(
  order: readonly TopologyNode[],
  stops: (node: TopologyNode) => boolean,
): Blocked | undefined {
  const names = new Set<string>();
  let first: TopologyNode | undefined;
  const takes = ({ input = [] }: TopologyNode): boolean => input.some((text) => names.has(parseNodeInput(text).node));
  for (const node of order) {
    if (!stops(node) && !takes(node)) continue;
    first ??= node;
    names.add(node.name);
  }
  return first && { names, first };
}

/**
 * Nodes whose tensors cannot be fetched: they live in a frame of a loop, or in a branch that may not be taken.
 * @param reached nodes in topological order, back edges of loops ignored
 */
export function unfetchableNodes(reached: readonly TopologyNode[]): Set<string> {
  // the numbers of loops and branches around each node's outputs
  const depths = new Map<string, { readonly loops: number; readonly branches: number }>();
  const unfetchable = new Set<string>();
  if (!reached.some(({ op }) => op === 'Enter' || op === 'Switch')) return unfetchable;
  for (const { name, op, input = [] } of reached) {
    const taken = input.map((text) => depths.get(parseNodeInput(text).node)).filter((depth) => depth !== undefined);
    let loops = taken.reduce((max, depth) => Math.max(max, depth.loops), 0);
    let branches = taken.reduce((max, depth) => Math.max(max, depth.branches), 0);
    if (op === 'Enter') loops += 1;
    if (op === 'Exit') loops -= 1;
    // inside a loop, Switch and Merge are its own control flow and open no branch
    if (loops === 0 && op === 'Switch') branches += 1;
    if (loops === 0 && op === 'Merge') branches = Math.max(0, branches - 1);
    depths.set(name, { loops, branches });
    if (loops > 0 || branches > 0) unfetchable.add(name);
  }
  return unfetchable;
}

const shapes = words('Shape ShapeN Size Rank');

/** Nodes whose outputs depend on shapes and constants alone: sizes, bounds, indices. */
export function shapeArithmetic(order: readonly TopologyNode[]): Set<string> {
  const running = new Set(order.map(({ name }) => name));
  const names = new Set<string>();
  for (const { name, op, input = [] } of order) {
    const taken = input.map((text) => parseNodeInput(text).node);
    const follows = taken.length > 0 && taken.every((node) => names.has(node) || !running.has(node));
    if (shapes.has(op) || (follows && !op.startsWith('Placeholder'))) names.add(name);
  }
  return names;
}
