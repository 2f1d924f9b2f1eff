// Compound graphs for fast-check, and what must hold of every layout of one.
import fc from 'fast-check';
import type { Direction, Layout, LayoutBox, LayoutEdge, LayoutGraph, Rect } from '../../../src/graph/layout/layout.ts';

const size = fc.record({ width: fc.integer({ min: 30, max: 300 }), height: fc.integer({ min: 20, max: 60 }) });
const title = fc.record({ width: fc.integer({ min: 20, max: 320 }), height: fc.constant(30) });
const label = fc.option(fc.record({ width: fc.integer({ min: 20, max: 140 }), height: fc.constant(14) }), {
  nil: undefined,
});

/** Up to `maxBoxes` boxes in groups in groups, with edges forward or anywhere; edges end at leaves. */
export const compoundGraphs = (maxBoxes = 24): fc.Arbitrary<LayoutGraph> =>
  fc
    .record({
      boxes: fc.array(fc.record({ up: fc.nat(6), size, title }), { minLength: 1, maxLength: maxBoxes }),
      edges: fc.array(fc.record({ from: fc.nat(), to: fc.nat(), output: fc.nat(2), label, loops: fc.nat(9) }), {
        maxLength: 2 * maxBoxes,
      }),
    })
    .map(({ boxes, edges }) => {
      const made = boxes.map(({ up, size, title }, i): LayoutBox => {
        // every third box may have children
        const parent = up > 3 ? -1 : Math.floor((i - 1 - up) / 3) * 3;
        return { ...size, title, parent: parent < 0 || parent >= i ? -1 : parent };
      });
      const parents = new Set(made.map(({ parent }) => parent));
      const leaves = made.flatMap((_, i) => (parents.has(i) ? [] : [i]));
      const joined = edges.map(({ from, to, output, label, loops }): LayoutEdge => {
        const [a, b] = [leaves[from % leaves.length]!, leaves[to % leaves.length]!];
        // one in ten goes where it wants to
        const ordered = loops > 0 ? { from: Math.min(a, b), to: Math.max(a, b) } : { from: a, to: b };
        return { ...ordered, output, ...(label && { label }) };
      });
      return { boxes: made, edges: joined.filter(({ from, to }, i) => from !== to || edges[i]!.loops === 0) };
    });

/** Text for a failure report of each rule that a layout breaks. */
export function faults(graph: LayoutGraph, layout: Layout, direction: Direction): string[] {
  return [
    ...overlaps(graph, layout),
    ...outside(graph, layout),
    ...crossed(graph, layout, direction),
    ...turns(layout, direction),
  ];
}

const meets = (a: Rect, b: Rect, slack = 0): boolean =>
  a.x < b.x + b.width - slack &&
  b.x < a.x + a.width - slack &&
  a.y < b.y + b.height - slack &&
  b.y < a.y + a.height - slack;

function overlaps({ boxes }: LayoutGraph, layout: Layout): string[] {
  const found: string[] = [];
  const shown = layout.boxes.flatMap((rect, i) => (rect ? [{ rect, i }] : []));
  for (const [k, a] of shown.entries())
    for (const b of shown.slice(k + 1))
      if (boxes[a.i]!.parent === boxes[b.i]!.parent && meets(a.rect, b.rect)) found.push(`box ${a.i} over box ${b.i}`);
  for (const [k, a] of layout.labels.entries()) {
    for (const b of layout.labels.slice(k + 1))
      if (meets(a, b)) found.push(`label of edge ${a.edge} over that of ${b.edge}`);
    for (const { rect, i } of shown)
      if (meets(a, rect) && !isInside(a, rect)) found.push(`label of edge ${a.edge} over the border of box ${i}`);
  }
  return found;
}

const isInside = (a: Rect, b: Rect): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

function outside({ boxes }: LayoutGraph, { boxes: rects, width, height }: Layout): string[] {
  const page = { x: 0, y: 0, width, height };
  return rects.flatMap((rect, i) => {
    const { parent } = boxes[i]!;
    const around = parent === -1 ? page : rects[parent];
    if (!rect || !around) return [];
    const { title } = boxes[parent] ?? {};
    const band = title?.height ?? 0;
    const room = { ...around, y: around.y + band, height: around.height - band };
    return isInside(rect, room) ? [] : [`box ${i} not inside ${parent}`];
  });
}

/** Points along a route as it is drawn, S-curves by their Bezier form. */
function* samples({ points }: Layout['routes'][number], direction: Direction): Generator<{ x: number; y: number }> {
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    for (let k = 0; k <= 8; k++) {
      const t = k / 8;
      const ease = a.x === b.x || a.y === b.y ? t : 3 * t * t - 2 * t * t * t;
      // control points stand in the middle of the distance along the flow
      const along = a.x === b.x || a.y === b.y ? t : 1.5 * t * (1 - t) + t * t * t;
      yield direction === 'down'
        ? { x: a.x + (b.x - a.x) * ease, y: a.y + (b.y - a.y) * along }
        : { x: a.x + (b.x - a.x) * along, y: a.y + (b.y - a.y) * ease };
    }
  }
}

function crossed(graph: LayoutGraph, layout: Layout, direction: Direction): string[] {
  const found = new Set<string>();
  const isOpen = new Set(graph.boxes.flatMap(({ parent }, i) => (layout.boxes[i] ? [parent] : [])));
  const titles = layout.boxes.flatMap((rect, i) => {
    const { title } = graph.boxes[i]!;
    return rect && title && isOpen.has(i) ? [{ i, rect: { x: rect.x, y: rect.y, ...title } }] : [];
  });
  for (const route of layout.routes) {
    const ends = [route.from.box, route.to.box];
    // groups around the line may be crossed, others may not
    const { from, to } = route;
    const group = graph.boxes[to.box]!.parent === from.box ? from.box : graph.boxes[from.box]!.parent;
    const around = new Set(group === -1 ? [] : ancestors(graph, group));
    for (const point of samples(route, direction)) {
      const at = { ...point, width: 0, height: 0 };
      for (const [i, rect] of layout.boxes.entries()) {
        if (!rect || around.has(i)) continue;
        if (meets(at, rect, 0.5) && !(ends.includes(i) && onBorder(point, rect)))
          found.add(`edge ${route.edges} through box ${i}`);
      }
      for (const { i, rect } of titles)
        if (meets(at, rect, 0.5)) found.add(`edge ${route.edges} through the title of ${i}`);
      for (const label of layout.labels)
        if (meets(at, label, 0.5) && route.label?.x !== label.x)
          found.add(`edge ${route.edges} through the label of ${label.edge}`);
    }
  }
  return [...found];
}

const onBorder = ({ x, y }: { readonly x: number; readonly y: number }, rect: Rect): boolean =>
  [rect.x, rect.x + rect.width].some((side) => Math.abs(x - side) < 0.01) ||
  [rect.y, rect.y + rect.height].some((side) => Math.abs(y - side) < 0.01);

function ancestors({ boxes }: LayoutGraph, box: number): number[] {
  const list: number[] = [];
  for (let at = box; at !== -1; at = boxes[at]!.parent)
    if (at !== box || boxes.some(({ parent }) => parent === box)) list.push(at);
  return list;
}

function turns({ routes }: Layout, direction: Direction): string[] {
  const axis = direction === 'down' ? 'y' : 'x';
  return routes
    .filter(({ back, points }) => !back && points.some((point, i) => i > 0 && point[axis] < points[i - 1]![axis]))
    .map(({ edges }) => `edge ${edges} turns back`);
}
