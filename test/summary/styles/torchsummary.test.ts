import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { summary } from '../../../src/index.ts';
import { twoDecimals } from '../../../src/text/numberText.ts';
import { build, golden, index, read } from '../cases.ts';

interface Case {
  readonly model: string;
  readonly arguments: Readonly<Record<string, number>>;
  readonly input_size: number[] | number[][];
  readonly batch_size: number;
}
const cases: Record<string, Case> = index.torchsummary;

test('every reference file has a case', () => {
  expect(Object.keys(cases).sort()).toEqual(readdirSync(new URL('torchsummary/', golden)).sort());
});

test.each(Object.entries(cases))('torchsummary/%s', (file, entry) => {
  const model = build(entry);
  if (file === 'gmlp_l2_frozen_blocks.txt')
    for (const [name, p] of model.namedParameters()) if (name.startsWith('model.')) p.requiresGrad = false;
  const text = summary(model, entry.input_size, { batchSize: entry.batch_size }).toString();
  expect(text).toBe(read(`torchsummary/${file}`));
});

test.each(['seed', 'default', 'tiny'])('%s/torchsummary*.txt and its parameters', (name) => {
  const { config, parameters } = JSON.parse(read(`${name}/case.json`));
  const model = build({ model: 'gMLPForImageClassification', arguments: config });
  const size = [config.in_channels, config.image_size, config.image_size];
  expect(summary(model, size).toString()).toBe(read(`${name}/torchsummary.txt`));
  expect(summary(model, size, { batchSize: 2 }).toString()).toBe(read(`${name}/torchsummary.batch2.txt`));
  expect(Object.fromEntries([...model.stateDict()].map(([path, p]) => [path, p.shape]))).toEqual(parameters);
});

test('sizes in MB are rounded half to even', () => {
  expect([0.125, 0.375, 0.625, 0.875, 0.75, 1.005, 2.125].map(twoDecimals)).toEqual(
    ['0.12', '0.38', '0.62', '0.88', '0.75', '1.00', '2.12'], // printed by Python's '%0.2f'
  );
});
