// The tree as the page shows it, held against the same pictures folded and closed by the picture room.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeGroups } from '../../src/graph/picture/closeGroups.ts';
import { foldTwins } from '../../src/graph/picture/foldTwins.ts';
import { childrenOf, type Picture } from '../../src/graph/picture/picture.ts';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { tracePicture } from '../../src/graph/picture/tracePicture.ts';
import { trace } from '../../src/index.ts';
import { createGMLP, Dropout, Linear, ReLU, Sequential } from '../../src/nn.ts';
import { find } from '../../src/view/client/finder.ts';
import { type Model, modelOf } from '../../src/view/client/model.ts';
import { EdgeSum } from '../../src/view/client/shownEdges.ts';
import { modelId, ShownTree } from '../../src/view/client/shownTree.ts';
import { keyAction } from '../../src/view/client/treeKeys.ts';
import { packed } from '../../src/view/pack.ts';
import type { ViewTree } from '../../src/view/tree/viewTree.ts';
import { pictures } from '../formats/pictures.ts';

const asTree = (picture: Picture): ViewTree => ({
  ...picture,
  type: '',
  nodes: sumInside(picture.nodes).map((node) => ({ ...node, facts: {} })),
  totals: [],
  notes: [],
});
const modelFor = (picture: Picture): Model => modelOf(packed(asTree(picture)));

const { model: gmlp, inputSize } = createGMLP('gmlp', { numLayers: 4 });
const picture = tracePicture(trace(gmlp, [{ shape: [1, ...inputSize] }]));

test('packing keeps each box, its path, its parent and its amounts', () => {
  fc.assert(
    fc.property(pictures(), (generated) => {
      const tree = asTree(generated);
      const { boxes } = modelFor(generated);
      const kept = boxes.filter(({ kind }) => kind !== 'fold');
      expect(kept.map(({ path }) => path)).toEqual(tree.nodes.map(({ path }) => path));
      expect(kept.map(({ amounts }) => amounts.params)).toEqual(tree.nodes.map(({ amounts }) => amounts.params ?? 0));
      const around = (id: number): string => {
        let at = boxes[id]!.parent;
        while (at !== modelId && boxes[at]!.kind === 'fold') at = boxes[at]!.parent;
        return at === modelId ? '' : boxes[at]!.path;
      };
      expect(kept.map(({ id }) => around(id))).toEqual(
        tree.nodes.map(({ parent }) => (parent === -1 ? '' : tree.nodes[parent]!.path)),
      );
    }),
  );
});

/** Edges as texts; a fold has the path of the first box that it stands for. */
function shownEdges(model: Model, tree: ShownTree): string[] {
  const name = (id: number): string => {
    const { kind, children, path, rare } = model.boxes[id]!;
    return kind === 'fold' && (rare.period ?? 1) === 1 ? model.boxes[children[0]!]!.path : path;
  };
  const edges = new EdgeSum(model).of(tree);
  return [...new Set(edges.map(({ from, to }) => `${name(from)} > ${name(to)}`))].sort();
}

const stack = new Sequential(
  ...Array.from({ length: 3 }, () => new Sequential(new Linear(4, 4), new ReLU(), new Linear(4, 4), new ReLU())),
  ...Array.from({ length: 4 }, () => new Dropout()),
);
/** Folds in folds, of one box and of two in turn. */
const repeated = [picture, tracePicture(trace(stack, [{ shape: [1, 4] }]))];

