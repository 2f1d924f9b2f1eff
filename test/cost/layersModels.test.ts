// What tf.js keeps of a model of tf.layers in a taped forward pass, beside tf.memory().
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { savedActivationsBytes, trace } from '../../src/index.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test.each(Object.keys(zoo))(
  'the tensors that tf.js keeps for the gradients of %s have the bytes that tf.memory() counts',
  (name) => {
    const model = zoo[name]!();
    const inputs = inputsOf(model);
    const run = () => [model.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat() as tf.Tensor[];
    // weights of custom layers are made by the first run
    run();
    let measured = 0;
    tf.variableGrads(() => {
      const before = tf.memory().numBytes;
      const outputs = run();
      measured = tf.memory().numBytes - before;
      return tf.addN(outputs.map((output) => tf.sum(output)));
    });
    const { bytes, unknown } = savedActivationsBytes(trace(model, inputs), 'tfjs');
    expect({ bytes, unknown }).toEqual({ bytes: measured, unknown: [] });
  },
);
