import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { distinctParameters, inferencePeakBytes, largestBatch, trace, trainingMemory } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';

test.each([
  [99, 0],
  [100 + 7, 1],
  [100 + 7 * 12 + 6, 12],
])('largestBatch finds the largest batch on a linear memory curve within %i bytes', (budget, batch) => {
  expect(largestBatch((n) => 100 + 7 * n, budget)).toBe(batch);
});

test('largestBatch searches a memory curve', () => {
  expect(largestBatch((n) => n * n, 10_000)).toBe(100);
  expect(largestBatch((n) => Math.ceil(Math.sqrt(n)) * 10, 1_000)).toBe(10_000);
});

test('the peak of an inference, worked out by hand', () => {
  // x and relu(x), 4 numbers each, live while the concat of both, 8, is made
  const seen = trace((x) => tf.sum(tf.concat([x, tf.relu(x)])), [{ shape: [4] }]);
  expect(inferencePeakBytes(seen)).toBe(4 * (4 + 4 + 8));
  // a reshape is another view of the same buffer
  const viewed = trace((x) => tf.relu(tf.reshape(x, [2, 2])), [{ shape: [4] }]);
  expect(inferencePeakBytes(viewed)).toBe(4 * (4 + 4));
});

test('the largest batch of gMLP for 100 MB fits, and the next does not', () => {
  const { model, inputSize } = createGMLP();
  const at = (batch: number) => trace(model, [{ shape: [batch, ...inputSize] }]);
  const training = (batch: number) => trainingMemory(at(batch), 'pytorch', 'adam').totalBytes;
  const state = distinctParameters(at(1)).reduce((sum, { size }) => sum + 4 * size, 0);
  const inference = (batch: number) => state + inferencePeakBytes(at(batch));
  for (const bytes of [training, inference]) {
    const batch = largestBatch(bytes, 100e6);
    expect(bytes(batch)).toBeLessThanOrEqual(100e6);
    expect(bytes(batch + 1)).toBeGreaterThan(100e6);
  }
  // (100,000,000 - 4 * 4 * 915,688 bytes of weights, gradients and Adam) / 4,985,856 bytes a sample
  expect(largestBatch(training, 100e6)).toBe(17);
});
