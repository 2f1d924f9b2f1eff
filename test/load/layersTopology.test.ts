// Models of tf.layers that tf.js would build for ever are refused before it is asked.
import { expect, test } from 'vitest';
import { expectBuildable } from '../../src/load/layersTopology.ts';

const refusal = (topology: object): string => {
  try {
    expectBuildable(topology);
  } catch (error) {
    return `${error}`;
  }
  return 'accepted';
};

type Source = readonly [layer: string, node?: number];
const input = (name = 'x') => ({
  name,
  class_name: 'InputLayer',
  config: { name, batch_input_shape: [null, 4] },
  inbound_nodes: [] as unknown,
});
const dense = (name: string, ...calls: (readonly Source[])[]) => ({
  name,
  class_name: 'Dense',
  config: { name, units: 4 } as Readonly<Record<string, unknown>>,
  inbound_nodes: calls.map((sources) => sources.map(([layer, node = 0]) => [layer, node, 0, {}])) as unknown,
});
const functional = (layers: readonly unknown[], output: string, name = 'm') => ({
  class_name: 'Model',
  config: { name, layers, input_layers: [['x', 0, 0]], output_layers: [[output, 0, 0]] },
});
const inner = (source: Source) => ({
  ...functional([input(), dense('q', [source])], 'q', 'inner'),
  name: 'inner',
  inbound_nodes: [[['x', 0, 0, {}]]],
});

test.each<[string, readonly unknown[], string, string]>([
  [
    'a layer that is not there',
    [dense('d', [['nowhere']])],
    'd',
    'the layer d takes node 0 of the layer nowhere, and no layer has that name',
  ],
  [
    'a layer called as a method of objects',
    [dense('d', [['toString']])],
    'd',
    'the layer d takes node 0 of the layer toString, and no layer has that name',
  ],
  ['a node that is not there', [dense('d', [['x', 1]])], 'd', 'the layer d takes node 1 of the layer x, which has 1'],
  [
    'a layer that takes from itself',
    [dense('d', [['d']])],
    'd',
    'the layer d takes from itself, and no layer can be called before what it takes',
  ],
  [
    'a ring of layers',
    [dense('a', [['b']]), dense('b', [['a']])],
    'a',
    'the layer b takes from a, which follows from it, and no layer can be called before what it takes',
  ],
  [
    'a shared layer whose calls wait for each other',
    [dense('a', [['x']], [['b', 1]]), dense('b', [['a']], [['a', 1]])],
    'a',
    'the layer b takes from a, which follows from it, and no layer can be called before what it takes',
  ],
  [
    'one input of two that is not there',
    [dense('d', [['x'], ['y']])],
    'd',
    'the layer d takes node 0 of the layer y, and no layer has that name',
  ],
  [
    'a node of a model that is not there',
    [inner(['x']), dense('d', [['inner', 2]])],
    'd',
    'the layer d takes node 2 of the layer inner, which has 2',
  ],
  [
    'a ring in a model that is a layer',
    [inner(['q'])],
    'inner',
    'the layer q takes from itself, and no layer can be called before what it takes',
  ],
  [
    'a model in a wrapper',
    [{ ...dense('t', [['x']]), config: { name: 't', layer: inner(['nowhere']) } }],
    't',
    'the layer q takes node 0 of the layer nowhere, and no layer has that name',
  ],
  [
    'an output that is not there',
    [dense('d', [['x']])],
    'e',
    'output_layers of the model m names node 0 of the layer e, and no layer has that name',
  ],
  [
    'inbound nodes without the list around a call',
    [{ ...dense('d'), inbound_nodes: [['x', 0, 0, {}]] }],
    'd',
    'inbound_nodes of the layer d must name a layer, a node and an output, got "x"',
  ],
  [
    'inbound nodes that are null',
    [{ ...dense('d'), inbound_nodes: null }],
    'd',
    'inbound_nodes of the layer d must be a list, got undefined',
  ],
  [
    'a call that is null',
    [{ ...dense('d'), inbound_nodes: [null] }],
    'd',
    'inbound_nodes of the layer d must be a list of lists, got null',
  ],
  [
    'a node before the first',
    [dense('d', [['x', -1]])],
    'd',
    'inbound_nodes of the layer d must name a layer, a node and an output, got ["x",-1,0,{}]',
  ],
  ['a layer that is null', [null], 'd', 'layer 1 of the model m must be an object, got null'],
  ['a layer without a name', [{ class_name: 'Dense' }], 'd', 'layer 1 of the model m has no name'],
  [
    'two layers of one name',
    [dense('d', [['x']]), dense('d', [['x']])],
    'd',
    'two layers of the model m are called d, and tf.js takes one',
  ],
  [
    'a layer of two names',
    [{ ...dense('d', [['x']]), config: { name: 'e' } }],
    'd',
    'the layer d of the model m is called "e" in its own settings',
  ],
  [
    'a layer called constructor',
    [dense('constructor', [['x']])],
    'constructor',
    'a layer of the model m is called constructor, which tf.js cannot hold: rename it',
  ],
  [
    'a layer called __proto__',
    [dense('__proto__', [['x']])],
    '__proto__',
    'a layer of the model m is called __proto__, which tf.js cannot hold: rename it',
  ],
])('%s is refused', (_, layers, output, why) => {
  expect(refusal(functional([input(), ...layers], output))).toBe(`UserError: ${why}`);
});

