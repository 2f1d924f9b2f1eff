// `summary` and `diff` of a file of weights alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const tiny = fileURLToPath(new URL('../golden/reference/tiny/weights.safetensors', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-tensors-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a safetensors file with this header. */
function file(name: string, header: unknown, data: Uint8Array = new Uint8Array(0), headerBytes?: number): string {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(headerBytes ?? text.length));
  const path = join(folder, `${name}.safetensors`);
  writeFileSync(path, Buffer.concat([length, text, data]));
  return path;
}

const one = (dtype: string, shape: readonly number[], end: number) => ({ dtype, shape, data_offsets: [0, end] });

describe('summary', () => {
  test('shows the names as a tree, with shapes, dtypes, parameters, bytes and totals', () => {
    const { stdout, stderr, status } = run('summary', tiny, '--width', '100');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const lines = stdout.split('\n').map((line) => line.replace(/ +/g, ' '));
    expect(lines.slice(1, 7)).toEqual([
      '│ Name │ Shape │ Dtype │ Params │ Bytes │',
      lines[2],
      '│ classifier │ -- │ -- │ 170 │ 680 B │',
      '│ bias │ [10] │ F32 │ 10 │ 40 B │',
      '│ weight │ [10, 16] │ F32 │ 160 │ 640 B │',
      '│ model │ -- │ -- │ 3,136 │ 12.25 KiB │',
    ]);
    expect(lines.slice(-4)).toEqual(['Tensors: 24', 'Params: 6,394', 'Bytes: 24.98 KiB', '']);
  });

  test('has the statistics that the library computes', async () => {
    const { stdout, status } = run('summary', tiny, '--statistics', '--style', 'json');
    const { tensors, totals } = JSON.parse(stdout);
    expect({ totals, status }).toEqual({
      totals: { tensors: 24, params: 6394, bytes: 25576, dtypes: { F32: 6394 } },
      status: 0,
    });
    const stored = await viz.loadSafetensors(tiny);
    for (const { name, shape, statistics } of tensors) {
      const values = [...stored.get(name)!.values];
      expect(shape).toEqual(stored.get(name)!.shape);
      expect(statistics.min).toBe(values.reduce((a, b) => Math.min(a, b)));
      expect(statistics.max).toBe(values.reduce((a, b) => Math.max(a, b)));
      expect(statistics.mean).toBeCloseTo(values.reduce((a, b) => a + b, 0) / values.length, 6);
    }
  });

  test('reads NaN and zeros of BF16, and takes names with escapes and a name that is a branch too', () => {
    const data = Uint8Array.of(0xc0, 0x7f, 0, 0, 0xc0, 0x3f);
    const odd = file(
      'odd',
      {
        'a.\u001b[31m': { dtype: 'BF16', shape: [3], data_offsets: [0, 6] },
        a: { dtype: 'U8', shape: [0], data_offsets: [6, 6] },
      },
      data,
    );
    const { stdout, status } = run('summary', odd, '--statistics', '--style', 'csv');
    expect({ stdout, status }).toEqual({
      stdout:
        'name,shape,dtype,params,bytes,min,max,mean,std,zeros,nan,infinite\r\n' +
        'a.\\u{1b}[31m,[3],BF16,3,6,0,1.5,0.75,0.75,1,1,0\r\na,[0],U8,0,0,,,,,0,0,0\r\n',
      status: 0,
    });
    const table = run('summary', odd);
    expect(table.stdout).not.toContain('\u001b');
    expect(table.stdout).toContain('\\u{1b}[31m');
  });

  test('knows the bytes of F8 and F4, whose values it does not read', () => {
    const small = file('f8', { a: one('F8_E4M3', [2, 2], 4) }, new Uint8Array(4));
    expect(run('summary', small, '--style', 'csv').stdout).toContain('a,"[2, 2]",F8_E4M3,4,4');
    const half = file('f4', { a: one('F4', [3, 2], 3) }, new Uint8Array(3));
    expect(run('summary', half, '--style', 'csv').stdout).toContain('a,"[3, 2]",F4,6,3');
    const { stdout, stderr, status } = run('summary', small, '--statistics');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain('a has dtype F8_E4M3, whose values are not read');
  });

  test('refuses more names than a table has rows for, and writes them as csv', () => {
    const empty = { dtype: 'U8', shape: [0], data_offsets: [0, 0] };
    const many = file('many', Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`n${i}`, empty])));
    const table = run('summary', many);
    expect({ ...table, stderr: table.stderr.split(': ').at(-1) }).toEqual({
      stdout: '',
      stderr: 'give --style csv or json\n',
      status: 2,
    });
    expect(run('summary', many, '--style', 'csv').stdout.split('\r\n').length).toBe(200_002);
  });

  test.each([
    [
      'long',
      [{}, new Uint8Array(0), 2 ** 40],
      'safetensors header of 1099511627776 bytes does not fit a file of 10 bytes',
    ],
    [
      'overlap',
      [{ a: one('U8', [2], 2), b: { dtype: 'U8', shape: [2], data_offsets: [1, 3] } }, new Uint8Array(3)],
      'b begins at byte 1 of the data, expected 2',
    ],
    ['outside', [{ a: one('U8', [9], 9) }, new Uint8Array(3)], 'safetensors data has 3 bytes, expected 9'],
    ['unknown', [{ a: one('X9', [1], 1) }, new Uint8Array(1)], 'a has dtype X9 (one of F64'],
  ] as [string, [unknown, Uint8Array, number?], string][])('refuses a malformed file: %s', (name, parts, clause) => {
    const { stdout, stderr, status } = run('summary', file(name, ...parts));
    expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
    expect(stderr).toContain(`${name}.safetensors: ${clause}`);
  });

  test.each([
    [['--depth', '1'], '--depth is for models'],
    [['--style', 'torchinfo'], 'unknown style of a file of weights: torchinfo'],
    [['--style', 'csv', '--width', '80'], '--width is for style table, not csv'],
  ])('refuses %j', (args, clause) => {
    const { stdout, stderr, status } = run('summary', tiny, ...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(clause);
  });
});

