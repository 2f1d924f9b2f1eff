// Finds the nodes that the inputs of a graph's nodes name.
import { isControl, parseUnspelledInput } from '../names/nodeInput.ts';
import type { Graph, GraphNode } from './graph.ts';

/** One output of a node, or the node as a control input. */
export interface Source {
  readonly node: GraphNode;
  readonly output: number;
  readonly control: boolean;
}

/** Returns a function from an input's text to its source; undefined for an input that names no node. */
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
