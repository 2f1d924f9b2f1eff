// Ops with axes, as they are before a transpose of their input instead of after it.
import type { Attributes, GraphNode } from '../../../graph/graph.ts';
import { numberOf, numbersOf, shapesOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

/** An op before the transpose: the order of its output's axes, its attributes and its lists of sizes by input. */
export interface Passed {
  /** The transpose that the output needs. */
  readonly perm: readonly number[];
  readonly attributes: Attributes;
  readonly lists: ReadonlyMap<number, { readonly name: string; readonly values: readonly number[] }>;
}

type Rule = (graph: GraphEditor, node: GraphNode, perm: readonly number[]) => Passed | undefined;

/** An op along one axis, which keeps the rank. */
const alongAxis =
  (otherwise: number): Rule =>
  (_, { attributes }, perm) => {
    const axis = numberOf(attributes.axis, otherwise);
    const at = perm[axis < 0 ? axis + perm.length : axis]!;
    return { perm, attributes: { ...attributes, axis: { i: at } }, lists: new Map() };
  };

/** The numbers of a constant input; undefined for another one. */
const listAt = (graph: GraphEditor, { inputs }: GraphNode, index: number): readonly number[] | undefined => {
  const numbers = inputs[index] ? numbersOf(graph.source(inputs[index])) : undefined;
  return numbers && Array.from(numbers);
};

/** The transpose of the axes that stay when `gone` are removed. */
const remaining = (perm: readonly number[], gone: ReadonlySet<number>): number[] => {
  const kept = perm.filter((axis) => !gone.has(axis));
  const sorted = kept.toSorted((a, b) => a - b);
  return kept.map((axis) => sorted.indexOf(axis));
};

const reduced: Rule = (graph, node, perm) => {
  const axes = listAt(graph, node, 1);
  if (!axes) return undefined;
  const from = axes.map((axis) => perm[axis < 0 ? axis + perm.length : axis]!).toSorted((a, b) => a - b);
  const keeps = numberOf(node.attributes.keepdims, 1) === 1;
  return {
    perm: keeps ? perm : remaining(perm, new Set(from)),
    attributes: node.attributes,
    lists: new Map([[1, { name: 'axes', values: from }]]),
  };
};

const extreme: Rule = (_, { attributes }, perm) => {
  const axis = numberOf(attributes.axis, 0);
  const from = perm[axis < 0 ? axis + perm.length : axis]!;
  const keeps = numberOf(attributes.keepdims, 1) === 1;
  return {
    perm: keeps ? perm : remaining(perm, new Set([from])),
    attributes: { ...attributes, axis: { i: from } },
    lists: new Map(),
  };
};

const sliced: Rule = (graph, node, perm) => {
  const axes = listAt(graph, node, 3);
  if (!axes) return undefined;
  const from = axes.map((axis) => perm[axis < 0 ? axis + perm.length : axis]!);
  return { perm, attributes: node.attributes, lists: new Map([[3, { name: 'axes', values: from }]]) };
};

/** A list with one number for each axis. */
const perAxis =
  (index: number, name: string): Rule =>
  (graph, node, perm) => {
    const list = listAt(graph, node, index);
    if (list?.length !== perm.length) return undefined;
    const values = new Array<number>(perm.length);
    for (const [i, axis] of perm.entries()) values[axis] = list[i]!;
    return { perm, attributes: node.attributes, lists: new Map([[index, { name, values }]]) };
  };

const padded: Rule = (graph, node, perm) => {
  const list = listAt(graph, node, 1);
  if (!list || node.inputs.length > 3) return undefined;
  const rank = perm.length;
  const values = new Array<number>(2 * rank);
  for (const [i, axis] of perm.entries()) {
    values[axis] = list[i]!;
    values[axis + rank] = list[i + rank]!;
  }
  return { perm, attributes: node.attributes, lists: new Map([[1, { name: 'pads', values }]]) };
};

/** A reshape that only adds or removes axes of size 1 keeps the order of the others. */
const resized: Rule = (graph, node, perm) => {
  const [from, to] = [graph.shape(node.inputs[0]!), shapesOf(node)[0]];
  if (!from || !to || to.filter((size) => size < 0).length > 1 || to.includes(0)) return undefined;
  const wide = (shape: readonly number[]) => [...shape.keys()].filter((axis) => shape[axis] !== 1);
  const [before, after] = [wide(from), wide(to)];
  if (`${before.map((axis) => from[axis])}` !== `${after.map((axis) => to[axis])}`) return undefined;
  // each axis of the result, by the axis of the untransposed input that it is; new axes stay next to the one before them
  const sources = to.map((_, axis) => {
    const index = after.indexOf(axis);
    return index < 0 ? -1 : perm[before[index]!]!;
  });
  const order = [...sources.keys()].toSorted((a, b) => rankOf(sources, a) - rankOf(sources, b) || a - b);
  const values = order.map((axis) => to[axis]!);
  const back = new Array<number>(order.length);
  for (const [i, axis] of order.entries()) back[axis] = i;
  return { perm: back, attributes: node.attributes, lists: new Map([[1, { name: 'shape', values }]]) };
};

/** Where an axis stands in the untransposed order: a new one right after the axis before it. */
const rankOf = (sources: readonly number[], axis: number): number => {
  for (let at = axis; at >= 0; at--) if (sources[at]! >= 0) return sources[at]! + (at < axis ? 0.5 : 0);
  return -1;
};

const rules: Readonly<Record<string, Rule>> = {
  ArgMax: extreme,
  ArgMin: extreme,
  Concat: alongAxis(0),
  LogSoftmax: alongAxis(-1),
  Pad: padded,
  ReduceMax: reduced,
  ReduceMean: reduced,
  ReduceMin: reduced,
  ReduceProd: reduced,
  ReduceSum: reduced,
  Reshape: resized,
  Slice: sliced,
  Softmax: alongAxis(-1),
  Split: alongAxis(0),
  Tile: perAxis(1, 'repeats'),
};

/** How `node` is before a transpose of its first input by `perm`; undefined where it cannot be. */
export const passAxes: Rule = (graph, node, perm) => rules[node.op]?.(graph, node, perm);
