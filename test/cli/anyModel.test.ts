// What a word of the command line may name: a folder, an address, the standard input, a topology alone, files of other formats.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { constants, shapedGraph } from '../fixtures/shapedGraph.ts';
import { kerasCases } from '../load/kerasCases.ts';
import { cli } from './runCommand.ts';

interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command while this process serves. */
function run(args: readonly string[], { input = '', env = {} }: Surroundings = {}) {
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { timeout: 60_000, env: { ...process.env, ...env } });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (part) => (texts[name] += part));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('close', (status) => resolve({ status, ...texts }));
  });
}

const folder = mkdtempSync(join(tmpdir(), 'any-model-'));
const dense = { class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } };
const topology = { class_name: 'Sequential', config: { name: 's', layers: [dense] } };
const [modelJson, toJson] = [JSON.stringify({ modelTopology: topology }), JSON.stringify(topology)];
// what model.to_json() of Keras 3 gives
const keras3 = JSON.stringify({
  module: 'keras',
  class_name: 'Sequential',
  config: {
    name: 's',
    layers: [
      {
        module: 'keras.layers',
        class_name: 'InputLayer',
        config: { batch_shape: [null, 3], dtype: 'float32', name: 'i' },
      },
      {
        module: 'keras.layers',
        class_name: 'Dense',
        config: { name: 'd', units: 2, activation: 'linear', use_bias: true },
      },
    ],
  },
  registered_name: null,
});
/** A converted model: x [?, 2] times w [2, 40]. */
const rows = {
  ...shapedGraph,
  modelTopology: {
    ...shapedGraph.modelTopology,
    node: (shapedGraph.modelTopology.node as readonly { name: string; attr: object }[]).flatMap((node) => {
      if (node.name === 'r' || node.name === 'sizes') return [];
      if (node.name === 'y') return [{ ...node, input: ['x', 'w'] }];
      const shape = { shape: { dim: [{ size: '-1' }, { size: '2' }] } };
      return [node.name === 'x' ? { ...node, attr: { ...node.attr, shape } } : node];
    }),
  },
  weightsManifest: shapedGraph.weightsManifest.slice(1),
};
const write = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
write('model.json', modelJson);
const columns = ['--style', 'csv', '--columns', 'name,params'];
const table = 'name,params\r\ns,\r\nd,8\r\n';

