// The scope of the nodes that compute sizes of open axes, in any dialect.
import type { GraphNode } from '../../graph/graph.ts';
import { uniqueNames } from '../../names/uniqueNames.ts';

/** Nodes in a scope that the graph does not have, each made when it is first needed. */
export class SizeScope {
  /** In the order in which they were made; a node reads those before it. */
  readonly made: GraphNode[] = [];
  readonly #uniqueName = uniqueNames();
  readonly #scope: string;
  readonly #names = new Map<string, string>();

  /** @param nodes of the graph */
  constructor(nodes: readonly GraphNode[]) {
    for (const scope of new Set(nodes.map(({ name }) => name.split('/')[0]!))) this.#uniqueName(scope);
    this.#scope = this.#uniqueName('sizes');
  }

  /**
   * The name of the node for a key, which `make` returns at the first call.
   * @param key equal for nodes that give the same value
   * @param stem the node's name in the scope, to which a number may be added
   */
  once(key: string, stem: string, make: (name: string) => GraphNode): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const node = make(this.#uniqueName(`${this.#scope}/${stem}`));
    this.made.push(node);
    this.#names.set(key, node.name);
    return node.name;
  }
}

/** The stem of a whole number's node: `3`, `minus_1`. */
export const wholeStem = (value: number): string => `${value < 0 ? 'minus_' : ''}${Math.abs(value)}`;
