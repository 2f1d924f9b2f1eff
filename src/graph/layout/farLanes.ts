// Lanes of far links: one straight line beside all boxes in place of a bend in each rank.
import { laneGap } from './ranks.ts';
import type { LayerLink, Layers, Segment } from './segments.ts';

interface Lane {
  readonly links: number[];
  /** Ranks that it passes. */
  first: number;
  last: number;
  /** Middle of the ends of its first link, across the flow: it decides on which side of the group the lane runs. */
  middle: number;
}

/**
 * Puts far links into lanes at both sides of the group, in as few tracks as there are lanes that pass one rank.
 * @param x by node: its middle
 * @returns both with the bends at which lanes begin and end
 */
export function addFarLanes(
  links: readonly LayerLink[],
  layers: Layers,
  x: Float64Array,
): { readonly layers: Layers; readonly x: Float64Array } {
  if (layers.far.size === 0) return { layers, x };
  const lanes = lanesOf(links, layers, x);
  const grown = new GrowingLayers(layers, x);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < x.length; i++) {
    low = Math.min(low, x[i]! - Math.ceil(layers.cross[i]! / 2));
    high = Math.max(high, x[i]! + Math.ceil(layers.cross[i]! / 2));
  }
  for (const side of [-1, 1]) {
    const own = lanes.filter(({ middle }) => middle < (low + high) / 2 === (side === -1));
    const track = tracksOf(own);
    own.forEach((lane, i) => {
      grown.add(lane, links, (side === -1 ? low : high) + side * laneGap * (track[i]! + 1));
    });
  }
  return { layers: grown.layers, x: Float64Array.from(grown.x) };
}

function lanesOf(links: readonly LayerLink[], { rank, far }: Layers, x: Float64Array): Lane[] {
  const byKey = new Map<string, Lane>();
  for (const [link, key] of far) {
    const { from, to } = links[link]!;
    const [first, last] = [rank[from]! + 1, rank[to]! - 1];
    const middle = (x[from]! + x[to]!) / 2;
    const lane = byKey.get(key);
    if (!lane) byKey.set(key, { links: [link], first, last, middle });
    else {
      lane.links.push(link);
      lane.first = Math.min(lane.first, first);
      lane.last = Math.max(lane.last, last);
    }
  }
  return [...byKey.values()];
}

/** The track of each lane, from the inside out: two lanes that pass one rank have different ones. */
function tracksOf(lanes: readonly Lane[]): number[] {
  const track: number[] = [];
  const indices = [...lanes.keys()];
  const byFirst = indices.toSorted((a, b) => lanes[a]!.first - lanes[b]!.first);
  const byLast = indices.toSorted((a, b) => lanes[a]!.last - lanes[b]!.last);
  const free: number[] = [];
  let [count, ended] = [0, 0];
  for (const i of byFirst) {
    // a rank between two lanes of a track keeps their curves apart
    while (ended < byLast.length && lanes[byLast[ended]!]!.last + 1 < lanes[i]!.first)
      free.push(track[byLast[ended++]!]!);
    track[i] = free.pop() ?? count++;
  }
  return track;
}

/** Layers that lanes are added to. */
class GrowingLayers {
  readonly x: number[];
  readonly layers: Layers;
  readonly #rank: number[];
  readonly #cross: number[];
  readonly #up: Segment[][];
  readonly #down: Segment[][];
  readonly #paths: (readonly number[])[];

  constructor(layers: Layers, x: Float64Array) {
    const { rank, cross, up, down, paths } = layers;
    this.x = Array.from(x);
    this.#rank = [...rank];
    this.#cross = [...cross];
    this.#up = up.map((segments) => [...segments]);
    this.#down = down.map((segments) => [...segments]);
    this.#paths = [...paths];
    this.layers = {
      ...layers,
      rank: this.#rank,
      cross: this.#cross,
      up: this.#up,
      down: this.#down,
      paths: this.#paths,
    };
  }

  add(lane: Lane, links: readonly LayerLink[], at: number): void {
    const bends = new Map<number, number>();
    const bendAt = (rank: number): number => {
      const known = bends.get(rank);
      if (known !== undefined) return known;
      const bend = this.x.push(at) - 1;
      this.#rank.push(rank);
      this.#cross.push(0);
      this.#up.push([]);
      this.#down.push([]);
      bends.set(rank, bend);
      return bend;
    };
    for (const link of lane.links) {
      const { from, to, fromOffset, toOffset } = links[link]!;
      const [first, last] = [bendAt(this.#rank[from]! + 1), bendAt(this.#rank[to]! - 1)];
      this.#down[from]!.push({ node: first, own: fromOffset, other: 0 });
      this.#up[to]!.push({ node: last, own: toOffset, other: 0 });
      this.#paths[link] = first === last ? [from, first, to] : [from, first, last, to];
    }
  }
}
