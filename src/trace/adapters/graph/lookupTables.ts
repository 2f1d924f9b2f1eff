// The lookup tables of a converted model, and the nodes of the initializer graph that compute their keys and values.

import { isControl, outputText, parseNodeInput } from '../../../names/nodeInput.ts';
import type { GraphTable, TopologyNode } from '../../sourceGraph.ts';
import type { GraphArtifacts, TensorInfo } from './artifacts.ts';
import { follower } from './followChain.ts';

const makes = /^HashTable(V2)?$/;
const fills = /^(InitializeTable|LookupTableImport)(V2)?$/;
const looks = /^LookupTable(Find|Size)(V2)?$/;

/** Whether a node makes a table. */
export const makesTable = ({ op }: TopologyNode): boolean => makes.test(op);
/** Whether a node reads a table. */
export const looksUp = ({ op }: TopologyNode): boolean => looks.test(op);

/**
 * The tables, keyed by the node that represents the table in the model's graph: an input, or a node that the initializer
 * graph has too. A table that nothing fills is undefined.
 * @param inputs the inputs of the model that are tables, by node
 */
export function tablesOf(
  { topology, initializer, initialized }: GraphArtifacts,
  inputs: ReadonlyMap<string, TensorInfo>,
): Map<string, GraphTable | undefined> {
  const byName = new Map(initializer.map((node) => [node.name, node]));
  const source = follower((input) => {
    const node = byName.get(parseNodeInput(input).node);
    return node?.op === 'Identity' ? node.input?.[0] : undefined;
  });
  const sourceOf = (input: string): string => {
    const { node: name, output } = parseNodeInput(source(input));
    return outputText({ node: name, output });
  };
  const filled = new Map(
    initializer.filter(({ op }) => fills.test(op)).map((node) => [sourceOf(node.input![0]!), node]),
  );
  const known = (made: string | undefined): GraphTable | undefined => {
    const [table, fill] = [byName.get(made ?? ''), filled.get(made ?? '')];
    if (!table || !fill) return undefined;
    const { key_dtype, value_dtype } = (table.attr ?? {}) as Record<string, { type?: unknown } | undefined>;
    const [keys, values] = fill.input!.slice(1, 3).map(sourceOf) as [string, string];
    const nodes = withSources([keys, values], byName, sourceOf);
    return { keyType: key_dtype?.type, valueType: value_dtype?.type, keys, values, nodes };
  };
  const handed = new Map(initialized.map(({ name, resourceId }) => [resourceId, sourceOf(name)]));
  return new Map([
    ...[...inputs].map(([node, { resourceId }]) => [node, known(handed.get(resourceId))] as const),
    ...topology.node.filter(makesTable).map(({ name }) => [name, known(name)] as const),
  ]);
}

/** The nodes that compute `names`, in topological order, without Identity nodes. */
function withSources(
  names: readonly string[],
  byName: ReadonlyMap<string, TopologyNode>,
  sourceOf: (input: string) => string,
): TopologyNode[] {
  const result = new Map<string, TopologyNode>();
  const seen = new Set<string>();
  const stack: { readonly node: TopologyNode; readonly input: readonly string[]; next: number }[] = [];
  const enter = (text: string): void => {
    const node = byName.get(parseNodeInput(text).node);
    if (!node || seen.has(node.name)) return;
    seen.add(node.name);
    // control inputs are left out: the node that fills the table reads all that it needs
    const input = (node.input ?? []).filter((one) => !isControl(one)).map(sourceOf);
    stack.push({ node, input, next: 0 });
  };
  for (const text of names) {
    enter(text);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const { node, input } = top;
      if (top.next < input.length) enter(input[top.next++]!);
      else {
        stack.pop();
        result.set(node.name, { ...node, input });
      }
    }
  }
  return [...result.values()];
}
