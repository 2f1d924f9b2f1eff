// Puts boxes that were made in any order into preorder, and edges with them.
import { childrenOf, type Picture, type PictureEdge, type PictureNode, type PictureShape } from './picture.ts';

/** `nodes` name their parents by index in `nodes`; `order`, where given, says how siblings are sorted. */
export function inPreorder(
  name: string,
  nodes: readonly PictureNode[],
  edges: readonly PictureEdge[],
  order: (node: number) => number = (node) => node,
): Picture {
  if (isPreorder(nodes, order)) return { name, nodes, edges };
  const { of, top } = childrenOf({ nodes });
  const backwards = (a: number, b: number): number => order(b) - order(a);
  const index = new Int32Array(nodes.length).fill(-1);
  const sorted: PictureNode[] = [];
  const stack = [...top].sort(backwards);
  while (stack.length > 0) {
    const at = stack.pop()!;
    const node = nodes[at]!;
    const parent = node.parent === -1 ? -1 : index[node.parent]!;
    index[at] = sorted.length;
    sorted.push(parent === node.parent ? node : { ...node, parent });
    const inside = of[at]!;
    if (inside.length > 1) for (const child of [...inside].sort(backwards)) stack.push(child);
    else if (inside.length === 1) stack.push(inside[0]!);
  }
  const moved = edges.map((edge) => ({ ...edge, from: index[edge.from]!, to: index[edge.to]! }));
  return { name, nodes: sorted, edges: moved };
}

function isPreorder(nodes: readonly PictureNode[], order: (node: number) => number): boolean {
  let around = -1;
  for (let i = 0; i < nodes.length; i++) {
    const { parent } = nodes[i]!;
    if (order(i) !== i || parent >= i) return false;
    while (around !== parent) {
      if (around === -1) return false;
      around = nodes[around]!.parent;
    }
    around = i;
  }
  return true;
}

/**
 * A picture of the boxes that `into` maps to themselves; edges of others end at the box that `into` names. Edges within one
 * box go, and equal ones are one.
 */
export function merged(
  picture: Picture,
  nodes: readonly PictureNode[],
  into: ArrayLike<number>,
  sameOutputs: boolean,
): { readonly picture: Picture; readonly index: Int32Array } {
  const index = new Int32Array(nodes.length).fill(-1);
  const kept: PictureNode[] = [];
  for (const [i, node] of nodes.entries())
    if (into[i] === i) index[i] = kept.push(node.parent === -1 ? node : { ...node, parent: index[node.parent]! }) - 1;
  // what leaves a closed group is told apart by its shape
  const shapes = new Map<number, string[]>();
  const outputOf = (group: number, shape: PictureShape): number => {
    const list = shapes.get(group) ?? [];
    shapes.set(group, list);
    const text = String(shape);
    const index = list.indexOf(text);
    return index === -1 ? list.push(text) - 1 : index;
  };
  const known = new Set<number>();
  const edges: PictureEdge[] = [];
  for (const edge of picture.edges) {
    const [a, b] = [into[edge.from]!, into[edge.to]!];
    if (a === -1 || b === -1 || (a === b && edge.from !== edge.to)) continue;
    const [from, to] = [index[a]!, index[b]!];
    const output = sameOutputs || a === edge.from ? edge.output : outputOf(a, edge.shape);
    const key = ((from * kept.length + to) * 64 + Math.min(output, 31)) * 2 + (edge.control ? 1 : 0);
    if (known.has(key)) continue;
    known.add(key);
    edges.push({ ...edge, from, to, output });
  }
  return { picture: { name: picture.name, nodes: kept, edges }, index };
}
