// Where a node's inputs come from. In: a graph. Out: for an input as it is written, the node, its output, and the kind.
import { isControl, parseUnspelledInput } from '../names/nodeInput.ts';
import type { Graph, GraphNode } from './graph.ts';

export interface Source {
  readonly node: GraphNode;
  readonly output: number;
  readonly control: boolean;
}

/** @returns undefined for an input that names no node */
export function sourcesIn({ nodes }: Graph): (input: string) => Source | undefined {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  return (input) => {
    const control = isControl(input);
    // a name may end like an output
    const whole = byName.get(control ? input.slice(1) : input);
    if (whole) return { node: whole, output: 0, control };
    const { node: name, output } = parseUnspelledInput(input);
    const node = byName.get(name);
    return node && { node, output, control };
  };
}
