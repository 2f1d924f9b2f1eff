// The bodies of loops, made small like the graph around them.
import type { GraphFunction, GraphNode, SignedGraph } from '../../graph/graph.ts';
import { product } from '../../tensors.ts';
import { constantNode, numberOf, tensorOf } from './onnxNodes.ts';
import type { GraphEditor } from './passes/graphEditor.ts';

/**
 * Returns the functions of a graph, finished; constants that a body alone reads are in it then.
 * @param finish makes the graph of a body small
 */
export function finishLoops(
  graph: GraphEditor,
  functions: readonly GraphFunction[],
  finish: (body: SignedGraph) => SignedGraph,
): readonly GraphFunction[] {
  const byName = new Map(functions.map((one) => [one.name, one]));
  return graph.nodes.flatMap((node) => {
    const body = bodyOf(node, byName);
    if (!body) return [];
    const moved = withConstants(graph, node, body);
    const finished = finish({
      nodes: moved.nodes,
      functions,
      signature: {
        inputs: [],
        outputs: moved.outputs.map(({ name, type }) => ({
          name,
          tensor: moved.results[name]!,
          dtype: type,
          shape: null,
        })),
      },
      producer: 0,
    });
    const results = Object.fromEntries(finished.signature.outputs.map(({ name, tensor }) => [name, tensor]));
    return [{ ...moved, nodes: finished.nodes, results }, ...(finished.functions ?? [])];
  });
}

/** The body of a loop's node; undefined for another node. */
export function bodyOf(
  { attributes: { body } }: GraphNode,
  functions: ReadonlyMap<string, GraphFunction>,
): GraphFunction | undefined {
  return body && 'func' in body ? functions.get(body.func.name) : undefined;
}

/** How many of a node's inputs are its own: its body reads the others from outside. */
export const ownInputs = ({ inputs, attributes: { _outside } }: GraphNode): number =>
  inputs.length - numberOf(_outside, 0);

// a longer constant stays where others read it too
const maxCopied = 64;

/** Moves constants that a body reads from outside into it. */
function withConstants(graph: GraphEditor, node: GraphNode, body: GraphFunction): GraphFunction {
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
  graph.replace({ ...node, inputs, attributes: { ...node.attributes, _outside: { i: inputs.length - own } } });
  for (const input of new Set(node.inputs)) if (input !== '') graph.removeUnread(input);
  return {
    ...body,
    inputs: body.inputs.filter((_, i) => stays(i)),
    nodes: body.nodes.map((one) => moved.get(one.name) ?? one),
  };
}
