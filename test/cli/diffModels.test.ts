// `gmlp-viz diff` of models: what it prints, and exit code 0, 1 for a difference, 2 for a failure.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { runCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const folder = mkdtempSync(join(tmpdir(), 'gmlp-viz-diff-models-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('models of a module', () => {
  const module = fileURLToPath(new URL('../fixtures/models/diff.mjs', import.meta.url));
  const compared = (before: string, after: string, ...args: string[]) => {
    const { stdout, stderr, status } = run('diff', `${module}#${before}`, `${module}#${after}`, ...args);
    const lines = stdout.split('\n').slice(0, -6);
    return { lines, stderr, status };
  };

  test.each([['plain'], ['open', '--input', '1,32,32,3'], ['first', '--input', '1,4'], ['frozen']])(
    '%s does not differ from itself',
    (name, ...args) => {
      expect(compared(name, name, ...args)).toEqual({ lines: ['no difference'], stderr: '', status: 0 });
    },
  );

  test('a layer with states does not differ from itself, and a note says that they are not compared', () => {
    const { stdout, status } = run('diff', `${module}#stateful`, `${module}#stateful`);
    expect({ first: stdout.split('\n')[0], status }).toEqual({ first: 'no difference', status: 0 });
    expect(stdout).toContain('such as states, are not compared: g and 1 more\n');
  });

  test.each([
    [
      ['plain', 'wider'],
      [
        '~ dense_Dense2 -> dense_Dense4 (Dense)',
        '    units: 2 -> 5',
        '    params: 8 -> 20',
        '    outputs: [1, 2] -> [1, 5]',
        '    macs: 6 -> 15',
        '1 layer differs in shapes or MACs alone: (model) outputs [1, 2] -> [1, 5]',
      ],
    ],
    [['plain', 'inserted'], ['+ re_lu_ReLU1: ReLU, 0 params']],
    [['inserted', 'plain'], ['- re_lu_ReLU1: ReLU, 0 params']],
    [['first', 'second', '--input', '1,4'], ['+ 2: LayerNorm, 12 params']],
    [
      ['relu', 'tanh'],
      ['~ hidden (Dense)', '    activation: relu -> tanh'],
    ],
    [
      ['drop2', 'drop5'],
      ['~ drop (Dropout)', '    rate: 0.2 -> 0.5'],
    ],
  ] as [[string, string, ...string[]], string[]][])('%j', ([before, after, ...args], lines) => {
    expect(compared(before, after, ...args)).toEqual({ lines, stderr: '', status: 1 });
  });

  test('a model that leaves height and width open is compared at sizes at which it runs', () => {
    expect(compared('open', 'open')).toMatchObject({ status: 0 });
  });

  // the number of parameters that train comes from what tf.js trains
  test('a frozen layer is named', () => {
    const { lines, status } = compared('drop2', 'frozen');
    expect({ lines, status }).toEqual({ lines: ['~ hidden (Dense)', '    trains: yes -> no'], status: 1 });
  });

  test.each([
    [['plain', 'plain', '--input', '1,5'], `${module}#plain: the input dense_Dense1_input is [?, 4], got [1, 5]`],
    [
      ['first', 'second', '--input', '1,5'],
      `${module}#first: 0 (Linear) fails on [1, 5]: linear expects 4 features on the last axis, got shape [1, 5]`,
    ],
    [
      ['stateful', 'stateful', '--batch-size', '8'],
      '--batch-size 8 changes nothing: no input leaves its first axis open',
    ],
    [
      ['plain', 'plain', '--input', '4,x'],
      '--input must be a shape such as 1,224,224,3 or name:1,224,224,3:int32, got 4,x',
    ],
  ] as [[string, string, ...string[]], string][])(
    '%j fails with exit code 2 and one clause',
    ([before, after, ...args], clause) => {
      const { stdout, stderr, status } = run('diff', `${module}#${before}`, `${module}#${after}`, ...args);
      expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
    },
  );

  test('a factory that throws is a failure, no difference', () => {
    const { stdout, stderr, status } = run('diff', `${module}#broken`, `${module}#plain`);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(/^gmlp-viz: \S+diff\.mjs:51: \S+#broken\b.*: no such layer\n$/);
  });

  test('a batch is that of the model that leaves it open', () => {
    const { stdout, status } = run(
      'diff',
      `${module}#stateful`,
      `${module}#plain`,
      '--batch-size',
      '4',
      '--style',
      'json',
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout).totals.macs).toEqual({ before: 3240, after: 4 * 18 });
  });
});

test.each([['text'], ['markdown']])('two gMLPs of 30 blocks differ in fewer than 60 lines of %s', (style) => {
  const { stdout, status } = run('diff', 'gmlp-s16', 'gmlp-b16', '--style', style);
  expect(status).toBe(1);
  expect(stdout.split('\n').length).toBeLessThan(60);
  expect(stdout).toContain('model.0…29.channel\\_proj1 (30 x Linear)'.replaceAll(style === 'text' ? '\\' : '\0', ''));
});

