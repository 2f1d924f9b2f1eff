// The name of a model, and the windows of its layers, in tables and the json.
import '@tensorflow/tfjs-backend-cpu';
import * as tfl from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { summary } from '../../src/index.ts';

const { layers } = tfl;
const made = (name?: string): tfl.Sequential =>
  tfl.sequential({
    ...(name && { name }),
    layers: [
      layers.conv2d({ inputShape: [8, 8, 1], filters: 2, kernelSize: [3, 2], name: 'conv' }),
      layers.maxPooling2d({ poolSize: 2, name: 'pool' }),
      layers.flatten({ name: 'flat' }),
    ],
  });
const rows = (model: tfl.LayersModel, columns: readonly string[]): string[] =>
  summary(model, { style: 'csv', columns }).toString().trim().split(/\r?\n/);

test('the name that its author gave a model stands in its first row and in the json', () => {
  expect(rows(made('mobile'), ['name', 'type'])[1]).toBe('mobile,Sequential');
  expect(JSON.parse(`${summary(made('mobile'), { style: 'json' })}`)).toMatchObject({ name: 'mobile' });
});

test('a name that tf.js numbered is left out, since it differs from run to run', () => {
  expect(rows(made(), ['name', 'type'])[1]).toBe('Sequential,Sequential');
  expect(JSON.parse(`${summary(made(), { style: 'json' })}`)).not.toHaveProperty('name');
  const input = tfl.input({ shape: [2] });
  const functional = tfl.model({
    inputs: input,
    outputs: layers.dense({ units: 1 }).apply(input) as tfl.SymbolicTensor,
  });
  expect(rows(functional, ['name'])[1]).toBe(functional.getClassName());
});

test('the windows of layers of tf.layers stand in the column kernel', () => {
  expect(rows(made(), ['name', 'kernel']).slice(2)).toEqual(['conv,"[3, 2]"', 'pool,"[2, 2]"', 'flat,']);
});
