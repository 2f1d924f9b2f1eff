// The callback of `fit` beside Keras's own: the same runs and tags at the same steps; and real TensorBoard serves what it
// wrote through both loaders.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { pointsOf, tensorBoardCallback } from '../../src/index.ts';
import { python } from './python.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const ours = mkdtempSync(join(tmpdir(), 'fit-'));
const theirs = mkdtempSync(join(tmpdir(), 'keras-'));
let losses: readonly number[] = [];

beforeAll(async () => {
  await tf.setBackend('cpu');
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 4, inputShape: [3], activation: 'relu', name: 'hidden' }),
      layers.layers.dense({ units: 2, activation: 'softmax', name: 'head' }),
    ],
  });
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const x = tf.tensor2d(
    Array.from({ length: 36 }, (_, i) => Math.sin(i)),
    [12, 3],
  );
  const y = tf.tensor2d(
    Array.from({ length: 24 }, (_, i) => (i + (i >> 1)) % 2),
    [12, 2],
  );
  const options = { histogramFreq: 1, writeImages: true, updateFreq: 'batch', writeStepsPerSecond: true } as const;
  const callbacks = tensorBoardCallback(ours, { model, ...options });
  const { history } = await model.fit(x, y, { epochs: 2, batchSize: 3, validationSplit: 0.25, callbacks, verbose: 0 });
  losses = history.loss as number[];
  python('kerasCallback.py', { logdir: theirs });
});

async function stepsIn(logdir: string): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for await (const points of pointsOf(logdir))
    for (const { run, step, value } of points) {
      const name = `${run} ${value.plugin} ${value.tag}`;
      found[name] = [...(found[name] ?? []), step];
    }
  return found;
}

test('runs, tags and steps are Keras’s, but for what only TensorFlow has', async () => {
  const keras = Object.entries(await stepsIn(theirs))
    // the graph of a tf.function
    .filter(([name]) => !/graph_(?!keras_model )|tensor \w*_graph|trace/.test(name))
    // Keras 3 puts the model's name first, Keras 2 did not
    .map(([name, steps]) => [name.replace(' model/', ' '), steps] as const);
  expect(await stepsIn(ours)).toEqual(Object.fromEntries(keras));
});

test.each(['rust', 'python'] as const)('the %s loader', async (loader) => {
  await withTensorBoard(ours, loader, async (url) => {
    const json = async (path: string) => JSON.parse(await ask(url, `data/${path}`));
    expect((await json('runs')).sort()).toEqual(['train', 'validation']);
    const points: [number, number, number][] = await json('plugin/scalars/scalars?run=train&tag=epoch_loss');
    expect(points.map(([, step, value]) => [step, value])).toEqual(losses.map((loss, epoch) => [epoch, loss]));
    const histograms = await json('plugin/histograms/histograms?run=train&tag=hidden%2Fkernel%2Fhistogram');
    expect(histograms.map(([, step]: [number, number]) => step)).toEqual([0, 1]);
    const images = await json('plugin/images/images?run=train&tag=head%2Fkernel%2Fimage&sample=0');
    expect(images.map(({ step }: { step: number }) => step)).toEqual([0, 1]);
    const png = await fetch(new URL(`data/plugin/images/individualImage?${images[0].query}`, url));
    const pixels = new DataView(await png.arrayBuffer());
    // of a kernel [4, 2], which lies on its longer side
    expect([pixels.getUint32(16), pixels.getUint32(20)]).toEqual([4, 2]);
    expect(await ask(url, 'data/plugin/graphs/graph?run=train')).toContain('name: "Sequential/Dense[hidden]/kernel');
  });
});
