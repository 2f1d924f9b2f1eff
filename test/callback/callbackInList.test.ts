// The callback in a list with other callbacks of tf.layers.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import * as otherCopy from 'tfjs-layers-again';
import { expect, test } from 'vitest';
import { tensorBoardCallback } from '../../src/index.ts';
import { classifier, logdir, part, written, xs, ys } from './training.ts';

test('fitDataset calls the callback in a list with callbacks of tf.layers', async () => {
  const logs = logdir();
  const model = classifier();
  const dataset = { iterator: async () => new Batches() } as never;
  const stop = layers.callbacks.earlyStopping({ monitor: 'loss', patience: 5 });
  const board = tensorBoardCallback(logs, { Callback: layers.Callback, updateFreq: 'batch', histogramFreq: 1 });
  await model.fitDataset(dataset, { epochs: 2, callbacks: [board, stop], verbose: 0 });
  const { steps: found } = await written(logs);
  expect(found['train batch_loss']).toEqual([1, 2, 3, 4, 5, 6]);
  expect(found['train epoch_loss']).toEqual([0, 1]);
  expect(found['train hidden/kernel/histogram']).toEqual([0, 1]);
  expect(Object.keys(found).filter((name) => name.startsWith('validation'))).toEqual([]);
  expect(existsSync(join(logs, 'validation'))).toBe(false);
});

/** What fitDataset reads of a tf.data.Dataset: three batches an epoch, which fit disposes. */
class Batches {
  #left = 3;
  async next() {
    this.#left -= 1;
    return this.#left < 0 ? { value: undefined, done: true } : { value: part(4 * this.#left, 4), done: false };
  }
}

// of the package that is installed, and of another copy of it
const copies = {
  'the installed tf.layers': layers,
  'another copy of tf.layers': otherCopy as unknown as typeof layers,
};

test.each(Object.entries(copies))(
  'the callback and earlyStopping of %s both run in a list, whichever is first',
  async (_, copy) => {
    for (const index of ['first', 'last']) {
      const logs = logdir();
      const model = copy.sequential({
        layers: [
          copy.layers.dense({ units: 2, inputShape: [3], activation: 'softmax', name: `${copy === layers}${index}` }),
        ],
      });
      model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy' });
      const stop = copy.callbacks.earlyStopping({ monitor: 'loss', minDelta: 100, patience: 1 });
      const board = tensorBoardCallback(logs, { model, updateFreq: 'batch' });
      const callbacks = index === 'first' ? [board, stop] : [stop, board];
      const { epoch } = await model.fit(xs(), ys(), { epochs: 9, batchSize: 6, verbose: 0, callbacks });
      // nothing is better by 100: it stops after the second epoch
      expect(epoch).toEqual([0, 1]);
      const { steps } = await written(logs);
      expect([steps['train epoch_loss'], steps['train batch_loss']]).toEqual([
        [0, 1],
        [1, 2, 3, 4],
      ]);
    }
  },
);

test('the callback and a tf.CustomCallback both run in a list, whichever is first', async () => {
  for (const index of ['first', 'last']) {
    const logs = logdir();
    const ended: number[] = [];
    const handlers = new layers.CustomCallback({ onEpochEnd: (epoch) => void ended.push(epoch) });
    const board = tensorBoardCallback(logs) as never;
    const callbacks = index === 'first' ? [board, handlers] : [handlers, board];
    await classifier().fit(xs(), ys(), { epochs: 2, verbose: 0, callbacks });
    const { steps } = await written(logs);
    expect([ended, steps['train epoch_loss']]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  }
});

test('fit gives the callback its model when it is first in a list, or alone', async () => {
  for (const others of [[], [layers.callbacks.earlyStopping({ monitor: 'loss', patience: 5 })]]) {
    const logs = logdir();
    const board = tensorBoardCallback(logs, { histogramFreq: 1 });
    const callbacks = others.length > 0 ? [board, ...others] : board;
    await classifier().fit(xs(), ys(), { epochs: 2, verbose: 0, callbacks });
    const { steps } = await written(logs);
    expect([steps['train epoch_learning_rate'], steps['train hidden/kernel/histogram']]).toEqual([
      [0, 1],
      [0, 1],
    ]);
  }
});

test('the class of callbacks is found without a training, and leaves the model as it was', () => {
  const model = classifier();
  const before = tf.memory().numTensors;
  expect(tensorBoardCallback('logs', { model })).toBeInstanceOf(Object.getPrototypeOf(layers.Callback));
  expect('history' in model && model.history).toBeFalsy();
  expect(tf.memory().numTensors).toBe(before);
});
