// Converted models whose weight files are not there, or are read late.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as converter from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, expect, test } from 'vitest';
import { type ConverterLibrary, loadModel, summary } from '../../src/index.ts';
import { constants, shapedGraph, weights } from '../fixtures/shapedGraph.ts';

const library = converter as unknown as ConverterLibrary;
const folder = mkdtempSync(join(tmpdir(), 'graph-weights-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
write('model.json', JSON.stringify(shapedGraph));
write('c.bin', constants);

test('a weight file that is missing does not matter where shapes alone are asked, and is named where numbers are', async () => {
  const { model, inputs, readWeights, fill } = await loadModel(folder, { converter: library });
  const { totals } = summary(model, inputs!);
  expect([totals.params, totals.macs]).toEqual([80, 160]);
  await expect(readWeights!()).rejects.toThrow(
    `cannot read the weights file ${join(folder, 'w.bin')}: there is no such file`,
  );
  await expect(fill!()).rejects.toThrow(`cannot read the weights file ${join(folder, 'w.bin')}: there is no such file`);
  expect(() => (model as unknown as converter.GraphModel).execute(tf.ones([1, 4]))).toThrow(
    'are not read yet: await fill() of the loaded model before it computes',
  );
});

test('after fill the model computes with the numbers of its files', async () => {
  write('w.bin', weights);
  const { model, fill, dispose } = await loadModel(join(folder, 'model.json'), { converter: library });
  await fill!();
  const result = (model as unknown as converter.GraphModel).execute(tf.ones([1, 4])) as tf.Tensor;
  expect(Array.from(result.dataSync()).slice(38, 42)).toEqual([116, 118, 40, 42]);
  result.dispose();
  dispose();
});

test('of files that share a group, one that holds no sizes is not opened', async () => {
  const { weights: specs } = shapedGraph.weightsManifest[1]!;
  const both = [{ paths: ['a.bin', 'none.bin'], weights: [...shapedGraph.weightsManifest[0]!.weights, ...specs] }];
  write('both.json', JSON.stringify({ ...shapedGraph, weightsManifest: both }));
  write('a.bin', new Uint8Array([...constants, ...weights.subarray(0, 8)]));
  const { model, inputs } = await loadModel(join(folder, 'both.json'), { converter: library });
  expect(summary(model, inputs!).totals.params).toBe(80);
});

test('a file that holds sizes and is missing or short is refused', async () => {
  write('short.json', JSON.stringify(shapedGraph).replace('c.bin', 'short.bin'));
  write('short.bin', constants.subarray(0, 4));
  await expect(loadModel(join(folder, 'short.json'), { converter: library })).rejects.toThrow(
    'short.bin holds 4 bytes, and the weights manifest says 8',
  );
  write('none.json', JSON.stringify(shapedGraph).replace('c.bin', 'none.bin'));
  await expect(loadModel(join(folder, 'none.json'), { converter: library })).rejects.toThrow(
    `cannot read the weights file ${join(folder, 'none.bin')}: there is no such file`,
  );
});
