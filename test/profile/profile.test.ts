// A profile in each of its formats, of a timing that can be added up by hand.
import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import {
  Linear,
  profile as measure,
  type Profile,
  profileData,
  renderProfile,
  tabulate,
  traceEvents,
} from '../../src/index.ts';
import { record, timed } from '../fixtures/timing.ts';

const profile: Profile = { trace: record, timing: timed() };

const footer = `\
Forward pass (cpu, median of 3):      58.50 ms
Between its quartiles:                28.00 ms
Reading the outputs:                  1.00 ms
Uninstrumented, outputs read:         40.00 ms
Instrumentation overhead:             94.2%
MACs:                                 144
GFLOP/s:                              0.00
Params and buffers:                   232 B
Activations at their peak, measured:  122 B
Activations at their peak, estimated: 240 B
`;

test('the profile table lists layers and ops, slowest first', () => {
  expect(renderProfile(profile)).toBe(`\
┌────────────┬────────────┬──────────┬──────────┬───────────────┬─────────┬────────┬───────────┐
│ Layer      │ Type       │  Latency │   Spread │ Share of time │ GFLOP/s │ Memory │ Estimated │
├────────────┼────────────┼──────────┼──────────┼───────────────┼─────────┼────────┼───────────┤
│ 0          │ Linear     │ 29.00 ms │ 14.00 ms │  49.6% ████   │    0.00 │  116 B │     240 B │
│ 1          │ Linear     │ 29.00 ms │ 14.00 ms │  49.6% ████   │    0.00 │  122 B │     168 B │
│ Sequential │ Sequential │ 0.500 ms │ 0.000 ms │   0.9% ▏      │      -- │  122 B │     240 B │
└────────────┴────────────┴──────────┴──────────┴───────────────┴─────────┴────────┴───────────┘
┌──────────────────────┬───────┬──────────┬──────────┬─────────────────┬──────┬─────────┐
│ Op                   │ Calls │  Latency │   Spread │ Share of time   │ MACs │ GFLOP/s │
├──────────────────────┼───────┼──────────┼──────────┼─────────────────┼──────┼─────────┤
│ linear               │     2 │ 57.00 ms │ 28.00 ms │  97.4% ███████▊ │  144 │    0.00 │
│ (outside of kernels) │    -- │  1.50 ms │ 0.000 ms │   2.6% ▎        │    0 │      -- │
└──────────────────────┴───────┴──────────┴──────────┴─────────────────┴──────┴─────────┘
${footer}`);
});

test('an overhead within the noise of the machine is no figure', () => {
  const noisy = { trace: record, timing: { ...timed(), bareMs: [200, 30, 90] } };
  const told = 'the machine is too noisy to tell';
  expect(renderProfile(noisy)).toMatch(new RegExp(`^Instrumentation overhead: +${told}$`, 'm'));
  const options = { timing: noisy.timing, columns: ['name', 'latency'] } as const;
  expect(tabulate(record, options)).toMatch(new RegExp(`^Instrumentation overhead: +${told}$`, 'm'));
});

