// Models of tf.layers compute on each backend what they do on cpu.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { backends, use } from '../../../backends.ts';
import { inputsOf, zoo } from '../../../fixtures/zoo.ts';

describe.each(backends.filter((name) => name !== 'cpu'))('on %s', (backend) => {
  test.each(Object.keys(zoo))('%s computes the values of the cpu backend', async (name) => {
    await tf.setBackend('cpu');
    const model = zoo[name]!();
    const inputs = inputsOf(model);
    const outputs = () =>
      tf.tidy(() =>
        [model.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat().map((y) => (y as tf.Tensor).dataSync()),
      );
    const expected = outputs();
    await use(backend);
    const actual = outputs();
    for (const [at, values] of expected.entries()) {
      expect(actual[at]).toHaveLength(values.length);
      const largest = Math.max(...Array.from(values, (value, i) => Math.abs(value - actual[at]![i]!)));
      expect(largest).toBeLessThan(1e-5);
    }
    model.dispose();
  });
});
