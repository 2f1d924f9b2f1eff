// Statistics of a parameter's numbers, and the lines that show them.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { sparkline, statisticsOf } from '../../src/weights/statistics.ts';

test('the histogram of a parameter spans its least to its greatest value', () => {
  expect(statisticsOf([3, 3, 3])).toEqual({
    mean: 3,
    std: 0,
    min: 3,
    max: 3,
    norm: Math.sqrt(27),
    zeros: 0,
    nan: 0,
    infinite: 0,
    histogram: [3],
  });
  const { histogram } = statisticsOf(Float32Array.from({ length: 1600 }, (_, i) => i));
  expect(histogram).toEqual(new Array(16).fill(100));
  expect(sparkline([0, 1, 4, 8])).toBe('▁▂▅█');
  expect(sparkline([])).toBe('');
});

test('statistics of parameters without a finite number are empty', () => {
  expect(statisticsOf([Number.NaN, Number.NEGATIVE_INFINITY])).toEqual({
    mean: undefined,
    std: undefined,
    min: undefined,
    max: undefined,
    norm: undefined,
    zeros: 0,
    nan: 1,
    infinite: 1,
    histogram: [],
  });
});

test('statistics add a line for each parameter, and columns still add up', () => {
  const model = new nn.Sequential(new nn.Linear(2, 2), new nn.Linear(2, 2, { bias: false }));
  const weights = new Map([
    ['0.weight', { values: [1, -1, 0, 2] }],
    ['0.bias', { values: [0.5, 0.5] }],
  ]);
  expect(viz.summary(model, [2], { style: 'table', weights }).toString().split('\n').slice(0, 9)).toEqual([
    '┌────────────┬────────────┬──────────────┬────────┬──────┬───────┬─────┬─────┬───────┬─────┬──────────────────┐',
    '│ Layer      │ Type       │ Output shape │ Params │ Mean │   Std │ Min │ Max │ Zeros │ NaN │ Histogram        │',
    '├────────────┼────────────┼──────────────┼────────┼──────┼───────┼─────┼─────┼───────┼─────┼──────────────────┤',
    '│ Sequential │ Sequential │ [1, 2]       │     -- │   -- │    -- │  -- │  -- │    -- │  -- │ --               │',
    '│   0        │ Linear     │ [1, 2]       │     -- │   -- │    -- │  -- │  -- │    -- │  -- │ --               │',
    '│     weight │ parameter  │ [2, 2]       │      4 │  0.5 │ 1.118 │  -1 │   2 │     1 │   0 │ █▁▁▁▁█▁▁▁▁█▁▁▁▁█ │',
    '│     bias   │ parameter  │ [2]          │      2 │  0.5 │     0 │ 0.5 │ 0.5 │     0 │   0 │ █                │',
    '│   1        │ Linear     │ [1, 2]       │     -- │   -- │    -- │  -- │  -- │    -- │  -- │ --               │',
    '│     weight │ parameter  │ [2, 2]       │      4 │   -- │    -- │  -- │  -- │    -- │  -- │ --               │',
  ]);
});

test('statistics of a PyTorch checkpoint equal NumPy’s', async () => {
  const golden = new URL('../golden/reference/tiny/', import.meta.url);
  const { config } = JSON.parse(readFileSync(new URL('case.json', golden), 'utf8'));
  const weights = await viz.loadSafetensors(fileURLToPath(new URL('weights.safetensors', golden)));
  const camel = Object.entries(config).map(([k, v]) => [k.replace(/_(\w)/g, (_, c) => c.toUpperCase()), v]);
  const { model, inputSize } = nn.createGMLP('gmlp', Object.fromEntries(camel));
  const columns = ['path', 'params', 'zeros', 'nan', 'infinite', 'mean'];
  const csv = viz.summary(model, inputSize, { style: 'csv', weights: weights, columns }).toString();
  const rows = csv
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  for (const [path, { values }] of weights) {
    const mean = Array.from(values, Number).reduce((sum, value) => sum + value, 0) / values.length;
    expect(rows.find(([name]) => name === path)).toEqual([
      path,
      `${values.length}`,
      expect.any(String),
      '0',
      '0',
      `${mean}`,
    ]);
  }
});
