// Numbered scopes where a scope has more children than TensorBoard draws, and the way back.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph, GraphNode } from '../../src/graph/graph.ts';
import { maxChildren, splitLargeScopes, withoutNumberedScopes } from '../../src/graph/splitLargeScopes.ts';

const node = (name: string, inputs: readonly string[] = [], op = 'Relu'): GraphNode => ({
  name,
  op,
  inputs,
  attributes: {},
});
const graph = (nodes: readonly GraphNode[]): Graph => ({ nodes, producer: 2000 });

function childCounts({ nodes }: Graph): Map<string, number> {
  const children = new Map<string, Set<string>>();
  for (const { name } of nodes) {
    const segments = name.split('/');
    for (const [depth, segment] of segments.entries()) {
      const scope = segments.slice(0, depth).join('/');
      children.set(scope, (children.get(scope) ?? new Set()).add(segment));
    }
  }
  return new Map([...children].map(([scope, names]) => [scope, names.size]));
}

test('a graph with few children in each scope stays as it is', () => {
  const small = graph(Array.from({ length: maxChildren }, (_, i) => node(`a/${i}`)));
  expect(splitLargeScopes(small)).toBe(small);
});

test('a scope of 301 nodes is split into two, a constant next to its reader, and inputs are renamed', () => {
  const constant = node('a/weight', [], 'Const');
  const nodes = Array.from({ length: 300 }, (_, i) =>
    node(`a/n${i}`, i === 0 ? [] : [`a/n${i - 1}:0`, ...(i === 299 ? ['a/weight', '^a/n0'] : [])]),
  );
  const parted = splitLargeScopes(graph([constant, ...nodes]));
  expect(parted.nodes[0]!.name).toBe('a/151..301/weight');
  expect(parted.nodes.at(-1)).toEqual({
    ...nodes.at(-1),
    name: 'a/151..301/n299',
    inputs: ['a/151..301/n298:0', 'a/151..301/weight', '^a/1..150/n0'],
  });
  expect(parted.nodes[1]!.name).toBe('a/1..150/n0');
});

test('a very large scope is split into two levels', () => {
  const parted = splitLargeScopes(graph(Array.from({ length: 100_000 }, (_, i) => node(`n${i}`))));
  expect(Math.max(...childCounts(parted).values())).toBeLessThanOrEqual(maxChildren);
  expect(parted.nodes[99_999]!.name).toBe('50001..100000/99701..100000/n99999');
});

test('colocations and output names follow the split', () => {
  const nodes = Array.from({ length: 301 }, (_, i) => ({
    ...node(`${i}`),
    attributes: { _class: { strings: ['loc:@300', 'other'] } },
  }));
  const end = { name: 'y', tensor: '300:0', dtype: 'float32', shape: [] } as const;
  const parted = splitLargeScopes({ ...graph(nodes), signature: { inputs: [], outputs: [end] } });
  expect(parted.nodes[0]!.attributes._class).toEqual({ strings: ['loc:@151..301/300', 'other'] });
  expect(parted.signature!.outputs[0]!.tensor).toBe('151..301/300:0');
});

test('names of split scopes come back, whatever they are', () => {
  const segment = fc.oneof(
    fc.constantFrom('1..300', '1..300.', '1..2..', 'a', '', '.', '..', '^x', 'a b', '层'),
    fc.string({ maxLength: 4 }).map((text) => text.replaceAll('/', '')),
  );
  const name = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'));
  const crowd = Array.from({ length: 400 }, (_, i) => `1..300/${i}`);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 20 }), fc.boolean(), (names, many) => {
      const all = [...new Set([...names, ...(many ? crowd : [])])];
      const parted = splitLargeScopes(graph(all.map((each) => node(each)))).nodes.map(({ name }) => name);
      expect(parted.map(withoutNumberedScopes)).toEqual(all);
      expect(new Set(parted).size).toBe(all.length);
    }),
  );
});
