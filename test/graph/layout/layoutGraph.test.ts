// Properties of layouts of generated compound graphs, and the layouts of known ones.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Direction, Layout, LayoutBox, LayoutEdge, LayoutGraph } from '../../../src/graph/layout/layout.ts';
import { layoutGraph } from '../../../src/graph/layout/layoutGraph.ts';
import { routePath } from '../../../src/graph/layout/routePath.ts';
import { compoundGraphs, faults } from './compoundGraphs.ts';

const directions = fc.constantFrom<Direction>('down', 'right');
const openBy =
  (bits: number) =>
  (box: number): boolean =>
    ((bits >> (box % 30)) & 3) !== 3;

test('edges that run beside all boxes cross no box, title or label, and lead from source to target', () => {
  fc.assert(
    fc.property(compoundGraphs(), directions, fc.nat(4), (graph, direction, maxBends) => {
      const layout = layoutGraph(graph, { direction, maxBends });
      expect(faults(graph, layout, direction)).toEqual([]);
      for (const [edge, { from, to }] of graph.edges.entries())
        if (from !== to) expect(chainOf(layout, edge)).toEqual([from, to]);
    }),
    { numRuns: 300 },
  );
});

test('a layout has no overlap, no line through a box, title or label, children inside groups, lines along the flow', () => {
  fc.assert(
    fc.property(compoundGraphs(), directions, fc.integer(), (graph, direction, bits) => {
      const layout = layoutGraph(graph, { direction, open: openBy(bits) });
      expect(faults(graph, layout, direction)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('the lines of an edge lead from its source to its target without a gap', () => {
  fc.assert(
    fc.property(compoundGraphs(), directions, fc.integer(), (graph, direction, bits) => {
      const open = openBy(bits);
      const layout = layoutGraph(graph, { direction, open });
      for (const [edge, { from, to }] of graph.edges.entries()) {
        const [a, b] = [shownAround(graph, layout, from), shownAround(graph, layout, to)];
        if (a === b && !(from === to && a === from)) continue;
        expect(chainOf(layout, edge)).toEqual([a, b]);
      }
    }),
    { numRuns: 200 },
  );
});

/** The box itself, or the closed group around it. */
function shownAround({ boxes }: LayoutGraph, layout: Layout, box: number): number {
  let at = box;
  while (!layout.boxes[at]) at = boxes[at]!.parent;
  return at;
}

/** The boxes at both ends of an edge, if its lines join; what joins where, if they do not. */
function chainOf({ routes }: Layout, edge: number): unknown {
  const parts = routes.filter(({ edges }) => edges.includes(edge));
  const spot = (point: { readonly x: number; readonly y: number }): string => `${point.x} ${point.y}`;
  const starts = new Map(parts.map((part) => [spot(part.points[0]!), part]));
  let part = parts.find(({ from }) => !from.border);
  const first = part?.from.box;
  const seen = new Set<unknown>();
  while (part?.to.border && !seen.has(part)) {
    seen.add(part);
    part = starts.get(spot(part.points.at(-1)!));
  }
  return part && !part.to.border && seen.size === parts.length - 1 ? [first, part.to.box] : { first, parts };
}

test('the same graph has the same layout', () => {
  fc.assert(
    fc.property(compoundGraphs(), directions, (graph, direction) => {
      const copy: LayoutGraph = structuredClone(graph);
      expect(layoutGraph(copy, { direction })).toEqual(layoutGraph(graph, { direction }));
    }),
    { numRuns: 100 },
  );
});

const leaf = (parent = -1): LayoutBox => ({ parent, width: 100, height: 30 });
const group = (parent = -1): LayoutBox => ({ ...leaf(parent), title: { width: 80, height: 30 } });
const chain = (first: number, last: number): LayoutEdge[] =>
  Array.from({ length: last - first }, (_, i) => ({ from: first + i, to: first + i + 1 }));
const middles = ({ boxes }: Layout, list: readonly number[]): number[] =>
  list.map((box) => boxes[box]!.x + boxes[box]!.width / 2);

test('a residual edge leaves a straight spine and runs beside it in one straight lane', () => {
  // 0 into the group 1 of 2 to 5, then 6; 0 is added again at 5
  const graph = {
    boxes: [leaf(), group(), leaf(1), leaf(1), leaf(1), leaf(1), leaf()],
    edges: [{ from: 0, to: 2 }, ...chain(2, 5), { from: 0, to: 5 }, { from: 5, to: 6 }],
  };
  const layout = layoutGraph(graph);
  expect(new Set(middles(layout, [0, 2, 3, 4, 5, 6])).size).toBe(1);
  const residual = layout.routes.find(({ edges, to }) => edges.includes(4) && to.box === 5)!;
  expect(new Set(residual.points.slice(1, -1).map(({ x }) => x)).size).toBeLessThanOrEqual(2);
  expect(routePath(residual, 'down').match(/C/g)).toHaveLength(2);
});

test('edges of one output enter a group at one point of its border', () => {
  const graph = {
    boxes: [leaf(), group(), leaf(1), leaf(1)],
    edges: [
      { from: 0, to: 2 },
      { from: 0, to: 3 },
    ],
  };
  const { routes } = layoutGraph(graph);
  expect(routes.filter(({ from }) => from.box === 0)).toHaveLength(1);
  expect(routes.filter(({ from }) => from.box === 1)).toHaveLength(2);
});

test('of two equally long paths the one with the larger weight is straight', () => {
  const boxes = [leaf(), leaf(), { ...leaf(), weight: 9 }, leaf()];
  const edges = [
    { from: 0, to: 1 },
    { from: 0, to: 2 },
    { from: 1, to: 3 },
    { from: 2, to: 3 },
  ];
  const layout = layoutGraph({ boxes, edges });
  const [first, light, heavy, last] = middles(layout, [0, 1, 2, 3]);
  expect([heavy, last]).toEqual([first, first]);
  expect(light).not.toBe(first);
});

test('an edge of a loop goes back up, the others down', () => {
  const layout = layoutGraph({ boxes: [leaf(), leaf(), leaf()], edges: [...chain(0, 2), { from: 2, to: 0 }] });
  expect(layout.routes.map(({ back, edges }) => [edges[0], back])).toEqual([
    [0, false],
    [1, false],
    [2, true],
  ]);
  const [source, target] = [layout.routes[2]!.points[0]!, layout.routes[2]!.points.at(-1)!];
  expect(source.y).toBeGreaterThan(target.y);
});

test('a box with an edge to itself has it at its side', () => {
  const layout = layoutGraph({ boxes: [leaf()], edges: [{ from: 0, to: 0 }] });
  const { x, width } = layout.boxes[0]!;
  expect(Math.max(...layout.routes[0]!.points.map((point) => point.x))).toBeGreaterThan(x + width);
  expect(layout.width).toBeGreaterThan(x + width + 12);
});

test('a closed group hides what is inside, and edges end at it once', () => {
  const graph = {
    boxes: [group(), leaf(0), leaf(0), leaf()],
    edges: [
      { from: 1, to: 3 },
      { from: 2, to: 3 },
    ],
  };
  const layout = layoutGraph(graph, { open: () => false });
  expect(layout.boxes.map((rect) => rect !== undefined)).toEqual([true, false, false, true]);
  expect(layout.routes.map(({ edges }) => edges)).toEqual([[0, 1]]);
});

test('boxes that nothing joins are packed into rows', () => {
  const { width, height } = layoutGraph({ boxes: Array.from({ length: 80 }, () => leaf()), edges: [] });
  expect(width / height).toBeGreaterThan(0.8);
  expect(width / height).toBeLessThan(3);
});

test('300 readers of one box take no more than two screens, and not one row', () => {
  const boxes = Array.from({ length: 301 }, () => leaf());
  const edges = boxes.slice(1).map((_, i) => ({ from: 0, to: i + 1 }));
  expect(layoutGraph({ boxes, edges }).width).toBeLessThan(2500);
});

test('edges over thousands of ranks have few corners, and no two run over each other', () => {
  const boxes = Array.from({ length: 5000 }, () => leaf());
  const far = boxes.map((_, i) => ({ from: i, to: (i * 7919) % boxes.length })).filter(({ from, to }) => from < to);
  const layout = layoutGraph({ boxes, edges: [...chain(0, boxes.length - 1), ...far] });
  const corners = layout.routes.reduce((sum, { points }) => sum + points.length, 0);
  // a bend in each rank had made some 4 million
  expect(corners / layout.routes.length).toBeLessThan(10);
  // two lanes at one rank never lie over each other
  const lanes = layout.routes.flatMap(({ points }) =>
    points
      .slice(1)
      .flatMap((to, i) => (to.x === points[i]!.x && to.y - points[i]!.y > 1000 ? [[to.x, points[i]!.y, to.y]] : [])),
  );
  lanes.sort(([x, y], [otherX, otherY]) => x! - otherX! || y! - otherY!);
  expect(lanes.length).toBeGreaterThan(500);
  for (const [i, [x, , end]] of lanes.slice(0, -1).entries())
    if (lanes[i + 1]![0] === x) expect(lanes[i + 1]![1]).toBeGreaterThan(end!);
});

test('an empty graph, groups 2,000 deep, and one box are laid out', () => {
  expect(layoutGraph({ boxes: [], edges: [] })).toMatchObject({ boxes: [], routes: [] });
  const deep = Array.from({ length: 2000 }, (_, i) => group(i - 1));
  expect(layoutGraph({ boxes: deep, edges: [] }).boxes[1999]).toBeDefined();
  expect(layoutGraph({ boxes: [leaf()], edges: [] })).toMatchObject({ width: 148, height: 78 });
});