test('edges of an opened tree are those of the folded picture, closed at the same groups', () => {
  fc.assert(
    fc.property(
      fc.oneof(pictures(30), fc.constantFrom(...repeated)),
      fc.infiniteStream(fc.boolean()),
      (generated, chosen) => {
        const folded = foldTwins(generated);
        const { of } = childrenOf(folded);
        const open = new Set(folded.nodes.flatMap((_, i) => (of[i]!.length > 0 && chosen.next().value ? [i] : [])));
        const closed = closeGroups(folded, (node) => !open.has(node));
        const model = modelFor(generated);
        const tree = new ShownTree(model);
        for (const node of open) {
          const { path, count } = folded.nodes[node]!;
          const id = model.byPath.get(path)!;
          // a fold of one box stands in its place
          tree.open(count === undefined ? id : tree.standIn(id));
        }
        const name = (i: number): string => closed.nodes[i]!.path;
        const expected = [...new Set(closed.edges.map(({ from, to }) => `${name(from)} > ${name(to)}`))].sort();
        expect(shownEdges(model, tree)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('of 4 equal blocks the first is shown, until all are asked for', () => {
  const model = modelFor(picture);
  const tree = new ShownTree(model);
  const at = (path: string): number => model.byPath.get(path)!;
  const fold = at('model.0…3');
  for (const path of ['model', 'model.0…3']) tree.open(at(path));
  const paths = (): string[] => tree.list().map(({ id }) => model.boxes[id]!.path);
  expect(paths().filter((path) => path.startsWith('model.'))).toEqual([
    'model.0…3',
    'model.0.norm',
    'model.0.channel_proj1',
    'model.0.gelu',
    'model.0.sgu',
    'model.0.channel_proj2',
    'model.0.add',
  ]);
  expect(tree.standIn(at('model.2.sgu.norm'))).toBe(at('model.0.sgu.norm'));
  expect(tree.standIn(at('model.3'))).toBe(fold);
  expect(tree.times(at('model.0.norm'))).toBe(4);
  // what lies in a later block shows all of them
  expect(tree.reveal(at('model.2.sgu.norm'))).toBe(at('model.2.sgu.norm'));
  expect(paths().filter((path) => /^model\.\d$/.test(path))).toEqual(['model.0', 'model.1', 'model.2', 'model.3']);
  expect(tree.unfoldedAround(at('model.2'))).toBe(fold);
  tree.fold(fold);
  expect(tree.standIn(at('model.3'))).toBe(fold);
  expect(tree.parent(at('model.0.norm'))).toBe(fold);
});

test('a search finds words of path, type and shape, and regular expressions, one hit for equal blocks', () => {
  const model = modelFor(picture);
  const tree = new ShownTree(model);
  const hits = (query: string): string[] | undefined => find(model, tree, query)?.map((id) => model.boxes[id]!.path);
  expect(hits('conv1d')).toEqual(['model.0.sgu.spatial_proj']);
  expect(hits('linear 1x256x1024')).toEqual(['model.0.channel_proj1']);
  expect(hits('/^model\\.\\d+\\.channel_proj\\d /')).toEqual(['model.0.channel_proj1', 'model.0.channel_proj2']);
  expect(hits('nothing of it')).toEqual([]);
  expect(hits('')).toEqual([]);
  expect(hits('/(/')).toBe(undefined);
});

test('keys of the tree go and open as those of WAI-ARIA trees', () => {
  const model = modelFor(picture);
  const tree = new ShownTree(model);
  const at = (path: string): number => model.byPath.get(path)!;
  expect(keyAction(tree, at('view'), 'ArrowDown')).toEqual({ to: at('model') });
  expect(keyAction(tree, at('model'), 'ArrowRight')).toEqual({ toggle: at('model') });
  tree.open(at('model'));
  expect(keyAction(tree, at('model'), 'ArrowRight')).toEqual({ to: at('model.0…3') });
  expect(keyAction(tree, at('model.0…3'), 'ArrowLeft')).toEqual({ to: at('model') });
  expect(keyAction(tree, at('model'), 'ArrowLeft')).toEqual({ toggle: at('model') });
  expect(keyAction(tree, at('model'), 'Enter')).toEqual({ toggle: at('model') });
  expect(keyAction(tree, at('view'), ' ')).toEqual({ select: at('view') });
  expect(keyAction(tree, at('view'), 'Home')).toEqual({ to: at('input') });
  expect(keyAction(tree, at('view'), 'End')).toEqual({ to: at('output') });
  expect(keyAction(tree, at('input'), 'ArrowUp')).toBe(undefined);
  expect(keyAction(tree, at('view'), 'a')).toBe(undefined);
});
