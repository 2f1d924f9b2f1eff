// The style of a summary that asks for none, and what style torchsummary says of models that are no Modules.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { summary, summaryAsync, type Traceable } from '../../src/index.ts';
import { Linear, Sequential } from '../../src/nn.ts';
import { converterModel } from '../fixtures/converterModels.ts';

const { layers } = tfl;
beforeAll(async () => {
  await tf.setBackend('cpu');
});

const memory = (): tfl.Sequential =>
  tfl.sequential({
    layers: [
      layers.lstm({ units: 3, inputShape: [4, 2], recurrentInitializer: 'glorotUniform', name: 'memory' }),
      layers.dense({ units: 2, name: 'head' }),
    ],
  });
const double = (x: tf.Tensor): tf.Tensor => tf.mul(x, tf.add(x, 1));
const rules =
  'torchsummary’s rules are PyTorch’s: a layer has a row, and counts, at each of its calls, one without a call and a Sequential have none';

test.each<[string, () => Traceable | Promise<Traceable>, number[]]>([
  ['a model of tf.layers', memory, [4, 2]],
  ['a function', () => double, [3]],
  ['a converted model', () => converterModel('net'), [8, 8, 3]],
])('the default of %s is the table, with a batch of 1', async (_, make, size) => {
  const model = await make();
  const byDefault = summary(model, size);
  expect(`${byDefault}`).toBe(`${summary(model, size, { style: 'table', batchSize: 1 })}`);
  expect(`${await summaryAsync(model, size)}`).toBe(`${byDefault}`);
  expect(byDefault.facts.root.outputs[0]![0]).toBe(1);
  expect(() => summary(model, size, { batchSize: -1 })).toThrow(
    'style table needs a batch size of at least 1, got -1, which style torchsummary alone shows',
  );
});

test('the default of a Module is torchsummary, with an unknown batch', () => {
  const model = new Sequential(new Linear(3, 4), new Linear(4, 2));
  expect(`${summary(model, [3])}`).toBe(`${summary(model, [3], { style: 'torchsummary', batchSize: -1 })}`);
  expect(summary(model, [3]).notes).toEqual([]);
});

test('style torchsummary says of a recurrent model what it counts and what there is', () => {
  const model = memory();
  const result = summary(model, [4, 2], { style: 'torchsummary' });
  // the cell of 72 at each of 4 steps
  expect(`${result}`).toContain('Total params: 296\n');
  expect(result.notes).toEqual([`${rules}: here 296, where the model has 80; --style table counts each layer once`]);
  expect(model.countParams()).toBe(80);
  expect(summary(model, [4, 2]).totals.params).toBe(80);
});

test('style torchsummary notes that it lists a function by its own rules', () => {
  expect(summary(double, [3], { style: 'torchsummary' }).notes).toEqual([
    `${rules}; --style table counts each layer once`,
  ]);
});
