// Properties of layouts of generated compound graphs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Direction } from '../../../src/graph/layout/layout.ts';
import { layoutGraph } from '../../../src/graph/layout/layoutGraph.ts';
import { compoundGraphs, faults } from './compoundGraphs.ts';

const directions = fc.constantFrom<Direction>('down', 'right');

test('a layout has no overlap, no line through a box, title or label, children inside groups, lines along the flow', () => {
  fc.assert(
    fc.property(compoundGraphs(), directions, fc.integer(), (graph, direction, closed) => {
      const open = (box: number): boolean => ((closed >> (box % 30)) & 3) !== 3;
      const layout = layoutGraph(graph, { direction, open });
      expect(faults(graph, layout, direction)).toEqual([]);
    }),
    { numRuns: Number(process.env.RUNS ?? 400) },
  );
});
