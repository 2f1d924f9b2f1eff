// Positions across the flow: each node as near to its neighbours as the gaps allow, the spine straight.

import type { Adjacency, Sides } from './adjacency.ts';
import { boxGap, laneGap } from './ranks.ts';
import type { Layers, Segment } from './segments.ts';
import type { Spine } from './spine.ts';

const passes = 10;
/** A lane that would have to move further than this follows its neighbours instead. */
const maxLaneShift = 200;

/** How strongly two neighbours want to be in line, by how many of them are bends: boxes give way to long lines. */
const pulls = [1, 0.4, 400];
const spineWeight = 1e5;
const keepWeight = 1e-6;

/** The distance that the middles of two neighbours of a rank need. */
const distance = ({ cross }: Layers, a: number, b: number): number =>
  (cross[a]! + cross[b]!) / 2 + (cross[a]! > 1 && cross[b]! > 1 ? boxGap : laneGap);

/** Places nodes across the flow. @returns by node: the position of its middle, in pixels */
export function crossPositions(layers: Layers, { up, down }: Sides, spine: Spine): Float64Array {
  const { rows } = layers;
  const x = new Float64Array(layers.rank.length);
  const offsets = rows.map((row) => offsetsIn(layers, row));
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!;
    const half = offsets[r]!.at(-1)! / 2;
    for (let i = 0; i < row.length; i++) x[row[i]!] = offsets[r]![i]! - half;
  }
  const solver = new RowSolver(layers, spine, x);
  for (let pass = 0; pass < passes; pass++) {
    if (pass % 2 === 0) for (let r = 1; r < rows.length; r++) solver.settle(rows[r]!, offsets[r]!, up);
    else for (let r = rows.length - 2; r >= 0; r--) solver.settle(rows[r]!, offsets[r]!, down);
  }
  for (let r = 0; r < rows.length; r++) solver.settle(rows[r]!, offsets[r]!, up, down);
  straightenLanes(layers, spine, x);
  return x;
}

/** Distances of a row's nodes from its first one when they stand as close as they may. */
function offsetsIn(layers: Layers, row: readonly number[]): Float64Array {
  const offsets = new Float64Array(row.length);
  for (let i = 1; i < row.length; i++) offsets[i] = offsets[i - 1]! + distance(layers, row[i - 1]!, row[i]!);
  return offsets;
}

/** Least squares with minimal distances: neighbours that want to overlap are pooled into one block (pool adjacent violators). */
class RowSolver {
  readonly #layers: Layers;
  readonly #spine: Spine;
  readonly #x: Float64Array;
  // of the blocks of one row: weight, weighted sum of wishes, index of the first node
  readonly #weight: Float64Array;
  readonly #sum: Float64Array;
  readonly #first: Int32Array;

  constructor(layers: Layers, spine: Spine, x: Float64Array) {
    this.#layers = layers;
    this.#spine = spine;
    this.#x = x;
    const widest = layers.rows.reduce((max, row) => Math.max(max, row.length), 0);
    this.#weight = new Float64Array(widest);
    this.#sum = new Float64Array(widest);
    this.#first = new Int32Array(widest);
  }

  /** Moves a row's nodes towards their neighbours on the sides given. */
  settle(row: readonly number[], offsets: Float64Array, side: Adjacency, otherSide?: Adjacency): void {
    const x = this.#x;
    const { has, target } = this.#spine;
    const weights = this.#weight;
    const sums = this.#sum;
    let blocks = 0;
    for (let i = 0; i < row.length; i++) {
      const node = row[i]!;
      const own = has[node] ? spineWeight : keepWeight;
      weights[blocks] = own;
      sums[blocks] = own * ((has[node] ? target[node]! : x[node]!) - offsets[i]!);
      this.#first[blocks] = i;
      this.#pull(node, side, offsets[i]!, blocks);
      if (otherSide) this.#pull(node, otherSide, offsets[i]!, blocks);
      while (blocks > 0 && sums[blocks - 1]! / weights[blocks - 1]! > sums[blocks]! / weights[blocks]!) {
        weights[blocks - 1]! += weights[blocks]!;
        sums[blocks - 1]! += sums[blocks]!;
        blocks--;
      }
      blocks++;
    }
    for (let block = 0, i = 0; block < blocks; block++) {
      const end = block + 1 < blocks ? this.#first[block + 1]! : row.length;
      const at = sums[block]! / weights[block]!;
      for (; i < end; i++) x[row[i]!] = at + offsets[i]!;
    }
  }

