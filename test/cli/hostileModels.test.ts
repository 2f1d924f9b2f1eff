// Model files that are broken, or made to hang: each is one clause and exit code 2, and nothing is written.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { invalidGraphs } from '../fixtures/invalidGraphs.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hostile-'));

function run(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { timeout: 30_000 });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (part) => (texts[name] += part));
    child.on('close', (status) => resolve({ status, ...texts }));
  });
}

function write(name: string, model: unknown): string {
  mkdirSync(join(folder, name), { recursive: true });
  const path = join(folder, name, 'model.json');
  writeFileSync(path, typeof model === 'string' ? model : JSON.stringify(model));
  return path;
}

const dense = { class_name: 'Dense', config: { name: 'd', units: 4, batch_input_shape: [null, 4] } };
const sequential = (layers: readonly unknown[]) => ({
  modelTopology: { class_name: 'Sequential', config: { name: 's', layers } },
});
const graph = (node: readonly unknown[], more: object = {}) => ({
  format: 'graph-model',
  modelTopology: { node, library: {}, versions: { producer: 1 } },
  weightsManifest: [],
  ...more,
});
const float = { type: 'DT_FLOAT' };
const x = {
  name: 'x',
  op: 'Placeholder',
  attr: { dtype: float, shape: { shape: { dim: [{ size: '1' }, { size: '4' }] } } },
};
const relu = { name: 'o', op: 'Relu', input: ['x'], attr: { T: float } };

test('a graph that TensorFlow refuses is refused by each command, with the path, and nothing is written', async () => {
  const { node, why } = invalidGraphs['a ring of Identity nodes']!;
  const path = write('ring', graph(node));
  const out = join(folder, 'ring.pb');
  const refused = { status: 2, stdout: '', stderr: `gmlp-viz: ${path} cannot be read: ${why}\n` };
  expect(await run('summary', path)).toEqual(refused);
  expect(await run('graph', path, '--format', 'graphdef', '--out', out)).toEqual(refused);
  expect(await run('graph', path, '--logdir', join(folder, 'logs'))).toEqual(refused);
  expect([out, join(folder, 'logs')].filter((name) => existsSync(name))).toEqual([]);
}, 60_000);

test.each<[string, unknown, string]>([
  [
    'signature',
    graph([x, relu], { signature: { outputs: { y: { name: 'z:0' } } } }),
    'cannot be read: y of the signature’s outputs is z:0, and no node has that name',
  ],
  [
    'versions',
    { ...graph([]), modelTopology: { node: [x, relu] } },
    'cannot be read: the graph has no versions, which tf.js reads',
  ],
  [
    'output',
    graph([x, { ...relu, input: ['x:3'] }]),
    'cannot be read: Relu o takes x:3, and Placeholder x has one output',
  ],
  [
    'signed-output',
    graph([x, relu], { signature: { outputs: { y: { name: 'o:1' } } } }),
    'cannot be read: y of the signature’s outputs is o:1, and Relu o has one output',
  ],
  [
    'signed-shape',
    graph([x, relu], { signature: { inputs: { x: { name: 'x:0', tensorShape: { dim: [{ size: 'NaN' }] } } } } }),
    'cannot be read: the shape of x in the signature’s inputs must have whole numbers for sizes, or -1 for any size, got "NaN"',
  ],
  [
    'constant',
    graph([x, { name: 'c', op: 'Const', attr: { dtype: float } }, { ...relu, op: 'AddV2', input: ['x', 'c'] }]),
    'the constant c has no value among the weights, and tf.js reads none elsewhere',
  ],
  [
    'spec',
    { ...sequential([dense]), weightsManifest: [{ paths: ['w'], weights: [null] }] },
    'an array of the weights manifest must be an object, got null',
  ],
  [
    'path',
    { ...sequential([dense]), weightsManifest: [{ paths: [5], weights: [] }] },
    'a path of the weights manifest must be text, got 5',
  ],
  [
    'group',
    { ...sequential([dense]), weightsManifest: [null] },
    'a group of the weights manifest lacks paths or weights',
  ],
  ['deep', `{"modelTopology":${'['.repeat(1e6)}${']'.repeat(1e6)}}`, 'is nested deeper than 500 levels'],
])(
  '%s: one clause',
  async (name, model, why) => {
    const { status, stdout, stderr } = await run('summary', write(name, model));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
    expect(stderr.trimEnd()).not.toContain('\n');
  },
  40_000,
);

test('pipes and folders are no weights and no models', async () => {
  const weights = [{ name: 'd/kernel', shape: [4, 4], dtype: 'float32' }];
  const path = write('pipe', { ...sequential([dense]), weightsManifest: [{ paths: ['w.bin'], weights }] });
  execFileSync('mkfifo', [join(folder, 'pipe', 'w.bin'), join(folder, 'model.json'), join(folder, 'w.safetensors')]);
  const out = join(folder, 'pipe.pb');
  expect((await run('graph', path, '--format', 'graphdef', '--out', out)).stderr).toBe(
    'gmlp-viz: the weights file w.bin is no regular file\n',
  );
  expect((await run('summary', join(folder, 'model.json'))).stderr).toBe(
    `gmlp-viz: ${join(folder, 'model.json')} is no regular file: a model of a pipe is read from the standard input, named -\n`,
  );
  const given = ['--weights', join(folder, 'w.safetensors'), '--format', 'graphdef', '--out', out];
  expect((await run('graph', 'gmlp-s16', ...given)).stderr).toContain('w.safetensors: it is no regular file');
  mkdirSync(join(folder, 'folder.json'));
  expect((await run('summary', join(folder, 'folder.json'))).status).toBe(2);
}, 100_000);

