// Converted models that others trained: their own graphs with numbers put back, run by TensorFlow to tf.js's outputs.
import '@tensorflow/tfjs-backend-cpu';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { frozenGraph } from '../../src/export/frozenGraph.ts';
import { looked, loop, modelOf, small } from '../fixtures/convertedModels.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { packageFolder } from './packages.ts';
import { differences, type Numbers, numbersOf, question, runGraphs } from './runGraphs.ts';

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
