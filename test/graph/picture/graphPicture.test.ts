// Pictures of graphs that others wrote: TensorFlow's loops, PyTorch's lists, inputs that are not there.
import { expect, test } from 'vitest';
import type { GraphNode } from '../../../src/graph/graph.ts';
import { layoutGraph } from '../../../src/graph/layout/layoutGraph.ts';
import { foldTwins } from '../../../src/graph/picture/foldTwins.ts';
import { type DrawnGraph, graphPicture } from '../../../src/graph/picture/graphPicture.ts';

const node = (name: string, op: string, ...inputs: string[]): GraphNode => ({ name, op, inputs, attributes: {} });
const graph = (...nodes: GraphNode[]): DrawnGraph => ({ nodes });
const outline = ({ nodes, edges }: ReturnType<typeof graphPicture>): string[] => [
  ...nodes.map(({ path, type, parent, state }) => `${parent} ${path} ${type}${state ? ` ${state}` : ''}`),
  edges
    .map(({ from, to, output, control }) => `${from}${control ? '^' : '>'}${to}${output ? `:${output}` : ''}`)
    .join(' '),
];

test('constants, variables and nodes that only forward a tensor are left out unless plumbing is asked for', () => {
  const source = graph(
    node('x', 'Placeholder'),
    node('w/handle', 'VarHandleOp'),
    node('w/read', 'ReadVariableOp', 'w/handle'),
    node('perm', 'Const'),
    node('w/transposed', 'Transpose', 'w/read', 'perm'),
    node('net/copy', 'Identity', 'x'),
    node('net/MatMul', 'MatMul', 'net/copy', 'w/transposed'),
    node('net/Relu', 'Relu', 'net/MatMul', '^perm'),
  );
  expect(outline(graphPicture(source))).toEqual(['-1 x Input', '-1 net/MatMul MatMul', '-1 net/Relu Relu', '0>1 1>2']);
  expect(graphPicture(source, { plumbing: true }).nodes).toHaveLength(10);
});

test('variables count for the op that reads them', () => {
  const shapes = (...list: number[][]) => ({ _output_shapes: { shapes: list } });
  const { nodes } = graphPicture(
    graph(
      node('x', 'Placeholder'),
      { ...node('w', 'VarHandleOp'), attributes: { ...shapes([]), shape: { shape: [3, 4] } } },
      { ...node('w/read', 'ReadVariableOp', 'w'), attributes: shapes([3, 4]) },
      node('y', 'MatMul', 'x', 'w/read'),
      node('z', 'MatMul', 'y', 'w/read'),
    ),
  );
  expect(nodes.map(({ amounts }) => amounts.params)).toEqual([undefined, 12, undefined]);
});

test('an input that no node makes is a box of its own, marked', () => {
  const source = graph(node('Relu', 'Relu', 'gone:2'), node('Add', 'Add', 'Relu', 'lost'));
  expect(outline(graphPicture(source))).toEqual([
    '-1 Relu Relu',
    '-1 Add Add',
    '-1 gone  missing',
    '-1 lost  missing',
    '2>0 0>1 3>1',
  ]);
});

test('a loop of TensorFlow stays a loop', () => {
  const picture = graphPicture(
    graph(
      node('x', 'Placeholder'),
      node('loop/Enter', 'Enter', 'x'),
      node('loop/Merge', 'Merge', 'loop/Enter', 'loop/NextIteration'),
      node('loop/Add', 'Add', 'loop/Merge'),
      node('loop/NextIteration', 'NextIteration', 'loop/Add'),
      node('loop/Exit', 'Exit', 'loop/Merge'),
    ),
  );
  const boxes = picture.nodes.map(({ parent }) => ({ parent, width: 80, height: 30 }));
  const back = layoutGraph({ boxes, edges: picture.edges }).routes.filter((route) => route.back);
  expect(back.map(({ from, to }) => [picture.nodes[from.box]!.name, picture.nodes[to.box]!.name])).toEqual([
    ['NextIteration', 'Merge'],
  ]);
});

