// Models of files whose weights were not read yet.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { loadModel, saveGraph, summary } from '../../src/index.ts';
import { kerasCases } from './kerasCases.ts';

const folder = mkdtempSync(join(tmpdir(), 'unread-'));
const dense = { class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } };
const weights = [{ name: 'd/kernel', shape: [3, 2], dtype: 'float32' }];
writeFileSync(join(folder, 'w.bin'), Buffer.from(Float32Array.of(1, 2, 3, 4, 5, 6).buffer));
writeFileSync(
  join(folder, 'model.json'),
  JSON.stringify({
    modelTopology: { class_name: 'Sequential', config: { name: 's', layers: [dense] } },
    weightsManifest: [{ paths: ['w.bin'], weights }],
  }),
);

const files = { 'model.json': join(folder, 'model.json'), 'model.keras': kerasCases[0]!.path('model.keras') };
const cause = 'are not read yet: await fill() of the loaded model before it computes';

test.each(Object.entries(files))(
  'a model of a %s computes nothing before fill, and is exported to no file',
  async (_, path) => {
    const { model, inputs } = await loadModel(path, { layers });
    expect(summary(model).totals.params).toBeGreaterThan(5);
    const input = tf.zeros([...inputs![0]!.shape]);
    expect(() => model.predict(input)).toThrow(cause);
    const out = join(folder, 'graph.onnx');
    await expect(saveGraph(model, { format: 'onnx', out })).rejects.toThrow(cause);
    expect(existsSync(out)).toBe(false);
  },
);

test('a weight that the files of a model lack has its initial value after fill', async () => {
  const { model, fill } = await loadModel(files['model.json'], { layers });
  await fill!();
  expect([...(model.predict(tf.ones([1, 3])) as tf.Tensor).dataSync()]).toEqual([9, 12]);
});

test('a model of a topology alone computes with initial values', async () => {
  const path = join(folder, 'topology.json');
  writeFileSync(path, JSON.stringify({ class_name: 'Sequential', config: { name: 's', layers: [dense] } }));
  const { model, fill } = await loadModel(path, { layers });
  expect(fill).toBeUndefined();
  expect((model.predict(tf.ones([1, 3])) as tf.Tensor).shape).toEqual([1, 2]);
});
