// Calls of functions replaced by their bodies.
import { expect, test } from 'vitest';
import type { Graph, GraphFunction, GraphNode } from '../../src/graph/graph.ts';
import { inlineFunctions, maxInlinedNodes } from '../../src/graph/inlineFunctions.ts';

const node = (
  name: string,
  op: string,
  inputs: string[] = [],
  attributes: GraphNode['attributes'] = {},
): GraphNode => ({
  name,
  op,
  inputs,
  attributes,
});
const called = (name: string) => ({ f: { func: { name, attributes: {} } } });
const argument = (name: string) => ({ name, type: 'float32' }) as const;
const definition = (name: string, nodes: GraphNode[], results: Record<string, string>): GraphFunction => ({
  name,
  inputs: [argument('x'), argument('y')],
  outputs: Object.keys(results).map(argument),
  nodes,
  results,
  attributes: {},
});
const outline = (graph: Pick<Graph, 'nodes' | 'functions'>): string[] =>
  inlineFunctions(graph).map(({ name, op, inputs }) => `${name} ${op} ${inputs.join(' ')}`.trim());

test('the body of a called function stands in the scope of the call, joined to its inputs and outputs', () => {
  const inner = definition('inner', [node('relu', 'Relu', ['x', '^y']), node('add', 'AddV2', ['relu:y:0', 'y'])], {
    sum: 'add:z:0',
    first: 'x',
  });
  const outer = definition('outer', [node('twice', 'PartitionedCall', ['x', 'y'], called('inner'))], {
    out: 'twice:output:0',
  });
  const nodes = [
    node('a', 'Placeholder'),
    node('b', 'Placeholder'),
    node('call', 'StatefulPartitionedCall', ['a', 'b', '^a'], called('outer')),
    node('direct', 'inner', ['b', 'call']),
    node('y', 'Identity', ['direct:1', '^direct']),
  ];
  expect(outline({ nodes, functions: [inner, outer] })).toEqual([
    'a Placeholder',
    'b Placeholder',
    'call/twice/relu Relu a',
    'call/twice/add AddV2 call/twice/relu:y:0 b',
    'direct/relu Relu b',
    'direct/add AddV2 direct/relu:y:0 call/twice/add:z:0',
    'y Identity b',
  ]);
});

test('loops, and calls of functions that are not there, stay as they are', () => {
  const nodes = [node('while', 'While', ['a'], called('body')), node('call', 'PartitionedCall', ['a'], called('gone'))];
  const functions = [definition('body', [node('relu', 'Relu', ['x'])], { out: 'relu:y:0' })];
  expect(outline({ nodes, functions })).toEqual(['while While a', 'call PartitionedCall a']);
});

test('a function that calls itself is inlined to a limited depth', () => {
  const self = definition('self', [node('again', 'self', ['x', 'y'])], { out: 'again:out:0' });
  expect(outline({ nodes: [node('call', 'self', ['a', 'b'])], functions: [self] })).toHaveLength(1);
});

test('functions that double with every level are inlined up to a limit of nodes', () => {
  expect(maxInlinedNodes).toBeLessThan(2_000_000);
  const maxNodes = 10_000;
  const doubling = Array.from({ length: 40 }, (_, i) =>
    definition(`f${i}`, [node('l', `f${i + 1}`, ['x', 'y']), node('r', `f${i + 1}`, ['x', 'y'])], { out: 'l:out:0' }),
  );
  const nodes = inlineFunctions({ nodes: [node('call', 'f0', ['a', 'b'])], functions: doubling }, maxNodes);
  expect(nodes.length).toBeGreaterThan(maxNodes / 2);
  expect(nodes.length).toBeLessThan(2 * maxNodes);
});
