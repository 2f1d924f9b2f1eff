// TensorFlow refuses each graph that we refuse, as it imports it or as it runs it.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attributesOf } from '../../src/dialects/tensorflow/attributes.ts';
import { encodeGraph } from '../../src/formats/graphDef.ts';
import type { GraphNode } from '../../src/graph/graph.ts';
import type { TopologyNode } from '../../src/trace/sourceGraph.ts';
import { invalidGraphs } from '../fixtures/invalidGraphs.ts';
import { python } from './python.ts';
import type { Answer } from './runGraphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'refused-'));
const nodeOf = ({ name, op, input = [], attr = {} }: TopologyNode): GraphNode => ({
  name,
  op,
  inputs: input,
  attributes: attributesOf(attr),
});
const argument = ({ name }: { readonly name: string }) => ({ name, type: 'float32' as const });

test('TensorFlow refuses each of them', () => {
  const asked = Object.entries(invalidGraphs).filter(([, { crashes }]) => !crashes);
  const cases = asked.map(([, { node, functions = [], running }], i) => {
    const path = join(folder, `${i}.pb`);
    const library = functions.map(({ signature: { name, inputArg = [], outputArg = [] }, nodeDef = [], ret = {} }) => ({
      name,
      inputs: inputArg.map(argument),
      outputs: outputArg.map(argument),
      nodes: nodeDef.map(nodeOf),
      results: ret,
      attributes: {},
    }));
    writeFileSync(path, encodeGraph({ nodes: node.map(nodeOf), functions: library, producer: 2000 }));
    const feeds = node[0]!.name === 'x' ? { 'x:0': { shape: [2], values: [1, 2] } } : {};
    return { path, ...(running && { feeds, fetches: ['o:0'] }) };
  });
  const answers = python<Answer[]>('runGraphs.py', cases);
  const taken = asked.filter((_, i) => answers[i]!.error === undefined).map(([name]) => name);
  expect(taken).toEqual([]);
});
