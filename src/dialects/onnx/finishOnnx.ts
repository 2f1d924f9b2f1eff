// The last steps of a graph for ONNX: it is made small, and its ops are those of an operator set.
import type { GraphNode, SignedGraph } from '../../graph/graph.ts';
import { finishLoops } from './finishLoops.ts';
import { holdsGraph } from './onnxNodes.ts';
import { atOpset } from './opsets.ts';
import { foldConstants } from './passes/foldConstants.ts';
import { GraphEditor } from './passes/graphEditor.ts';
import { joinBias, joinPadding } from './passes/joinIntoWindows.ts';
import { mergeEqual } from './passes/mergeEqual.ts';
import { joinReshapes, removeIdentities, unfoldRows } from './passes/simplify.ts';
import { moveTransposes } from './passes/transposes.ts';

/**
 * Returns the graph with fewer nodes: without what nobody reads, what changes nothing and what is computed twice, with
 * sizes and transposed weights as constants, and with transposes where they do not cancel.
 * @throws UserError for an op that the operator set does not have
 */
export function finishOnnx(graph: SignedGraph, opset: number): SignedGraph {
  const editor = new GraphEditor({ ...graph, nodes: graph.nodes.map((node) => finishInside(node, opset)) });
  removeIdentities(editor);
  mergeEqual(editor);
  foldConstants(editor);
  unfoldRows(editor);
  moveTransposes(editor);
  joinReshapes(editor);
  foldConstants(editor);
  removeIdentities(editor);
  joinPadding(editor);
  joinBias(editor);
  mergeEqual(editor);
  finishLoops(editor, graph.functions ?? [], (body) => finishOnnx(body, opset));
  const { functions: _, ...finished } = atOpset(editor, opset).graph();
  return finished;
}

/** The node with the graphs inside of it finished. */
function finishInside(node: GraphNode, opset: number): GraphNode {
  if (!holdsGraph(node)) return node;
  const finished = Object.entries(node.attributes).map(([key, value]) => [
    key,
    'graph' in value ? { graph: finishOnnx(value.graph, opset) } : value,
  ]);
  return { ...node, attributes: Object.fromEntries(finished) };
}
