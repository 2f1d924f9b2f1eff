// The bodies of loops, made small like the graph around them.
import type { GraphFunction, GraphNode, NodeDtype, SignedGraph } from '../../graph/graph.ts';
import { product } from '../../tensors.ts';
import { constantNode, numberOf, tensorOf } from './onnxNodes.ts';
import type { GraphEditor } from './passes/graphEditor.ts';

/**
 * Puts the body of each loop into its node, as a graph that is finished too; constants that a body alone reads are in it then.
 * @param functions the bodies
 * @param finish makes the graph of a body small
 */
export function finishLoops(
  graph: GraphEditor,
  functions: readonly GraphFunction[],
  finish: (body: SignedGraph) => SignedGraph,
): void {
  const byName = new Map(functions.map((one) => [one.name, one]));
  for (const node of graph.nodes) {
    const body = bodyOf(node, byName);
    if (!body) continue;
    const { node: loop, body: moved } = withConstants(graph, node, body);
    const info = (name: string, tensor: string, dtype: NodeDtype) => ({ name, tensor, dtype, shape: null });
    const finished = finish({
      nodes: moved.nodes,
      functions,
      signature: {
        inputs: moved.inputs.map(({ name, type }) => info(name, name, type)),
        outputs: moved.outputs.map(({ name, type }) => info(name, moved.results[name]!, type)),
      },
      producer: 0,
    });
    const { _outside, ...attributes } = loop.attributes;
    graph.replace({ ...loop, attributes: { ...attributes, body: { graph: finished }, _captures: _outside! } });
  }
}

/** The body of a loop's node; undefined for another node. */
function bodyOf(
  { attributes: { body } }: GraphNode,
  functions: ReadonlyMap<string, GraphFunction>,
): GraphFunction | undefined {
  return body && 'func' in body ? functions.get(body.func.name) : undefined;
}

/** How many of a node's inputs are its own: its body reads the others from outside. */
const ownInputs = ({ inputs, attributes: { _outside } }: GraphNode): number => inputs.length - numberOf(_outside, 0);

// a longer constant stays where others read it too
const maxCopied = 64;

/** Moves constants that a body reads from outside into it. */
function withConstants(
  graph: GraphEditor,
  node: GraphNode,
  body: GraphFunction,
): { readonly node: GraphNode; readonly body: GraphFunction } {
  const own = ownInputs(node);
  const moved = new Map<string, GraphNode>();
  for (const [i, input] of node.inputs.entries()) {
    const source = i < own ? undefined : graph.source(input);
    const tensor = source && tensorOf(source);
    if (!tensor || (product(tensor.shape ?? []) > maxCopied && !graph.hasOneReader(input))) continue;
    const { name } = body.inputs[i]!;
    moved.set(name, { ...source, ...constantNode(name, tensor) });
  }
  const stays = (i: number): boolean => !moved.has(body.inputs[i]!.name);
  const inputs = node.inputs.filter((_, i) => stays(i));
  const loop = { ...node, inputs, attributes: { ...node.attributes, _outside: { i: inputs.length - own } } };
  graph.replace(loop);
  for (const input of new Set(node.inputs)) if (input !== '') graph.removeUnread(input);
  return {
    node: loop,
    body: {
      ...body,
      inputs: body.inputs.filter((_, i) => stays(i)),
      nodes: body.nodes.map((one) => moved.get(one.name) ?? one),
    },
  };
}