describe('a model.json', () => {
  const layersModule = fileURLToPath(new URL('../fixtures/models/registered.ts', import.meta.url));
  const [before, after, bare] = ['before', 'after', 'bare'].map((name) => join(folder, name, 'model.json')) as [
    string,
    string,
    string,
  ];
  const saved = join(folder, 'saved.json');
  const topology = (activation: string) => ({
    class_name: 'Sequential',
    config: {
      name: 's',
      layers: [
        { class_name: 'Residual', config: { name: 'res', batch_input_shape: [null, 4] } },
        { class_name: 'Dense', config: { name: 'out', units: 2, activation } },
      ],
    },
  });
  const manifest = [
    {
      paths: ['w.bin'],
      weights: [
        { name: 'out/kernel', shape: [4, 2], dtype: 'float32' },
        { name: 'out/bias', shape: [2], dtype: 'float32' },
      ],
    },
  ];
  const write = (path: string, activation: string, values?: Float32Array) => {
    mkdirSync(dirname(path), { recursive: true });
    const weights = values && { weightsManifest: manifest };
    writeFileSync(path, JSON.stringify({ modelTopology: { model_config: topology(activation) }, ...weights }));
    if (values) writeFileSync(join(dirname(path), 'w.bin'), values);
  };
  beforeAll(() => {
    const values = Float32Array.from({ length: 10 }, (_, i) => i);
    write(before, 'relu', values);
    write(after, 'tanh', values.with(0, 4));
    write(bare, 'relu');
    writeFileSync(saved, run('summary', '--style', 'json').stdout);
  });

  test('of custom layers is compared with --import, as summary takes it', () => {
    expect(run('diff', before, before, '--import', layersModule).status).toBe(0);
    const { stdout, status } = run('diff', before, after, '--import', layersModule);
    expect([stdout.split('\n').slice(0, 2), status]).toEqual([['~ out (Dense)', '    activation: relu -> tanh'], 1]);
    expect(run('diff', before, before)).toMatchObject({
      stderr: expect.stringMatching(/the layer Residual is none of tf.js, give --import FILE/),
      status: 2,
    });
  });

  test('has its weights compared with --weights, each with its own', () => {
    expect(run('diff', before, before, '--import', layersModule, '--weights').status).toBe(0);
    const { stdout } = run('diff', before, after, '--import', layersModule, '--weights', '--style', 'json');
    expect(JSON.parse(stdout).weights).toEqual({
      compared: 2,
      parameters: [
        {
          parameter: 'out.kernel',
          norm: 4,
          normBefore: Math.hypot(...[0, 1, 2, 3, 4, 5, 6, 7]),
          max: 4,
          notFinite: 0,
        },
      ],
      // tf.js saves no layer that a custom layer holds without registering it
      notes: ['weights not compared, for want of values: res.inner.kernel, res.inner.bias'],
    });
  });

  test.each([
    [[before, bare], `${bare} comes without weights: it names no shards`],
    [[before, saved], `${saved} is a saved summary, which holds no weights to compare`],
    [['gmlp', before], 'gmlp has no weights of its own: give --weights-before and --weights-after FILE'],
  ])('whose weights are not there is refused, %#', (words, clause) => {
    const { stderr, status } = run('diff', ...words, '--import', layersModule, '--weights');
    expect({ stderr, status }).toEqual({ stderr: `gmlp-viz: ${clause}\n`, status: 2 });
  });
});

test('two checkpoints of a built-in model are compared by --weights-before and --weights-after', async () => {
  const { model } = nn.createGMLP('gmlp');
  const [a, b] = ['a', 'b'].map((name) => join(folder, `${name}.safetensors`)) as [string, string];
  const state = (last: number) =>
    new Map(
      [...model.stateDict()].map(([path, { shape, size }]) => {
        const values = new Float32Array(size);
        if (path === 'classifier.bias') values[999] = last;
        return [path, { shape, values }];
      }),
    );
  await viz.saveSafetensors(a, state(3));
  await viz.saveSafetensors(b, state(5));
  const { stdout, stderr, status } = run('diff', 'gmlp', 'gmlp', '--weights-before', a, '--weights-after', b);
  expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    'weights: 1 of 14 parameters differ',
    '    classifier.bias: norm of the difference 2 of 3 (66.7%), at most 2',
  ]);
});

test('a model whose weights nobody gave values is compared by its initial ones, and a note says so', () => {
  const module = fileURLToPath(new URL('../fixtures/models/diff.mjs', import.meta.url));
  const { stderr, status } = run('diff', `${module}#plain`, `${module}#plain`, '--weights');
  const clause = 'gives 4 of its parameters no values: their initial ones are drawn and compared';
  expect({ stderr, status }).toEqual({ stderr: `gmlp-viz: note: ${module}#plain ${clause}\n`, status: 1 });
});

test('variables that both models name alike are no conflict', () => {
  const file = join(folder, 'named.mjs');
  const tfjs = fileURLToPath(import.meta.resolve('@tensorflow/tfjs-core'));
  writeFileSync(
    file,
    `import * as tf from '${tfjs}';
const shared = tf.variable(tf.ones([4, 2]), true, 'shared');
const made = (value) => {
  const own = tf.variable(tf.fill([2], value), true, 'own');
  return (x) => tf.add(tf.matMul(x, shared), own);
};
export const one = () => made(1);
export const two = () => made(2);`,
  );
  const weights = (before: string, after: string) =>
    run('diff', `${file}#${before}`, `${file}#${after}`, '--input', '1,4', '--weights', '--style', 'json');
  expect(weights('one', 'one')).toMatchObject({ stderr: '', status: 0 });
  const { stdout, status } = weights('one', 'two');
  expect(status).toBe(1);
  expect(JSON.parse(stdout).weights).toMatchObject({
    compared: 2,
    parameters: [{ parameter: 'own', norm: Math.SQRT2 }],
  });
});

test('two saved summaries take no option about a model', () => {
  const seed = join(folder, 'seed.json');
  writeFileSync(seed, run('summary', '--style', 'json').stdout);
  for (const [name, value] of [
    ['input', '1,4'],
    ['batch-size', '2'],
  ] as const)
    expect(run('diff', seed, seed, `--${name}`, value)).toEqual({
      stdout: '',
      stderr: `gmlp-viz: --${name} changes nothing: both are saved summaries\n`,
      status: 2,
    });
});