  /** Adds what a node's neighbours want to its block. */
  #pull(node: number, { start, near, shift }: Adjacency, offset: number, block: number): void {
    const { real } = this.#layers;
    const x = this.#x;
    let weight = 0;
    let sum = 0;
    for (let k = start[node]!; k < start[node + 1]!; k++) {
      const pull = pulls[(node >= real ? 1 : 0) + (near[k]! >= real ? 1 : 0)]!;
      weight += pull;
      sum += pull * (x[near[k]!]! + shift[k]! - offset);
    }
    this.#weight[block]! += weight;
    this.#sum[block]! += sum;
  }
}

/** The chains of bends: of one chain each bend has at most one before and one after it. */
function lanesOf({ real, rank, up, down }: Layers): number[][] {
  const bendIn = (segments: readonly Segment[]): number | undefined => segments.find(({ node }) => node >= real)?.node;
  const lanes: number[][] = [];
  for (let start = real; start < rank.length; start++) {
    if (bendIn(up[start]!) !== undefined) continue;
    const lane: number[] = [];
    for (let bend: number | undefined = start; bend !== undefined; bend = bendIn(down[bend]!)) lane.push(bend);
    lanes.push(lane);
  }
  return lanes;
}

/** Has a long link run straight beside the boxes: from the spine outwards each takes the nearest x free all the way. */
function straightenLanes(layers: Layers, spine: Spine, x: Float64Array): void {
  const { rows, rank } = layers;
  const position = new Int32Array(rank.length);
  const middle = rows.map((row) => {
    row.forEach((node, i) => {
      position[node] = i;
    });
    const at = row.findIndex((node) => spine.has[node]);
    return at === -1 ? (row.length - 1) / 2 : at;
  });
  // links to boxes off the spine, at which a lane begins or ends
  const isBox = ({ node }: Segment): boolean => node < layers.real && spine.has[node] === 0;
  const boxLinksAbove = (bend: number): Segment[] => layers.up[bend]!.filter(isBox);
  const boxLinksBelow = (bend: number): Segment[] => layers.down[bend]!.filter(isBox);
  const lanes = lanesOf(layers)
    .filter((lane) => !spine.has[lane[0]!])
    .map((lane) => {
      const away = lane.reduce((sum, node) => sum + position[node]! - middle[rank[node]!]!, 0) / lane.length;
      return { lane, away };
    });
  for (const side of [1, -1]) {
    const ofSide = lanes.filter(({ away }) => away * side > 0 || (away === 0 && side === 1));
    for (const { lane } of ofSide.sort((a, b) => (a.away - b.away) * side)) {
      const sorted = lane.map((node) => x[node]! * side).sort((a, b) => a - b);
      const own = sorted[sorted.length >> 1]!;
      let free = own;
      for (const node of lane) {
        const inner = rows[rank[node]!]![position[node]! - side];
        if (inner !== undefined) free = Math.max(free, x[inner]! * side + distance(layers, inner, node));
      }
      if (free - own > maxLaneShift) continue;
      // below a box that stands further out the lane leaves it straight down, or enters it so
      const ends = [...boxLinksAbove(lane[0]!), ...boxLinksBelow(lane.at(-1)!)].map(
        ({ node, own, other }) => (x[node]! + other - own) * side,
      );
      const beside = ends.filter((end) => end > free && end - free < maxLaneShift);
      if (beside.length > 0) free = Math.min(...beside);
      for (const node of lane) moveOut(layers, x, rows[rank[node]!]!, position[node]!, side, free);
    }
  }
}

/** Puts a node at `to` and pushes those further out as far as they need. */
function moveOut(layers: Layers, x: Float64Array, row: readonly number[], at: number, side: number, to: number): void {
  x[row[at]!] = to * side;
  for (let i = at + side; row[i] !== undefined; i += side) {
    const need = x[row[i - side]!]! * side + distance(layers, row[i - side]!, row[i]!);
    if (x[row[i]!]! * side >= need) break;
    x[row[i]!] = need * side;
  }
}
