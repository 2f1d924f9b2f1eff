// Ops that older operator sets of ONNX spell otherwise, or lack. The lowerings write those of operator set 21.
import { expectCount } from '../../checks.ts';
import { UserError } from '../../errors.ts';
import type { GraphNode } from '../../graph/graph.ts';
import { numbersOf } from './onnxNodes.ts';
import { maxOpset, minOpset } from './opsetRange.ts';
import type { GraphEditor } from './passes/graphEditor.ts';

/** @throws UserError for an operator set that is not written */
export function expectOpset(opset: number): number {
  expectCount('opset', opset, minOpset, maxOpset);
  return opset;
}

interface OlderOp {
  /** The first operator set that has the op as the lowerings write it. */
  readonly since: number;
  /** Rewrites the node for an older one; left out where it has no such op. */
  readonly rewrite?: (graph: GraphEditor, node: GraphNode) => void;
}

/** The axes of a reduction were an attribute. */
const axesAsAttribute = (graph: GraphEditor, node: GraphNode): void => {
  const [x, axes] = node.inputs as readonly [string, string];
  const ints = Array.from(numbersOf(graph.source(axes)) ?? []);
  graph.replace({ ...node, inputs: [x], attributes: { ...node.attributes, axes: { ints } } });
  graph.removeUnread(axes);
};

/** The axis of a DFT was an attribute. */
const dftAxis = (graph: GraphEditor, node: GraphNode): void => {
  const [x, , axis] = node.inputs as readonly [string, string, string];
  const [i] = Array.from(numbersOf(graph.source(axis)) ?? []);
  graph.replace({ ...node, inputs: [x], attributes: { ...node.attributes, axis: { i: i! } } });
  graph.removeUnread(axis);
};

/** x / 2 * (1 + erf(x / sqrt(2))) */
const gelu = (graph: GraphEditor, node: GraphNode): void => {
  const [x] = node.inputs as readonly [string];
  const spec = [{ shape: graph.shape(node.name), dtype: 'float32' }] as const;
  const number = (name: string, value: number): string => graph.addConstant(node, name, 'float32', [], [value]);
  const scaled = graph.add(node, 'Mul', [x, number('root', Math.SQRT1_2)], spec);
  const added = graph.add(node, 'Add', [graph.add(node, 'Erf', [scaled], spec), number('one', 1)], spec);
  const half = graph.add(node, 'Mul', [x, number('half', 0.5)], spec);
  graph.replace({ ...node, op: 'Mul', inputs: [half, added] });
};

const reduction: OlderOp = { since: 18, rewrite: axesAsAttribute };

const older: Readonly<Record<string, OlderOp>> = {
  BitwiseAnd: { since: 18 },
  DFT: { since: 20, rewrite: dftAxis },
  Gelu: { since: 20, rewrite: gelu },
  ReduceMax: reduction,
  ReduceMean: reduction,
  ReduceMin: reduction,
  ReduceProd: reduction,
};

/** @throws UserError for an op that the operator set does not have */
export function atOpset(graph: GraphEditor, opset: number): GraphEditor {
  for (const node of graph.nodes) {
    const row = older[node.op] ?? (isOfStrings(graph, node) ? { since: 19 } : undefined);
    if (!row || opset >= row.since) continue;
    if (!row.rewrite)
      throw new UserError(
        `${node.op} ${node.name} needs operator set ${row.since}, got ${opset}: --opset ${row.since}`,
      );
    row.rewrite(graph, node);
  }
  return graph;
}

const isOfStrings = (graph: GraphEditor, { op, inputs }: GraphNode): boolean =>
  op === 'Equal' && graph.dtype(inputs[0]!) === 'string';
