// Graphs that TensorFlow refuses are refused before tf.js is asked; `test/real/refusedGraphs.test.ts` asks TensorFlow.

import { expect, test } from 'vitest';
import { expectValidGraph } from '../../../../src/trace/adapters/graph/validGraph.ts';
import type { GraphTopology, TopologyFunction, TopologyNode } from '../../../../src/trace/sourceGraph.ts';
import { invalidGraphs, op, x } from '../../../fixtures/invalidGraphs.ts';

const refusal = (topology: unknown): string => {
  try {
    expectValidGraph(topology as GraphTopology);
  } catch (error) {
    return `${error}`;
  }
  return 'accepted';
};

test.each(Object.entries(invalidGraphs))('a graph is refused: %s', (_, { node, functions, why }) => {
  expect(refusal({ node, library: { function: functions ?? [] } })).toBe(`UserError: ${why}`);
});

const f: TopologyFunction = {
  signature: { name: 'f', inputArg: [{ name: 'a', type: 'DT_FLOAT' }], outputArg: [{ name: 'r', type: 'DT_FLOAT' }] },
  nodeDef: [op('n', 'Relu', 'a')],
  ret: { r: 'n:activations:0' },
};

test('a loop without a Switch, which TensorFlow runs for ever, is refused', () => {
  const frame = { attr: { T: { type: 'DT_FLOAT' }, frame_name: { s: 'Zg==' } } };
  const loop = (...rest: TopologyNode[]) => [
    x,
    { ...op('e', 'Enter', 'x'), ...frame },
    op('m', 'Merge', 'e', 'n'),
    op('n', 'NextIteration', 'b'),
    ...rest,
  ];
  const why = 'UserError: NextIteration n belongs to a loop that nothing ends: it follows from no Switch';
  expect(refusal({ node: loop(op('b', 'Relu', 'm'), op('o', 'Exit', 'm')) })).toBe(why);
  const ended = loop(
    op('c', 'LoopCond', 'm'),
    op('s', 'Switch', 'm', 'c'),
    op('b', 'Relu', 's:1'),
    op('o', 'Exit', 's'),
  );
  expect(refusal({ node: ended })).toBe('accepted');
});

test.each<[string, unknown, string]>([
  ['a node that is null', { node: [null] }, 'node 0 of the graph must be an object, got null'],
  ['a node without a name', { node: [{ op: 'Relu' }] }, 'node 0 of the graph has no name'],
  ['a node without an op', { node: [{ name: 'a' }] }, 'the node a of the graph has no op'],
  [
    'a node called __proto__',
    { node: [op('__proto__', 'Relu')] },
    'a node of the graph is called __proto__, which tf.js cannot hold',
  ],
  [
    'inputs that are no list',
    { node: [x, { ...op('a', 'Relu'), input: 'x' }] },
    'the inputs of Relu a must be a list of names, got string',
  ],
  [
    'an input that is null',
    { node: [x, { ...op('a', 'Relu'), input: [null] }] },
    'the inputs of Relu a must be a list of names, got a list of other things',
  ],
  [
    'an attribute that is null',
    { node: [{ ...op('a', 'Relu'), attr: { T: null } }] },
    'the attribute T of Relu a must be an object, got null',
  ],
  ...(['NaN', '-5', '2.5', '1e3', '', 1e30, null, true, undefined] as const).map((size): [string, unknown, string] => [
    `a shape with the size ${JSON.stringify(size)}`,
    { node: [{ ...x, attr: { shape: { shape: { dim: [{ size: '2' }, { size }] } } } }] },
    `the shape of Placeholder x must have whole numbers for sizes, or -1 for any size, got ${JSON.stringify(size) ?? 'no size'}`,
  ]),
  [
    'a shape whose sizes are no list',
    { node: [{ ...x, attr: { shape: { shape: { dim: {} } } } }] },
    'the shape of Placeholder x must have a list of sizes, got object',
  ],
  [
    'an input called as a method of objects',
    { node: [op('a', 'Relu', 'toString')] },
    'Relu a takes toString, and no node is called toString',
  ],
  [
    'a library that is no list',
    { node: [x], library: { function: {} } },
    'the functions of the graph must be a list, got object',
  ],
  ['a function without a signature', { node: [x], library: { function: [{}] } }, 'function 0 of the graph has no name'],
  [
    'a function whose nodes are null',
    { node: [x], library: { function: [{ ...f, nodeDef: null }] } },
    'the nodes of the function f must be a list, got null',
  ],
  [
    'a name of a thousand and one scopes',
    { node: [op(`${'s/'.repeat(1001)}n`, 'Relu')] },
    'the name of node 0 of the graph has more than 1000 scopes',
  ],
])('%s is refused in one clause', (_, topology, why) => {
  expect(refusal(topology)).toBe(`UserError: ${why}`);
});

test('loops of TensorFlow 1, branches, functions and nodes called as properties of objects are accepted', () => {
  const loop: TopologyNode[] = [
    x,
    op('enter', 'Enter', 'x'),
    op('merge', 'Merge', 'enter', 'next'),
    op('cond', 'LoopCond', 'merge'),
    op('switch', 'Switch', 'merge', 'cond'),
    op('body', 'Relu', 'switch:1'),
    op('next', 'NextIteration', 'body', '^body'),
    op('exit', 'Exit', 'switch'),
  ];
  expect(refusal({ node: loop })).toBe('accepted');
  expect(refusal({ node: loop.toReversed() })).toBe('accepted');
  expect(refusal({ node: [x, op('s', 'Switch', 'x', 'x'), op('m', 'Merge', 's', 's:1')] })).toBe('accepted');
  const call = { ...op('c', 'PartitionedCall', 'x'), attr: { f: { func: { name: 'f' } } } };
  expect(refusal({ node: [x, call], library: { function: [f] } })).toBe('accepted');
  expect(refusal({ node: [x, op('constructor', 'Relu', 'x'), op('o', 'Relu', 'constructor')] })).toBe('accepted');
});

const chain = (length: number, last: string): TopologyNode[] => [
  x,
  ...Array.from({ length }, (_, i) => op(`n${i}`, 'Identity', i === 0 ? last : `n${i - 1}`)),
];

test('a chain or cycle of 100,000 nodes is checked in linear time', () => {
  expect(refusal({ node: chain(100_000, 'x') })).toBe('accepted');
  expect(refusal({ node: chain(100_000, 'n99999') })).toMatch(
    /^UserError: the node n0 follows from itself by n99999, /,
  );
}, 30_000);
