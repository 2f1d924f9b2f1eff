// Keras 3 models under each dtype policy: parameters, and numbers as near as the policy's own precision.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';

interface Truth {
  readonly input: number[][];
  readonly output: readonly (readonly number[])[];
  readonly params: number;
  readonly trainable: number;
}

const folder = fileURLToPath(new URL('../fixtures/keras3Dtypes/', import.meta.url));
const truth: Readonly<Record<string, Truth>> = JSON.parse(readFileSync(`${folder}truth.json`, 'utf8'));

// Keras computes in the policy's dtype, with 11 bits of a fraction in float16 and 8 in bfloat16, and tf.js in float32
test.each([
  ['float64', 1e-6],
  ['float16', 2e-3],
  ['mixed_float16', 2e-3],
  ['bfloat16', 2e-2],
  ['int8', 1e-5],
])('a model of the policy %s has its parameters, and its numbers within %f', async (policy, tolerance) => {
  const { input, output, params, trainable } = truth[policy]!;
  const { model, inputs, fill, notes } = await loadModel(`${folder}${policy}.keras`, {
    layers: layers as unknown as LayersLibrary,
  });
  expect(notes).toEqual([]);
  const parameters = trace(model, inputs!).modules.flatMap((module) => module.parameters);
  const sum = (list: typeof parameters): number => list.reduce((total, { size }) => total + size, 0);
  expect([sum(parameters), sum(parameters.filter(({ requiresGrad }) => requiresGrad))]).toEqual([params, trainable]);
  await tf.setBackend('cpu');
  await fill!();
  const { predict } = model as unknown as { predict(x: tf.Tensor): tf.Tensor };
  const computed = predict.call(model, tf.tensor2d(input)).arraySync() as number[][];
  const largest = Math.max(...output.flat().map(Math.abs));
  for (const [i, row] of output.entries())
    for (const [j, value] of row.entries())
      expect(Math.abs(computed[i]![j]! - value)).toBeLessThanOrEqual(tolerance * largest);
});
