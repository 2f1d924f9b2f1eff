// `summary` of a file of weights alone, and the functions that do the same.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { runCommand } from './runCommand.ts';
import { safetensorsFile } from './safetensorsFile.ts';

const run = (...args: string[]) => runCommand(args);
const tiny = fileURLToPath(new URL('../golden/reference/tiny/weights.safetensors', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-tensors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, header: unknown, data?: Uint8Array, headerBytes?: number): string =>
  safetensorsFile(join(folder, `${name}.safetensors`), header, data, headerBytes);
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

  test('keeps names whole on a narrow terminal, and names the columns that have no room', () => {
    const { stdout } = run('summary', tiny, '--statistics', '--width', '90');
    expect(stdout).toContain('│     channel_proj1  │');
    expect(stdout).not.toContain('…');
    expect(stdout).toContain('note: the terminal is too narrow for the columns Mean, Std, Zeros, NaN, Inf\n');
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

  test('reads the values of F8', () => {
    const small = file('f8', { a: one('F8_E4M3', [2, 2], 4) }, Uint8Array.of(0x7f, 0x80, 0x38, 0xc0));
    expect(run('summary', small, '--style', 'csv', '--statistics').stdout).toContain(
      'a,"[2, 2]",F8_E4M3,4,4,-2,1,-0.3333333333333333,1.247219128924647,1,1,0\r\n',
    );
  });

  test('knows the bytes of C64 and F4, whose values it does not read', () => {
    const small = file('c64', { a: one('C64', [1], 8) }, new Uint8Array(8));
    expect(run('summary', small, '--style', 'csv').stdout).toContain('a,[1],C64,1,8');
    const half = file('f4', { a: one('F4', [3, 2], 3) }, new Uint8Array(3));
    expect(run('summary', half, '--style', 'csv').stdout).toContain('a,"[3, 2]",F4,6,3');
    const { stdout, stderr, status } = run('summary', small, '--statistics');
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain('a has dtype C64, whose values are not read');
  });

  test('cuts a name that is longer than the terminal in its middle, and keeps shapes', () => {
    const path = file('longname', { [`a${'b'.repeat(200)}c`]: one('U8', [2], 2) }, new Uint8Array(2));
    const lines = run('summary', path, '--width', '80').stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines[3]).toMatch(/^│ ab+…b+c +│ \[2\] +│ U8 +│ +2 │ +2 B │$/);
  });

  test('takes --isolated, since a file of weights holds no code', () => {
    expect(run('summary', tiny, '--isolated')).toEqual(run('summary', tiny));
  });

  test('refuses more names than a table has rows for, and writes them as csv', () => {
    const empty = { dtype: 'U8', shape: [0], data_offsets: [0, 0] };
    const many = file('many', Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`n${i}`, empty])));
    const table = run('summary', many, '--statistics');
    expect({ ...table, stderr: table.stderr.split(': ').at(-1) }).toEqual({
      stdout: '',
      stderr: 'choose style csv or json\n',
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
    [
      'inner',
      [{ a: one('U8', [1], 1), b: { dtype: 'U8', shape: [1], data_offsets: [2, 3] } }, new Uint8Array(3)],
      'b begins at byte 2 of the data, expected 1',
    ],
    ['nan', ['{"a":{"dtype":"U8","shape":[NaN],"data_offsets":[0,0]}}'], 'safetensors header is not JSON'],
    ['object', ['{"a":{"dtype":{"toString":1}}}'], 'a has dtype {"toString":1} (one of F64'],
    ['unknown', [{ a: one('X9', [1], 1) }, new Uint8Array(1)], 'a has dtype X9 (one of F64'],
  ] as [string, [unknown, Uint8Array, number?], string][])('refuses a malformed file: %s', (name, parts, clause) => {
    const { stdout, stderr, status } = run('summary', file(name, ...parts));
    expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
    expect(stderr).toContain(`${name}.safetensors: ${clause}`);
  });

  test.each([
    [['--depth', '1'], '--depth is for models'],
    [['--style', 'torchinfo'], 'unknown style of a file of weights: torchinfo'],
    [['--style', 'csv', '--width', '80'], 'width is for style table, not csv'],
  ])('refuses %j', (args, clause) => {
    const { stdout, stderr, status } = run('summary', tiny, ...args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(clause);
  });
});

