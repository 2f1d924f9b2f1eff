// A model's numbers by the paths that its trace gives them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { summary, type Traceable, trace, weightsOf } from '../../src/index.ts';
import { BatchNorm1d, Linear, Sequential } from '../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const paths = (model: Traceable, shape: readonly number[]) =>
  trace(model, [{ shape }]).modules.flatMap(({ path, parameters }) =>
    parameters.map(({ name }) => (path === '' ? name : `${path}.${name}`)),
  );

test('weightsOf reads the parameters and buffers of a Module', () => {
  const model = new Sequential(new Linear(2, 2), new BatchNorm1d(2));
  const numbers = weightsOf(model);
  expect([...numbers.keys()]).toEqual(paths(model, [1, 2]));
  expect(Array.from(numbers.get('1.running_var')!.values)).toEqual([1, 1]);
});

test('weightsOf reads the weights of a tf.layers model', () => {
  const dense = tfl.layers.dense({ units: 2, inputShape: [3], biasInitializer: 'ones' });
  const model = tfl.sequential({ layers: [dense] });
  expect([...weightsOf(model).keys()]).toEqual(paths(model, [1, 3]));
  const columns = ['path', 'mean', 'nan'];
  const csv = summary(model, [3], { style: 'csv', columns, filter: 'bias', weights: weightsOf(model) }).toString();
  expect(csv).toBe(`path,mean,nan\r\n${dense.name}.bias,1,0\r\n`);
});

test('weightsOf reads the variables of a function', () => {
  const scale = tf.variable(tf.tensor1d([3, Number.NaN]), true, 'scale');
  const columns = ['path', 'mean', 'nan'];
  const result = summary((x) => tf.mul(x, scale), [2], { style: 'csv', columns, weights: weightsOf((x) => x) });
  expect(result.toString().split('\r\n')[2]).toBe('scale,3,1');
  scale.dispose();
});
