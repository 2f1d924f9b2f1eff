// Refuses cycles of a graph: TensorFlow allows only those of loops, from a NextIteration back to a Merge.

import { UserError } from '../../../errors.ts';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { TopologyNode } from '../../sourceGraph.ts';

const cycle = (ring: readonly string[], within: string): string => {
  const [first, second] = ring;
  const way = second === undefined ? '' : ` by ${second}`;
  return `the node ${first}${within} follows from itself${way}, and TensorFlow takes no cycle that is not a loop’s`;
};

/**
 * Checks the cycles of a graph.
 * @param within the function that holds the nodes, for messages, such as ` of the function f`; '' for the graph
 * @param message the text for a cycle, whose nodes each read the next one
 * @throws UserError for a cycle that is no loop, and for a loop that nothing enters or nothing ends
 */
export function expectAcyclic(
  nodes: readonly TopologyNode[],
  within: string,
  message: (ring: readonly string[]) => string = (ring) => cycle(ring, within),
): void {
  const indexOf = new Map(nodes.map(({ name }, index) => [name, index]));
  const sources = nodes.map(({ op, input = [] }) =>
    input.flatMap((text) => {
      const source = indexOf.get(parseNodeInput(text).node);
      // arguments of a function are not nodes; the back edge of a loop is ignored
      return source === undefined || (op === 'Merge' && nodes[source]!.op === 'NextIteration') ? [] : [source];
    }),
  );
  const order = topologicalOrder(sources);
  if (order.length < nodes.length) throw new UserError(message(ringIn(sources, order).map((i) => nodes[i]!.name)));
  if (!nodes.some(({ op }) => op === 'Exit' || op === 'NextIteration' || op === 'Merge')) return;
  expectEntered(nodes, sources, order, within);
  expectEnded(nodes, sources, order, within);
}

/** Indices in topological order, without those on a cycle or downstream of one. */
function topologicalOrder(sources: readonly (readonly number[])[]): number[] {
  const readers = sources.map((): number[] => []);
  const waits = sources.map((list) => list.length);
  for (const [index, list] of sources.entries()) for (const source of list) readers[source]!.push(index);
  const order = [...sources.keys()].filter((index) => waits[index] === 0);
  // grows while it is read
  for (let at = 0; at < order.length; at++)
    for (const reader of readers[order[at]!]!) {
      waits[reader]! -= 1;
      if (waits[reader] === 0) order.push(reader);
    }
  return order;
}

/** A cycle among the nodes that `order` lacks; each of these reads another one of them. */
function ringIn(sources: readonly (readonly number[])[], order: readonly number[]): number[] {
  const free = new Set(order);
  const seen = new Map<number, number>();
  const path: number[] = [];
  let at = sources.findIndex((_, index) => !free.has(index));
  while (!seen.has(at)) {
    seen.set(at, path.length);
    path.push(at);
    at = sources[at]!.find((source) => !free.has(source))!;
  }
  return path.slice(seen.get(at));
}

/** @throws UserError for a node of a loop that has no Enter */
function expectEntered(
  nodes: readonly TopologyNode[],
  sources: readonly (readonly number[])[],
  order: readonly number[],
  within: string,
): void {
  // the number of loops around each node
  const depths = nodes.map(() => 0);
  for (const index of order) {
    const { name, op } = nodes[index]!;
    const depth = Math.max(0, ...new Set(sources[index]!.map((source) => depths[source]!)));
    const unentered = op === 'Merge' ? sources[index]!.length === 0 : depth === 0;
    if (unentered && (op === 'Merge' || op === 'Exit' || op === 'NextIteration'))
      throw new UserError(`${op} ${name}${within} belongs to a loop that nothing enters`);
    depths[index] = depth + (op === 'Enter' ? 1 : op === 'Exit' ? -1 : 0);
  }
}

/** @throws UserError for a NextIteration that no Switch can stop: its loop would run for ever */
function expectEnded(
  nodes: readonly TopologyNode[],
  sources: readonly (readonly number[])[],
  order: readonly number[],
  within: string,
): void {
  const stops = nodes.map(() => false);
  for (const index of order) {
    const { name, op } = nodes[index]!;
    stops[index] = op === 'Switch' || sources[index]!.some((source) => stops[source]!);
    if (op === 'NextIteration' && !stops[index])
      throw new UserError(`${op} ${name}${within} belongs to a loop that nothing ends: it follows from no Switch`);
  }
}
