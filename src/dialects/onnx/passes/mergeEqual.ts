// Nodes that compute the same tensor become one.
import { addTo } from '../../../addTo.ts';
import type { GraphNode } from '../../../graph/graph.ts';
import { product } from '../../../tensors.ts';
import { constantOp, holdsGraph, tensorOf, typesOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

/** Longer constants are weights, which are not compared. */
const maxCompared = 64;

const drawing: ReadonlySet<string> = new Set(['Multinomial', 'RandomNormalLike', 'RandomUniformLike']);

/**
 * A text that differs for nodes of other ops or inputs, and for other constants; undefined for a node that is not compared, such
 * as one with a graph inside.
 * Most nodes differ in it, so that only the others need their attributes compared.
 */
function keyOf(node: GraphNode): string | undefined {
  const { op, inputs } = node;
  if (op === 'Input' || drawing.has(op) || holdsGraph(node)) return undefined;
  const tensor = tensorOf(node);
  if (!tensor) return `${op}\n${inputs.join('\n')}`;
  const { dtype, shape } = tensor;
  if (node.parameter || dtype === 'string' || product(shape ?? []) > maxCompared) return undefined;
  const { values } = tensor;
  if (!values) return undefined;
  // unlike JSON, these texts differ for -0, NaN and infinities
  return `${dtype} [${shape}] ${Array.from(values as ArrayLike<number>, (value) => (Object.is(value, -0) ? '-0' : value))}`;
}

/** A text of what a node's key leaves out. */
const attributesOf = (node: GraphNode): string =>
  JSON.stringify([Object.entries(node.attributes).filter(([name]) => !name.startsWith('_')), typesOf(node)]);

export function mergeEqual(graph: GraphEditor): void {
  const known = new Map<string, string[]>();
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    const key = node && keyOf(node);
    if (!node || key === undefined) continue;
    const names = known.get(key);
    const first = names?.find((other) => isEqual(graph.node(other), node));
    if (first !== undefined)
      for (const [i] of typesOf(node).entries())
        graph.redirect(i === 0 ? name : `${name}:${i}`, i === 0 ? first : `${first}:${i}`);
    else addTo(known, key, name);
  }
}

/** Whether two nodes of the same key have the same attributes; equal constants have the same key. */
const isEqual = (a: GraphNode | undefined, b: GraphNode): boolean =>
  a !== undefined && (a.op === constantOp || attributesOf(a) === attributesOf(b));
