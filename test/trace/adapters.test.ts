// Values that are given for a model and are none.
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { summary } from '../../src/index.ts';

const model = layers.sequential({ layers: [layers.layers.dense({ units: 3, inputShape: [4] })] });

test.each([
  ['a path', 'model.json', 'got "model.json": (await loadModel(path, { layers })).model is the model of a file'],
  ['what loadModel gives', { model, inputs: [] }, 'got a Object: give its member model'],
  [
    'a layer',
    layers.layers.dense({ units: 3 }),
    'got a Dense: tf.sequential({ layers: [layer] }) is a model of one layer',
  ],
  ['an object', { weights: 1 }, 'got a Object'],
])('the refusal of %s for a model says what to give', (_, value, clause) => {
  expect(() => summary(value as never)).toThrow(
    `the model must be a Module, a tf.LayersModel, a tf.GraphModel or a function of tensors, ${clause}`,
  );
});
