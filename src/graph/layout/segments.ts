// One group while it is laid out: nodes in ranks along the flow, links between them cut into segments of one rank each.
// Distances are called `cross` (across the flow) and `flow` (along it), so that both directions are one computation.
import { farLinks } from './farLinks.ts';

export interface LayerNode {
  /** Size across and along the flow. */
  readonly cross: number;
  readonly flow: number;
  /** A point of the group's border, before or after everything else. */
  readonly pin?: 'start' | 'end';
  /** Its links end where `fromOffset` and `toOffset` say, as they go on inside an open group. */
  readonly fixedEnds?: boolean;
  /** Has a link to itself, which runs around its far side. */
  readonly loop?: boolean;
  readonly weight?: number;
}

export interface LayerLink {
  readonly from: number;
  readonly to: number;
  /** Distance across the flow from the middle of the node, where it has fixed ends. */
  readonly fromOffset: number;
  readonly toOffset: number;
  /** Links of one source and one value leave it as one line. */
  readonly value: number;
  readonly label?: { readonly cross: number; readonly flow: number } | undefined;
}

/** One end of a segment as its other end sees it. */
export interface Segment {
  readonly node: number;
  /** Offsets of its two ends from the middle of this node, and of the other. */
  readonly own: number;
  readonly other: number;
}

export interface Layers {
  /** Nodes below this index are the group's, the others are bends of long links. */
  readonly real: number;
  readonly rank: readonly number[];
  /** Room across the flow; 0 for a bend. */
  readonly cross: readonly number[];
  readonly up: readonly (readonly Segment[])[];
  readonly down: readonly (readonly Segment[])[];
  /** By link: the nodes that it passes, ends included. */
  readonly paths: readonly (readonly number[])[];
  /** By far link, which has no bends until the others have their places: those with one key share a lane. */
  readonly far: ReadonlyMap<number, string>;
  /** By rank: its nodes from left to right. */
  readonly rows: number[][];
}

/** Distance across the flow at which a link to itself passes a box, and the room for it. */
export const loopReach = 12;
const loopRoom = 20;

/** Links into one node that bend on the way; with more they are bundled. */
const maxSeparateLinks = 6;

function has(segments: readonly Segment[], node: number, own: number, other: number): boolean {
  for (let k = 0; k < segments.length; k++) {
    const one = segments[k]!;
    if (one.node === node && one.own === own && one.other === other) return true;
  }
  return false;
}

/** Cuts links into segments. Long links of one value share their bends, as do many long links into one node. */
export function layersOf(
  nodes: readonly LayerNode[],
  links: readonly LayerLink[],
  nodeRanks: ArrayLike<number>,
  maxBends: number,
): Layers {
  const rank = Array.from(nodeRanks);
  const cross = nodes.map((node) => node.cross + (node.loop ? 2 * loopRoom : 0));
  // a label stands under the middle of its node
  for (const { from, label } of links) if (label) cross[from] = Math.max(cross[from]!, label.cross + 8);
  const up: Segment[][] = nodes.map(() => []);
  const down: Segment[][] = nodes.map(() => []);
  const join = (from: number, to: number, own: number, other: number): void => {
    // links that share bends share segments
    const known =
      down[from]!.length < up[to]!.length ? has(down[from]!, to, own, other) : has(up[to]!, from, other, own);
    if (known) return;
    down[from]!.push({ node: to, own, other });
    up[to]!.push({ node: from, own: other, other: own });
  };
  const longInto = new Int32Array(nodes.length);
  for (const { from, to } of links) if (rank[to]! - rank[from]! > 1) longInto[to]!++;
  // by what shares bends: the bend of each rank
  const chains = new Map<string, number[]>();
  const bendOf = (chain: number[], at: number): number => {
    const known = chain[at];
    if (known !== undefined) return known;
    const bend = cross.push(0) - 1;
    rank.push(at);
    up.push([]);
    down.push([]);
    chain[at] = bend;
    return bend;
  };
  const isFar = farLinks(links, rank, maxBends);
  const far = new Map<number, string>();
  const paths = links.map(({ from, to, fromOffset, toOffset, value }, i) => {
    const path = [from];
    if (rank[to]! - rank[from]! > 1) {
      const key = longInto[to]! > maxSeparateLinks ? `into ${to} ${toOffset}` : `${from} ${fromOffset} ${value}`;
      if (isFar.has(i)) {
        far.set(i, key);
        return [from, to];
      }
      const chain = chains.get(key) ?? [];
      chains.set(key, chain);
      for (let at = rank[from]! + 1; at < rank[to]!; at++) path.push(bendOf(chain, at));
    }
    path.push(to);
    for (let i = 1; i < path.length; i++)
      join(path[i - 1]!, path[i]!, i === 1 ? fromOffset : 0, i === path.length - 1 ? toOffset : 0);
    return path;
  });
  const last = rank.reduce((a, b) => Math.max(a, b), -1);
  return { real: nodes.length, rank, cross, up, down, paths, far, rows: Array.from({ length: last + 1 }, () => []) };
}
