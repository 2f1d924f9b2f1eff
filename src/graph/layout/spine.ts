// The spine: the longest path through a group, which is drawn as one straight line.
import type { LayerNode, Layers } from './segments.ts';

/** A group that the line leaves elsewhere than it entered moves it aside; further out than this it comes back. */
const maxDrift = 160;

export interface Spine {
  /** By node: whether it is on the spine. */
  readonly has: Uint8Array;
  /** By node on the spine: where its middle stands for the line to be straight. */
  readonly target: Float64Array;
  /** By node on the spine: the next one, or -1. */
  readonly next: Int32Array;
}

/** Of paths of equal length the one with the larger weight, such as most parameters. */
export function spineOf(nodes: readonly LayerNode[], { real, rank, rows, down, up }: Layers): Spine {
  const total = rank.length;
  const length = new Int32Array(total);
  const weight = new Float64Array(total);
  const next = new Int32Array(total).fill(-1);
  const byRank: number[][] = rows.map(() => []);
  for (let node = 0; node < total; node++) byRank[rank[node]!]!.push(node);
  const better = (a: number, b: number): boolean =>
    b === -1 || length[a]! > length[b]! || (length[a] === length[b] && weight[a]! > weight[b]!);
  const settle = (node: number): void => {
    const targets = down[node]!;
    for (let k = 0; k < targets.length; k++) if (better(targets[k]!.node, next[node]!)) next[node] = targets[k]!.node;
    const after = next[node]!;
    const counts = node < real && !nodes[node]!.pin;
    length[node] = (after === -1 ? 0 : length[after]!) + (counts ? 1 : 0);
    weight[node] = (after === -1 ? 0 : weight[after]!) + (counts ? (nodes[node]!.weight ?? 0) : 0);
  };
  for (let r = byRank.length - 1; r >= 0; r--) for (const node of byRank[r]!) settle(node);
  let head = -1;
  // what comes from outside of the group leads before what begins in it
  const enters = (node: number): boolean => node < real && nodes[node]!.pin === 'start';
  for (let node = 0; node < total; node++) {
    if (up[node]!.length > 0) continue;
    const isLevel = head !== -1 && length[node] === length[head] && enters(node) !== enters(head);
    if (isLevel ? enters(node) : better(node, head)) head = node;
  }
  const has = new Uint8Array(total);
  const target = new Float64Array(total);
  // where the line runs that leads from one node to the next
  let line: number | undefined;
  let own = 0;
  for (let node = head; node !== -1; node = next[node]!) {
    has[node] = 1;
    target[node] = line === undefined ? 0 : line - own;
    const segment = down[node]!.find(({ node: to }) => to === next[node]);
    if (!segment) break;
    const straight = target[node]! + segment.own;
    line = Math.abs(straight) > maxDrift ? 0 : straight;
    own = segment.other;
  }
  return { has, target, next };
}
