import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { trace, weightsOf, withLazyWeights } from '../../../../src/index.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(() => void vi.restoreAllMocks());

const build = (kernelInitializer = tfl.initializers.glorotNormal({ seed: 7 })) =>
  tfl.sequential({ layers: [tfl.layers.dense({ units: 4, inputShape: [3], kernelInitializer })] });

test('lazy weights are not initialized by building or tracing, and have their initializers’ values when they are read', () => {
  const initializer = tfl.initializers.glorotNormal({ seed: 7 });
  const draw = vi.spyOn(initializer, 'apply');
  const kernels = vi.spyOn(tf.engine(), 'runKernel');
  const model = withLazyWeights(tfl, () => build(initializer));
  expect(kernels).not.toHaveBeenCalled();
  expect(trace(model, [{ shape: [2, 3] }]).modules[1]!.parameters.map(({ size }) => size)).toEqual([12, 4]);
  expect(draw).not.toHaveBeenCalled();
  const eager = build();
  expect([...weightsOf(model).values()].map(({ values }) => [...(values as Float32Array)])).toEqual(
    [...weightsOf(eager).values()].map(({ values }) => [...(values as Float32Array)]),
  );
  const x = tf.ones([2, 3]);
  expect((model.predict(x) as tf.Tensor).arraySync()).toEqual((eager.predict(x) as tf.Tensor).arraySync());
  expect(draw).toHaveBeenCalledTimes(1);
});

test('a model with lazy weights that were never read leaves no tensor', () => {
  const before = { ...tf.memory(), backends: tf.engine().backendNames(), backend: tf.getBackend() };
  withLazyWeights(tfl, () => build()).dispose();
  expect({ ...tf.memory(), backends: tf.engine().backendNames(), backend: tf.getBackend() }).toEqual(before);
});

test('withLazyWeights leaves the library as before, also after a throw', () => {
  const { addWeight } = tfl.layers.Layer.prototype as unknown as { addWeight: unknown };
  expect(() =>
    withLazyWeights(tfl, () => {
      throw new Error('no model');
    }),
  ).toThrow('no model');
  expect((tfl.layers.Layer.prototype as unknown as { addWeight: unknown }).addWeight).toBe(addWeight);
});

test('a model with lazy weights trains', async () => {
  const model = withLazyWeights(tfl, () => build());
  model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
  const { history } = await model.fit(tf.ones([8, 3]), tf.zeros([8, 4]), { epochs: 4, verbose: 0 });
  const [first, , , last] = history.loss as number[];
  expect(last).toBeLessThan(first!);
});