test('a Sequential of nothing that is a layer, and a size that is none, are refused', () => {
  const sequential = (layers: unknown) => refusal({ model_config: { class_name: 'Sequential', config: { layers } } });
  expect(sequential([null])).toBe('UserError: the layers of a Sequential must be a list of objects, got [null]');
  expect(sequential('abc')).toBe('UserError: the layers of a Sequential must be a list of objects, got "abc"');
  expect(sequential([{ class_name: { of: 'Dense' }, config: {} }])).toBe(
    'UserError: class_name must be the name of a class, got {"of":"Dense"}',
  );
  for (const shape of [['hasOwnProperty', 6], [-1, 4], [1.5], 'abc'])
    expect(sequential([{ class_name: 'Dense', config: { batch_input_shape: shape } }])).toBe(
      `UserError: batch_input_shape must be a list of sizes, or null where one is open, got ${JSON.stringify(shape)}`,
    );
});

test('calls in any order, shared layers and models as layers are accepted', () => {
  const reversed = [dense('c', [['b'], ['a', 1]]), dense('b', [['a']]), dense('a', [['x']], [['b']])];
  expect(refusal(functional([input(), ...reversed], 'c'))).toBe('accepted');
  expect(refusal(functional([input(), inner(['x']), dense('d', [['inner', 1]])], 'd'))).toBe('accepted');
  const camel = { name: 'd', className: 'Dense', config: { name: 'd' }, inboundNodes: [[['x', 0, 0]]] };
  expect(refusal(functional([input(), camel], 'd'))).toBe('accepted');
});

test('100,000 layers, of which each takes from the next or all form a ring, take time linear in them', () => {
  const count = 100_000;
  const chain = (last: string) =>
    Array.from({ length: count }, (_, i) => dense(`d${i}`, [[i === count - 1 ? last : `d${i + 1}`]]));
  expect(refusal(functional([input(), ...chain('x')], 'd0'))).toBe('accepted');
  expect(refusal(functional([input(), ...chain('d0')], 'd0'))).toMatch(/ which follows from it, /);
  const shared = dense('s', ...Array.from({ length: count }, (_, i): Source[] => [['s', count - i]]));
  expect(refusal(functional([input(), shared], 's'))).toBe(
    'UserError: the layer s takes node 100000 of the layer s, which has 100000',
  );
}, 30_000);
