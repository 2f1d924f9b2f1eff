// A converted model with gMLP layers that others trained, 42,959 nodes and 80 MB: its table, its graph, and TensorFlow
// running what was exported to tfjs-node's own output.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, expect, test } from 'vitest';
import { inspect, SummaryWriter, saveGraph, summary, summaryData } from '../../src/index.ts';
import { backends, use } from '../backends.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { packageFolder } from '../real/packages.ts';
import { python } from '../real/python.ts';
import { type Answer, differences, numbersOf } from '../real/runGraphs.ts';

// 42,959 nodes one behind another, of two versions of TensorFlow: some hundred units in the last place of 0.7
const tolerance = 2e-5;

const folder = mkdtempSync(join(tmpdir(), 'denoising-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('its table, its graph, and TensorFlow’s output', async () => {
  await use(backends[0]!);
  const model = await graphModelAt(join(packageFolder('@upscalerjs/maxim-denoising', '0.1.0'), 'models', 'model.json'));
  const { facts, totals } = summary(model, [64, 64, 3]);
  expect(totals.params).toBe(22_207_821);
  expect(
    summaryData(facts)
      .layers.map(({ path }) => path)
      .filter((path) => /GridGatingUnit/.test(path)).length,
  ).toBeGreaterThan(0);
  const logdir = join(folder, 'logs');
  const writer = new SummaryWriter({ logdir });
  writer.addGraph(model, [1, 64, 64, 3]);
  await writer.close();
  expect((await inspect(logdir))[0]!.graphs).toHaveLength(1);

  const noisy = tf.randomUniform([1, 64, 64, 3], 0, 1, 'float32', 7);
  const expected = numbersOf(model.execute(noisy) as tf.Tensor);
  const path = join(folder, 'saved');
  await saveGraph(model, [1, 64, 64, 3], { format: 'savedmodel', out: path });
  const inputs = { [model.inputs[0]!.name]: numbersOf(noisy) };
  const [answer] = python<Answer[]>('runExports.py', [
    { format: 'savedmodel', path, inputs, outputs: ['output_0'], between: tolerance },
  ]);
  expect(differences('denoising', answer!, [expected], tolerance)).toEqual([]);
});
