// Converted models that others trained: their own graphs with numbers put back, run by TensorFlow to tf.js's outputs.
import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { frozenGraph } from '../../src/export/frozenGraph.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { chosen, looked, loop } from '../fixtures/convertedControl.ts';
import { alone, clipped, small, sums } from '../fixtures/convertedModels.ts';
import { modelOf } from '../fixtures/converting.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { events } from '../tensorboard/events.ts';
import { packageFolder } from './packages.ts';
import { differences, type Numbers, numbersOf, question, runGraphs } from './runGraphs.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

test('basic-pitch: convolutions of sound, fused and plain', async () => {
  const model = await graphModelAt(join(packageFolder('@spotify/basic-pitch', '1.0.1'), 'model', 'model.json'));
  const input = tf.randomUniform([1, 43844, 1], -1, 1, 'float32', 7);
  const outputs = (model.execute(input, model.outputNodes) as tf.Tensor[]).map(numbersOf);
  const graph = frozenGraph(model, input);
  expect(graph.signature.outputs.map(({ name, shape }) => [name, shape])).toEqual([
    ['contour', [1, 172, 264]],
    ['Identity_1', [1, 172, 88]],
    ['Identity_2', [1, 172, 88]],
  ]);
  const [answer] = runGraphs([question(graph, [numbersOf(input)], 3)]);
  expect(differences('basic-pitch', answer!, outputs, 1e-5)).toEqual([]);
});

test('languagedetection: strings in, a loop over a function, sparse lookups', async () => {
  const path = join(packageFolder('@vscode/vscode-languagedetection', '1.0.23'), 'model', 'model.json');
  const model = await graphModelAt(path);
  const texts = ['def f(x):\n  return x + 1\nprint(f(2))', '#include <stdio.h>\nint main() { return 0; }', ''];
  // tf.js 4.22 disposes what a loop's body puts into a list, unless a copy is kept, and then of one step alone
  tf.env().set('KEEP_INTERMEDIATE_TENSORS', true);
  const graph = frozenGraph(model, { shape: [1], dtype: 'string' });
  const runs: { text: string; outputs: Numbers[] }[] = [];
  for (const text of texts) {
    const outputs = (await model.executeAsync(tf.tensor1d([text], 'string'))) as tf.Tensor[];
    runs.push({ text, outputs: outputs.map(numbersOf) });
  }
  tf.env().set('KEEP_INTERMEDIATE_TENSORS', false);
  const answers = runGraphs(texts.map((text) => question(graph, [{ shape: [1], values: [text] }], 2)));
  expect(runs.flatMap(({ text, outputs }, i) => differences(text, answers[i]!, outputs, 1e-5))).toEqual([]);
  expect(runs.map(({ outputs }) => outputs.map(({ shape }) => shape))).toEqual(
    texts.map(() => [
      [1, 54],
      [1, 54],
    ]),
  );
});

