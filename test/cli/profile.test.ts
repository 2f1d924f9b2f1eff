import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ProfileData, TraceEventFile } from '../../src/index.ts';
import { runCommand } from './runCommand.ts';

const models = fileURLToPath(new URL('../fixtures/models/', import.meta.url));
const run = (...args: string[]) => {
  const cwd = mkdtempSync(join(tmpdir(), 'profile-'));
  return { cwd, ...runCommand(args, { cwd }) };
};
const sizes = ['--image-size', '32', '--patch-size', '8', '--d-model', '16', '--d-ffn', '24', '--num-layers', '2'];
const small = [...sizes, '--backend', 'cpu', '--runs', '2', '--warmup', '0'];

// what the clock says differs from run to run
const masked = (line: string): string => line.replace(/: +(-?[\d.]+( ms|%|$)|the machine is too noisy to tell)/, ': #');

test('layers in their order, the slowest first, and ops', () => {
  const { stdout, stderr, status } = run('profile', ...small);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  const lines = stdout.split('\n');
  const [layers, ops] = [
    lines.findIndex((line) => /^│ Layer/.test(line)),
    lines.findIndex((line) => /^│ Op/.test(line)),
  ];
  const table = (from: number) => {
    const rows = lines.slice(from + 2, lines.indexOf(lines.slice(from).find((line) => line.startsWith('└'))!, from));
    return rows.map((row) => row.split('│').map((cell) => cell.trim()));
  };
  const latencies = (rows: string[][], column: number) => rows.map((row) => Number(row[column]!.replace(' ms', '')));
  const byLayer = table(layers);
  expect(byLayer.map(([, name, type]) => `${name} ${type}`).sort()).toEqual([
    'classifier Linear',
    'gMLPForImageClassification gMLPForImageClassification',
    'model Sequential',
    'model.0…1 2 x gMLPBlock',
    'model.0…1.channel_proj1 2 x Linear',
    'model.0…1.channel_proj2 2 x Linear',
    'model.0…1.norm 2 x LayerNorm',
    'model.0…1.sgu 2 x SpatialGatingUnit',
    'model.0…1.sgu.norm 2 x LayerNorm',
    'model.0…1.sgu.spatial_proj 2 x Conv1d',
    'patcher Conv2d',
  ]);
  for (const times of [latencies(byLayer, 3), latencies(table(ops), 3)]) {
    expect(times.every((ms) => ms >= 0)).toBe(true);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  }
  expect(
    table(ops)
      .map(([, name, calls]) => `${name} ${calls}`)
      .sort(),
  ).toEqual([
    '(outside of kernels) --',
    'add 2',
    'chunk 2',
    'conv1d 2',
    'conv2d 1',
    'gelu 2',
    'layer_norm 4',
    'linear 5',
    'mean 1',
    'mul 2',
    'permute 1',
    'view 1',
  ]);
  expect(stdout.trimEnd().split('\n').slice(-10).map(masked)).toEqual([
    'Forward pass (cpu, median of 2): #',
    'Between its quartiles: #',
    'Reading the outputs: #',
    'Uninstrumented, outputs read: #',
    'Instrumentation overhead: #',
    'MACs:                                 114,304',
    'GFLOP/s: #',
    'Params and buffers:                   90.72 KiB',
    'Activations at their peak, measured:  59.84 KiB',
    'Activations at their peak, estimated: 37.00 KiB',
  ]);
});

test('json, and a trace in a file whose path is said', () => {
  const saved: ProfileData = JSON.parse(run('profile', ...small, '--format', 'json').stdout);
  expect(saved).toMatchObject({
    schema: 'gmlp-viz.profile',
    backend: 'cpu',
    runs: 2,
    warmup: 0,
    inputs: [[1, 3, 32, 32]],
  });
  const { cwd, stdout } = run('profile', ...small, '--format', 'trace', '--out', 'trace.json', '--batch-size', '3');
  expect(stdout).toBe('trace.json\n');
  const file: TraceEventFile = JSON.parse(readFileSync(join(cwd, 'trace.json'), 'utf8'));
  const runs = file.traceEvents.filter((event) => event.ph === 'X' && event.cat === 'run');
  expect(runs.map(({ name }) => name)).toEqual(['run 1', 'read outputs', 'run 2', 'read outputs']);
  expect(file.traceEvents[3]!.args).toEqual({ path: '', inputs: '[3, 3, 32, 32]', outputs: '[3, 1000]' });
});

test('a function, whose kernels have no ops around them', () => {
  const inputs = ['--input', '4,8', '--input', '4,8'];
  const backend = ['--backend', 'cpu', '--runs', '1'];
  const { stdout } = run('profile', `${models}functional.ts#distance`, ...inputs, ...backend, '--format', 'json');
  const saved: ProfileData = JSON.parse(stdout);
  expect(saved.layers.map(({ path, type }) => [path, type])).toEqual([['', 'distance']]);
  const names = ['(outside of kernels)', 'SquaredDifference', 'Sum'];
  expect([saved.ops, saved.kernels].map((costs) => costs.map(({ name }) => name).sort())).toEqual([names, names]);
});

test('measured columns of a summary, without a backend none', () => {
  const columns = ['--columns', 'name,latency,share,gflops,memory,memory_estimated'];
  const timed = run('summary', ...small, '--style', 'csv', ...columns, '--depth', '0');
  expect(timed.stderr).toBe('');
  const [head, row] = timed.stdout
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));
  expect(head).toEqual(['name', 'latency', 'share', 'gflops', 'memory', 'memory_estimated']);
  expect(row!.map((cell) => (Number.isNaN(Number(cell)) ? cell : Number(cell) > 0))).toEqual([
    'gMLPForImageClassification',
    ...Array(5).fill(true),
  ]);
  expect(run('summary', ...sizes, '--style', 'csv', ...columns).stderr).toBe(
    'gmlp-viz: a profile needs a backend that computes: none is registered\n',
  );
});

test.each([
  [['--format', 'perfetto'], 'unknown format: perfetto (one of table, json, trace)'],
  [['--by', 'kernle'], 'unknown by: kernle (did you mean kernel? one of op, kernel)'],
  [['--runs', '0'], '--runs must be a whole number of at least 1, got 0'],
  [['--warmup', 'abc'], '--warmup must be a whole number of at least 0, got abc'],
  [
    ['--backend', 'webgl'],
    expect.stringMatching(/^unknown backend: webgl \(one of node-gpu, node, wasm, cpu, auto\)$/),
  ],
  [['--out', 'a', '--out', 'b'], '--out was given 2 times'],
  [['--out', ''], '--out must name a file, got nothing'],
  [['--out', '.'], 'cannot write to .: it is a folder'],
])('bad input %j is one clause, and nothing is written', (args, clause) => {
  const backend = args.includes('--backend') ? [] : ['--backend', 'cpu'];
  const counts = args.includes('--runs') ? [] : ['--runs', '1'];
  const { cwd, stdout, stderr, status } = run('profile', ...sizes, ...backend, ...counts, ...args);
  expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
  expect(stderr.trim().replace(/^gmlp-viz: /, '')).toEqual(clause);
  expect(readdirSync(cwd)).toEqual([]);
});
