// The order of nodes within ranks: crossings of generated layered graphs, beside those of other orders.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sidesOf } from '../../../src/graph/layout/adjacency.ts';
import { orderRows } from '../../../src/graph/layout/order.ts';
import { layersOf } from '../../../src/graph/layout/segments.ts';
import { spineOf } from '../../../src/graph/layout/spine.ts';

interface Layered {
  /** Nodes of each rank. */
  readonly rows: readonly (readonly number[])[];
  readonly links: readonly (readonly [from: number, to: number])[];
}

/** Ranks of some nodes each, with links from one rank to the next. */
const layered = (ranks: number, maxNodes: number): fc.Arbitrary<Layered> =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: maxNodes }), { minLength: ranks, maxLength: ranks }),
      links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), {
        minLength: ranks * maxNodes,
        maxLength: 2 * ranks * maxNodes,
      }),
    })
    .map(({ sizes, links }) => {
      let next = 0;
      const rows = sizes.map((size) => Array.from({ length: size }, () => next++));
      const known = new Map(
        links.map(([rank, from, to]) => {
          const [above, below] = [rows[rank % (ranks - 1)]!, rows[(rank % (ranks - 1)) + 1]!];
          const link = [above[from % above.length]!, below[to % below.length]!] as const;
          return [link.join(), link];
        }),
      );
      return { rows, links: [...known.values()] };
    });

function orderedRows({ rows, links }: Layered): number[][] {
  const nodes = rows.flat().map(() => ({ cross: 100, flow: 30 }));
  const ends = links.map(([from, to], value) => ({ from, to, fromOffset: 0, toOffset: 0, value }));
  const ranks = rows.flatMap((row, rank) => row.map(() => rank));
  const layers = layersOf(nodes, ends, ranks, 4);
  orderRows(layers, sidesOf(layers), spineOf(nodes, layers));
  return layers.rows;
}

function crossings(rows: readonly (readonly number[])[], links: Layered['links']): number {
  const at = new Map(rows.flatMap((row, rank) => row.map((node, i) => [node, { rank, i }] as const)));
  let count = 0;
  for (const [k, [a, b]] of links.entries())
    for (const [c, d] of links.slice(k + 1))
      if (at.get(a)!.rank === at.get(c)!.rank && (at.get(a)!.i - at.get(c)!.i) * (at.get(b)!.i - at.get(d)!.i) < 0)
        count++;
  return count;
}

const permutations = (list: readonly number[]): number[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((one) => permutations(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));

/** Of all orders of all ranks. */
function fewestCrossings({ rows, links }: Layered, chosen: readonly (readonly number[])[] = []): number {
  const next = rows[chosen.length];
  if (!next) return crossings(chosen, links);
  return Math.min(...permutations(next).map((row) => fewestCrossings({ rows, links }, [...chosen, row])));
}

test('each rank keeps its nodes, and has no more crossings than in the order of the input, in all less than half', () => {
  let [before, after] = [0, 0];
  for (const graph of fc.sample(layered(6, 8), { numRuns: 200, seed: 1 })) {
    const rows = orderedRows(graph);
    expect(rows.map((row) => [...row].sort((a, b) => a - b))).toEqual(graph.rows);
    const [own, given] = [crossings(rows, graph.links), crossings(graph.rows, graph.links)];
    expect(own).toBeLessThanOrEqual(given);
    before += given;
    after += own;
  }
  // 43 % of 10,316
  expect(after).toBeLessThan(before / 2);
});

test('a small graph has about as few crossings as any order of its ranks can have', () => {
  let [fewest, own, equal] = [0, 0, 0];
  const graphs = fc.sample(layered(3, 4), { numRuns: 60, seed: 1 });
  for (const graph of graphs) {
    const [least, ours] = [fewestCrossings(graph), crossings(orderedRows(graph), graph.links)];
    expect(ours).toBeGreaterThanOrEqual(least);
    if (least === ours) equal++;
    fewest += least;
    own += ours;
  }
  // 123 of 110, and 52 graphs at the least
  expect(own).toBeLessThan(1.2 * fewest);
  expect(equal).toBeGreaterThan(0.8 * graphs.length);
});
