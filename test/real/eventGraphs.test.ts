// Pictures of the graphs that TensorFlow 1, TensorFlow 2 and Keras's callback write.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readGraph, renderGraph } from '../../src/index.ts';
import { python } from './python.ts';

const logdir = mkdtempSync(join(tmpdir(), 'graphs-'));

beforeAll(() => {
  python('eventGraphs.py', logdir);
});

interface DrawnNode {
  readonly path: string;
  readonly type: string;
  readonly kind: string;
  readonly params?: number;
}

/** Boxes without children as `path type params`, and edges by paths. */
async function drawn(run: string): Promise<{ readonly boxes: readonly string[]; readonly edges: readonly string[] }> {
  const text = renderGraph(await readGraph(join(logdir, run)), { format: 'json' });
  const { nodes, edges } = JSON.parse(text) as {
    readonly nodes: readonly (DrawnNode & { readonly parent: number | null })[];
    readonly edges: readonly { readonly from: number; readonly to: number }[];
  };
  const parents = new Set(nodes.map(({ parent }) => parent));
  return {
    boxes: nodes.flatMap(({ path, type, params }, i) => (parents.has(i) ? [] : [`${path} ${type} ${params ?? 0}`])),
    edges: edges.map(({ from, to }) => `${nodes[from]!.path} > ${nodes[to]!.path}`),
  };
}

test('of Keras’s callback the layers are drawn, those of inner models in their scopes', async () => {
  const { boxes, edges } = await drawn('keras');
  expect([...boxes].sort()).toEqual([
    'add Add 0',
    'head/out Dense 0',
    'inner/d Dense 0',
    'inner/r ReLU 0',
    'left Input 0',
    'right Input 0',
    'shared Dense 0',
  ]);
  expect([...edges].sort()).toEqual([
    'add > head/out',
    'inner/d > inner/r',
    'inner/r > shared',
    'left > shared',
    'right > inner/d',
    'shared > add',
  ]);
});

test.each(['graph', 'trace'])(
  'of the %s that TensorFlow 2 writes the ops are drawn, variables counted for what reads them',
  async (run) => {
    const { boxes } = await drawn(run);
    const withParameters = boxes.filter((box) => !/ 0$/.test(box)).map((box) => box.replace(/^.* (\w+ \d+)$/, '$1'));
    const products = ['MatMul 16', 'BiasAdd 4', 'MatMul 16', 'BiasAdd 4', 'MatMul 8', 'BiasAdd 2'];
    expect(boxes.filter((box) => /Input/.test(box))).toEqual(['x Input 0']);
    if (run === 'graph') expect(withParameters.sort()).toEqual(products.sort());
    expect(boxes.filter((box) => /ReadVariableOp|VarHandle|Const|PartitionedCall/.test(box))).toEqual([]);
    expect(boxes.filter((box) => /MatMul/.test(box))).toHaveLength(4);
  },
);

test('of a graph of TensorFlow 1 a variable counts for the op that reads it', async () => {
  expect(await drawn('v1')).toEqual({
    boxes: ['x Input 0', 'layer/MatMul MatMul 12', 'layer/Relu Relu 0'],
    edges: ['x > layer/MatMul', 'layer/MatMul > layer/Relu'],
  });
});

test.each(['svg', 'dot', 'mermaid', 'json', 'model-explorer'] as const)(
  '%s names the layers of each of them',
  async (format) => {
    for (const [run, name] of [
      ['keras', 'shared'],
      ['graph', 'MatMul'],
      ['trace', 'MatMul'],
      ['v1', 'Relu'],
    ] as const)
      expect(renderGraph(await readGraph(join(logdir, run)), { format })).toMatch(new RegExp(name));
  },
);
