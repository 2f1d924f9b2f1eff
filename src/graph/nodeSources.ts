// Where a node's inputs come from. In: a graph. Out: for an input as it is written, the node, its output, and the kind.
import type { Graph, GraphNode } from './graph.ts';

const parts = /^(\^?)(.*?)(:\d+)?$/s;

/** `^control`, `node` or `node:output` with another name in the node's place. */
export function renamedInput(input: string, rename: (name: string) => string): string {
  const [, control, name, output = ''] = parts.exec(input)!;
  return `${control}${rename(name!)}${output}`;
}

/** The node that an input names. */
export const nodeIn = (input: string): string => parts.exec(input)![2]!;

export interface Source {
  readonly node: GraphNode;
  readonly output: number;
  readonly control: boolean;
}

/** @returns undefined for an input that names no node */
export function sourcesIn({ nodes }: Graph): (input: string) => Source | undefined {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return (input) => {
    const control = input.startsWith('^');
    const text = control ? input.slice(1) : input;
    // a name may end as an output does
    const whole = byName.get(text);
    if (whole) return { node: whole, output: 0, control };
    const colon = text.lastIndexOf(':');
    const node = byName.get(text.slice(0, colon));
    return node && { node, output: Number(text.slice(colon + 1)), control };
  };
}
