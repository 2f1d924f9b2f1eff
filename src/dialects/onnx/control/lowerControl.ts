// Lowers a converted model with loops and branches to ONNX's Loop and If: each function's body is traced as a graph of its own,
// on the shapes of its arguments.
import type { SignedGraph } from '../../../graph/graph.ts';
import {
  byName,
  type ConstantTensors,
  type Control,
  controlOf,
  functionGraph,
  leadingTo,
  type PlainGraph,
  placeholderOf,
} from '../../../trace/adapters/graph/controlFlow.ts';
import type { GraphTopology } from '../../../trace/sourceGraph.ts';
import type { GraphModelLike } from '../../../trace/traceable.ts';
import { type Argument, ifNode, loopNode, refused } from './controlNodes.ts';
import { Part, type Segment } from './part.ts';

/** The model that is lowered, and its functions. */
interface Source {
  readonly model: GraphModelLike;
  readonly topology: GraphTopology;
}

/** The loops and branches that lead to outputs of a graph, in topological order. */
export const controlsIn = ({ nodes, outputs }: PlainGraph): readonly Control[] =>
  leadingTo(byName(nodes), outputs).flatMap((node) => controlOf(node) ?? []);

/**
 * Lowers a graph whose loops and branches become nodes with graphs inside.
 * @throws UserError for a loop or branch that ONNX cannot hold, and what `lowerToOnnx` throws
 */
export function lowerControl(source: Source, segment: Segment): SignedGraph {
  const part = new Part(source.model, segment);
  const written = controlsIn(segment).map((control) => {
    const { node } = control;
    const name = `${node.op} ${node.name}${segment.whose}`;
    const args = part.readArguments(node, name);
    const called = (fn: string, taken: readonly Argument[]): SignedGraph => {
      const graph = functionGraph(source.topology, fn);
      expectNoEffect(graph, name);
      const { nodes, inputs } = withConstants(graph, taken);
      const specs = taken.filter((_, i) => inputs.includes(graph.inputs[i]!)).map(({ spec }) => spec);
      const weights = withArguments(segment.weights, graph, taken);
      const whose = ` of the function ${fn}`;
      return lowerControl(source, { nodes, inputs, outputs: graph.outputs, specs, weights, whose });
    };
    const made =
      control.kind === 'If'
        ? ifNode(control, name, args, called)
        : loopNode(control, name, args, called, functionGraph(source.topology, control.body));
    part.putResults(node, made, name);
    return { ...made, node: node.name, count: args.length };
  });
  return part.stitched(written);
}

const effects: ReadonlySet<string> = new Set(['Assert', 'Print', 'PrintV2']);

function expectNoEffect({ nodes }: PlainGraph, name: string): void {
  const node = nodes.find(({ op }) => effects.has(op));
  if (node) throw refused(`${node.op} ${node.name} inside ${name} has an effect, which no op of ONNX has`);
}

/** The function with those of its arguments that are constants of integers as constants: they may be axes and sizes. */
function withConstants(graph: PlainGraph, taken: readonly Argument[]): PlainGraph {
  const constant = new Map(taken.flatMap(({ weight, spec }, i) => (weight ? [[graph.inputs[i]!, spec] as const] : [])));
  return {
    ...graph,
    nodes: graph.nodes.map((node) =>
      constant.has(node.name) && node.op === 'Placeholder'
        ? { ...placeholderOf(node.name, constant.get(node.name)!), op: 'Const' }
        : node,
    ),
    inputs: graph.inputs.filter((name) => !constant.has(name)),
  };
}

/** The constants of a model, and those that a function has as arguments. */
function withArguments(
  constants: ConstantTensors,
  { inputs }: PlainGraph,
  taken: readonly Argument[],
): ConstantTensors {
  const own = new Map(taken.flatMap(({ weight }, i) => (weight ? [[inputs[i]!, weight] as const] : [])));
  return {
    get: (name) => own.get(name) ?? constants.get(name),
    has: (name) => own.has(name) || constants.has(name),
  };
}
