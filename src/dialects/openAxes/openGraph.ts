// Merges the graphs of one model at several sizes of its open axes into a graph for any size, which computes from its inputs
// whatever depends on the sizes.

import { addTo } from '../../addTo.ts';
import { listed } from '../../axes/axisNames.ts';
import { Explainer } from '../../axes/explainer.ts';
import { asciiText } from '../../axes/expressionText.ts';
import { UserError } from '../../errors.ts';
import type { Attribute, GraphFunction, GraphNode, NodeShape, SignedGraph, TensorInfo } from '../../graph/graph.ts';
import { equalTensors, nodeLabel, structureText, tensorText } from './compareNodes.ts';
import { type BySize, explain, type Plan } from './openConstants.ts';
import { differsInCopies } from './singleRow.ts';

/** Nodes that compute sizes of open axes, and constants that depend on them, while the graph runs. */
export interface RuntimeSizes {
  /** The nodes that the planned ones read. */
  readonly made: readonly GraphNode[];
  /** Returns nodes in place of the constant `name`; the last one has its name and gives the values that the plan says. */
  planned(name: string, plan: Plan): readonly GraphNode[];
}

/** Where a graph finds the size of an open axis: an input and its axis. */
export interface SizeSource {
  readonly name: string;
  readonly input: TensorInfo;
  readonly axis: number;
}

/** What the merging of graphs needs to know of a dialect. */
export interface OpenDialect {
  /** The op of an input of the graph. */
  readonly input: string;
  /** The op of a constant, whose tensor is the attribute `value`. */
  readonly constant: string;
  /** Ops that copy or repeat their first input. */
  readonly copies: readonly string[];
  /** Whether the node reads the constant `name` as a shape in which one size may be -1. */
  infersSize(reader: GraphNode, name: string): boolean;
  /** @param sources one for each open axis, by its index in expressions */
  sizes(nodes: readonly GraphNode[], sources: readonly SizeSource[]): RuntimeSizes;
  /** Returns a node whose attributes follow from the size of its input without them; undefined where it has none such. */
  sizeFree?(node: GraphNode, graph: SignedGraph): GraphNode | undefined;
}

/** The name of the first axis of every input, in expressions and in the files of graphs. */
export const batchName = 'batch';

/** The sizes of open axes in several graphs of one model. */
export interface OpenSizes {
  /** The name of each open axis; `batchName` for the batch. */
  readonly names: readonly string[];
  /** The sizes of the axes in each graph. */
  readonly samples: BySize<readonly number[]>;
  /** What is known of these samples. */
  readonly explainer: Explainer;
}

/** What the functions of this file share. */
interface Merge extends OpenSizes {
  readonly dialect: OpenDialect;
  readonly graphs: BySize<SignedGraph>;
  readonly runtime: RuntimeSizes;
}

/**
 * @param dialect of the nodes
 * @param graphs graphs of the same model, whose inputs differ only in their open axes
 * @throws UserError that names the op and its scope where the sizes do not explain a difference
 */
export function withOpenAxes(dialect: OpenDialect, graphs: BySize<SignedGraph>, sizes: OpenSizes): SignedGraph {
  const [first] = graphs;
  const ends = (side: 'inputs' | 'outputs'): TensorInfo[] =>
    first.signature[side].map((endpoint, i) =>
      openEnd(
        endpoint,
        graphs.map(({ signature }) => signature[side][i]!.shape),
        sizes,
      ),
    );
  const inputs = ends('inputs');
  const runtime = dialect.sizes(first.nodes, sourcesOf(inputs, graphs, sizes));
  const merge: Merge = { ...sizes, dialect, graphs, runtime };
  const consumers = consumersOf(first.nodes);
  const nodes = eachNode(merge, (same) => opened(merge, same, consumers.get(same[0].name) ?? []));
  const functions = first.functions?.map((one, at) => openFunction(merge, one, at));
  const after = nodes.findLastIndex(({ op }) => op === dialect.input) + 1;
  return {
    ...first,
    ...(functions && { functions }),
    nodes: [...nodes.slice(0, after), ...runtime.made, ...nodes.slice(after)],
    signature: { inputs, outputs: ends('outputs') },
  };
}