describe('an index of shards', () => {
  const ones = Uint8Array.of(0, 0, 128, 63);
  /** Writes `name.safetensors.index.json` and two shards into a folder of their own. */
  function shards(
    folderName: string,
    map: unknown,
    second: Readonly<Record<string, unknown>> = { b: one('F32', [], 4) },
  ) {
    mkdirSync(join(folder, folderName), { recursive: true });
    file(`${folderName}/model-1`, { a: one('F32', [1], 4) }, ones);
    file(`${folderName}/model-2`, second, ones);
    const path = join(folder, folderName, 'model.safetensors.index.json');
    writeFileSync(
      path,
      typeof map === 'string' ? map : JSON.stringify({ metadata: { total_size: 8 }, weight_map: map }),
    );
    return path;
  }
  const both = { a: 'model-1.safetensors', b: 'model-2.safetensors' };

  test('is one file', async () => {
    const path = shards('whole', both);
    const { stdout, status } = run('summary', path, '--statistics', '--style', 'csv');
    expect({ stdout, status }).toEqual({
      stdout:
        'name,shape,dtype,params,bytes,min,max,mean,std,zeros,nan,infinite\r\n' +
        'a,[1],F32,1,4,1,1,1,0,0,0,0\r\nb,[],F32,1,4,1,1,1,0,0,0,0\r\n',
      status: 0,
    });
    expect([...(await viz.loadSafetensors(path))]).toEqual([
      ['a', { shape: [1], values: Float32Array.of(1) }],
      ['b', { shape: [], values: Float32Array.of(1) }],
    ]);
    expect(run('diff', path, 'gmlp').stdout).toContain('+ b: unexpected\n');
  });

  test.each([
    ['broken', '{', 'the index of a safetensors file is not JSON'],
    ['null', 'null', 'the index of a safetensors file has no weight_map'],
    ['list', [], 'the index of a safetensors file has no weight_map'],
    ['above', { a: '../whole/model-1.safetensors' }, 'got "../whole/model-1.safetensors" for a'],
    ['number', { a: 7 }, 'weight_map must give a .safetensors file next to the index, got 7 for a'],
    ['absent', { ...both, c: 'model-3.safetensors' }, 'shard model-3.safetensors: there is no such file'],
    ['elsewhere', { a: both.a, b: both.a }, 'model-1.safetensors lacks b, which the index says it holds'],
  ])('is refused: %s', (name, map, clause) => {
    const { stdout, stderr, status } = run('summary', shards(name, map));
    expect({ stdout, status, lines: stderr.split('\n').length }).toEqual({ stdout: '', status: 2, lines: 2 });
    expect(stderr).toContain(clause);
  });

  test('is refused for a shard with an array that the index does not name', () => {
    const path = shards('more', both, { b: one('U8', [4], 4), c: { dtype: 'U8', shape: [0], data_offsets: [4, 4] } });
    expect(run('summary', path).stderr).toContain('model-2.safetensors holds c, which the index does not name');
  });

  test('is refused for a shard that is no regular file', () => {
    const path = shards('device', { ...both, c: 'null.safetensors' });
    symlinkSync('/dev/zero', join(folder, 'device', 'null.safetensors'));
    expect(run('summary', path).stderr).toContain('shard null.safetensors: it is no regular file');
  });
});

describe('the functions', () => {
  test('give the names, the text and the fit that the command prints', async () => {
    const entries = await viz.safetensorsEntries(tiny);
    expect(entries.length).toBe(24);
    expect(entries.find(({ name }) => name === 'classifier.bias')).toMatchObject({
      dtype: 'F32',
      shape: [10],
      size: 10,
    });
    const options = { style: 'csv', statistics: true } as const;
    expect(await viz.summarizeSafetensors(tiny, options)).toBe(
      run('summary', tiny, '--style', 'csv', '--statistics').stdout,
    );
    const { model } = nn.createGMLP('gmlp');
    const fit = await viz.safetensorsFit(model, tiny);
    expect({ schema: 'gmlp-viz.safetensors-fit', version: 1, ...fit }).toEqual(
      JSON.parse(run('diff', tiny, 'gmlp', '--style', 'json').stdout),
    );
    expect(fit.loaded).toBeLessThan(fit.total);
  });

  test('refuse an unknown option, another value, and a model without a state dict', async () => {
    await expect(viz.summarizeSafetensors(tiny, { stile: 'csv' } as object)).rejects.toThrow('unknown option: stile');
    await expect(viz.summarizeSafetensors(tiny, { width: 0 })).rejects.toThrow('width must be a whole number');
    await expect(viz.safetensorsFit({} as never, tiny)).rejects.toThrow('models with a state dict');
  });

  test('read an array of many megabytes in pieces of one', async () => {
    const { withSafetensors } = await import('../../src/weights/openSafetensors.ts');
    const values = Float32Array.from({ length: 700_000 }, (_, i) => i - 7);
    const path = join(folder, 'pieces.safetensors');
    await viz.saveSafetensors(path, new Map([['a', { shape: [700_000], values }]]));
    const lengths = await withSafetensors(path, async ({ entries, piecesOf }) => {
      const found: number[] = [];
      for await (const piece of piecesOf(entries[0]!)) found.push(piece.length);
      return found;
    });
    expect(lengths).toEqual([2 ** 20, 2 ** 20, 2_800_000 - 2 ** 21]);
    const { tensors } = JSON.parse(await viz.summarizeSafetensors(path, { style: 'json', statistics: true }));
    const { statisticsOf } = await import('../../src/weights/statistics.ts');
    expect(statisticsOf(values)).toMatchObject(tensors[0].statistics);
  });
});
