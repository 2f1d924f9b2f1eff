// Nodes that compute the same tensor become one.
import type { GraphNode } from '../../../graph/graph.ts';
import { tensorOf, typesOf } from '../onnxNodes.ts';
import type { GraphEditor } from './graphEditor.ts';

/** Longer constants are weights, which are not compared. */
const maxCompared = 64;

const drawing: ReadonlySet<string> = new Set(['Multinomial', 'RandomNormalLike', 'RandomUniformLike']);

/** A text that is equal for nodes that compute the same; undefined for a node that is not compared. */
function keyOf(node: GraphNode): string | undefined {
  const { op, inputs, attributes } = node;
  if (op === 'Input' || drawing.has(op)) return undefined;
  const tensor = tensorOf(node);
  if (tensor) {
    const { dtype, shape, values } = tensor;
    if (node.parameter || !values || values.length > maxCompared || dtype === 'string') return undefined;
    // unlike JSON, these texts differ for -0, NaN and infinities
    return `${dtype} [${shape}] ${Array.from(values as ArrayLike<number>, (value) => (Object.is(value, -0) ? '-0' : value))}`;
  }
  const own = Object.entries(attributes).filter(([name]) => !name.startsWith('_'));
  return JSON.stringify([op, inputs, own, typesOf(node)]);
}

export function mergeEqual(graph: GraphEditor): void {
  const known = new Map<string, string>();
  for (const { name } of graph.nodes) {
    const node = graph.node(name);
    const key = node && keyOf(node);
    if (!node || key === undefined) continue;
    const first = known.get(key);
    if (first === undefined || !graph.node(first)) known.set(key, name);
    else
      for (const [i] of typesOf(node).entries())
        graph.redirect(i === 0 ? name : `${name}:${i}`, i === 0 ? first : `${first}:${i}`);
  }
}
