// Merges the graphs of one model at several batch sizes into a graph for any size, which computes from its input whatever
// depends on the size. Two sizes show how a number grows with the batch, the others verify it.

import { UserError } from '../../errors.ts';
import type { Attribute, GraphNode, NodeShape, SignedGraph, TensorInfo } from '../../graph/graph.ts';
import { type BySize, explain, type Plan } from './batchConstants.ts';
import { equalTensors, nodeLabel, structureText, tensorText } from './compareNodes.ts';
import { differsInCopies } from './singleRow.ts';

/** Nodes that compute the size of the batch, and constants that depend on it, while the graph runs. */
export interface RuntimeSizes {
  /** The nodes that the planned ones read. */
  readonly made: readonly GraphNode[];
  /** Returns nodes in place of the constant `name`; the last one has its name and gives the values that the plan says. */
  planned(name: string, plan: Plan): readonly GraphNode[];
}

/** What the merging of graphs needs to know of a dialect. */
export interface BatchDialect {
  /** The op of an input of the graph. */
  readonly input: string;
  /** The op of a constant, whose tensor is the attribute `value`. */
  readonly constant: string;
  /** Ops that copy or repeat their first input. */
  readonly copies: readonly string[];
  /** Whether the node reads the constant `name` as a shape in which one size may be -1. */
  infersSize(reader: GraphNode, name: string): boolean;
  /** @param input an input of the graph whose first axis is the batch */
  sizes(nodes: readonly GraphNode[], input: TensorInfo): RuntimeSizes;
}

/**
 * @param dialect of the nodes
 * @param graphs graphs of the same model, whose inputs differ only in the first axis, the batch
 * @param sizes batch size of each graph
 * @throws UserError that names the op and its scope where the sizes do not explain a difference
 */
export function withOpenBatch(dialect: BatchDialect, graphs: BySize<SignedGraph>, sizes: BySize<number>): SignedGraph {
  const [first] = graphs;
  const lone = sizes.findIndex((size, i) => size === 1 && differsInCopies(dialect, first, graphs[i]!));
  if (lone > 1)
    return withOpenBatch(
      dialect,
      graphs.filter((_, i) => i !== lone) as readonly SignedGraph[] as BySize<SignedGraph>,
      sizes.filter((size) => size !== 1) as readonly number[] as BySize<number>,
    );
  const open = (side: 'inputs' | 'outputs'): TensorInfo[] =>
    first.signature[side].map((endpoint, i) => ({
      ...endpoint,
      shape: openShape(graphs.map(({ signature }) => signature[side][i]!.shape)),
      ...(graphs.every(({ signature }, at) => signature[side][i]!.shape?.[0] === sizes[at]) && {
        batched: true as const,
      }),
    }));
  const inputs = open('inputs');
  const source = inputs.find(({ shape }) => shape?.[0] === -1);
  if (!source) throw refusal('no input has one');
  const runtime = dialect.sizes(first.nodes, source);
  const consumers = consumersOf(first.nodes);
  const length = Math.max(...graphs.map(({ nodes }) => nodes.length));
  const nodes = Array.from({ length }, (_, at) => {
    const same = sameNode(
      graphs.map((graph) => graph.nodes[at]),
      sizes,
    );
    return opened(dialect, same, sizes, consumers.get(same[0].name) ?? [], runtime);
  }).flat();
  const after = nodes.findLastIndex(({ op }) => op === dialect.input) + 1;
  return {
    ...first,
    nodes: [...nodes.slice(0, after), ...runtime.made, ...nodes.slice(after)],
    signature: { inputs, outputs: open('outputs') },
  };
}

/** Returns the nodes that replace one node at every size; the last one keeps its name. */
function opened(
  dialect: BatchDialect,
  same: BySize<GraphNode>,
  sizes: BySize<number>,
  consumers: readonly GraphNode[],
  runtime: RuntimeSizes,
): readonly GraphNode[] {
  const [node] = same;
  const [a, b, ...others] = same.flatMap(({ op, attributes: { value } }) =>
    op === dialect.constant && value && 'tensor' in value ? [value.tensor] : [],
  );
  if (a && b && ![b, ...others].every((other) => equalTensors(a, other))) {
    const isShape = consumers.length > 0 && consumers.every((consumer) => dialect.infersSize(consumer, node.name));
    const plan = explain([a, b, ...others], sizes, isShape);
    if (plan) return runtime.planned(node.name, plan);
    const [consumer = node] = consumers;
    // the error text names the sizes up to the first that does not fit
    const fit = others.findIndex((_, i) => !explain([a, b, ...others.slice(0, i + 1)], sizes, isShape));
    throw refusal(`${nodeLabel(consumer)} takes ${bySize(sizes, [a, b, ...others].slice(0, fit + 3).map(tensorText))}`);
  }
  const attributes = Object.entries(node.attributes).map(([key, value]): [string, Attribute] => {
    const values = same.map((one) => one.attributes[key]!);
    const other = values.findIndex((one) => !sameAttribute(value, one));
    if (other < 0) return [key, value];
    if ('shapes' in value)
      return [
        key,
        {
          shapes: value.shapes.map((_, i) => openShape(values.map((one) => ('shapes' in one ? one.shapes[i]! : null)))),
        },
      ];
    if ('shape' in value) return [key, { shape: openShape(values.map((one) => ('shape' in one ? one.shape : null))) }];
    const texts = values.map((one) => JSON.stringify(Object.values(one)[0]));
    throw refusal(`${nodeLabel(node)} has ${key} ${bySize(sizes, texts.slice(0, Math.max(3, other + 1)))}`);
  });
  return [{ ...node, attributes: Object.fromEntries(attributes) }];
}

/** @throws UserError where the model runs another op at another size */
function sameNode(nodes: readonly (GraphNode | undefined)[], sizes: BySize<number>): BySize<GraphNode> {
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
  throw refusal(`with ${sizes[0]} it runs ${before}, with ${sizes[other + 1]} ${now}`);
}

const openShape = (shapes: readonly NodeShape[]): NodeShape => {
  const [first] = shapes;
  if (!first || shapes.some((shape) => shape?.length !== first.length)) return null;
  return first.map((size, axis) => (shapes.every((shape) => shape![axis] === size) ? size : -1));
};

function consumersOf(nodes: readonly GraphNode[]): Map<string, GraphNode[]> {
  const consumers = new Map<string, GraphNode[]>();
  for (const node of nodes)
    for (const input of node.inputs) {
      const known = consumers.get(input);
      if (known) known.push(node);
      else consumers.set(input, [node]);
    }
  return consumers;
}

const sameAttribute = (a: Attribute, b: Attribute): boolean =>
  'tensor' in a && 'tensor' in b ? equalTensors(a.tensor, b.tensor) : JSON.stringify(a) === JSON.stringify(b);

const bySize = (sizes: BySize<number>, texts: readonly string[]): string =>
  texts.map((text, i) => `${text} with ${sizes[i]}`).join(', ');

const refusal = (why: string): UserError => new UserError(`the batch cannot be left open: ${why}`);
