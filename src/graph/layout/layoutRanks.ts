// Layered layout of one group without its inside: nodes and links in, positions and corner points out.
import { sidesOf } from './adjacency.ts';
import { crossPositions } from './crossPositions.ts';
import { endsOf } from './ends.ts';
import { addFarLanes } from './farLanes.ts';
import { type FlowPositions, flowPositions } from './flowPositions.ts';
import { orderRows } from './order.ts';
import { ranksOf } from './ranks.ts';
import { type LayerLink, type LayerNode, layersOf } from './segments.ts';
import { spineOf } from './spine.ts';

/** A point of a group, across and along the flow. */
export interface Spot {
  readonly cross: number;
  readonly flow: number;
}

export interface Extent {
  readonly cross: number;
  readonly flow: number;
}

export interface SpotLabel {
  readonly middle: Spot;
  readonly size: Extent;
}

export interface RankLayout {
  readonly cross: number;
  readonly flow: number;
  /** By node: its middle. */
  readonly middles: readonly Spot[];
  /** By link: its corner points. */
  readonly routes: readonly (readonly Spot[])[];
  /** By link: the label on it. */
  readonly labels: readonly (SpotLabel | undefined)[];
}

/** The links must form no loop. */
export function layoutRanks(nodes: readonly LayerNode[], links: readonly LayerLink[], maxBends: number): RankLayout {
  const near = layersOf(nodes, links, ranksOf(nodes, links), maxBends);
  const spine = spineOf(nodes, near);
  const sides = sidesOf(near);
  orderRows(near, sides, spine);
  const { layers, x } = addFarLanes(links, near, crossPositions(near, sides, spine).map(Math.round));
  const ends = endsOf(nodes, links, layers, spine, x);
  const along = flowPositions(nodes, links, layers, x, ends);
  const { rank } = layers;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < layers.cross.length; i++) {
    const half = Math.ceil(layers.cross[i]! / 2);
    low = Math.min(low, x[i]! - half);
    high = Math.max(high, x[i]! + half);
  }
  if (nodes.length === 0) low = high = 0;
  const middle = (node: number): number => (along.start[rank[node]!]! + along.end[rank[node]!]!) / 2;
  const routes = layers.paths.map((path, i) => {
    const spots: Spot[] = [];
    for (let k = 0; k < path.length; k++) {
      const node = path[k]!;
      const cross = (k === 0 ? ends.out[i]! : k === path.length - 1 ? ends.into[i]! : x[node]!) - low;
      const half = node < nodes.length ? nodes[node]!.flow / 2 : 0;
      const [begin, finish] = runOf(k, path.length, middle(node), half, along, rank[node]!);
      addSpot(spots, cross, begin);
      addSpot(spots, cross, finish);
    }
    return spots;
  });
  return {
    cross: high - low,
    flow: along.total,
    middles: nodes.map((_, node) => ({ cross: x[node]! - low, flow: middle(node) })),
    routes,
    labels: links.map(({ from, label }, i) => {
      if (!label || !ends.labelled[i]) return undefined;
      const row = rank[from]!;
      const middle = { cross: ends.out[i]! - low, flow: (along.end[row]! + along.curves[row]!) / 2 };
      return { middle, size: label };
    }),
  };
}

/** Adds a corner to a line, or makes its last straight part longer. */
function addSpot(spots: Spot[], cross: number, flow: number): void {
  const [last, before] = [spots.at(-1), spots.at(-2)];
  if (last?.cross === cross && (last.flow === flow || before?.cross === cross)) spots.pop();
  spots.push({ cross, flow });
}

/** The straight part of a link within one rank: out of its source, through a bend, or into its target. */
function runOf(
  k: number,
  length: number,
  middle: number,
  half: number,
  { start, curves }: FlowPositions,
  row: number,
): readonly [number, number] {
  if (k === 0) return [middle + half, Math.max(middle + half, curves[row]!)];
  if (k === length - 1) return [Math.min(start[row]!, middle - half), middle - half];
  return [start[row]!, curves[row]!];
}
