// What the page draws of generated models, in fonts of any widths: lines beside titles, texts as they were measured.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { nearMarkup } from '../../src/view/client/boxMarkup.ts';
import { BoxTexts, titleHeight } from '../../src/view/client/boxText.ts';
import { noHeat } from '../../src/view/client/heat.ts';
import { modelOf } from '../../src/view/client/model.ts';
import { layoutScene, type Scene } from '../../src/view/client/scene.ts';
import { EdgeSum } from '../../src/view/client/shownEdges.ts';
import { modelId, ShownTree } from '../../src/view/client/shownTree.ts';
import { cutTo, type FontName, type Ruler } from '../../src/view/client/textRuler.ts';
import { packed } from '../../src/view/pack.ts';
import { pictures } from '../formats/pictures.ts';
import { faults } from '../graph/layout/compoundGraphs.ts';

/** Pixels of each letter, by its code point. */
const widths = fc.array(fc.integer({ min: 2, max: 16 }), { minLength: 1, maxLength: 40 });
const rulerOf =
  (table: readonly number[], seen = new Set<string>()): Ruler =>
  (text, font) => {
    seen.add(text);
    const scale = { type: 1.1, name: 1, small: 0.9 } satisfies Record<FontName, number>;
    return [...text].reduce((sum, letter) => sum + scale[font] * table[letter.codePointAt(0)! % table.length]!, 0);
  };

/** Where the texts of an open group's title end, from its left. */
const titleEnd = (texts: BoxTexts, { id, titleRoom }: Scene['list'][number]): number => {
  const text = texts.fitted(id, titleRoom);
  return 28 + texts.wordsWidth(text) + (text.number === '' ? 0 : 10 + texts.numberWidth(text));
};

function faultsOf(scene: Scene, texts: BoxTexts): string[] {
  const index = new Map(scene.list.map(({ id }, i) => [id, i]));
  const boxes = scene.list.map((box) => ({
    parent: box.parent === modelId ? -1 : index.get(box.parent)!,
    width: box.width,
    height: box.height,
    ...(box.shape === 'open' && { title: { width: titleEnd(texts, box), height: titleHeight } }),
  }));
  const labels = scene.lines.flatMap(({ route, label }) => (label ? [{ ...route.label!, edge: route.edges[0]! }] : []));
  const { width, height, list, lines, direction } = scene;
  return faults(
    { boxes, edges: [] },
    { width, height, boxes: list, routes: lines.map(({ route }) => route), labels },
    direction,
  );
}

const sceneOf = fc.record({
  picture: pictures(24),
  table: widths,
  direction: fc.constantFrom('down' as const, 'right' as const),
  closed: fc.integer(),
});

test('in a font of any widths no line crosses the text of a title, a label or a box', () => {
  fc.assert(
    fc.property(sceneOf, ({ picture, table, direction, closed }) => {
      const nodes = sumInside(picture.nodes).map((node) => ({ ...node, facts: {} }));
      const model = modelOf(packed({ ...picture, type: '', nodes, totals: [], notes: [] }));
      const tree = new ShownTree(model);
      for (const { id } of model.boxes) if (((closed >> (id % 30)) & 3) !== 3) tree.open(id);
      const seen = new Set<string>();
      const ruler = rulerOf(table, seen);
      const texts = new BoxTexts(model, tree, ruler);
      const edges = new EdgeSum(model).of(tree);
      const scene = layoutScene({ model, tree, texts, ruler, edges, direction });
      expect(faultsOf(scene, texts)).toEqual([]);
      const drawn = scene.list.flatMap((box) => {
        const { item, beside } = nearMarkup({ model, tree, texts, ruler }, box, noHeat);
        return textsIn(item + beside);
      });
      expect(drawn.filter((text) => !seen.has(text) && !seen.has(`${text} `))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** The texts of elements as a reader sees them. */
const textsIn = (markup: string): string[] =>
  [...markup.matchAll(/>([^<>]+)</g)]
    .map(([, text]) => text!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))))
    .filter((text) => text !== ' ');

test('a cut text fits, begins and ends as the whole one, and keeps each letter whole', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '…', 'é', '中', '🧠', '𝔸'), maxLength: 300 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 10, max: 200 }), widths, (text, width, table) => {
      const ruler = rulerOf(table);
      const cut = cutTo(text, width, 'name', ruler);
      expect(cut).not.toMatch(/\p{Cs}/u);
      expect(ruler(cut, 'name')).toBeLessThanOrEqual(width);
      if (cut === text || cut === '') return;
      // an ellipsis may stand in the text as well
      const parts = [...cut.matchAll(/…/g)].map(({ index }) => [cut.slice(0, index), cut.slice(index + 1)] as const);
      expect(parts.some(([start, end]) => text.startsWith(start) && text.endsWith(end))).toBe(true);
    }),
  );
});
