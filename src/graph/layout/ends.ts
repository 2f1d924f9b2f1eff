// Where lines meet the sides of a box: the spine in the middle, others apart from it and towards where they go.
import type { LayerLink, LayerNode, Layers, Segment } from './segments.ts';
import type { Spine } from './spine.ts';

const endGap = 12;
/** A line keeps this far from a corner of its box. */
const cornerGap = 12;

export interface Ends {
  /** By link: where it leaves and where it enters, across the flow. */
  readonly out: Float64Array;
  readonly into: Float64Array;
  /** By link: whether its label stands on it. */
  readonly labelled: Uint8Array;
}

/** What meets one side of a node in one point. */
interface Meeting {
  readonly links: number[];
  /** Distance from the middle of the node. */
  at: number;
  /** Stays in the middle. */
  readonly fixed: boolean;
  /** Half of the room of a label. */
  readonly half: number;
}

export function endsOf(
  nodes: readonly LayerNode[],
  links: readonly LayerLink[],
  layers: Layers,
  spine: Spine,
  x: Float64Array,
): Ends {
  const ends: Ends = {
    out: new Float64Array(links.length),
    into: new Float64Array(links.length),
    labelled: new Uint8Array(links.length),
  };
  const leaving: number[][] = nodes.map(() => []);
  const entering: number[][] = nodes.map(() => []);
  for (const [i, { from, to }] of links.entries()) {
    leaving[from]!.push(i);
    entering[to]!.push(i);
  }
  const { paths } = layers;
  const wishAt = wishesOf(layers, spine, x);
  for (const [node, { fixedEnds, cross }] of nodes.entries()) {
    if (fixedEnds) {
      for (const i of leaving[node]!) ends.out[i] = x[node]! + links[i]!.fromOffset;
      for (const i of entering[node]!) ends.into[i] = x[node]! + links[i]!.toOffset;
      continue;
    }
    const half = Math.max(0, cross / 2 - cornerGap);
    const indexOfValue = (i: number): number => links[i]!.value;
    const out = meetings(leaving[node]!, indexOfValue, (i) => wishAt(node, paths[i]![1]!, links[i]!.label));
    const lastOf = (i: number): number => paths[i]!.at(-2)!;
    const into = meetings(entering[node]!, lastOf, (i) => wishAt(node, lastOf(i)));
    for (const list of [out, into]) spread(list, half);
    for (const { links: list, at } of out) for (const i of list) ends.out[i] = Math.round(x[node]! + at);
    for (const { links: list, at } of into) for (const i of list) ends.into[i] = Math.round(x[node]! + at);
    for (const i of labelledIn(out)) ends.labelled[i] = 1;
  }
  return ends;
}

interface Wish {
  readonly at: number;
  readonly onSpine: boolean;
  readonly label: LayerLink['label'];
}

/** Where on a node a line would stand that goes straight to its neighbour. */
function wishesOf(
  { up, down, rank }: Layers,
  { has, next }: Spine,
  x: Float64Array,
): (node: number, near: number, label?: LayerLink['label']) => Wish {
  // by neighbour of one node: their first segment, since a node may have thousands
  const first = new Array<Segment | undefined>(rank.length);
  let indexed = -1;
  const index = (node: number): void => {
    indexed = node;
    for (const segments of [up[node]!, down[node]!])
      for (let k = segments.length - 1; k >= 0; k--) first[segments[k]!.node] = segments[k]!;
  };
  return (node, near, label) => {
    if (indexed !== node) index(node);
    const { own, other } = first[near]!;
    const [before, after] = rank[near]! > rank[node]! ? [node, near] : [near, node];
    const onSpine = has[before] === 1 && next[before] === after;
    return { at: x[near]! + other - own - x[node]!, onSpine, label };
  };
}

function meetings(
  links: readonly number[],
  keyOf: (link: number) => number,
  wishOf: (link: number) => Wish,
): Meeting[] {
  const byKey = new Map<number, { links: number[]; at: number[]; onSpine: boolean; half: number }>();
  for (const i of links) {
    const { at, onSpine, label } = wishOf(i);
    const known = byKey.get(keyOf(i)) ?? { links: [], at: [], onSpine: false, half: 0 };
    byKey.set(keyOf(i), known);
    known.links.push(i);
    known.at.push(at);
    known.onSpine ||= onSpine;
    if (label) known.half = Math.max(known.half, label.cross / 2 + 4);
  }
  const all = [...byKey.values()];
  // a label belongs under the middle of its box
  const central =
    all.find(({ onSpine }) => onSpine) ?? all.find(({ half }) => half > 0) ?? (all.length === 1 ? all[0] : undefined);
  return all.map((one) => ({
    links: one.links,
    at: one === central ? 0 : one.at.reduce((a, b) => a + b, 0) / one.at.length,
    fixed: one === central,
    half: one === central ? one.half : 0,
  }));
}

/** Sorts the meetings by where they want to be and keeps them apart within `half` of the middle. */
function spread(list: Meeting[], half: number): void {
  for (const one of list) one.at = Math.max(-half, Math.min(half, one.at));
  list.sort((a, b) => a.at - b.at);
  const middle = list.findIndex(({ fixed }) => fixed);
  if (middle === -1) {
    const step = Math.min(endGap, (2 * half) / Math.max(1, list.length - 1));
    for (let i = 1; i < list.length; i++) list[i]!.at = Math.max(list[i]!.at, list[i - 1]!.at + step);
    for (let i = list.length - 1; i >= 0; i--) list[i]!.at = Math.min(list[i]!.at, half - (list.length - 1 - i) * step);
    return;
  }
  for (const side of [1, -1]) {
    const outer = side === 1 ? list.slice(middle + 1) : list.slice(0, middle).reverse();
    const clear = Math.max(endGap, list[middle]!.half);
    const first = Math.min(clear, half / Math.max(1, outer.length));
    const step = Math.min(endGap, (half - first) / Math.max(1, outer.length - 1));
    outer.forEach((one, i) => {
      const low = i === 0 ? first : outer[i - 1]!.at * side + step;
      const high = half - (outer.length - 1 - i) * step;
      one.at = Math.min(Math.max(one.at * side, low), high) * side;
    });
  }
}

/** The links whose line carries a label: the middle one's, unless another line would run through the text. */
function labelledIn(list: readonly Meeting[]): readonly number[] {
  const central = list.find(({ fixed, half }) => fixed && half > 0);
  if (!central || list.some((one) => one !== central && Math.abs(one.at) < central.half)) return [];
  return central.links;
}