/** The same function of all graphs; it takes what depends on sizes from outside. */
function openFunction(merge: Merge, fn: GraphFunction, at: number): GraphFunction {
  const [a, b, ...others] = merge.graphs.map((graph) => ({ ...graph, nodes: graph.functions?.[at]?.nodes ?? [] }));
  const inside: Merge = { ...merge, graphs: [a!, b!, ...others] };
  return { ...fn, nodes: eachNode(inside, (same) => [openNode(inside, same)]) };
}

/** Replaces the nodes that stand for each other in all graphs. */
function eachNode(merge: Merge, replaced: (same: BySize<GraphNode>) => readonly GraphNode[]): GraphNode[] {
  const nodes = merge.graphs.map((graph) => graph.nodes);
  const length = Math.max(...nodes.map((list) => list.length));
  return Array.from({ length }, (_, at) =>
    replaced(
      sameNode(
        nodes.map((list) => list[at]),
        merge,
      ),
    ),
  ).flat();
}

/** Finds the index of a graph with an axis of 1 that tf.js copies, where it repeats axes of other sizes; undefined if none has. */
export function loneSize(dialect: OpenDialect, graphs: BySize<SignedGraph>, { samples }: OpenSizes) {
  const lone = samples.findIndex((sizes, i) => sizes.includes(1) && differsInCopies(dialect, graphs[0], graphs[i]!));
  return lone > 0 ? lone : undefined;
}

/** An input or output with -1 for its open axes, and their names. */
function openEnd(endpoint: TensorInfo, shapes: readonly NodeShape[], { names, explainer }: OpenSizes): TensorInfo {
  const shape = openShape(shapes);
  const symbols = names.map((name) => ({ name, base: 0, step: 1 }));
  const axes = shape?.map((size, axis) => {
    const known = size < 0 ? explainer.explain(shapes.map((one) => one![axis]!)) : undefined;
    return known ? asciiText(known, symbols) : null;
  });
  return { ...endpoint, shape, ...(axes?.some((axis) => axis !== null) && { axes }) };
}

/** @throws UserError where no input has the size of an axis */
function sourcesOf(inputs: readonly TensorInfo[], graphs: BySize<SignedGraph>, sizes: OpenSizes): SizeSource[] {
  return sizes.names.map((name, symbol) => {
    const wanted = `${sizes.samples.map((sample) => sample[symbol])}`;
    for (const [i, input] of inputs.entries())
      for (const axis of input.shape?.keys() ?? [])
        if (`${graphs.map(({ signature }) => signature.inputs[i]!.shape![axis])}` === wanted)
          return { name, input, axis };
    throw refusal(sizes, 'no input has one');
  });
}

/** Returns the nodes that replace one node at every size; the last one keeps its name. */
function opened(merge: Merge, same: BySize<GraphNode>, consumers: readonly GraphNode[]): readonly GraphNode[] {
  const { dialect, runtime, explainer } = merge;
  const [node] = same;
  const [a, b, ...others] = same.flatMap(({ op, attributes: { value } }) =>
    op === dialect.constant && value && 'tensor' in value ? [value.tensor] : [],
  );
  if (a && b && ![b, ...others].every((other) => equalTensors(a, other))) {
    const isShape = consumers.length > 0 && consumers.every((consumer) => dialect.infersSize(consumer, node.name));
    const plan = explain([a, b, ...others], explainer, isShape);
    if (plan) return runtime.planned(node.name, plan);
    const [consumer = node] = consumers;
    // the error text names the samples up to the first that does not fit
    const fit = others.findIndex(
      (_, i) => !explain([a, b, ...others.slice(0, i + 1)], new Explainer(merge.samples.slice(0, i + 3)), isShape),
    );
    const shown = [a, b, ...others].slice(0, fit < 0 ? maxShown : fit + 3);
    throw refusal(merge, `${nodeLabel(consumer)} takes ${bySize(merge, shown.map(tensorText))}`);
  }
  return [openNode(merge, same)];
}

