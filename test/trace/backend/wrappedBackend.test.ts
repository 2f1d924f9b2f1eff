// A model that computes while it is traced: what only numbers can say, and what goes wrong.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { ForwardError, trace } from '../../../src/index.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
  await tf.setBackend('cpu');
});

test('a trace on a backend knows a shape that depends on the values of a given tensor', () => {
  const unique = (x: tf.Tensor) => tf.unique(x as tf.Tensor1D).values;
  const record = trace(unique, [tf.tensor1d([3, 1, 3, 2, 1])], { backend: 'cpu' });
  expect(record.values[record.outputs as number]!.shape).toEqual([3]);
  expect(() => trace(unique, [{ shape: [5] }])).toThrow(/depends on numbers.*--backend cpu, runs it with numbers/);
  const counted = (x: tf.Tensor) => tf.fill([x.dataSync()[0]!], 1);
  expect(trace(counted, [tf.tensor1d([4])], { backend: 'cpu' }).values.at(-1)!.shape).toEqual([4]);
  expect(() => trace(counted, [{ shape: [1] }])).toThrow(/reads numbers while it runs.*--backend cpu/);
});

test('a shape-only trace reads values that the model made', () => {
  const fixed = (x: tf.Tensor) => tf.reshape(x, Array.from(tf.tensor1d([3, 2]).dataSync()));
  expect(trace(fixed, [{ shape: [6] }]).values.at(-1)!.shape).toEqual([3, 2]);
});

test('a trace on a backend refuses promises, missing kernels and unknown backends, and puts the backend back', () => {
  const state = () => [tf.getBackend(), tf.memory().numTensors, tf.engine().backendNames()];
  const before = state();
  const failing = (x: tf.Tensor) => tf.matMul(tf.relu(x), tf.zeros([9, 9]));
  expect(() => trace(failing, [{ shape: [2, 3] }], { backend: 'cpu' })).toThrow(ForwardError);
  expect(() => trace(async (x: tf.Tensor) => tf.relu(x), [{ shape: [2] }])).toThrow(
    'the model returned a promise: trace() needs a synchronous model',
  );
  expect(() => trace((x) => tf.einsum('i,i->', x, x), [{ shape: [2] }], { backend: 'wasm' })).toThrow(
    'the backend wasm has no kernel Einsum',
  );
  expect(() => trace(tf.relu, [{ shape: [2] }], { backend: 'webgl' })).toThrow(
    "the backend webgl is not registered (cpu and wasm are): import its package first, or in Node await useBackend('webgl')",
  );
  expect(state()).toEqual(before);
});

test('a trace refuses a backend that is not ready', () => {
  tf.registerBackend('late', async () => new Promise<never>(() => undefined), -1);
  expect(() => trace(tf.relu, [{ shape: [2] }], { backend: 'late' })).toThrow(
    "the backend late is not ready: await tf.setBackend('late') first",
  );
});
