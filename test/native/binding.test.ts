// The library that was built is the one that computes here.
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { expect, inject, test } from 'vitest';
import { useBackend } from '../../src/index.ts';
import { backends, use } from '../backends.ts';

const [variant] = backends;
const other = variant === 'node' ? 'node-gpu' : 'node';

test('TensorFlow computes, and says on what', async () => {
  const { isArray } = util;
  expect(await use(variant!)).toEqual({
    name: variant,
    backend: 'tensorflow',
    version: '4.22.0',
    // no machine that these tests know has another
    device: 'CPU',
    engine: 'TensorFlow 2.15.1',
    passedOver: [],
  });
  expect(tf.getBackend()).toBe('tensorflow');
  expect(tf.backend()).toHaveProperty('isGPUPackage', variant === 'node-gpu');
  expect(util.isArray).toBe(isArray);
  expect(Array.from(tf.matMul(tf.ones([1, 3]), tf.ones([3, 2])).dataSync())).toEqual([3, 3]);
});

test('auto takes it, and says why none better', async () => {
  const { name, passedOver } = await useBackend('auto', { from: inject('project') });
  expect(name).toBe(variant);
  const missing = 'the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu';
  expect(passedOver).toEqual(variant === 'node' ? [{ name: 'node-gpu', reason: missing }] : []);
});

test('a process holds one of the two', async () => {
  await expect(useBackend(other, { from: inject('other') })).rejects.toThrow(
    `the backend ${variant} is in this process already, and a process holds one of them, not ${other} too`,
  );
  expect(tf.getBackend()).toBe('tensorflow');
});
