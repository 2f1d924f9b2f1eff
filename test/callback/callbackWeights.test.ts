// Histograms and images of weights that no bins or pixels can hold.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { pointsOf, readEvents, tensorBoardCallback } from '../../src/index.ts';
import { logdir, xs, ys } from './training.ts';

/** A layer with a weight of any numbers, of any shape and dtype. */
class Holder extends layers.layers.Layer {
  static className = 'Holder';
  constructor(
    readonly numbers: tf.Tensor,
    config: object = {},
  ) {
    super(config);
  }
  override build() {
    const { shape, dtype } = this.numbers;
    const weight = this.addWeight('held', shape, dtype as 'float32', layers.initializers.zeros(), undefined, false);
    weight.write(this.numbers);
    this.built = true;
  }
  override call(inputs: tf.Tensor | tf.Tensor[]) {
    return Array.isArray(inputs) ? inputs[0]! : inputs;
  }
}

const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
test.each([
  ['NaN alone', () => tf.fill([2, 2], nan), 0, false],
  ['infinities alone', () => tf.tensor2d([infinity, -infinity], [1, 2]), 0, false],
  ['some of each', () => tf.tensor2d([1, nan, infinity, 3], [2, 2]), 2, false],
  ['nothing', () => tf.zeros([0, 3]), 0, true],
  ['beyond all default bins', () => tf.tensor1d([3e38, 1e38, -3e38]), 3, false],
  ['equal and large', () => tf.tensor1d([3e18, 3e18]), 2, false],
  ['whole numbers', () => tf.tensor2d([-1, 300, 2, 5], [2, 2], 'int32'), 4, false],
])('weights of %s do not end a training', async (_, numbers, counted, isEmpty) => {
  const logs = logdir();
  const model = layers.sequential({
    layers: [new Holder(numbers(), { name: 'held', inputShape: [3] }), layers.layers.dense({ units: 2, name: 'head' })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const callbacks = tensorBoardCallback(logs, { model, histogramFreq: 1, writeImages: true });
  const { epoch } = await model.fit(xs(), ys(), { epochs: 2, verbose: 0, callbacks });
  expect(epoch).toEqual([0, 1]);
  const [name] = readdirSync(join(logs, 'train'));
  const tags: string[] = [];
  for await (const { values } of readEvents(join(logs, 'train', name!)))
    for (const { tag, histogram } of values) {
      tags.push(tag);
      if (!histogram) continue;
      const { min, max, bucket, bucketLimit } = histogram;
      expect([min, max, ...bucketLimit].filter((number) => !Number.isFinite(number))).toEqual([]);
      if (tag.startsWith('held')) expect(bucket.reduce((sum, count) => sum + count, 0)).toBe(counted);
    }
  expect(tags.filter((tag) => tag === 'held/held/histogram')).toHaveLength(2);
  expect(tags.includes('held/held/image')).toBe(!isEmpty);
  expect(tags.filter((tag) => tag === 'epoch_loss')).toHaveLength(2);
});

test('weights too great for bins have a histogram of one bin', async () => {
  const kernelInitializer = layers.initializers.constant({ value: 1e25 });
  const model = layers.sequential({
    layers: [
      layers.layers.dense({ units: 2, inputShape: [3], kernelInitializer, trainable: false, name: 'great' }),
      layers.layers.dense({ units: 2 }),
    ],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const to = logdir();
  await model.fit(xs(), ys(), { verbose: 0, callbacks: tensorBoardCallback(to, { histogramFreq: 1 }) });
  const found: unknown[] = [];
  for await (const points of pointsOf(to))
    for (const { value } of points) if (value.tag === 'great/kernel/histogram') found.push(value.histogram);
  const great = Math.fround(1e25);
  expect(found).toEqual([
    expect.objectContaining({ min: great, max: great, num: 6, bucketLimit: [great], bucket: [6] }),
  ]);
});

test('narrow weights, such as gamma near 1, spread over all bins of their histogram', async () => {
  // a bell of values within a thousandth of 1
  const bell = Array.from({ length: 300 }, (_, i) => 1 + 0.0005 * (((i % 10) + (i % 15) + (i % 25)) / 23.5 - 1));
  const logs = logdir();
  const model = layers.sequential({
    layers: [new Holder(tf.tensor1d(bell), { name: 'gamma', inputShape: [3] }), layers.layers.dense({ units: 2 })],
  });
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  await model.fit(xs(), ys(), { verbose: 0, callbacks: tensorBoardCallback(logs, { histogramFreq: 1 }) });
  for await (const points of pointsOf(logs))
    for (const { value } of points) {
      if (value.tag !== 'gamma/held/histogram') continue;
      const { bucket, bucketLimit } = value.histogram!;
      const counts = bucket.filter((count) => count > 0);
      expect(counts.length).toBeGreaterThan(20);
      expect(Math.max(...counts)).toBeLessThan(0.2 * bell.length);
      expect(bucketLimit.at(-1)! - bucketLimit[0]!).toBeLessThan(0.002);
      return;
    }
  expect.unreachable('no histogram was written');
});
