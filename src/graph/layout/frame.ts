// The border around what is inside a group, with room for its title.
import type { Direction, LayoutBox } from './layout.ts';
import type { Extent, RankLayout, Spot } from './layoutRanks.ts';
import type { Group } from './localLinks.ts';

/** From the border of a group to its children, across the flow and at an end that no line crosses. */
const padding = 16;
/** Around everything. */
const margin = 24;
/** From a title's text to a line that passes it. */
const titleGap = 8;

export interface Frame extends Extent {
  /** Where the inside begins. */
  readonly inner: Spot;
  /** By port: where it meets the border, across the flow. */
  readonly ports: readonly number[];
}

export const pageFrame = (layout: RankLayout): Frame => ({
  inner: { cross: margin, flow: margin },
  cross: layout.cross + 2 * margin,
  flow: layout.flow + 2 * margin,
  ports: [],
});

/** Boxes of even sizes have their middles, and so their lines, on whole pixels. */
const even = (size: number): number => 2 * Math.ceil(size / 2);

/** A group with its border: grown to the left until each line that enters from above passes the title's right. */
export function groupFrame(
  { children, ports }: Group,
  layout: RankLayout,
  direction: Direction,
  title: LayoutBox['title'] = { width: 0, height: padding },
): Frame {
  const at = ports.map((_, i) => layout.middles[children.length + i]!.cross);
  const entering = at.filter((_, i) => ports[i]!.side === 'start');
  const has = (side: 'start' | 'end'): boolean => ports.some((port) => port.side === side);
  if (direction === 'right') {
    const inner = { cross: title.height, flow: has('start') ? 0 : padding };
    const flow = inner.flow + layout.flow + (has('end') ? 0 : padding);
    return {
      inner,
      cross: even(inner.cross + layout.cross + padding),
      flow: Math.max(flow, title.width + padding),
      ports: at.map((cross) => cross + inner.cross),
    };
  }
  const needed = title.width + titleGap;
  const missing = needed - padding - Math.min(...entering);
  const spare = Math.max(0, title.width + padding - layout.cross - 2 * padding);
  // nothing enters: the inside stands in the middle
  const left = padding + Math.ceil(entering.length > 0 ? Math.max(0, missing) : spare / 2);
  return {
    inner: { cross: left, flow: title.height + (has('start') ? 0 : padding / 2) },
    cross: even(Math.max(left + layout.cross + padding, title.width + padding)),
    flow: title.height + (has('start') ? 0 : padding / 2) + layout.flow + (has('end') ? 0 : padding),
    ports: at.map((cross) => cross + left),
  };
}
