// Each layer of Keras 3 against Keras's own numbers, shapes and weights.
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { backends, use } from '../backends.ts';
import { families, fillWeights, inputsOf, type Keras3Case, loadTopology, topologyOf } from '../fixtures/keras3Cases.ts';

function compare(outputs: readonly tf.Tensor[], expected: Keras3Case['outputs']): void {
  expect(outputs.map(({ shape }) => shape)).toEqual(expected.map(({ sizes }) => sizes));
  for (const [i, output] of outputs.entries()) {
    const values = output.dataSync();
    const far = expected[i]!.values.filter(
      (want, k) => !(Math.abs(values[k]! - want) <= 1e-5 * Math.max(1, Math.abs(want))),
    );
    expect(far.length > 0 ? { got: Array.from(values), expected: expected[i]!.values } : undefined).toBe(undefined);
  }
}

const isOwn = (layer: tfl.layers.Layer): boolean => layer.getClassName().startsWith('keras3');

const shapesOf = ({ outputShape }: tfl.layers.Layer): unknown =>
  Array.isArray(outputShape[0]) ? outputShape : [outputShape];

describe.each(backends)('numbers on %s', (backend) => {
  let tensors = 0;
  beforeAll(async () => {
    await use(backend);
    tensors = tf.memory().numTensors;
  });
  afterAll(() => {
    expect(tf.memory().numTensors).toBe(tensors);
  });

  describe.each(families)('%s', (_, cases) => {
    test.each(cases.map((one) => [one.name, one] as const))('%s', async (__, one) => {
      const model = await loadTopology(topologyOf(one));
      fillWeights(one, model);
      const inputs = inputsOf(one);
      const outputs = [model.predict(inputs)].flat();
      compare(outputs, one.outputs);
      tf.dispose([outputs, inputs]);
      model.dispose();
    });
  });
});

describe('shapes, weights and what tf.js saves', () => {
  beforeAll(async () => {
    await use('cpu');
  });

  describe.each(families)('%s', (_, cases) => {
    test.each(cases.map((one) => [one.name, one] as const))('%s', async (__, one) => {
      const model = await loadTopology(topologyOf(one));
      const layer = model.getLayer('layer');
      expect(shapesOf(layer)).toEqual(one.outputs.map(({ shape }) => shape));
      expect(layer.weights.map(({ shape }) => shape)).toEqual(one.weights.map(({ shape }) => shape));
      expect(layer.trainableWeights.length).toBe(one.weights.filter(({ trainable }) => trainable).length);
      const specs = one.inputs.map(({ sizes, dtype }) => ({ shape: [...sizes], dtype }));
      const { values, outputs } = trace(model, specs);
      expect([outputs].flat().map((id) => values[id as number]!.shape)).toEqual(one.outputs.map(({ sizes }) => sizes));

      const saved = model.toJSON(undefined, false) as object;
      const again = await loadTopology(saved);
      // tf.js's own classes save other keys than they read
      if (isOwn(layer)) expect(again.getLayer('layer').getConfig()).toEqual(layer.getConfig());
      fillWeights(one, again);
      const inputs = inputsOf(one);
      const repeated = [again.predict(inputs)].flat();
      compare(repeated, one.outputs);
      tf.dispose([repeated, inputs]);
      model.dispose();
      again.dispose();
    });
  });
});