test.runIf(process.platform === 'linux')(
  'a pipe that no process reads is no place for a result',
  async () => {
    const pipe = join(folder, 'result.pipe');
    execFileSync('mkfifo', [pipe]);
    for (const args of [
      ['graph', 'gmlp', '--format', 'svg'],
      ['view', 'gmlp'],
      ['profile', 'gmlp', '--backend', 'wasm', '--runs', '1', '--format', 'json'],
      ['compare', 'gmlp', '--backend', 'wasm', '--style', 'json'],
    ]) {
      const { status, stderr } = await run(...args, '--out', pipe);
      expect(stderr).toContain(`gmlp-viz: ${pipe} is a pipe that no process reads: start its reader first`);
      expect(status).toBe(2);
    }
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    reader.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    const closed = once(reader, 'close');
    await setTimeout(200);
    expect((await run('graph', 'gmlp', '--format', 'mermaid', '--out', pipe)).status).toBe(0);
    await closed;
    expect(text).toMatch(/^flowchart/);
  },
  60_000,
);

describe.runIf(process.platform === 'linux')(
  'a file that may never end',
  () => {
    const at = (name: string): string => join(folder, `endless.${name}`);
    const endings = ['js', 'ts', 'mjs', 'json', 'keras'];
    beforeAll(() => {
      for (const ending of [...endings, 'safetensors', 'npy', 'tfevents.1']) execFileSync('mkfifo', [at(ending)]);
      symlinkSync('/dev/zero', at('zero.json'));
      symlinkSync('/dev/zero', at('zero.js'));
      symlinkSync('/dev/zero', at('zero.tfevents'));
      writeFileSync(at('empty.json'), '');
    });

    test.each<[string, string, ...string[]]>([
      ...endings.map((ending): [string, string] => ['summary', ending]),
      ['graph', 'js', '--format', 'graphdef', '--out', 'never.pb'],
      ['graph', 'keras', '--format', 'onnx', '--out', 'never.onnx'],
      ['view', 'ts', '--out', 'never.html'],
      ['profile', 'mjs', '--backend', 'cpu'],
      ['diff', 'js', 'gmlp'],
      ['diff', 'json', 'gmlp'],
      ['compare', 'js', 'gmlp'],
      ['compare', 'json', 'gmlp'],
      ['convert', 'json', '--out', 'never'],
      ['convert', 'keras', '--out', 'never'],
      ['backends', 'js'],
      ['inspect', 'tfevents.1'],
      ['inspect', 'zero.tfevents'],
      ['summary', 'zero.json'],
      ['summary', 'zero.js'],
    ])('%s of endless.%s %s %s', async (command, name, ...more) => {
      const { status, stdout, stderr } = await run(command, at(name), ...more);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^gmlp-viz: [^\n]*endless[^\n]* is no regular file[^\n]*\n$/);
      expect(more.filter((word) => existsSync(word) && word.startsWith('never'))).toEqual([]);
    });

    test.each([
      ['summary', write('importing', sequential([dense])), '--import', at('js')],
      ['graph', 'gmlp', '--weights', at('safetensors')],
      ['diff', 'gmlp', 'gmlp', '--weights-before', at('safetensors'), '--weights-after', at('safetensors')],
    ])('%s of %s with %s', async (...words) => {
      const { status, stderr } = await run(...words);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^gmlp-viz: [^\n]*no regular file[^\n]*\n$/);
    });

    test('a file without bytes is no model', async () => {
      expect((await run('summary', at('empty.json'))).stderr).toMatch(/^gmlp-viz: [^\n]*empty\.json is empty[^\n]*\n$/);
    });

    test('a pipe that the shell opened is read, for a model and for events', async () => {
      const path = write('piped', sequential([dense]));
      const piped = (command: string) => execFileSync('bash', ['-c', command], { encoding: 'utf8' });
      expect(piped(`cat "${path}" | "${process.execPath}" "${cli}" summary -`)).toContain('20');
      await run('graph', 'gmlp-s16', '--logdir', join(folder, 'piped-logs'));
      expect(
        piped(`cat "${join(folder, 'piped-logs')}"/* | "${process.execPath}" "${cli}" inspect /dev/stdin --format csv`),
      ).toContain('graphs');
    });
  },
  100_000,
);

test('a chain of 24,000 nodes is shown, and one of models in models 100 deep', async () => {
  const chain = Array.from({ length: 24_000 }, (_, i) => ({
    ...relu,
    name: `n${i}`,
    op: 'Identity',
    input: [i === 0 ? 'x' : `n${i - 1}`],
  }));
  expect(await run('summary', write('chain', graph([x, ...chain])))).toMatchObject({ status: 0, stderr: '' });
  let model: object = sequential([dense]).modelTopology;
  for (let i = 0; i < 100; i++) model = { class_name: 'Sequential', config: { name: `s${i}`, layers: [model] } };
  expect(await run('summary', write('nested', { modelTopology: model }))).toMatchObject({ status: 0, stderr: '' });
}, 100_000);
