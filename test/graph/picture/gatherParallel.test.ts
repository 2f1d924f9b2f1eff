// Equal branches side by side are one box.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldTwins } from '../../../src/graph/picture/foldTwins.ts';
import { gatherParallel } from '../../../src/graph/picture/gatherParallel.ts';
import type { Picture, PictureNode } from '../../../src/graph/picture/picture.ts';
import { pictures } from '../../formats/pictures.ts';

const node = (path: string, type: string, parent = -1): PictureNode => ({
  parent,
  path,
  name: path,
  type,
  kind: 'module',
  role: 'other',
  outputs: [[1, 8]],
  amounts: { params: 8 },
  size: 1,
});

/** One source, read by `count` branches of two layers; each branch is followed by a layer of its own. */
function fan(count: number): Picture {
  const nodes = [node('source', 'Linear')];
  const edges: Picture['edges'][number][] = [];
  const join = (from: number, to: number) => edges.push({ from, to, output: 0, shape: [1, 8] });
  for (let branch = 0; branch < count; branch++) {
    const group = nodes.push(node(`branch${branch}`, 'Branch')) - 1;
    const first = nodes.push(node(`branch${branch}.a`, 'Linear', group)) - 1;
    const second = nodes.push(node(`branch${branch}.b`, 'ReLU', group)) - 1;
    const own = nodes.push(node(`head${branch}`, `Head${branch}`)) - 1;
    join(0, first);
    join(first, second);
    join(second, own);
  }
  return { name: 'fan', nodes, edges };
}

test('equal branches of one source are one box, though other boxes come between them', () => {
  const { nodes, edges } = foldTwins(gatherParallel(fan(40)));
  const [source, branch, ...others] = nodes;
  expect([source!.path, branch!.name, branch!.count]).toEqual(['source', 'branch0–branch39', 40]);
  expect(others).toHaveLength(2 + 40);
  // the source, the layers of one branch, and an edge to each head
  expect(edges).toHaveLength(2 + 40);
});

test('branches that read other tensors, or at other places, stay where they are', () => {
  const picture = fan(3);
  expect(gatherParallel({ ...picture, edges: picture.edges.filter(({ from }) => from !== 0) })).toEqual({
    ...picture,
    edges: picture.edges.filter(({ from }) => from !== 0),
  });
  const skipping = picture.edges.map((edge, i) => (edge.from === 0 ? { ...edge, output: i } : edge));
  expect(gatherParallel({ ...picture, edges: skipping }).nodes).toEqual(picture.nodes);
});

test('a gathered picture has the same boxes and edges, and edges lead on as before', () => {
  fc.assert(
    fc.property(pictures(40), (picture) => {
      const gathered = gatherParallel(picture);
      const pathsOf = ({ nodes }: Picture) => nodes.map(({ path }) => path).sort();
      const edgesOf = ({ nodes, edges }: Picture) =>
        edges.map(({ from, to, output }) => `${nodes[from]!.path} ${nodes[to]!.path} ${output}`).sort();
      expect(pathsOf(gathered)).toEqual(pathsOf(picture));
      expect(edgesOf(gathered)).toEqual(edgesOf(picture));
      const backwards = ({ edges }: Picture) => edges.filter(({ from, to }) => from >= to).length;
      expect(backwards(gathered)).toBe(backwards(picture));
    }),
    { numRuns: 300 },
  );
});
