// Collects boxes and lines at their places, and turns distances across and along the flow into x and y.

import type { Direction, Layout, LayoutBox, Point, Rect, Route } from './layout.ts';
import type { Extent, RankLayout, Spot } from './layoutRanks.ts';
import type { Group } from './localLinks.ts';
import { loopReach } from './segments.ts';

export const extentOf = ({ width, height }: Pick<LayoutBox, 'width' | 'height'>, direction: Direction): Extent =>
  direction === 'down' ? { cross: width, flow: height } : { cross: height, flow: width };

export class Placement {
  readonly #boxes: (Rect | undefined)[];
  readonly #routes: Route[] = [];
  readonly #labels: (Rect & { readonly edge: number })[] = [];
  readonly #direction: Direction;

  constructor(count: number, direction: Direction) {
    this.#boxes = Array.from({ length: count }, () => undefined);
    this.#direction = direction;
  }

  #point(cross: number, flow: number): Point {
    return this.#direction === 'down' ? { x: cross, y: flow } : { x: flow, y: cross };
  }

  #rect({ cross, flow }: Spot, size: Extent): Rect {
    return this.#direction === 'down'
      ? { x: cross, y: flow, width: size.cross, height: size.flow }
      : { x: flow, y: cross, width: size.flow, height: size.cross };
  }

  box(box: number, spot: Spot, size: Extent): void {
    this.#boxes[box] = this.#rect(spot, size);
  }

  /** A line out of a box's far side and back into it. */
  loop(box: number, edges: readonly number[], { cross, flow }: Spot, size: Extent): void {
    const side = cross + size.cross;
    const [out, into] = [flow + size.flow * 0.7, flow + size.flow * 0.3];
    const spots = [
      { cross: side, flow: out },
      { cross: side + loopReach, flow: out },
      { cross: side + loopReach, flow: into },
      { cross: side, flow: into },
    ];
    const end = { box, border: false };
    this.#routes.push({
      edges,
      from: end,
      to: end,
      points: spots.map(({ cross, flow }) => this.#point(cross, flow)),
      back: true,
    });
  }

  /** The lines of a group, whose border is `border` and whose inside begins at `origin`. */
  links(id: number, { links }: Group, layout: RankLayout, origin: Spot, border: readonly [number, number]): void {
    const labelled = new Set<string>();
    for (const [i, { from, to, fromPort, toPort, value, edges, back }] of links.entries()) {
      const spots = layout.routes[i]!;
      const points = spots.map(({ cross, flow }) => this.#point(cross + origin.cross, flow + origin.flow));
      const [first, last] = [spots[0]!, spots.at(-1)!];
      if (from < 0 && first.flow + origin.flow > border[0])
        points.unshift(this.#point(first.cross + origin.cross, border[0]));
      if (to < 0 && last.flow + origin.flow < border[1]) points.push(this.#point(last.cross + origin.cross, border[1]));
      const text = layout.labels[i];
      const label = text && this.#middled(text.middle, text.size, origin);
      if (label && !labelled.has(`${from} ${value}`)) {
        labelled.add(`${from} ${value}`);
        this.#labels.push({ ...label, edge: edges[0]! });
      }
      const start = { box: from < 0 ? id : from, border: from < 0 || fromPort !== -1 };
      const end = { box: to < 0 ? id : to, border: to < 0 || toPort !== -1 };
      this.#routes.push({
        edges,
        from: back ? end : start,
        to: back ? start : end,
        points: back ? points.reverse() : points,
        back,
        ...(label && { label }),
      });
    }
  }

  #middled({ cross, flow }: Spot, size: Extent, origin: Spot): Rect {
    return this.#rect({ cross: cross + origin.cross - size.cross / 2, flow: flow + origin.flow - size.flow / 2 }, size);
  }

  result({ cross, flow }: Extent): Layout {
    const size = this.#rect({ cross: 0, flow: 0 }, { cross, flow });
    return { width: size.width, height: size.height, boxes: this.#boxes, routes: this.#routes, labels: this.#labels };
  }
}