describe('diff with a model', () => {
  const { model } = nn.createGMLP('gmlp');
  const state = () =>
    new Map([...model.stateDict()].map(([name, { shape, size }]) => [name, { shape, values: new Float32Array(size) }]));

  test.each([[false], [true]])('finds that all loads, the model first: %s', async (isModelFirst) => {
    const path = join(folder, 'fits.safetensors');
    await viz.saveSafetensors(path, state());
    expect(run('diff', ...(isModelFirst ? ['gmlp', path] : [path, 'gmlp']))).toEqual({
      stdout: 'all loads\n',
      stderr: 'gmlp-viz: note: 14 of the 14 parameters and buffers load\n',
      status: 0,
    });
  });

  test('names what is missing, what is unexpected and what has another shape, as loadStateDict does', async () => {
    const path = join(folder, 'differs.safetensors');
    const stored = state();
    stored.delete('patcher.bias');
    stored.set('head.bias', { shape: [1], values: new Float32Array(1) });
    stored.set('classifier.bias', { shape: [10], values: new Float32Array(10) });
    await viz.saveSafetensors(path, stored);
    expect(run('diff', path, 'gmlp')).toEqual({
      stdout: '- patcher.bias: missing\n+ head.bias: unexpected\n~ classifier.bias: shape [10], expected [1000]\n',
      stderr: 'gmlp-viz: note: 12 of the 14 parameters and buffers load\n',
      status: 1,
    });
    const loading = async () => model.loadStateDict(await viz.loadSafetensors(path));
    await expect(loading()).rejects.toThrow(
      'missing patcher.bias; unexpected head.bias; classifier.bias has shape [10], expected [1000]',
    );
  });

  test('names an array whose dtype is not read', () => {
    const path = file('f8bias', { 'classifier.bias': one('F8_E5M2', [1000], 1000) }, new Uint8Array(1000));
    const { stdout, stderr, status } = run('diff', path, 'gmlp');
    expect({ stderr, status }).toEqual({
      stderr: 'gmlp-viz: note: 0 of the 14 parameters and buffers load\n',
      status: 1,
    });
    expect(stdout).toContain('~ classifier.bias has dtype F8_E5M2, whose values are not read');
  });

  test.each([
    [[tiny, tiny], 'diff takes one file of weights and a model'],
    [[tiny, 'gmlp', '--weights'], '--weights is for two models'],
    [[tiny, 'gmlp', '--style', 'json'], '--style must be text for a file of weights, got json'],
    [['no.safetensors', 'gmlp'], 'no.safetensors: ENOENT'],
    [[tiny, 'gmpl'], 'unknown model: gmpl'],
  ])('refuses %j', (words, clause) => {
    const { stdout, stderr, status } = run('diff', ...words);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(clause);
  });
});
