// Positions across the flow: each node as near to its neighbours as the gaps allow, the spine straight.
import type { Layers, Segment } from './layers.ts';
import { boxGap } from './ranks.ts';
import type { Spine } from './spine.ts';

const passes = 10;
/** Room between two lines, and between a line and a box. */
export const laneGap = 14;
/** A lane that would have to move further than this follows its neighbours instead. */
const maxLaneShift = 200;

const spineWeight = 1e5;
const keepWeight = 1e-6;

/** The distance that the middles of two neighbours of a rank need. */
const distance = ({ cross }: Layers, a: number, b: number): number =>
  (cross[a]! + cross[b]!) / 2 + (cross[a]! > 1 && cross[b]! > 1 ? boxGap : laneGap);

/** @returns the middle of each node */
export function crossPositions(layers: Layers, spine: Spine): Float64Array {
  const { rows, up, down } = layers;
  const x = new Float64Array(layers.rank.length);
  for (const row of rows) {
    const offsets = offsetsIn(layers, row);
    row.forEach((node, i) => {
      x[node] = offsets[i]! - offsets.at(-1)! / 2;
    });
  }
  for (let pass = 0; pass < passes; pass++) {
    if (pass % 2 === 0) for (let r = 1; r < rows.length; r++) settle(layers, spine, x, rows[r]!, [up]);
    else for (let r = rows.length - 2; r >= 0; r--) settle(layers, spine, x, rows[r]!, [down]);
  }
  for (const row of rows) settle(layers, spine, x, row, [up, down]);
  straightenLanes(layers, spine, x);
  return x;
}

/** Distances of a row's nodes from its first one when they stand as close as they may. */
function offsetsIn(layers: Layers, row: readonly number[]): number[] {
  const offsets = [0];
  for (let i = 1; i < row.length; i++) offsets.push(offsets[i - 1]! + distance(layers, row[i - 1]!, row[i]!));
  return offsets;
}

interface Block {
  weight: number;
  sum: number;
  readonly first: number;
  last: number;
}

/** Least squares with minimal distances: neighbours that want to overlap are pooled into one block (pool adjacent violators). */
function settle(
  layers: Layers,
  spine: Spine,
  x: Float64Array,
  row: readonly number[],
  sides: readonly Layers['up'][],
): void {
  const offsets = offsetsIn(layers, row);
  const blocks: Block[] = [];
  for (const [i, node] of row.entries()) {
    const offset = offsets[i]!;
    let weight = spine.has[node] ? spineWeight : keepWeight;
    let sum = weight * ((spine.has[node] ? spine.target[node]! : x[node]!) - offset);
    for (const side of sides)
      for (const { node: near, own, other } of side[node]!) {
        const bends = (node >= layers.real ? 1 : 0) + (near >= layers.real ? 1 : 0);
        const pull = bends === 2 ? 8 : bends === 1 ? 0.4 : 1;
        weight += pull;
        sum += pull * (x[near]! + other - own - offset);
      }
    let block: Block = { weight, sum, first: i, last: i };
    for (
      let before = blocks.at(-1);
      before && before.sum / before.weight > block.sum / block.weight;
      before = blocks.at(-1)
    ) {
      blocks.pop();
      block = {
        weight: before.weight + block.weight,
        sum: before.sum + block.sum,
        first: before.first,
        last: block.last,
      };
    }
    blocks.push(block);
  }
  for (const { weight, sum, first, last } of blocks)
    for (let i = first; i <= last; i++) x[row[i]!] = sum / weight + offsets[i]!;
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
  // boxes off the spine that a lane begins or ends at
  const isBox = ({ node }: Segment): boolean => node < layers.real && spine.has[node] === 0;
  const upOf = (bend: number): Segment[] => layers.up[bend]!.filter(isBox);
  const downOf = (bend: number): Segment[] => layers.down[bend]!.filter(isBox);
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
      const ends = [...upOf(lane[0]!), ...downOf(lane.at(-1)!)].map(
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
