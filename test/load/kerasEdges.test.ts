// Keras 3 models with masks, shared and nested layers, and names that tf.js does not take: Keras's numbers, or a placeholder
// where tf.js could not compute them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';

interface Tensor {
  readonly data: number[];
  readonly shape: number[];
  readonly dtype: 'float32' | 'int32';
}

interface Truth {
  readonly x: readonly Tensor[];
  readonly y: readonly Tensor[];
  readonly params: number;
  readonly trainable: number;
}

const folder = fileURLToPath(new URL('../fixtures/keras3Edges/', import.meta.url));
const truth: Readonly<Record<string, Truth>> = JSON.parse(readFileSync(`${folder}truth.json`, 'utf8'));
const library = layers as unknown as LayersLibrary;

const refused: Readonly<Record<string, string>> = {
  seqconv: 'tf.js lacks the mask that it gets unseen in Keras',
  mha: 'tf.js lacks the mask that it gets unseen in Keras',
  training: 'tf.js lacks a call with training=True',
};
const unbuilt = 'nestmask2';
const names = Object.keys(truth).filter((name) => name !== unbuilt);

test.each(names)('the model %s has Keras’s parameters, and its numbers by predict and by apply', async (name) => {
  const { x, y, params, trainable } = truth[name]!;
  const { model, fill } = await loadModel(`${folder}${name}.keras`, { layers: library });
  const parameters = trace(model, x).modules.flatMap((module) => module.parameters);
  const sum = (list: typeof parameters): number => list.reduce((total, { size }) => total + size, 0);
  expect([sum(parameters), sum(parameters.filter(({ requiresGrad }) => requiresGrad))]).toEqual([params, trainable]);
  await tf.setBackend('cpu');
  await fill!();
  const tensors = x.map(({ data, shape, dtype }) => tf.tensor(data, shape, dtype));
  const input = tensors.length === 1 ? tensors[0]! : tensors;
  const built = model as unknown as Record<'predict' | 'apply', (input: unknown) => tf.Tensor | tf.Tensor[]>;
  for (const way of ['predict', 'apply'] as const) {
    if (refused[name]) {
      expect(() => built[way](input)).toThrow(refused[name]);
      continue;
    }
    for (const [i, output] of [built[way](input)].flat().entries()) {
      const { data } = y[i]!;
      const worst = Math.max(...Array.from(output.dataSync(), (value, at) => Math.abs(value - data[at]!)));
      expect(worst).toBeLessThanOrEqual(1e-5);
    }
  }
});

test('a nested model with a mask whose output shape no tensor tells is refused', async () => {
  await expect(loadModel(`${folder}${unbuilt}.keras`, { layers: library })).rejects.toThrow(
    /tf\.js lacks the mask of a model that is a layer, which sequential_\d needs, and the file does not tell the shape/,
  );
});