/** Returns the node with attributes that are true at every size. */
function openNode(merge: Merge, same: BySize<GraphNode>): GraphNode {
  const { dialect, graphs } = merge;
  const [node] = same;
  const attributes: Record<string, Attribute> = {};
  for (const [key, value] of Object.entries(node.attributes)) {
    const values = same.map((one) => one.attributes[key]!);
    const open = openAttribute(value, values);
    if (open) {
      attributes[key] = open;
      continue;
    }
    const free = same.flatMap((one, i) => dialect.sizeFree?.(one, graphs[i]!) ?? []);
    if (free.length === same.length) return openNode(merge, free as readonly GraphNode[] as BySize<GraphNode>);
    const other = values.findIndex((one) => !sameAttribute(value, one));
    const lists = values.slice(0, Math.max(3, other + 1)).map((one) => Object.values(one)[0]);
    const areLists = lists.every(Array.isArray) && new Set(lists.map(({ length }) => length)).size > 1;
    const what = areLists ? `${key} of length` : key;
    const texts = lists.map((list) => (areLists ? `${list.length}` : JSON.stringify(list)));
    throw refusal(merge, `${nodeLabel(node)} has ${what} ${bySize(merge, texts)}`);
  }
  return { ...node, attributes };
}

/** The attribute where it is equal at every size, or a shape; undefined for another one. */
function openAttribute(value: Attribute, values: readonly Attribute[]): Attribute | undefined {
  if (values.every((one) => sameAttribute(value, one))) return value;
  if ('shapes' in value)
    return {
      shapes: value.shapes.map((_, i) => openShape(values.map((one) => ('shapes' in one ? one.shapes[i]! : null)))),
    };
  if ('shape' in value) return { shape: openShape(values.map((one) => ('shape' in one ? one.shape : null))) };
  return undefined;
}

/** @throws UserError where the model runs another op at another size */
function sameNode(nodes: readonly (GraphNode | undefined)[], sizes: OpenSizes): BySize<GraphNode> {
  const [first, ...others] = nodes;
  const other = others.findIndex(
    (node) =>
      !first ||
      !node ||
      structureText(node) !== structureText(first) ||
      `${Object.keys(node.attributes)}` !== `${Object.keys(first.attributes)}`,
  );
  if (other < 0) return nodes as readonly GraphNode[] as BySize<GraphNode>;
  const [before, now] = [first, others[other]].map((node) => (node ? nodeLabel(node) : 'nothing more'));
  throw refusal(sizes, `with ${sizeText(sizes, 0)} it runs ${before}, with ${sizeText(sizes, other + 1)} ${now}`);
}

const openShape = (shapes: readonly NodeShape[]): NodeShape => {
  const [first] = shapes;
  if (!first || shapes.some((shape) => shape?.length !== first.length)) return null;
  return first.map((size, axis) => (shapes.every((shape) => shape![axis] === size) ? size : -1));
};

function consumersOf(nodes: readonly GraphNode[]): Map<string, GraphNode[]> {
  const consumers = new Map<string, GraphNode[]>();
  for (const node of nodes) for (const input of node.inputs) addTo(consumers, input, node);
  return consumers;
}

const sameAttribute = (a: Attribute, b: Attribute): boolean =>
  'tensor' in a && 'tensor' in b ? equalTensors(a.tensor, b.tensor) : JSON.stringify(a) === JSON.stringify(b);

// samples that an error text shows
const maxShown = 5;

const bySize = (sizes: OpenSizes, texts: readonly string[]): string =>
  texts.map((text, i) => `${text} with ${sizeText(sizes, i)}`).join(', ');

/** The sizes of one sample: `2` of the batch alone, `h 64 and w 64`. */
const sizeText = ({ names, samples }: OpenSizes, sample: number): string =>
  isBatchAlone(names)
    ? `${samples[sample]![0]}`
    : listed(names.map((name, symbol) => `${name} ${samples[sample]![symbol]}`));

const isBatchAlone = (names: readonly string[]): boolean => `${names}` === batchName;

/** Says why axes cannot be left open. */
export const refusal = ({ names }: Pick<OpenSizes, 'names'>, why: string, cause?: unknown): UserError =>
  new UserError(
    `${listed(names.map((name) => (name === batchName ? 'the batch' : name)))} cannot be left open: ${why}`,
    {
      cause,
    },
  );
