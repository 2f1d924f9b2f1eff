// Both dialects of the reference's three models, against what tensorboardX wrote of them.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/dialects/dialects.ts';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { torchGraph } from '../../src/dialects/torch/atenGraph.ts';
import { SummaryWriter, trace } from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { type AnyModule, createGMLP, functional, gMLPForImageClassification, Linear, Module } from '../../src/nn.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { events } from './events.ts';

interface ModuleGraph {
  readonly scopes: string[];
  readonly edges: [string, string][];
}

// an op belongs to the deepest `Type[name]` in its name; constants and parameters are left out
function contract(graph: tensorboard.GraphDef): ModuleGraph {
  const moduleOf = (name: string) => {
    const parts = name.split('/');
    const end = parts.findIndex((part, i) => i > 0 && !/^.+\[.+\]$/.test(part));
    return parts.slice(0, end).join('/');
  };
  const left = ['Const', 'VarHandleOp', 'ReadVariableOp'];
  const shown = new Map(graph.node.filter(({ op }) => !left.includes(op!)).map(({ name }) => [name!, moduleOf(name!)]));
  const edges = new Set<string>();
  for (const { name, input } of graph.node) {
    const to = shown.get(name!);
    for (const source of input ?? []) {
      const from = shown.get(source.split(':')[0]!);
      if (from && to && from !== to) edges.add(JSON.stringify([from, to]));
    }
  }
  return { scopes: [...new Set(shown.values())].sort(), edges: [...edges].sort().map((edge) => JSON.parse(edge)) };
}

interface ReferenceNode {
  readonly scope: string;
  readonly op: string;
  readonly shapes: number[][] | null;
  readonly inputs: number[];
}

// a reference's node has no leaf name, so an edge is written as what stands at both its ends
function torchNodes(graph: tensorboard.GraphDef): { nodes: string[]; edges: string[] } {
  const parameters = ['prim::Constant', 'prim::GetAttr'];
  const shown = new Map<string, string>();
  for (const { name, op, attr } of graph.node) {
    if (parameters.includes(op!)) continue;
    const parts = name!.split('/');
    const scope = op === 'IO Node' ? parts[0] : parts.slice(0, -1).join('/');
    const shapes = attr?._output_shapes?.list?.shape?.map(({ dim }) => dim!.map(({ size }) => Number(size)));
    shown.set(name!, JSON.stringify([scope, op, shapes ?? null]));
  }
  const edges = graph.node.flatMap(({ name, input }) =>
    (input ?? []).filter((source) => shown.has(source)).map((source) => `${shown.get(source)} ${shown.get(name!)}`),
  );
  return { nodes: [...shown.values()].sort(), edges: edges.sort() };
}

async function written(name: string, dialect: Dialect): Promise<{ graph: tensorboard.GraphDef; golden: URL }> {
  const golden = new URL(`../golden/reference/${name}/`, import.meta.url);
  const { config } = JSON.parse(readFileSync(new URL('case.json', golden), 'utf8'));
  const camelCase = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const model = new gMLPForImageClassification(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [camelCase(key), value])),
  );
  const writer = new SummaryWriter({ logdir: mkdtempSync(join(tmpdir(), 'logs-')) });
  writer.addGraph(model, [2, config.in_channels, config.image_size, config.image_size], { dialect });
  await writer.close();
  const found = events(writer.path!);
  // the reference's graph comes with metadata, which hold no times
  const metadata = dialect === 'torch' ? ['taggedRunMetadata'] : [];
  expect(found.map((event) => event.what)).toEqual(['fileVersion', 'graphDef', ...metadata]);
  const graph = tensorboard.GraphDef.decode(found[1]!.graphDef!);
  const names = new Set(graph.node.map((node) => node.name!));
  expect(names.size).toBe(graph.node.length);
  const sources = graph.node.flatMap(({ input }) => (input ?? []).map((source) => source.split(':')[0]!));
  expect(sources.filter((source) => !names.has(source))).toEqual([]);
  return { graph, golden };
}

const read = <T>(golden: URL, file: string): T => JSON.parse(readFileSync(new URL(file, golden), 'utf8'));

describe.each(['seed', 'default', 'tiny'])('the graph of %s', (name) => {
  test('the graph in TensorFlow ops, contracted to modules, is the reference’s', async () => {
    const { graph, golden } = await written(name, 'tensorflow');
    const { scopes, edges } = read<ModuleGraph>(golden, 'module_graph.json');
    const ours = contract(graph);
    expect(ours.scopes).toEqual(scopes.sort());
    expect(ours.edges.map((edge) => JSON.stringify(edge))).toEqual(edges.map((edge) => JSON.stringify(edge)).sort());
  });

  test('the graph in aten ops is the reference’s, node for node', async () => {
    const { graph, golden } = await written(name, 'torch');
    const { nodes } = read<{ nodes: ReferenceNode[] }>(golden, 'reference_ops.json');
    const reference = nodes.map(({ scope, op, shapes }) => JSON.stringify([scope, op, shapes]));
    const edges = nodes.flatMap(({ inputs }, i) => inputs.map((source) => `${reference[source]} ${reference[i]}`));
    expect(torchNodes(graph)).toEqual({ nodes: reference.sort(), edges: edges.sort() });
    expect(graph.versions!.producer).toBe(22);
    const weight = graph.node.find((node) => node.name!.endsWith('/Linear[classifier]/weight'))!;
    expect([weight.op, Buffer.from(weight.attr!.attr!.s!).toString()]).toEqual(['prim::GetAttr', '{ name :  weight }']);
  });
});

