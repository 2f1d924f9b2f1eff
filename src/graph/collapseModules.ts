// A graph down to a depth, for models that are too deep to look at. In: a graph and its trace. Out: a smaller graph.
import { uniqueNames } from '../names/uniqueNames.ts';
import { modulesAround } from '../trace/calls.ts';
import type { ModuleCall, Trace } from '../trace/trace.ts';
import type { Graph, GraphNode, NodeShape } from './graph.ts';
import { type Source, sourcesIn } from './nodeSources.ts';

/**
 * Each call of a module `depth` levels below the model becomes one node, named as its scope and of its module's type. Edges
 * that cross its border stay; parameters go with the call that reads them first.
 */
export function collapsed(graph: Graph, trace: Trace, depth: number): Graph {
  const source = sourcesIn(graph);
  const groups = groupsOf(graph, trace, depth);
  const names = uniqueNames();
  for (const node of graph.nodes) if (!groups.has(node)) names(node.name);
  const nameOf = new Map([...new Set(groups.values())].map((place) => [place, names(graph.scopes!.get(place)!)]));

  // by group: the tensors that others read, in the order of their first use
  const given = new Map<number, Source[]>();
  const outputOf = (place: number, { node, output }: Source): number => {
    const tensors = given.get(place) ?? [];
    given.set(place, tensors);
    const known = tensors.findIndex((tensor) => tensor.node === node && tensor.output === output);
    return known === -1 ? tensors.push({ node, output, control: false }) - 1 : known;
  };
  /** an input as `reader` calls it now; undefined inside of its own group */
  const spelled = (input: string, reader: number | undefined): string | undefined => {
    const from = source(input);
    const place = from && groups.get(from.node);
    if (!from || place === undefined) return input;
    if (place === reader) return undefined;
    const name = nameOf.get(place)!;
    if (from.control) return `^${name}`;
    const output = outputOf(place, from);
    return output === 0 ? name : `${name}:${output}`;
  };
  const taken = new Map<number, Set<string>>();
  const left: (GraphNode | number)[] = [];
  for (const node of graph.nodes) {
    const place = groups.get(node);
    const inputs = node.inputs.flatMap((input) => spelled(input, place) ?? []);
    if (place === undefined) left.push({ ...node, inputs });
    else {
      if (!taken.has(place)) left.push(place);
      taken.set(place, new Set([...(taken.get(place) ?? []), ...inputs]));
    }
  }
  const asOne = (place: number): GraphNode => ({
    name: nameOf.get(place)!,
    op: trace.modules[(trace.calls[place] as ModuleCall).module]!.type,
    inputs: [...taken.get(place)!],
    attributes: { _output_shapes: { shapes: (given.get(place) ?? []).map(shapeOf) } },
    call: place,
  });
  return { ...graph, nodes: left.map((node) => (typeof node === 'number' ? asOne(node) : node)) };
}

/** Of each node that is in one, the place of the module call that becomes one node. */
function groupsOf({ nodes, scopes }: Graph, trace: Trace, depth: number): Map<GraphNode, number> {
  const groups = new Map<GraphNode, number>();
  if (!scopes) return groups;
  const around = modulesAround(trace);
  for (const node of nodes) {
    const place = node.call === undefined ? undefined : around[node.call]![depth];
    if (place !== undefined) groups.set(node, place);
  }
  return groups;
}

function shapeOf({ node, output }: Source): NodeShape {
  const { _output_shapes: known } = node.attributes;
  return (known && 'shapes' in known ? known.shapes[output] : undefined) ?? null;
}
