// Options that the callback refuses, and trainings that it ends with an error.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { tensorBoardCallback as handlersAlone } from '../../src/callback/tensorBoardCallback.ts';
import { memoryStorage, tensorBoardCallback } from '../../src/index.ts';
import { classifier, logdir, xs, ys } from './training.ts';

test('an error of the disk rejects fit, and no tensor is left', async () => {
  const model = classifier();
  const [x, y] = [xs(), ys()];
  await model.fit(x, y, { epochs: 1, verbose: 0 });
  const fit = (path: string, options: object) =>
    model.fit(x, y, { epochs: 1, verbose: 0, callbacks: tensorBoardCallback(path, options) });
  const before = tf.memory().numTensors;
  await expect(fit('/dev/null/logs', {})).rejects.toThrow('ENOTDIR');
  const logs = logdir();
  const removing = tensorBoardCallback(logs, { model });
  await expect(
    model.fit(x, y, {
      epochs: 2,
      verbose: 0,
      callbacks: { ...removing, onEpochBegin: async () => rmSync(join(logs, 'train'), { recursive: true }) },
    }),
  ).rejects.toThrow('was removed while it was written');
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  [{ updateFreq: 0 }, 'updateFreq must be epoch, batch or a whole number of at least 1, got 0'],
  [{ updateFreq: 'step' as never }, 'updateFreq must be epoch, batch or a whole number of at least 1, got "step"'],
  [{ histogramFreq: -1 }, 'histogramFreq must be a whole number of epochs from 0, got -1'],
  [
    { histogramFrequency: 1 } as never,
    'unknown option: histogramFrequency (did you mean histogramFreq? one of model, updateFreq, histogramFreq, writeGraph, ',
  ],
  [{ log_dir: 'logs' } as never, 'unknown option: log_dir (one of model, '],
  [{ write_images: true } as never, 'unknown option: write_images (did you mean writeImages? one of model, '],
  [null as never, 'options must be an object such as { model }, got null'],
  ['x' as never, 'options must be an object such as { model }, got "x"'],
  [{ Callback: 3 } as never, 'Callback must be the class tf.Callback, got 3'],
  [{ embeddingsFreq: 0.5 }, 'embeddingsFreq must be a whole number of epochs from 0, got 0.5'],
  [{ writeImages: 'yes' as never }, 'writeImages must be true or false, got "yes"'],
  [{ writeGraph: 'no' as never }, 'writeGraph must be true or false, got "no"'],
  [{ writeStepsPerSecond: 1 as never }, 'writeStepsPerSecond must be true or false, got 1'],
  [{ maxQueue: -1 }, 'maxQueue must be a whole number of at least 1, got -1'],
  [{ flushSecs: Number.NaN }, 'flushSecs must be between 0 and 2147483 seconds, got NaN'],
  [
    { filenameSuffix: '/../x' },
    'filenameSuffix must be a text without NUL and path separators, of at most 128 bytes, got "/../x"',
  ],
  [{ model: 3 as never }, 'model must be a model of tf.layers, got 3'],
  [{ embeddingsMetadata: ['a'] as never }, 'embeddingsMetadata must be labels by the name of a layer, got ["a"]'],
  [{ storage: {} as never }, 'storage must be a storage such as memoryStorage(), got {}'],
])('tensorBoardCallback refuses the options %j', (options, clause) => {
  expect(() => tensorBoardCallback('logs', options)).toThrow(clause);
});

test.each([{ histogramFreq: 1 }, { writeGraph: true }])(
  '%j without a model that fit tells rejects fit before anything is written',
  async (options) => {
    const [name] = Object.keys(options);
    const storage = memoryStorage();
    const callbacks = handlersAlone('logs', { ...options, storage });
    await expect(classifier().fit(xs(), ys(), { epochs: 1, verbose: 0, callbacks })).rejects.toThrow(
      `${name} needs the model: give { model }, or { Callback: tf.Callback }`,
    );
    expect(storage.files().size).toBe(0);
  },
);

test.each([
  [
    { model: true, embeddingsFreq: 1, embeddingsMetadata: { words: ['a'] } },
    'embeddingsMetadata names words, which is no Embedding layer (the model has none)',
  ],
])('%j rejects fit before anything is trained or written', async (options, clause) => {
  const logs = logdir();
  const model = classifier();
  const before = Array.from(model.getWeights()[0]!.dataSync());
  const callbacks = tensorBoardCallback(logs, { ...options, ...('model' in options && { model }) } as never);
  await expect(model.fit(xs(), ys(), { epochs: 1, verbose: 0, callbacks })).rejects.toThrow(clause);
  expect(Array.from(model.getWeights()[0]!.dataSync())).toEqual(before);
  expect(readdirSync(logs)).toEqual([]);
});

test('labels of another number than the layer has rows reject fit before anything is trained', async () => {
  const model = layers.sequential({
    layers: [
      layers.layers.embedding({ inputDim: 4, outputDim: 2, inputLength: 3, name: 'words' }),
      layers.layers.flatten({}),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const callbacks = tensorBoardCallback(logdir(), { model, embeddingsFreq: 1, embeddingsMetadata: { words: ['a'] } });
  await expect(model.fit(tf.zeros([4, 3]), tf.zeros([4, 6]), { epochs: 1, verbose: 0, callbacks })).rejects.toThrow(
    'the labels of words must be 4, one a row of the layer, got 1',
  );
});

test('a logdir that is no path is refused', () => {
  expect(() => tensorBoardCallback({ logdir: 'logs' } as never)).toThrow(
    `the first argument must be the folder, such as tensorBoardCallback('logs', { histogramFreq: 1 }), got {"logdir":"logs"}`,
  );
});
