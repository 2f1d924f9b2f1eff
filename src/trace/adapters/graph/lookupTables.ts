// The tables that a converted model looks words up in, which another graph fills before its own runs. In: both graphs.
// Out: for each table what it is filled with.

import { isControl, outputText } from '../../../names/nodeInput.ts';
import { endOf, type GraphArtifacts, type Signed, type TopologyNode } from './artifacts.ts';
import { follower } from './followChain.ts';

export interface GraphTable {
  /** TensorFlow's words for its dtypes */
  readonly keyType: unknown;
  readonly valueType: unknown;
  /** of `nodes`, what gives its keys, [size], as `node` or `node:output` */
  readonly keys: string;
  /** [size] */
  readonly values: string;
  /** of the graph that fills it, each behind what it takes */
  readonly nodes: readonly TopologyNode[];
}

const makes = /^HashTable(V2)?$/;
const fills = /^(InitializeTable|LookupTableImport)(V2)?$/;
const looks = /^LookupTable(Find|Size)(V2)?$/;

export const makesTable = ({ op }: TopologyNode): boolean => makes.test(op);
export const looksUp = ({ op }: TopologyNode): boolean => looks.test(op);

/**
 * By the node of the model's own graph that stands for it: an input, or a node that the graph which fills it has too. A
 * table that nothing fills is undefined.
 * @param inputs by node, what the model is handed with a table
 */
export function tablesOf(
  { topology, initializer, initialized }: GraphArtifacts,
  inputs: ReadonlyMap<string, Signed>,
): Map<string, GraphTable | undefined> {
  const byName = new Map(initializer.map((node) => [node.name, node]));
  const source = follower((input) => {
    const node = byName.get(endOf(input).node);
    return node?.op === 'Identity' ? node.input?.[0] : undefined;
  });
  const sourceOf = (input: string): string => {
    const { node: name, output } = endOf(source(input));
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

/** The nodes that give `names`, and all that these take, without what only passes on. */
function withSources(
  names: readonly string[],
  byName: ReadonlyMap<string, TopologyNode>,
  sourceOf: (input: string) => string,
): TopologyNode[] {
  const result = new Map<string, TopologyNode>();
  const seen = new Set<string>();
  const stack: { readonly node: TopologyNode; readonly input: readonly string[]; next: number }[] = [];
  const enter = (text: string): void => {
    const node = byName.get(endOf(text).node);
    if (!node || seen.has(node.name)) return;
    seen.add(node.name);
    // nothing here waits for anything else: what fills the table waits for its inputs
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