// as torch.jit.trace of PyTorch 2.15 names them, in evaluation
const layers: readonly (readonly [AnyModule, readonly number[], readonly string[]])[] = [
  [new nn.Linear(4, 3), [2, 4], ['linear']],
  [new nn.Conv1d(2, 3, 1), [1, 2, 4], ['_convolution']],
  [new nn.Conv2d(2, 4, 3, { groups: 2, padding: 1 }), [1, 2, 4, 4], ['_convolution']],
  [new nn.LayerNorm(4), [2, 4], ['layer_norm']],
  [new nn.BatchNorm1d(2), [3, 2], ['batch_norm']],
  [new nn.BatchNorm2d(2), [1, 2, 4, 4], ['batch_norm']],
  [new nn.Embedding(4, 3), [2], ['embedding']],
  [new nn.ReLU(), [2, 4], ['relu']],
  [new nn.GELU(), [2, 4], ['gelu']],
  [new nn.Flatten(), [2, 4, 1], ['flatten']],
  [new nn.Dropout(), [2, 4], ['dropout']],
  [new nn.Dropout2d(), [1, 2, 4, 4], ['feature_dropout']],
  [new nn.MaxPool2d(2), [1, 2, 4, 4], ['max_pool2d']],
  [new nn.AvgPool2d(2), [1, 2, 4, 4], ['avg_pool2d']],
  [new nn.AdaptiveAvgPool2d(2), [1, 2, 4, 4], ['adaptive_avg_pool2d']],
  [new nn.Identity(), [2, 4], []],
];

test.each(layers.map(([layer, ...rest]) => [layer.constructor.name, layer, ...rest] as const))(
  'the torch dialect of %s is PyTorch’s op',
  (_, layer, shape, ops) => {
    const dtype = layer instanceof nn.Embedding ? 'int32' : 'float32';
    const { nodes } = torchGraph(trace(layer, [{ shape, dtype }]));
    expect(nodes.map(({ op }) => op).filter((op) => op.startsWith('aten::'))).toEqual(ops.map((op) => `aten::${op}`));
  },
);

test('the torch dialect names what it has no name for, and where', () => {
  class Bare extends Module {
    override forward(x: tf.Tensor): tf.Tensor {
      return tf.square(functional.relu(x));
    }
  }
  const writer = new SummaryWriter({ writeToDisk: false });
  expect(() => writer.addGraph(new Bare(), [2, 3], { dialect: 'torch' })).toThrow(
    'the torch dialect has no name for Square in Bare (the tensorflow dialect has)',
  );
});

test('a module that is called twice has a scope a call, its parameters in the first', () => {
  class Twice extends Module {
    readonly proj = new Linear(3, 3);
    override forward(x: tf.Tensor): tf.Tensor {
      return this.proj.apply(this.proj.apply(x));
    }
  }
  const { nodes } = tensorflowGraph(trace(new Twice(), [{ shape: [2, 3] }]));
  const scopes = new Set(nodes.map(({ name }) => name.split('/').slice(0, 2).join('/')));
  expect([...scopes]).toEqual(['input/x', 'Twice/Linear[proj]', 'Twice/Linear[proj]_1', 'output/output']);
  expect(nodes.filter(({ op }) => op === 'VarHandleOp').map(({ name }) => name)).toEqual([
    'Twice/Linear[proj]/weight/variable',
    'Twice/Linear[proj]/bias/variable',
  ]);
});

// the page gives one colour to scopes whose ops and edges are the same
test.each(['LayerNorm[norm]', 'Linear[channel_proj1]', 'Linear[channel_proj2]', 'SpatialGatingUnit[sgu]'])(
  'the scopes %s of equal blocks have the same ops and edges',
  (layer) => {
    const { model, inputSize } = createGMLP('gmlp-ti16');
    const { nodes } = tensorflowGraph(trace(model, [1, ...inputSize]));
    const scopeOf = (name: string): string | undefined => {
      const end = name.indexOf(`/${layer}/`);
      return /gMLPBlock\[\d+\]$/.test(name.slice(0, Math.max(end, 0)))
        ? name.slice(0, end + layer.length + 1)
        : undefined;
    };
    const insides = (scope: string): string[] => {
      const relative = (name: string) => (name.startsWith(`${scope}/`) ? name.slice(scope.length) : 'outside');
      return nodes
        .filter(({ name }) => scopeOf(name) === scope)
        .map(({ name, op, inputs }) => [relative(name), op, ...inputs.map(relative)].join(' '));
    };
    const scopes = [...new Set(nodes.flatMap(({ name }) => scopeOf(name) ?? []))];
    expect(scopes).toHaveLength(30);
    const [first, ...others] = scopes.map(insides);
    expect(first!.length).toBeGreaterThan(2);
    for (const other of others) expect(other).toEqual(first);
  },
);
