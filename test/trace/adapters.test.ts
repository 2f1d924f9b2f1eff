// Values that are given for a model and are none.
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { summary, trace } from '../../src/index.ts';

const model = layers.sequential({ layers: [layers.layers.dense({ units: 3, inputShape: [4] })] });

test.each([
  ['a path', 'model.json', 'got "model.json": (await loadModel(path, { layers })).model is the model of a file'],
  ['what loadModel gives', { model, inputs: [] }, 'got a plain object: give its member model'],
  [
    'a layer',
    layers.layers.dense({ units: 3 }),
    'got an instance of Dense: tf.sequential({ layers: [layer] }) is a model of one layer',
  ],
  ['an object', { weights: 1 }, 'got a plain object'],
])('the refusal of %s for a model says what to give', (_, value, clause) => {
  expect(() => summary(value as never)).toThrow(
    `the model must be a Module, a tf.LayersModel, a tf.GraphModel or a function of tensors, ${clause}`,
  );
});

test('a function of a tensor of known rank is a model to the compiler, without a cast', () => {
  const doubled = (x: tf.Tensor2D): tf.Tensor2D => tf.mul(x, 2);
  expect(trace(doubled, [{ shape: [2, 3] }]).calls.at(-1)).toMatchObject({ kernel: 'Multiply' });
});
