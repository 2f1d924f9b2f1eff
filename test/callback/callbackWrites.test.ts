// Trainings of tf.layers on the cpu, and what the callback writes of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { memoryStorage, pointsOf, readGraph, tensorBoardCallback } from '../../src/index.ts';
import { classifier, logdir, written, xs, ys } from './training.ts';

test('fit writes epochs, batches, histograms, images and the graph under Keras’s names', async () => {
  const logs = logdir();
  const model = classifier();
  const [x, y] = [xs(), ys()];
  // the optimizer makes its moments in the first fit
  await model.fit(x, y, { epochs: 1, verbose: 0 });
  const before = tf.memory().numTensors;
  const callbacks = tensorBoardCallback(logs, { model, updateFreq: 2, histogramFreq: 2, writeImages: true });
  const { history } = await model.fit(x, y, {
    epochs: 3,
    batchSize: 4,
    validationSplit: 0.25,
    callbacks,
    shuffle: false,
    verbose: 0,
  });
  expect(tf.memory().numTensors).toBe(before);
  const epochs = [0, 1, 2];
  const weights = ['hidden/kernel', 'hidden/bias', 'head/kernel', 'head/bias'];
  const { steps, numbers } = await written(logs);
  expect(steps).toEqual({
    // the layers, for the Graphs page
    'train keras': [0],
    'train epoch_loss': epochs,
    'train epoch_accuracy': epochs,
    'train epoch_learning_rate': epochs,
    // 9 examples are 3 batches
    'train batch_loss': [2, 4, 6, 8],
    'train batch_accuracy': [2, 4, 6, 8],
    ...Object.fromEntries(
      weights.flatMap((name) => [
        [`train ${name}/histogram`, [0, 2]],
        [`train ${name}/image`, [0, 2]],
      ]),
    ),
    'validation epoch_loss': epochs,
    'validation epoch_accuracy': epochs,
    'validation evaluation_loss_vs_iterations': [3, 6, 9],
    'validation evaluation_accuracy_vs_iterations': [3, 6, 9],
  });
  expect(numbers['train epoch_loss']).toEqual(history.loss);
  expect(numbers['validation epoch_accuracy']).toEqual(history.val_acc);
  expect(numbers['train epoch_learning_rate']).toEqual(Array.from({ length: 3 }, () => Math.fround(0.01)));
  const graph = readFileSync(join(logs, 'train', readdirSync(join(logs, 'train'))[0]!));
  expect(graph.includes('Dense[hidden]/kernel')).toBe(true);
});

test('a callback after one of tf.layers is given its model, and its steps continue from fit to fit', async () => {
  const logs = logdir();
  const model = classifier();
  const board = tensorBoardCallback(logs, { updateFreq: 'batch' });
  const stop = layers.callbacks.earlyStopping({ monitor: 'loss', patience: 5 });
  for (const initialEpoch of [0, 1])
    await model.fit(xs(), ys(), {
      initialEpoch,
      epochs: initialEpoch + 1,
      batchSize: 6,
      callbacks: [stop, board as never],
      verbose: 0,
    });
  const { steps: found } = await written(logs);
  expect(found['train batch_loss']).toEqual([1, 2, 3, 4]);
  expect(found['train epoch_learning_rate']).toEqual([0, 1]);
  // one graph, though two files
  expect(readdirSync(join(logs, 'train'))).toHaveLength(2);
});

/** A layer whose output depends on the numbers of its input, which a trace on shapes has not. */
class Reading extends layers.layers.Layer {
  override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = [input].flat()[0]!;
    return tf.mul(x, x.dataSync()[0]!);
  }
  static get className(): string {
    return 'Reading';
  }
}

test('a graph that cannot be traced is replaced by a text, and rejects fit where writeGraph is true', async () => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [new Reading({ inputShape: [3], name: 'reading' }), layers.layers.dense({ units: 1 })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const fit = (options: object) =>
    model.fit(tf.zeros([2, 3]), tf.zeros([2, 1]), {
      epochs: 1,
      callbacks: tensorBoardCallback(logs, { model, ...options }),
      verbose: 0,
    });
  const reason = 'reading (Reading) fails on [1, 3]';
  await expect(fit({ writeGraph: true })).rejects.toThrow(reason);
  await fit({});
  const texts = [];
  for await (const points of pointsOf(logs, { tag: 'graph/text_summary' }))
    texts.push(...points.map(({ value }) => value.text));
  expect(texts).toEqual([expect.stringContaining(`no graph: ${reason}`)]);
});

test('the graph of a model with an open length is written', async () => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [
      layers.layers.simpleRNN({ units: 2, inputShape: [null, 3], name: 'rnn', recurrentInitializer: 'ones' }),
      layers.layers.dense({ units: 1, name: 'head' }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await model.fit(tf.zeros([2, 4, 3]), tf.zeros([2, 1]), {
    epochs: 1,
    callbacks: tensorBoardCallback(logs, { model, writeGraph: true }),
    verbose: 0,
  });
  const { nodes } = await readGraph(join(logs, 'train'));
  expect(nodes.filter(({ name }) => /head/.test(name))).not.toEqual([]);
});

test('embeddingsFreq writes embeddings for the Projector, of a model whose inputs are whole numbers', async () => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [
      layers.layers.embedding({ inputDim: 4, outputDim: 2, inputLength: 3, name: 'words' }),
      layers.layers.flatten({}),
      layers.layers.dense({ units: 1, name: 'head' }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const words = ['the', 'a', 'of', 'to'];
  await model.fit(tf.zeros([4, 3]), tf.zeros([4, 1]), {
    epochs: 3,
    callbacks: tensorBoardCallback(logs, { model, embeddingsFreq: 2, embeddingsMetadata: { words } }),
    verbose: 0,
  });
  expect(readFileSync(join(logs, 'train/00002/words/metadata.tsv'), 'utf8').trim().split('\n')).toEqual(words);
  const rows = readFileSync(join(logs, 'train/00002/words/tensors.tsv'), 'utf8').trim().split('\n');
  const trained = (model.layers[0]!.getWeights()[0]!.arraySync() as number[][]).map((row) => row.join('\t'));
  expect(rows).toEqual(trained);
  expect(readFileSync(join(logs, 'train/projector_config.pbtxt'), 'utf8').match(/tensor_name/g)).toHaveLength(2);
});

test('a storage other than the disk takes the files', async () => {
  const storage = memoryStorage();
  await classifier().fit(xs(), ys(), { epochs: 1, verbose: 0, callbacks: tensorBoardCallback('logs', { storage }) });
  expect([...storage.files().keys()].map((path) => path.replace(/\d{10}/, 'N'))).toEqual([
    'logs/train/events.out.tfevents.N.memory.0',
  ]);
});
