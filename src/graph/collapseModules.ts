// Collapses the modules below a depth, for models that are too deep to look at.
import { outputText } from '../names/nodeInput.ts';
import { uniqueNames } from '../names/uniqueNames.ts';
import { modulesAround } from '../trace/calls.ts';
import type { ModuleCall, Trace } from '../trace/trace.ts';
import type { Graph, GraphNode, NodeShape } from './graph.ts';
import { type Source, sourcesIn } from './nodeSources.ts';

/**
 * Makes one node of each call of a module `depth` levels below the model, with the name of its scope and the type of its
 * module. Edges that cross the border of a call stay; a parameter belongs to the call that reads it first.
 */
export function collapseModules(graph: Graph, trace: Trace, depth: number): Graph {
  const source = sourcesIn(graph);
  const groups = groupsOf(graph, trace, depth);
  const names = uniqueNames();
  for (const node of graph.nodes) if (!groups.has(node)) names(node.name);
  const nameOf = new Map([...new Set(groups.values())].map((index) => [index, names(graph.scopes!.get(index)!)]));

  // tensors of each group that other nodes read, in the order of first use
  const given = new Map<number, Source[]>();
  const outputOf = (index: number, { node, output }: Source): number => {
    const tensors = given.get(index) ?? [];
    given.set(index, tensors);
    const known = tensors.findIndex((tensor) => tensor.node === node && tensor.output === output);
    return known === -1 ? tensors.push({ node, output, control: false }) - 1 : known;
  };
  /** The text of an input in the smaller graph; undefined where its source is in the group of the reader. */
  const spelled = (input: string, reader: number | undefined): string | undefined => {
    const from = source(input);
    const index = from && groups.get(from.node);
    if (!from || index === undefined) return input;
    if (index === reader) return undefined;
    const name = nameOf.get(index)!;
    if (from.control) return `^${name}`;
    const output = outputOf(index, from);
    return outputText({ node: name, output });
  };
  const taken = new Map<number, Set<string>>();
  const left: (GraphNode | number)[] = [];
  for (const node of graph.nodes) {
    const index = groups.get(node);
    const inputs = node.inputs.flatMap((input) => spelled(input, index) ?? []);
    if (index === undefined) left.push({ ...node, inputs });
    else {
      if (!taken.has(index)) left.push(index);
      taken.set(index, new Set([...(taken.get(index) ?? []), ...inputs]));
    }
  }
  const asOne = (index: number): GraphNode => ({
    name: nameOf.get(index)!,
    op: trace.modules[(trace.calls[index] as ModuleCall).module]!.type,
    inputs: [...taken.get(index)!],
    attributes: { _output_shapes: { shapes: (given.get(index) ?? []).map(shapeOf) } },
    call: index,
  });
  return { ...graph, nodes: left.map((node) => (typeof node === 'number' ? asOne(node) : node)) };
}

/** Index of the module call that each node becomes a part of; nodes outside every group are left out. */
function groupsOf({ nodes, scopes }: Graph, trace: Trace, depth: number): Map<GraphNode, number> {
  const groups = new Map<GraphNode, number>();
  if (!scopes) return groups;
  const around = modulesAround(trace);
  for (const node of nodes) {
    const index = node.call === undefined ? undefined : around[node.call]![depth];
    if (index !== undefined) groups.set(node, index);
  }
  return groups;
}

function shapeOf({ node, output }: Source): NodeShape {
  const { _output_shapes: known } = node.attributes;
  return (known && 'shapes' in known ? known.shapes[output] : undefined) ?? null;
}
