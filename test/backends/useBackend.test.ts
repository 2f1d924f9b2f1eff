// A backend that computes, with its gradients, and a clause for one that cannot be used.
import { createRequire } from 'node:module';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { bridged } from '../../src/backends/nodeBridge.ts';
import { useBackend } from '../../src/index.ts';

test.each(['wasm', 'cpu'] as const)('%s, and a gradient on it', async (name) => {
  const engine = { wasm: 'WebAssembly, SIMD', cpu: 'JavaScript' }[name];
  expect(await useBackend(name, { from: import.meta.url })).toEqual({
    name,
    backend: name,
    version: '4.22.0',
    device: 'CPU',
    engine,
    passedOver: [],
  });
  expect(tf.getBackend()).toBe(name);
  const slope = tf.grad((x) => tf.sum(tf.matMul(x as tf.Tensor2D, tf.ones([2, 2]))));
  expect(Array.from(slope(tf.ones([1, 2])).dataSync())).toEqual([2, 2]);
});

test('useBackend with auto reports why each faster backend was passed over', async () => {
  const { name, passedOver } = await useBackend();
  expect(name).toBe('wasm');
  expect(passedOver).toEqual([
    { name: 'node-gpu', reason: 'the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu' },
    { name: 'node', reason: 'the backend node is not installed: npm install @tensorflow/tfjs-node' },
  ]);
});

test('useBackend refuses a backend that is not installed, and an unknown name', async () => {
  await expect(useBackend('node')).rejects.toThrow(
    'the backend node is not installed: npm install @tensorflow/tfjs-node',
  );
  await expect(useBackend('webgl' as 'cpu')).rejects.toThrow(
    'unknown backend: webgl (one of node-gpu, node, wasm, cpu, auto)',
  );
});

test('a required module sees the bridged util, which is Node’s own again afterwards, also after a throw', () => {
  const require = createRequire(import.meta.url);
  const lent = bridged(() => require('node:util'));
  expect([lent.isNullOrUndefined(null), lent.isNullOrUndefined(0), lent.isArray([])]).toEqual([true, false, true]);
  expect(lent.promisify).toBe(util.promisify);
  expect(require('node:util')).toBe(util);
  expect(() =>
    bridged(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(require('node:util')).toBe(util);
});
