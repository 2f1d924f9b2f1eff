// The layout of a graph of nested groups: each open group by itself from the inside out, then placement from the outside in.

import { type Frame, groupFrame, pageFrame } from './frame.ts';
import type { Direction, Layout, LayoutGraph, LayoutOptions } from './layout.ts';
import type { Extent, RankLayout, Spot } from './layoutRanks.ts';
import { type Group, type LocalLink, nestOf, top } from './localLinks.ts';
import { layoutParts } from './packParts.ts';
import { extentOf, Placement } from './placement.ts';
import type { LayerLink, LayerNode } from './segments.ts';

interface LaidOutGroup extends Frame {
  readonly layout: RankLayout;
}

/**
 * Layered layout: ranks by longest path, long edges beside the boxes, groups as boxes with a title that no line crosses.
 * The same graph gives the same layout.
 */
export function layoutGraph(
  graph: LayoutGraph,
  { direction = 'down', open = () => true, maxBends = 100_000 }: LayoutOptions = {},
): Layout {
  const { groups, loops } = nestOf(graph, open);
  const done = new Map<number, LaidOutGroup>();
  const sizeOf = (box: number): Extent => done.get(box) ?? extentOf(graph.boxes[box]!, direction);
  for (const [id, group] of [...groups].reverse()) {
    const nodes = layerNodes(group, graph, sizeOf, (box) => groups.has(box), loops);
    const links = layerLinks(group, direction, (box, port) => {
      const child = port === -1 ? undefined : done.get(box);
      return child ? child.ports[port]! - child.cross / 2 : 0;
    });
    const layout = layoutParts(nodes, links, maxBends);
    const frame = id === top ? pageFrame(layout) : groupFrame(group, layout, direction, graph.boxes[id]!.title);
    done.set(id, { ...frame, layout });
  }
  const origins = new Map<number, Spot>([[top, { cross: 0, flow: 0 }]]);
  const placement = new Placement(graph.boxes.length, direction);
  for (const [id, group] of groups) {
    const { layout, inner } = done.get(id)!;
    const own = origins.get(id)!;
    const origin = { cross: own.cross + inner.cross, flow: own.flow + inner.flow };
    group.children.forEach((box, i) => {
      const { cross, flow } = sizeOf(box);
      const spot = {
        cross: origin.cross + layout.middles[i]!.cross - cross / 2,
        flow: origin.flow + layout.middles[i]!.flow - flow / 2,
      };
      origins.set(box, spot);
      placement.box(box, spot, { cross, flow });
      const edges = loops.get(box);
      if (edges) placement.loop(box, edges, spot, { cross, flow });
    });
    placement.links(id, group, layout, origin, [own.flow, own.flow + done.get(id)!.flow]);
  }
  return placement.result(done.get(top)!);
}

function layerNodes(
  { children, ports }: Group,
  { boxes }: LayoutGraph,
  sizeOf: (box: number) => Extent,
  isOpen: (box: number) => boolean,
  loops: ReadonlyMap<number, readonly number[]>,
): LayerNode[] {
  return [
    ...children.map((box): LayerNode => {
      const { weight } = boxes[box]!;
      return {
        ...sizeOf(box),
        fixedEnds: isOpen(box),
        loop: loops.has(box),
        ...(weight !== undefined && { weight }),
      };
    }),
    ...ports.map(({ side }): LayerNode => ({ cross: 1, flow: 0, pin: side, fixedEnds: true })),
  ];
}

function layerLinks(
  { children, links }: Group,
  direction: Direction,
  offset: (box: number, port: number) => number,
): LayerLink[] {
  const index = new Map(children.map((box, i) => [box, i]));
  const nodeOf = (end: number): number => (end < 0 ? children.length - 1 - end : index.get(end)!);
  const labels = new Map<string, LocalLink['label']>();
  for (const { from, value, label } of links) if (label) labels.set(`${from} ${value}`, label);
  return links.map(({ from, to, fromPort, toPort, value, back }) => {
    // a label stands where an edge leaves its own box
    const text = from < 0 || fromPort !== -1 || back ? undefined : labels.get(`${from} ${value}`);
    return {
      from: nodeOf(from),
      to: nodeOf(to),
      fromOffset: offset(from, fromPort),
      toOffset: offset(to, toPort),
      value,
      label: text && extentOf(text, direction),
    };
  });
}
