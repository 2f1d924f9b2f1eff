// `gmlp-viz compare`: its output, exit codes and refusals.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { encodePng } from '../../src/media/png.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const golden = fileURLToPath(new URL('../golden/reference/tiny', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

const described = readFileSync(new URL('../../docs/comparison.schema.json', import.meta.url), 'utf8');
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(JSON.parse(described));

const tiny = [
  ...['--image-size', '32', '--patch-size', '8', '--num-classes', '10', '--d-model', '16'],
  ...['--d-ffn', '24', '--seq-len', '16', '--num-layers', '2', '--weights', join(golden, 'weights.safetensors')],
];
function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'compare', ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
/** A file in the folder of this test. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}
/** The bytes of NumPy's format. */
function npy(header: string, values: Float32Array): Uint8Array {
  const head = Buffer.alloc(10 + header.length);
  head.write('\x93NUMPY\x01\x00', 'latin1');
  head.writeUInt16LE(header.length, 8);
  head.write(header, 10, 'latin1');
  return Buffer.concat([head, new Uint8Array(values.buffer)]);
}

test('two backends that agree are exit code 0, with the seed of the input', () => {
  const { status, stdout } = run('gmlp', ...tiny, '--backend', 'wasm');
  expect([status, stdout.split('\n').slice(-4)]).toEqual([
    0,
    [
      expect.stringMatching(/^wasm against cpu, \d+ of \d+ values, tolerance 0\.0001$/),
      'input: float32 [1, 3, 32, 32] (seed 0, standard normal)',
      'all within the tolerance',
      '',
    ],
  ]);
});

test('two backends beyond the tolerance are exit code 1, with the first layer in JSON', () => {
  const { status, stdout } = run('gmlp', ...tiny, '--backend', 'wasm', '--tolerance', '0', '--style', 'json');
  const comparison = JSON.parse(stdout);
  const { schema, version, agrees, calls, firstLayer } = comparison;
  expect(validate(comparison) ? [] : validate.errors).toEqual([]);
  expect(validate({ ...comparison, version: 2 })).toBe(false);
  expect([status, schema, version, agrees, calls[firstLayer].layer]).toEqual([
    1,
    'gmlp-viz.comparison',
    1,
    false,
    'patcher',
  ]);
});

test('a file of activations that agrees is exit code 0', () => {
  const { status, stdout } = run('gmlp', ...tiny, '--reference', join(golden, 'forward.safetensors'));
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining('input: float32 [2, 3, 32, 32] (the file of activations)'),
  ]);
});

test('a model without saved weights against a file of activations is named in a note', () => {
  const sizes = tiny.slice(0, tiny.indexOf('--weights'));
  const { status, stderr } = run('gmlp', ...sizes, '--reference', join(golden, 'forward.safetensors'));
  expect([status, stderr]).toEqual([1, expect.stringContaining('note: no weights are saved with gmlp:')]);
});

test('values of an input are read from .npy', () => {
  const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3, 32, 32), }\n";
  const values = file('x.npy', npy(header, new Float32Array(3 * 32 * 32).fill(0.5)));
  const { status, stdout } = run('gmlp', ...tiny, '--backend', 'wasm', '--values', values);
  expect([status, stdout]).toEqual([0, expect.stringContaining('input: float32 [1, 3, 32, 32] (given)')]);
});

describe('an image as the value of an input', () => {
  const picture = (width: number, height: number, channels: number, name: string): string => {
    const bytes = Uint8Array.from({ length: width * height * channels }, (_, i) => (i * 37) % 256);
    return file(name, encodePng({ width, height, channels, bytes }));
  };
  const values = (image: string, ...more: string[]) => [
    'gmlp',
    ...tiny,
    '--backend',
    'wasm',
    '--values',
    image,
    ...more,
  ];

  test('gives the numbers of the same pixels in .npy, with their scale in a note', () => {
    const image = picture(32, 32, 3, 'x.png');
    const planes = Float32Array.from(
      { length: 3 * 1024 },
      (_, i) => (((i % 1024) * 3 + Math.floor(i / 1024)) * 37) % 256,
    );
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3, 32, 32), }\n";
    const same = file(
      'same.npy',
      npy(
        header,
        planes.map((one) => -1 + (one / 255) * 2),
      ),
    );
    const [a, b] = [run(...values(image, '--pixels', '-1:1')), run(...values(same))];
    expect([a.status, a.stdout]).toEqual([0, b.stdout]);
    expect(a.stderr).toContain(`note: ${image}: pixels from 0 to 255 are -1 to 1`);
  });

  test('of another size is resized where that is asked, with an alpha channel that is opaque left out', () => {
    const bytes = Uint8Array.from({ length: 20 * 10 * 4 }, (_, i) => (i % 4 === 3 ? 255 : i % 256));
    const image = file('wide.png', encodePng({ width: 20, height: 10, channels: 4, bytes }));
    const { status, stderr } = run(...values(image, '--resize'));
    expect(status).toBe(0);
    expect(stderr).toContain('resized from [10, 20, 3] with a Lanczos filter, pixels from 0 to 255 are 0 to 1');
  });

  test.each([
    [
      picture(20, 10, 3, 'small.png'),
      'small.png: the image is [10, 20, 3], and the input is [1, 3, 32, 32]: give an image of this size, or --resize',
    ],
    [
      picture(32, 32, 1, 'gray.png'),
      'gray.png: the image is [32, 32, 1], and the input [1, 3, 32, 32] takes 3 channels: convert the image',
    ],
    [file('no.png', 'text'), 'no.png: '],
  ])('%s is refused in one clause', (image, clause) => {
    const { status, stdout, stderr } = run(...values(image));
    expect([status, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.stringContaining(clause)]]);
  });
});

describe('refused with one clause and exit code 2', () => {
  const short = file(
    'short.npy',
    npy("{'descr': '<f4', 'fortran_order': False, 'shape': (9,), }\n", new Float32Array(2)),
  );
  test.each([
    [
      ['gmlp'],
      'a comparison of gmlp needs two sides, got cpu for both: give --backend wasm, a second model or --reference FILE',
    ],
    [['gmlp', '--backend', 'wasm', '--tolerance', 'much'], '--tolerance must be a number of at least 0, got much'],
    [['gmlp', 'gmlp'], 'gmlp has no weights of its own: give --weights and --weights-after FILE'],
    [['gmlp', '--backend', 'wasm', '--tokens', '9:3'], '--tokens must be a range such as 0:1000, got 9:3'],
    [['gmlp', '--backend', 'wasm', '--values', short], `${short}: 8 bytes do not fit the shape [9] of <f4`],
    [
      ['gmlp', '--backend', 'wasm', '--values', file('x.json', '[[1],[2,3]]')],
      'must be of equal length on axis 1, got 1 and 2',
    ],
    [
      ['gmlp', '--backend', 'wasm', '--values', 'x.bin'],
      'x.bin holds no values that are read: expected a file .npy, .json, .png',
    ],
    [['gmlp', '--reference', file('bad.safetensors', 'none')], 'safetensors file of 4 bytes has no header'],
    [
      ['gmlp', '--reference', short, '--against', 'cpu'],
      '--reference is the other side: leave out the second model and --against',
    ],
  ])('%j', (words, clause) => {
    const { status, stdout, stderr } = run(...words);
    expect([status, stdout, stderr.trim().split('\n')]).toEqual([2, '', [expect.stringContaining(clause)]]);
  });
});
