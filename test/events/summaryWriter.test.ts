import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gMLPForImageClassification, SummaryWriter } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/messages.js';

const logdir = () => mkdtempSync(join(tmpdir(), 'logs-'));

function events(path: string): tensorboard.Event[] {
  const bytes = readFileSync(path);
  const found: tensorboard.Event[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    found.push(tensorboard.Event.decode(bytes.subarray(at + 12, at + 12 + length)));
    at += length + 16;
  }
  return found;
}

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

test.each(['seed', 'default', 'tiny'])('the graph of %s, contracted to modules, is the reference’s', async (name) => {
  const golden = new URL(`../golden/reference/${name}/`, import.meta.url);
  const { config } = JSON.parse(readFileSync(new URL('case.json', golden), 'utf8'));
  const camelCase = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const model = new gMLPForImageClassification(
    Object.fromEntries(Object.entries(config).map(([key, value]) => [camelCase(key), value])),
  );
  const writer = new SummaryWriter({ logdir: logdir() });
  writer.addGraph(model, [{ shape: [2, config.in_channels, config.image_size, config.image_size] }]);
  await writer.close();
  const written = events(writer.path);
  expect(written.map((event) => event.what)).toEqual(['fileVersion', 'graphDef', 'taggedRunMetadata']);
  const graph = tensorboard.GraphDef.decode(written[1]!.graphDef!);
  const names = graph.node.map((node) => node.name!);
  expect(new Set(names).size).toBe(names.length);
  for (const { input } of graph.node) for (const source of input ?? []) expect(names).toContain(source.split(':')[0]);
  const reference: ModuleGraph = JSON.parse(readFileSync(new URL('module_graph.json', golden), 'utf8'));
  const sorted = { scopes: [...reference.scopes].sort(), edges: reference.edges.map((e) => JSON.stringify(e)).sort() };
  const ours = contract(graph);
  expect({ scopes: ours.scopes, edges: ours.edges.map((e) => JSON.stringify(e)) }).toEqual(sorted);
});

test('two writers in one second have two files, and a closed one says so', async () => {
  const folder = logdir();
  const writers = [new SummaryWriter({ logdir: folder }), new SummaryWriter({ logdir: folder })];
  writers[0]!.addScalar('loss', 0.5, 3);
  expect(readdirSync(folder).length).toBe(2);
  const [version, scalar] = events(writers[0]!.path);
  expect(version!.fileVersion).toBe('brain.Event:2');
  expect([Number(scalar!.step), scalar!.summary!.value![0]]).toEqual([
    3,
    expect.objectContaining({ tag: 'loss', simpleValue: 0.5 }),
  ]);
  await writers[0]!.close();
  expect(() => writers[0]!.addScalar('loss', 1)).toThrow('is closed');
});
