// Ranks: the row of each node along the flow, after all that it reads.
import type { LayerLink, LayerNode } from './segments.ts';

/** Room between two boxes of a rank, across the flow. */
export const boxGap = 20;
/** Room between two lines, and between a line and a box, across the flow. */
export const laneGap = 14;
/** Wider ranks go on in the next one: about a screen. */
const maxRankCross = 1500;

/** Longest path from the sources; a source stands just before its first reader. Links must form no loop. */
export function ranksOf(nodes: readonly LayerNode[], links: readonly LayerLink[]): Int32Array {
  const into: number[][] = nodes.map(() => []);
  const out: number[][] = nodes.map(() => []);
  for (const { from, to } of links) {
    out[from]!.push(to);
    into[to]!.push(from);
  }
  const order = topological(into, out);
  const first = nodes.some(({ pin }) => pin === 'start') ? 1 : 0;
  const rank = Int32Array.from(nodes, ({ pin }) => (pin === 'start' ? 0 : first));
  for (const node of order) for (const to of out[node]!) rank[to] = Math.max(rank[to]!, rank[node]! + 1);
  for (const node of order.toReversed()) {
    if (nodes[node]!.pin || into[node]!.length > 0) continue;
    // the end of the group is no reader: it comes after everything
    const readers = out[node]!.filter((to) => nodes[to]!.pin !== 'end').map((to) => rank[to]!);
    if (readers.length > 0) rank[node] = Math.max(rank[node]!, Math.min(...readers) - 1);
  }
  splitWideRanks(nodes, into, order, rank, first);
  let last = 0;
  for (const [i, { pin }] of nodes.entries()) if (pin !== 'end') last = Math.max(last, rank[i]!);
  for (const [i, { pin }] of nodes.entries()) if (pin === 'end') rank[i] = last + 1;
  return rank;
}

/** Coffman and Graham: in the order of their ranks, each node goes into the first rank after its sources with room. */
function splitWideRanks(
  nodes: readonly LayerNode[],
  into: readonly (readonly number[])[],
  order: readonly number[],
  rank: Int32Array,
  first: number,
): void {
  const total: number[] = [];
  for (const [i, { pin, cross }] of nodes.entries())
    if (!pin) total[rank[i]!] = (total[rank[i]!] ?? 0) + cross + boxGap;
  if (!total.some((cross) => cross > maxRankCross)) return;
  const taken: number[] = [];
  // the first rank that may have room, so that a thousand nodes of one rank do not all search from its start
  const roomFrom: number[] = [];
  const byRank = order.map((node, i) => [node, i] as const).sort(([a, i], [b, j]) => rank[a]! - rank[b]! || i - j);
  for (const [node] of byRank) {
    const { pin, cross } = nodes[node]!;
    if (pin) continue;
    let at = into[node]!.length === 0 ? rank[node]! : first;
    for (const from of into[node]!) at = Math.max(at, rank[from]! + 1);
    const start = at;
    at = Math.max(at, roomFrom[start] ?? 0);
    while (taken[at] !== undefined && taken[at]! + cross > maxRankCross) at++;
    roomFrom[start] = at;
    rank[node] = at;
    taken[at] = (taken[at] ?? 0) + cross + boxGap;
  }
}

function topological(into: readonly (readonly number[])[], out: readonly (readonly number[])[]): number[] {
  const left = Int32Array.from(into, ({ length }) => length);
  const order: number[] = [];
  for (const [node, count] of left.entries()) if (count === 0) order.push(node);
  for (let i = 0; i < order.length; i++) for (const to of out[order[i]!]!) if (--left[to]! === 0) order.push(to);
  return order;
}