test('a node with the name of a scope stands inside of it', () => {
  const source = graph(
    node('x', 'Placeholder'),
    node('a', 'Relu', 'x'),
    node('a/b', 'Tanh', 'a'),
    node('c', 'Add', 'a/b', 'x'),
  );
  expect(outline(graphPicture(source))).toEqual([
    '-1 x Input',
    '-1 a ',
    '1 a#2 Relu',
    '1 a/b Tanh',
    '-1 c Add',
    '0>2 2>3 3>4 0>4',
  ]);
});

test('edges through PyTorch’s list nodes lead to the ops that read the lists', () => {
  const source = graph(
    node('input/x', 'IO Node'),
    node('net/chunk', 'aten::chunk', 'input/x'),
    node('net/ListUnpack', 'prim::ListUnpack', 'net/chunk'),
    node('net/mul', 'aten::mul', 'net/ListUnpack', 'net/ListUnpack:1'),
    node('output/y', 'IO Node', 'net/mul'),
  );
  const picture = graphPicture(source);
  expect(picture.name).toBe('net');
  expect(outline(picture)).toEqual([
    '-1 input/x Input',
    '-1 net/chunk aten::chunk',
    '-1 net/mul aten::mul',
    '-1 output/y Output',
    '0>1 1>2 2>3',
  ]);
});

test('equal boxes are folded only where their inside is joined alike', () => {
  const block = (i: number, from: string, isPlain: boolean): GraphNode[] => [
    node(`net/block_${i}/Relu`, 'Relu', from),
    node(`net/block_${i}/Tanh`, 'Tanh', `net/block_${i}/Relu`),
    node(`net/block_${i}/Add`, 'Add', `net/block_${i}/Tanh`, isPlain ? `net/block_${i}/Tanh` : `net/block_${i}/Relu`),
  ];
  const nodes = [node('x', 'Placeholder')];
  for (const [i, isPlain] of [true, true, false, false, false].entries())
    nodes.push(...block(i, i === 0 ? 'x' : `net/block_${i - 1}/Add`, isPlain));
  const { nodes: folded } = foldTwins(graphPicture({ nodes }));
  expect(folded.filter(({ count }) => count !== undefined).map(({ name, count }) => [name, count])).toEqual([
    ['block_0–block_1', 2],
    ['block_2–block_4', 3],
  ]);
});

test('layers that alternate are folded by their period', () => {
  const nodes = [node('x', 'Placeholder')];
  for (let i = 0; i < 5; i++) {
    nodes.push(node(`Conv_${i}`, 'Conv2D', i === 0 ? 'x' : `Relu_${i - 1}`), node(`Relu_${i}`, 'Relu', `Conv_${i}`));
  }
  nodes.push(node('Softmax', 'Softmax', 'Relu_4'));
  expect(outline(foldTwins(graphPicture({ nodes })))).toEqual([
    '-1 x Input',
    '-1 Conv_0…Relu_4 Conv2D, Relu',
    '1 Conv_0 Conv2D',
    '1 Relu_0 Relu',
    '-1 Softmax Softmax',
    '0>2 2>3 3>4',
  ]);
});

test('10,000 scopes in one another are drawn', () => {
  const deep = 'a/'.repeat(10_000);
  expect(
    outline(graphPicture(graph(node(`${deep}x`, 'Placeholder'), node(`${deep}y`, 'Relu', `${deep}x`)))),
  ).toHaveLength(3);
});

test('outputs of a split to equal nodes that are folded are one edge, those to other nodes stay apart', () => {
  const of = (i: number): string => (i === 0 ? 'split' : `split:${i}`);
  const source = graph(
    node('x', 'Placeholder'),
    node('split', 'Split', 'x'),
    ...[0, 1, 2, 3].map((i) => node(`relu_${i}`, 'Relu', of(i))),
    node('sum', 'AddN', 'relu_0', 'relu_1', 'relu_2', 'relu_3', of(4), of(5)),
  );
  expect(outline(foldTwins(graphPicture(source)))).toEqual([
    '-1 x Input',
    '-1 split Split',
    '-1 relu_0 Relu',
    '-1 sum AddN',
    '0>1 1>2 2>3 1>3:4 1>3:5',
  ]);
});