test.each([
  ['@spotify/basic-pitch', '1.0.1', []],
  ['@vscode/vscode-languagedetection', '1.0.23', ['--backend', 'cpu']],
])('the command on %s: its table, and its graph through both loaders of TensorBoard', async (name, version, run) => {
  const path = join(packageFolder(name, version), 'model', 'model.json');
  const command = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  const { stdout, stderr, status } = command('summary', path, '--style', 'json', ...run);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const { weightsManifest, modelTopology } = JSON.parse(readFileSync(path, 'utf8'));
  type Weight = { readonly name: string; readonly dtype: string; readonly shape: readonly number[] };
  const weights: Weight[] = weightsManifest.flatMap((group: { weights: Weight[] }) => group.weights);
  const size = ({ shape }: Weight) => shape.reduce((all, dim) => all * dim, 1);
  const floats = weights.filter(({ dtype, shape }) => dtype === 'float32' && shape.length > 0);
  const { totals } = JSON.parse(stdout);
  expect(totals.params).toBe(floats.reduce((sum, weight) => sum + size(weight), 0));
  // of the one that has products alone: one row by each kernel
  const kernels = floats.filter(({ name, shape }) => /kernel/.test(name) && shape.length === 2);
  if (run.length > 0) expect(totals.macs).toBe(kernels.reduce((sum, weight) => sum + size(weight), 0));

  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const file = command('graph', path, '--logdir', logdir, ...run).stdout.trim();
  const { node } = tensorboard.GraphDef.decode(events(file)[1]!.graphDef!);
  const names = node.map((one) => one.name!).sort();
  const own: string[] = modelTopology.node.map((one: { readonly name: string }) => one.name);
  expect(own.filter((one) => !names.includes(one))).toEqual([]);
  for (const loader of ['rust', 'python'] as const)
    await withTensorBoard(logdir, loader, async (url) => {
      const served = await ask(url, 'data/plugin/graphs/graph?run=.');
      expect([...served.matchAll(/^node \{\n {2}name: "(.*)"$/gm)].map(([, one]) => one).sort()).toEqual(names);
    });
});

test('what the converter makes: each fused op, a shared weight, a loop over functions', async () => {
  const ones = await modelOf(small);
  const image = tf.randomUniform([2, 4, 4, 3], -1, 1, 'float32', 5);
  const looped = await modelOf(loop);
  const [x, word] = [
    tf.tensor2d([
      [1, 2],
      [-3, 4],
    ]),
    tf.tensor1d(['été', ''], 'string'),
  ];
  const outputs = (await looped.executeAsync({ x, word }, ['y', 'words'])) as tf.Tensor[];
  const [plain, functions] = runGraphs([
    question(frozenGraph(ones, image), [numbersOf(image)], 1),
    question(frozenGraph(looped, [x, word]), [numbersOf(x), numbersOf(word)], 2),
  ]);
  expect(differences('small', plain!, [numbersOf(ones.execute(image) as tf.Tensor)], 1e-5)).toEqual([]);
  expect(differences('loop', functions!, outputs.map(numbersOf), 1e-5)).toEqual([]);
});

test('rows of words in an old table: a list of what was found, as tf.js gives it', async () => {
  const model = await modelOf(looked);
  const rows = tf.tensor2d(['a', 'b', 'née', 'a', '', 'née'], [3, 2], 'string');
  const outputs = [await model.executeAsync({ words: rows }, ['ids', 'size'])].flat().map(numbersOf);
  expect(outputs).toEqual([
    { shape: [6], values: [13, -1, 15, 13, -1, 15] },
    { shape: [], values: [2] },
  ]);
  const answers = runGraphs([question(frozenGraph(model, rows), [numbersOf(rows)], 2)]);
  expect(differences('looked', answers[0]!, outputs, 0)).toEqual([]);
});

test('sums of any shape that are called a bias, outputs of one node, a constant as an output', async () => {
  const model = await modelOf(sums);
  const x = tf.tensor2d([1, -2, 3, 4, 0.5, -6], [3, 2]);
  const graph = frozenGraph(model, x);
  expect(graph.signature.outputs.map(({ name, tensor, shape }) => [name, tensor, shape])).toEqual([
    ['halves:1', 'halves:1', [3, 1]],
    ['halves', 'halves:0', [3, 1]],
    ['anchors', 'anchors:0', [3]],
  ]);
  const outputs = (model.execute(x, ['halves:1', 'halves:0', 'anchors']) as tf.Tensor[]).map(numbersOf);
  const [answer] = runGraphs([question(graph, [numbersOf(x)], 3)]);
  expect(differences('sums', answer!, outputs, 1e-5)).toEqual([]);
});

test('an activation fused without a bias', async () => {
  const model = await modelOf(clipped);
  const image = tf.randomUniform([2, 4, 4, 2], -9, 9, 'float32', 5);
  const [answer] = runGraphs([question(frozenGraph(model, image), [numbersOf(image)], 1)]);
  expect(differences('clipped', answer!, [numbersOf(model.execute(image) as tf.Tensor)], 1e-5)).toEqual([]);
});

test('a branch that returns a constant, and a model that takes nothing', async () => {
  const model = await modelOf(chosen);
  const x: Numbers = { shape: [1, 2], values: [3, 4] };
  const branches = frozenGraph(model, [
    { shape: [1, 2], dtype: 'float32' },
    { shape: [], dtype: 'bool' },
  ]);
  const nothing = await modelOf(alone);
  const answers = runGraphs([
    ...[1, 0].map((is) => question(branches, [x, { shape: [], values: [is] }], 1)),
    question(frozenGraph(nothing, []), [], 1),
  ]);
  expect(answers.slice(0, 2).map(({ outputs }) => outputs)).toEqual([
    [{ shape: [2], values: [7, 8] }],
    [{ shape: [1, 2], values: [6, 8] }],
  ]);
  expect(differences('alone', answers[2]!, [numbersOf(nothing.execute({}) as tf.Tensor)], 1e-5)).toEqual([]);
});
