// The json style holds to its published schema, which allows no field that it does not describe.
import { readFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
import * as tfl from '@tensorflow/tfjs-layers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import * as viz from '../../../src/index.ts';
import * as nn from '../../../src/nn.ts';
import { build, index } from '../cases.ts';

const schema = JSON.parse(readFileSync(new URL('../../../docs/summary.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const problems = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors);

type Entry = { model: string; arguments: Record<string, number>; input_size: number[] };
test.each(Object.entries<Entry>(index.torchsummary))('the json of %s follows its schema and adds up', (_, entry) => {
  const summary = viz.summary(build(entry), entry.input_size, { style: 'json' });
  expect(problems(summary.toString())).toEqual([]);
  const { layers, totals } = viz.parseSummaryData(summary.toString(), 'the summary');
  const sum = (of: (layer: viz.LayerData) => number): number => layers.reduce((total, layer) => total + of(layer), 0);
  expect([sum((l) => l.params), sum((l) => l.trainable), sum((l) => l.buffers), sum((l) => l.macs!)]).toEqual([
    totals.params,
    totals.trainable,
    totals.buffers,
    totals.macs,
  ]);
});

test('json of a budget, an unknown kernel, weights, and a model that does not run follows its schema', () => {
  const model = new nn.Sequential(new nn.Linear(2, 3), new nn.BatchNorm1d(3));
  const weights = new Map([['0.weight', { values: [0, 1, 2, Number.NaN, 4, Number.POSITIVE_INFINITY] }]]);
  const style = 'json';
  const text = viz.summary(model, [2], { style, weights, memoryBudgetBytes: 1e6 }).toString();
  expect(problems(text)).toEqual([]);
  expect(JSON.parse(text).layers[1].parameters[0]).toEqual({
    name: 'weight',
    shape: [3, 2],
    dtype: 'float32',
    trainable: true,
    buffer: false,
    sharedWith: null,
    statistics: {
      mean: 1.75,
      std: Math.sqrt((1.75 ** 2 + 0.75 ** 2 + 0.25 ** 2 + 2.25 ** 2) / 4),
      min: 0,
      max: 4,
      norm: Math.sqrt(21),
      zeros: 1,
      nan: 1,
      infinite: 1,
      histogram: [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1],
    },
  });
  expect(problems(viz.summary(model, null, { style }).toString())).toEqual([]);
});

test('json with keys that the schema does not know is refused', () => {
  const saved = JSON.parse(viz.summary(new nn.Linear(2, 3), [2], { style: 'json' }).toString());
  expect(validate({ ...saved, version: 2 })).toBe(false);
  expect(validate({ ...saved, totals: { ...saved.totals, more: 1 } })).toBe(false);
});

test('layers of tf.layers have their windows, strides and activations in the json', () => {
  const { layers } = tfl;
  const model = tfl.sequential({
    layers: [
      layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, activation: 'relu', inputShape: [16, 16, 3] }),
      layers.depthwiseConv2d({ kernelSize: [1, 3] }),
      layers.maxPooling2d({ poolSize: 2, strides: 1 }),
      layers.flatten(),
    ],
  });
  const { layers: rows } = viz.parseSummaryData(`${viz.summary(model, { style: 'json' })}`, 'the summary');
  const shown = rows
    .slice(1)
    .map(({ type, kernelSize, settings }) => [type, kernelSize, settings?.strides, settings?.activation]);
  expect(shown).toEqual([
    ['Conv2D', [3, 3], [2, 2], 'relu'],
    ['DepthwiseConv2D', [1, 3], [1, 1], 'linear'],
    ['MaxPooling2D', [2, 2], [1, 1], undefined],
    ['Flatten', null, undefined, undefined],
  ]);
  const grouped = viz.summary(new nn.Conv2d(4, 4, 3, { groups: 2 }), [4, 8, 8], { style: 'json' });
  expect(JSON.parse(`${grouped}`).layers[0].settings.groups).toBe(2);
});
