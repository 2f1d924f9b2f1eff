import { expect, test } from 'vitest';
import { restoreName, spellForTensorflow, tensorflowName } from '../../../src/dialects/tensorflow/tensorflowNames.ts';

const names = [
  'gMLP/Sequential[model]/gMLPBlock[0]',
  '>5b',
  '[',
  '.[',
  '.',
  '_a',
  '-',
  'a b',
  '层/ü',
  '😀',
  'a>',
  'a//b',
  '..>',
];

test.each(names)('%s is accepted by TensorFlow and comes back', (name) => {
  expect(tensorflowName(name)).toMatch(/^[A-Za-z0-9.][A-Za-z0-9_.\\/>-]*$/);
  expect(restoreName(tensorflowName(name))).toBe(name);
});

test('different names stay different', () => {
  const all = [...names, 'a\ud800', 'a\ud801', 'a\ufffd', 'a\udc00', 'A', 'a', '', '>ed>a0>80'];
  expect(new Set(all.map(tensorflowName)).size).toBe(all.length);
});

test('names of functions are spelled for TensorFlow, those of their arguments stay', () => {
  const inner = [
    { name: '_f/one', op: 'Const', inputs: [], attributes: {} },
    { name: 'add', op: 'AddV2', inputs: ['_x', '_f/one:output:0', '^_f/one'], attributes: {} },
  ];
  const fn = {
    name: '_f',
    inputs: [{ name: '_x', type: 'int32' as const }],
    outputs: [{ name: 'y', type: 'int32' as const }],
    nodes: inner,
    results: { y: '_f/one:output:0' },
    attributes: {},
  };
  const [spelled] = spellForTensorflow({ nodes: [], functions: [fn], producer: 2000 }).functions!;
  expect(spelled!.nodes.map(({ name, inputs }) => [name, inputs])).toEqual([
    ['._f/one', []],
    ['add', ['_x', '._f/one:output:0', '^._f/one']],
  ]);
  expect(spelled!.results).toEqual({ y: '._f/one:output:0' });
  expect(spelled!.name).toBe('_f');
});

test('a graph’s nodes, inputs and signature are spelled alike', () => {
  const node = {
    name: 'A/B[c]',
    op: 'X',
    inputs: ['A/d[0]:1', '^A[e]'],
    attributes: { shared_name: { s: 'A[e]' }, _class: { strings: ['loc:@A[e]', 'A[e]'] } },
  };
  expect(spellForTensorflow({ nodes: [node], producer: 2000 }).nodes).toEqual([
    {
      name: 'A/B>5bc>5d',
      op: 'X',
      inputs: ['A/d>5b0>5d:1', '^A>5be>5d'],
      attributes: { shared_name: { s: 'A>5be>5d' }, _class: { strings: ['loc:@A>5be>5d', 'A[e]'] } },
    },
  ]);
});