let server: Server;
let base = '';
const asked: string[] = [];
beforeAll(async () => {
  const graph = JSON.stringify(shapedGraph);
  const files: Readonly<Record<string, string | Uint8Array>> = {
    '/model.json': modelJson,
    '/dense/model.json': JSON.stringify({
      ...JSON.parse(modelJson),
      weightsManifest: [{ paths: ['w.bin'], weights: [] }],
    }),
    '/keras/model.json': JSON.stringify({
      modelTopology: { keras_version: '3.15.1', model_config: JSON.parse(keras3) },
      weightsManifest: [{ paths: ['w.bin'], weights: [] }],
    }),
    '/graph/model.json': graph,
    '/rows/model.json': JSON.stringify(rows),
    '/graph/c.bin': constants,
    '/unknown/model.json': graph.replace('"MatMul"', '"NoSuchOp"'),
    '/unknown/c.bin': constants,
    '/layer/model.json': modelJson.replace('"Dense"', '"NoSuchLayer"'),
  };
  server = createServer(({ url, headers }, response) => {
    const path = `${url}`.split('?')[0]!;
    asked.push(`${path}${headers.authorization ?? ''}`);
    if (files[path] === undefined) response.writeHead(404).end();
    else response.end(files[path]);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('a folder, an address, the standard input and a topology alone name the same model', async () => {
  const words: readonly (readonly [string, string?])[] = [
    [folder],
    [`${base}/model.json?key=secret`],
    ['-', modelJson],
    ['-', toJson],
    ['-', JSON.stringify(toJson)],
    ['-', keras3],
    [write('topology.json', toJson)],
  ];
  for (const [word, input = ''] of words)
    expect(await run(['summary', word, ...columns], { input }), `${word} ${input}`).toEqual({
      status: 0,
      stdout: table,
      stderr: '',
    });
}, 120_000);

test('summary, view and graph of a model at an address fetch no weights', async () => {
  asked.length = 0;
  const { status, stdout, stderr } = await run(['summary', `${base}/graph/`, '--style', 'json']);
  expect([status, stderr, JSON.parse(stdout).totals.params]).toEqual([0, '', 80]);
  const budget = await run(['summary', `${base}/dense/`, '--style', 'json', '--memory-budget', '1GB']);
  expect(JSON.parse(budget.stdout).totals.budget.inferenceBatch).toBeGreaterThan(1e6);
  const page = join(folder, 'page.html');
  expect((await run(['view', `${base}/graph/model.json`, '--out', page])).status).toBe(0);
  expect((await run(['graph', `${base}/graph/model.json`, '--format', 'mermaid'])).stdout).toContain('MatMul');
  expect(new Set(asked)).toEqual(new Set(['/graph/model.json', '/graph/c.bin', '/dense/model.json']));
}, 120_000);

test('whether a model runs here, and the batch that fits, is said before its weights are fetched', async () => {
  for (const model of ['rows', 'keras']) {
    asked.length = 0;
    const { status, stdout, stderr } = await run(['backends', `${base}/${model}/`, '--format', 'json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const surveys: { lacks?: string[] }[] = JSON.parse(stdout);
    expect(surveys.slice(2).map(({ lacks }) => lacks)).toEqual([[], []]);
    const budget = await run(['summary', `${base}/${model}/`, '--style', 'table', '--memory-budget', '1GB']);
    const lines = budget.stdout
      .split('\n')
      .flatMap((line) => /^(Largest batch.*?): +([\d,]+|\w+)$/.exec(line)?.slice(1, 3) ?? []);
    // a converted model is not trained
    const training = model === 'rows' ? [] : ['Largest batch, training', '24,999,995'];
    expect(lines).toEqual(['Largest batch, inference', model === 'rows' ? '5,952,379' : '49,999,998', ...training]);
    expect(asked).toEqual([`/${model}/model.json`, `/${model}/model.json`]);
  }
}, 120_000);

test('an op or layer that is not known is named before weights are fetched', async () => {
  asked.length = 0;
  const op = await run(['summary', `${base}/unknown/model.json`]);
  expect([op.status, op.stderr]).toEqual([1, expect.stringContaining('NoSuchOp')]);
  const layer = await run(['summary', `${base}/layer/model.json`]);
  expect(layer).toEqual({
    status: 2,
    stdout: '',
    stderr: `gmlp-viz: ${base}/layer/model.json cannot be built: the layer NoSuchLayer is none of tf.js, give --import FILE with a module that registers it\n`,
  });
  expect(asked.filter((path) => path.endsWith('w.bin'))).toEqual([]);
}, 120_000);

test('a header of the environment is sent to its host, and to no other', async () => {
  asked.length = 0;
  const host = new URL(base).host;
  const headers = `${host} Authorization: Bearer one\nexample.org Authorization: Bearer two`;
  await run(['summary', `${base}/model.json`], { env: { GMLP_VIZ_HEADERS: headers } });
  expect(asked).toEqual(['/model.jsonBearer one']);
  const { stderr } = await run(['summary', `${base}/model.json`], { env: { GMLP_VIZ_HEADERS: 'secret' } });
  expect(stderr).toBe(
    'gmlp-viz: each line of GMLP_VIZ_HEADERS must be a host and a header: example.org Authorization: Bearer …\n',
  );
}, 120_000);

test('each format that is not read is told with the way to one that is', async () => {
  mkdirSync(join(folder, 'saved'));
  write('saved/saved_model.pb', 'x');
  mkdirSync(join(folder, 'empty'));
  const hdf5 = write('old.keras', Buffer.from('\x89HDF\r\n\x1a\n and more', 'latin1'));
  const cases: readonly (readonly [string, string])[] = [
    [hdf5, 'is an HDF5 file of Keras, which is not read: tensorflowjs_converter --input_format keras makes'],
    [write('m.h5', 'x'), 'is an HDF5 file of Keras, which is not read: tensorflowjs_converter'],
    [
      write('m.tflite', 'x'),
      'is a model of LiteRT (TensorFlow Lite), which is not read: nothing makes a model.json of it',
    ],
    [write('m.onnx', 'x'), 'is a model of ONNX, which is not read: onnx2tf makes a SavedModel of it'],
    [write('m.pt', 'x'), 'is a file of PyTorch, which is not read: torch.onnx.export'],
    [write('m.pb', 'x'), 'is a SavedModel or a graph of TensorFlow, which is not read: tensorflowjs_converter'],
    [
      join(folder, 'saved'),
      'is a SavedModel of TensorFlow, which is not read: tensorflowjs_converter --input_format tf_saved_model',
    ],
    [join(folder, 'empty'), 'is a folder without a model.json: give the file of the model'],
  ];
  for (const [path, clause] of cases) {
    const { status, stdout, stderr } = await run(['summary', path]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^gmlp-viz: [^\n]*\n$/);
    expect(stderr).toContain(`${path} ${clause}`);
  }
}, 120_000);

test.each([
  ['null', 'the standard input holds no model: it must be a JSON object'],
  ['7', 'the standard input holds no model: it must be a JSON object'],
  ['[{}]', 'the standard input holds no model: it must be a JSON object'],
  ['{"a":', 'the standard input is no JSON'],
  ['', 'the standard input is no JSON'],
  ['<!DOCTYPE html><title>model.json</title>', 'the standard input is a web page, and no JSON: give the address of'],
  [
    'version https://git-lfs.github.com/spec/v1\n',
    'the standard input is a pointer of Git LFS, and not the file: git lfs',
  ],
  ['{}', 'the standard input holds no model: it lacks modelTopology'],
  ['{"class_name":"Sequential"}', 'cannot be built'],
  [`{"config":${'['.repeat(1e5)}`, 'the standard input is nested deeper than 500 levels'],
  [JSON.stringify({ ...JSON.parse(modelJson), weightsManifest: 5 }), 'the weights manifest is no list'],
])(
  'the standard input %s is refused in one clause',
  async (input, clause) => {
    const { status, stdout, stderr } = await run(['summary', '-'], { input });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^gmlp-viz: [^\n]*\n$/);
    expect(stderr).toContain(clause);
  },
  60_000,
);

test('a .keras archive is read from the standard input', async () => {
  const { path } = kerasCases.find(({ name }) => name === 'sequential')!;
  const file = path('model.keras');
  const args = ['--style', 'csv', '--statistics'];
  const [piped, named] = await Promise.all([
    run(['summary', '-', ...args], { input: readFileSync(file) }),
    run(['summary', file, ...args]),
  ]);
  expect(named.status).toBe(0);
  expect(piped).toEqual(named);
}, 60_000);

test('the standard input is read for one of two models', async () => {
  const { status, stderr } = await run(['diff', '-', '-'], { input: modelJson });
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('the standard input can be read once: give the path of one of the models'),
  ]);
}, 60_000);
