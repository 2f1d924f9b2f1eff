// Parts of a group that no link joins: each laid out by itself, then side by side in rows.

import { layoutRanks, type RankLayout, type Spot, type SpotLabel } from './layoutRanks.ts';
import type { LayerLink, LayerNode } from './segments.ts';

const partGap = 24;
/** Width to height of what is packed. */
const aspect = 1.4;

interface Part {
  readonly nodes: number[];
  readonly links: number[];
}

/** Lays out a group: what its border's points lead to is one part and spans it, the others stand next to that. */
export function layoutParts(nodes: readonly LayerNode[], links: readonly LayerLink[], maxBends: number): RankLayout {
  const { spanning, loose } = partsOf(nodes, links);
  if (loose.length === 0 || (loose.length === 1 && !spanning)) return layoutRanks(nodes, links, maxBends);
  const results = (spanning ? [spanning, ...loose] : loose).map((part) => layoutPart(part, nodes, links, maxBends));
  const middles: Spot[] = [];
  const routes: (readonly Spot[])[] = links.map(() => []);
  const labels: (SpotLabel | undefined)[] = links.map(() => undefined);
  const put = (
    part: Part,
    { middles: own, routes: lines, labels: texts }: RankLayout,
    cross: number,
    flow: number,
  ): void => {
    const moved = (spot: Spot): Spot => ({ cross: spot.cross + cross, flow: spot.flow + flow });
    part.nodes.forEach((node, i) => {
      middles[node] = moved(own[i]!);
    });
    part.links.forEach((link, i) => {
      routes[link] = lines[i]!.map(moved);
      const text = texts[i];
      labels[link] = text && { ...text, middle: moved(text.middle) };
    });
  };
  const base = spanning ? results[0]! : undefined;
  // away from the border that the spanning part's lines begin and end at
  const margin = base ? partGap : 0;
  if (base) put(spanning!, base, 0, 0);
  const left = base ? base.cross + partGap : 0;
  const rest = (base ? results.slice(1) : results).map((result, i) => ({ result, part: loose[i]! }));
  const area = rest.reduce((sum, { result }) => sum + (result.cross + partGap) * (result.flow + partGap), 0);
  const widest = Math.max(...rest.map(({ result }) => result.cross));
  const tall = base ? Math.max(Math.sqrt(area / aspect), base.flow - 2 * margin) : Math.sqrt(area / aspect);
  const limit = Math.max(widest, area / Math.max(1, tall));
  let [cross, flow, rowFlow, width] = [0, 0, 0, 0];
  for (const { result, part } of rest.sort((a, b) => b.result.flow - a.result.flow)) {
    if (cross > 0 && cross + result.cross > limit) {
      flow += rowFlow + partGap;
      [cross, rowFlow] = [0, 0];
    }
    put(part, result, left + cross, margin + flow);
    cross += result.cross + partGap;
    rowFlow = Math.max(rowFlow, result.flow);
    width = Math.max(width, cross - partGap);
  }
  const packed = margin + flow + rowFlow + margin;
  return { cross: left + width, flow: Math.max(base?.flow ?? 0, packed), middles, routes, labels };
}

function layoutPart(
  part: Part,
  nodes: readonly LayerNode[],
  links: readonly LayerLink[],
  maxBends: number,
): RankLayout {
  const index = new Map(part.nodes.map((node, i) => [node, i]));
  return layoutRanks(
    part.nodes.map((node) => nodes[node]!),
    part.links.map((link) => {
      const one = links[link]!;
      return { ...one, from: index.get(one.from)!, to: index.get(one.to)! };
    }),
    maxBends,
  );
}

function partsOf(
  nodes: readonly LayerNode[],
  links: readonly LayerLink[],
): { readonly spanning: Part | undefined; readonly loose: readonly Part[] } {
  // union-find
  const root = nodes.map((_, i) => i);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    root[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  };
  const pins = nodes.flatMap(({ pin }, i) => (pin ? [i] : []));
  for (const pin of pins) join(pin, pins[0]!);
  for (const { from, to } of links) join(from, to);
  const parts = new Map<number, Part>();
  nodes.forEach((_, i) => {
    const part = parts.get(find(i)) ?? { nodes: [], links: [] };
    parts.set(find(i), part);
    part.nodes.push(i);
  });
  links.forEach(({ from }, i) => {
    parts.get(find(from))!.links.push(i);
  });
  const spanning = pins.length > 0 ? parts.get(find(pins[0]!)) : undefined;
  return { spanning, loose: [...parts.values()].filter((part) => part !== spanning) };
}
