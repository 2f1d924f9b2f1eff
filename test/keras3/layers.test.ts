// Each layer of Keras 3 against Keras's own numbers, shapes and weights.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { backends, use } from '../backends.ts';
import { families, fillWeights, inputsOf, type Keras3Case, loadTopology, topologyOf } from '../fixtures/keras3Cases.ts';

function compare(outputs: readonly tf.Tensor[], expected: Keras3Case['outputs']): void {
  expect(outputs.map(({ shape }) => shape)).toEqual(expected.map(({ sizes }) => sizes));
  for (const [i, output] of outputs.entries()) {
    const values = output.dataSync();
    const far = expected[i]!.values.map((value, k) => [k, values[k], value] as const).filter(
      ([, got, want]) => !(Math.abs(got! - want!) <= 1e-5 * Math.max(1, Math.abs(want!))),
    );
    expect(far).toEqual([]);
  }
}

describe.each(backends)('on %s', (backend) => {
  beforeAll(async () => {
    await use(backend);
  });
  let tensors = 0;
  beforeAll(() => {
    tensors = tf.memory().numTensors;
  });
  afterAll(() => {
    expect(tf.memory().numTensors).toBe(tensors);
  });

  describe.each(families)('%s', (_, cases) => {
    test.each(cases.map((one) => [one.name, one] as const))('%s', async (__, one) => {
      const model = await loadTopology(topologyOf(one));
      const layer = model.getLayer('layer');
      expect([layer.outputShape].flat(Array.isArray(layer.outputShape[0]) ? 0 : 1)).toEqual(
        one.outputs.length === 1 ? one.outputs[0]!.shape : one.outputs.map(({ shape }) => shape),
      );
      expect(layer.weights.map(({ shape }) => shape)).toEqual(one.weights.map(({ shape }) => shape));
      expect(layer.trainableWeights.length).toBe(one.weights.filter(({ trainable }) => trainable).length);
      fillWeights(one, model);
      const inputs = inputsOf(one);
      const outputs = [model.predict(inputs)].flat();
      compare(outputs, one.outputs);
      tf.dispose(outputs);
      // what tf.js saves is the same layer
      const again = await loadTopology(model.toJSON(undefined, false) as object);
      again.setWeights(model.getWeights());
      const repeated = [again.predict(inputs)].flat();
      compare(repeated, one.outputs);
      const {
        calls,
        values,
        outputs: traced,
      } = trace(
        model,
        one.inputs.map(({ sizes, dtype }) => ({ shape: [...sizes], dtype })),
      );
      expect(calls.length).toBeGreaterThan(0);
      expect([traced].flat().map((id) => values[id as number]!.shape)).toEqual(one.outputs.map(({ sizes }) => sizes));
      tf.dispose([repeated, inputs]);
      model.dispose();
      again.dispose();
    });
  });
});
