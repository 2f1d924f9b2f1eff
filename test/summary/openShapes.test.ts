// Summaries of models that leave axes beyond the batch open.
import { readFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, expect, test } from 'vitest';
import { parseSummaryData, type SummaryData, styleNames, summary, type Traceable, trace } from '../../src/index.ts';
import { adapterOf } from '../../src/trace/adapters.ts';
import { openModels } from '../fixtures/openModels.ts';

beforeAll(() => tf.setBackend('cpu').then(() => undefined));

const schema = JSON.parse(readFileSync(new URL('../../docs/summary.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

const upsampled = (): Traceable => openModels.upsampled!.make();
const stated =
  'the numbers are for h 64 and w 64, which the model leaves open: inputs with all their axes choose others, on the command line --input 1,64,64,3';

test('a table shows shapes as expressions, and states the sizes of its numbers', () => {
  const text = `${summary(upsampled(), { style: 'table', columns: ['type', 'output', 'params', 'macs'] })}`;
  expect(text).toContain('│ Conv2D       │ [?, h, w, 4]   │    112 │ 442,368 │');
  expect(text).toContain('│ UpSampling2D │ [?, 2h, 2w, 4] │     -- │       0 │');
  expect(text).toContain(`note: ${stated}\nnote: multiply-adds grow as 108·h·w for a batch of 1\n`);
});

test('JSON has expressions in ASCII beside the numbers at the stated sizes', () => {
  const data = parseSummaryData(`${summary(upsampled(), { style: 'json' })}`, 'it') as SummaryData;
  const { outputs, openOutputs } = data.layers.at(-1)!;
  expect([outputs, openOutputs]).toEqual([[[1, 128, 128, 4]], [['n', '2*h', '2*w', '4']]]);
  expect([data.totals.macs, data.totals.openMacs]).toEqual([442_368, '108*n*h*w']);
  expect(validate(data) ? [] : validate.errors).toEqual([]);
  expect(data.axes).toEqual([
    { name: 'n', size: 1, step: 1, of: [{ input: 0, axis: 0 }] },
    { name: 'h', size: 64, step: 1, of: [{ input: 0, axis: 1 }] },
    { name: 'w', size: 64, step: 1, of: [{ input: 0, axis: 2 }] },
  ]);
});

test('a batch that was asked for is a number in every shape', () => {
  const data = parseSummaryData(`${summary(upsampled(), { style: 'json', batchSize: 8 })}`, 'it') as SummaryData;
  expect(data.layers[0]!.openOutputs).toEqual([['8', '2*h', '2*w', '4']]);
  expect(data.totals.openMacs).toBe('864*h*w');
  expect(data.axes!.map(({ name }) => name)).toEqual(['h', 'w']);
});

test('an input with all its axes leaves nothing open', () => {
  const shown = summary(upsampled(), [20, 30, 3], { style: 'json' });
  const data = parseSummaryData(`${shown}`, 'it') as SummaryData;
  expect([data.axes, data.layers[0]!.openOutputs, data.layers[0]!.outputs]).toEqual([
    undefined,
    undefined,
    [[1, 40, 60, 4]],
  ]);
  expect(shown.notes).toEqual([]);
});

test.each(styleNames)('style %s has the parameters, and the note of the sizes', (style) => {
  const shown = summary(upsampled(), { style });
  expect(shown.totals.params).toBe(112);
  expect(shown.notes).toContain(stated);
  expect(`${shown}`).toContain(
    style === 'torchsummary' ? '[-1, 128, 128, 4]' : style === 'torchinfo' ? '[1, 128, 128, 4]' : '2',
  );
});

test('a summary of parameters alone needs no input size', () => {
  expect(summary(upsampled(), { style: 'table', columns: ['name', 'params'] }).totals.params).toBe(112);
});

test('layers whose shapes differ in the order of their axes alone have a line each', () => {
  const text = `${summary(openModels.turned!.make(), { style: 'table' })}`;
  expect(text.match(/\[\?, [hw], [hw], 3\]/g)).toEqual(['[?, h, w, 3]', '[?, w, h, 3]', '[?, h, w, 3]']);
});

test('a model whose axes are known is traced as often as before', () => {
  const model = openModels.upsampled!.make();
  const { inputs } = adapterOf(model);
  let calls = 0;
  const apply = model.apply.bind(model);
  model.apply = (...args: Parameters<typeof apply>) => {
    calls++;
    return apply(...args);
  };
  trace(model, [1, 32, 32, 3]);
  const once = calls;
  summary(model, [32, 32, 3], { style: 'table' });
  expect([inputs!.length, calls]).toEqual([1, 2 * once]);
});

test('a model is as before a summary of open shapes, and no tensor is left', () => {
  const model = upsampled();
  summary(model, { style: 'table' });
  const before = tf.memory().numTensors;
  summary(model, { style: 'json' });
  expect(tf.memory().numTensors).toBe(before);
});