test('a profile shows itself in a notebook and in the console, and a copy of it is data alone', async () => {
  await tf.setBackend('cpu');
  const measured = measure(new Linear(4, 2), [1, 4], { runs: 1, warmup: 0 });
  const shown = (measured as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!();
  expect(Object.keys(shown)).toEqual(['text/plain', 'text/html']);
  expect(shown['text/plain']).toBe(`${measured}`);
  expect(shown['text/html']).toContain('<iframe');
  expect(inspect(measured)).toBe(`${measured}`);
  expect(Object.keys({ ...measured })).toEqual(['trace', 'timing']);
});

test('options choose kernels in the second table and one level of layers in the first', () => {
  expect(renderProfile(profile, { by: 'kernel', depth: 0, width: 90 })).toBe(`\
┌───────────┬───────────┬──────────┬──────────┬───────────┬─────────┬────────┬───────────┐
│ Layer     │ Type      │  Latency │   Spread │ Share of… │ GFLOP/s │ Memory │ Estimated │
├───────────┼───────────┼──────────┼──────────┼───────────┼─────────┼────────┼───────────┤
│ Sequ…tial │ Sequenti… │ 58.50 ms │ 28.00 ms │ 100.0% █… │    0.00 │  122 B │     240 B │
└───────────┴───────────┴──────────┴──────────┴───────────┴─────────┴────────┴───────────┘
┌──────────────────────┬───────┬──────────┬──────────┬───────────────┬──────┬─────────┐
│ Kernel               │ Calls │  Latency │   Spread │ Share of time │ MACs │ GFLOP/s │
├──────────────────────┼───────┼──────────┼──────────┼───────────────┼──────┼─────────┤
│ Reshape              │     4 │ 28.00 ms │ 14.00 ms │  47.9% ███▉   │    0 │      -- │
│ BatchMatMul          │     2 │ 22.00 ms │ 11.00 ms │  37.6% ███    │  144 │    0.00 │
│ Add                  │     2 │  6.00 ms │  3.00 ms │  10.3% ▉      │    0 │      -- │
│ (outside of kernels) │    -- │  2.50 ms │ 0.000 ms │   4.3% ▍      │    0 │      -- │
└──────────────────────┴───────┴──────────┴──────────┴───────────────┴──────┴─────────┘
${footer}`);
});

test('a tree and a list of columns show the same numbers', () => {
  const { timing } = profile;
  const columns = ['name', 'latency', 'spread', 'total_latency', 'share', 'gflops', 'memory', 'memory_estimated'];
  const rows = (text: string) => text.trimEnd().split('\r\n');
  expect(rows(tabulate(record, { timing, style: 'csv', columns }))).toEqual([
    columns.join(','),
    `Sequential,0.5,0,58.5,${0.5 / 58.5},,122,240`,
    `0,29,14,29,${29 / 58.5},${(2 * 96) / 29 / 1e6},116,240`,
    `1,29,14,29,${29 / 58.5},${(2 * 48) / 29 / 1e6},122,168`,
  ]);
  const few = ['name', 'latency', 'share', 'gflops', 'memory'];
  expect(rows(tabulate(record, { style: 'csv', columns: few }))).toEqual([
    few.join(','),
    'Sequential,,,,',
    '0,,,,',
    '1,,,,',
  ]);
  expect(rows(tabulate(record, { timing, style: 'csv', columns: ['name', 'gflops'], sort: 'gflops' }))).toEqual([
    'name,gflops',
    `0,${(2 * 96) / 29 / 1e6}`,
    `1,${(2 * 48) / 29 / 1e6}`,
    'Sequential,',
  ]);
  expect(rows(tabulate(record, { style: 'csv', columns: ['type'], sort: 'type' }))).toEqual([
    'type',
    'Linear',
    'Linear',
    'Sequential',
  ]);
});

const schema = JSON.parse(readFileSync(new URL('../../docs/profile.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);

test('the profile’s json follows its schema, and each share is its median as a part of the whole’s', () => {
  const saved = profileData(profile);
  expect(validate(JSON.parse(renderProfile(profile, { format: 'json' }))) ? [] : validate.errors).toEqual([]);
  expect(validate({ ...saved, version: 2 })).toBe(false);
  expect(validate({ ...saved, layers: [{ ...saved.layers[0], more: 1 }] })).toBe(false);
  for (const parts of [saved.layers, saved.ops, saved.kernels]) {
    for (const part of parts) {
      const { median } = 'ownMs' in part ? part.ownMs : part.ms;
      expect(part.share).toBe(median / saved.ms.median);
    }
    expect(parts.reduce((sum, { macs }) => sum + macs!, 0)).toBe(144);
  }
  const times = { median: 29, lowerQuartile: 29, upperQuartile: 43, min: 29, max: 57 };
  expect(saved.layers[0]).toEqual({
    path: '0',
    type: 'Linear',
    ownMs: times,
    totalMs: times,
    peakBytes: { measured: 116, estimated: 240 },
    share: 29 / 58.5,
    macs: 96,
    gflops: (2 * 96) / 29 / 1e6,
  });
});

test('trace events give each call’s start and duration in microseconds', () => {
  const { traceEvents: events, ...rest } = traceEvents(profile);
  expect(rest).toEqual({
    displayTimeUnit: 'ms',
    otherData: {
      model: 'Sequential',
      backend: 'cpu',
      runs: 3,
      warmup: 1,
      overhead: 116.5 / 60 - 1,
      synchronised: 'false',
    },
  });
  const at = { pid: 1, tid: 1 };
  const [input, hidden] = ['[3, 4]', '[3, 8]'];
  const kernel = { ph: 'X', ...at, cat: 'kernel' };
  const bytes = (ts: number, n: number) => ({ ph: 'C', ...at, name: 'activations', ts, args: { bytes: n } });
  const shapes = { inputs: input, outputs: hidden };
  const product = { inputs: `${input} [8, 4]`, outputs: hidden, macs: 96 };
  expect(events.slice(0, 11)).toEqual([
    { ph: 'M', ...at, name: 'process_name', args: { name: 'Sequential on cpu' } },
    { ph: 'M', ...at, name: 'thread_name', args: { name: 'forward pass' } },
    { ph: 'X', ...at, cat: 'run', name: 'run 1', ts: 0, dur: 59500, args: {} },
    {
      ...{ ph: 'X', ...at, cat: 'module', name: 'Sequential', ts: 0, dur: 58500 },
      args: { path: '', inputs: input, outputs: '[3, 2]' },
    },
    { ph: 'X', ...at, cat: 'module', name: '0 (Linear)', ts: 500, dur: 29000, args: { path: '0', ...shapes } },
    {
      ...{ ph: 'X', ...at, cat: 'op', name: 'linear', ts: 1000, dur: 28500 },
      args: { inputs: `${input} [8, 4] [8]`, outputs: hidden },
    },
    { ...kernel, name: 'Reshape', ts: 1500, dur: 7000, args: { inputs: input, outputs: input } },
    bytes(1500, 103),
    bytes(8500, 113),
    { ...kernel, name: 'BatchMatMul', ts: 8500, dur: 11000, args: product },
    bytes(8500, 104),
  ]);
  expect(events.at(-1)).toEqual(bytes(59500, 0));
  expect(JSON.parse(renderProfile(profile, { format: 'trace' })).traceEvents).toEqual(events);
});

test('an unknown profile format is refused', () => {
  expect(() => renderProfile(profile, { format: 'svg' as 'json' })).toThrow(
    'unknown format: svg (one of table, json, trace)',
  );
});
