// Which lines are highlighted for a selection, held against the edges of generated graphs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { BoxTexts } from '../../src/view/client/boxText.ts';
import { modelOf } from '../../src/view/client/model.ts';
import { relatedLines } from '../../src/view/client/related.ts';
import { layoutScene } from '../../src/view/client/scene.ts';
import { EdgeSum } from '../../src/view/client/shownEdges.ts';
import { modelId, ShownTree } from '../../src/view/client/shownTree.ts';
import { packed } from '../../src/view/pack.ts';
import { pictures } from '../formats/pictures.ts';

test('near are lines that enter or leave the selection, beyond those on a way to it or from it, and no others', () => {
  let beyond = 0;
  fc.assert(
    fc.property(pictures(24), fc.integer(), ({ name, nodes, edges }, closed) => {
      const sums = sumInside(nodes).map((node) => ({ ...node, facts: {} }));
      const model = modelOf(packed({ name, edges, type: '', nodes: sums, totals: [], notes: [] }));
      const tree = new ShownTree(model);
      for (const { id } of model.boxes) if (((closed >> (id % 30)) & 3) !== 3) tree.open(id);
      const ruler = (text: string): number => 6 * text.length;
      const shown = new EdgeSum(model).of(tree);
      const texts = new BoxTexts(model, tree, ruler);
      const scene = layoutScene({ model, tree, texts, ruler, edges: shown, direction: 'down' });
      for (const { id: selected } of scene.list) {
        const isInside = (id: number): boolean => {
          let at = id;
          while (at !== selected && at !== modelId) at = model.boxes[at]!.parent;
          return at === selected;
        };
        /** All that a way leads to, or from, out of what is inside the selection. */
        const reached = (start: 'from' | 'to', end: 'from' | 'to'): Set<number> => {
          const all = new Set(scene.list.map(({ id }) => id).filter(isInside));
          for (let before = -1; before !== all.size; ) {
            before = all.size;
            for (const edge of shown) if (all.has(edge[start])) all.add(edge[end]);
          }
          return all;
        };
        const [downstream, upstream] = [reached('from', 'to'), reached('to', 'from')];
        const expected = shown.map(({ from, to }) => {
          const [a, b] = [isInside(from), isInside(to)];
          if (a !== b) return 'near';
          return !a && (downstream.has(from) || upstream.has(to)) ? 'beyond' : undefined;
        });
        const related = relatedLines(model, scene, selected);
        for (const line of scene.lines) {
          const relations = line.edges.map((edge) => expected[edge]);
          const one = relations.includes('near') ? 'near' : relations.includes('beyond') ? 'beyond' : undefined;
          if (one === 'beyond') beyond++;
          expect(related.get(line)).toBe(one);
        }
      }
      expect(relatedLines(model, scene, undefined).size).toBe(0);
    }),
    { numRuns: 150 },
  );
  expect(beyond).toBeGreaterThan(100);
});
