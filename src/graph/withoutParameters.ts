// Removes parameters from a graph, to look at how activations flow.
import { addTo } from '../addTo.ts';
import type { Graph, GraphNode } from './graph.ts';
import { sourcesIn } from './nodeSources.ts';

const constants = ['Const', 'prim::Constant'];

/** Removes nodes that hold parameters, and nodes computed from parameters and constants alone, such as a transposed weight. */
export function withoutParameters(graph: Graph): Graph {
  const source = sourcesIn(graph);
  const from = ({ inputs }: GraphNode): GraphNode[] => inputs.flatMap((input) => source(input)?.node ?? []);
  // nodes are in topological order
  const gone = new Set<GraphNode>();
  const fixed = new Set<GraphNode>();
  for (const node of graph.nodes) {
    const read = from(node);
    const isFixed = read.length > 0 ? read.every((node) => fixed.has(node)) : constants.includes(node.op);
    if (!node.parameter && !isFixed) continue;
    fixed.add(node);
    if (node.parameter || read.some((node) => gone.has(node))) gone.add(node);
  }
  const readers = new Map<GraphNode, GraphNode[]>();
  for (const node of graph.nodes) for (const read of from(node)) addTo(readers, read, node);
  // a constant is removed with all its readers
  const idle = (node: GraphNode): boolean =>
    fixed.has(node) && (readers.get(node) ?? []).every((reader) => gone.has(reader));
  const left = graph.nodes.filter((node) => !gone.has(node) && !(readers.has(node) && idle(node)));
  const kept = new Set(left);
  return {
    ...graph,
    nodes: left.map((node) => ({
      ...node,
      inputs: node.inputs.filter((input) => kept.has(source(input)?.node as GraphNode)),
    })),
  };
}
