// Whose code the command runs: a folder with booby-trapped packages, configuration and environment says what it loaded.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'trapped-'));
const marker = join(folder, 'marker.txt');

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
const trap = (what: string): string =>
  `(process.getBuiltinModule ?? require)('node:fs').appendFileSync(${JSON.stringify(marker)}, ${JSON.stringify(`${what}\n`)});`;

const names = [
  ...['core', 'layers', 'converter', 'node', 'node-gpu', 'backend-wasm', 'backend-cpu'].map(
    (name) => `@tensorflow/tfjs-${name}`,
  ),
  ...['@tensorflow/tfjs', 'gmlp-viz', 'jiti', 'cli-table3', 'string-width', 'protobufjs', 'long', 'fflate', 'yargs'],
  ...['seedrandom', 'node-fetch', 'bindings', 'bufferutil', 'encoding', 'colors', '@colors/colors', 'strip-ansi'],
];
for (const index of ['node_modules', '.node_modules', '.node_libraries', 'lib/node'])
  for (const name of names) {
    write(`${index}/${name}/package.json`, JSON.stringify({ name, version: '4.22.0', main: 'index.js' }));
    write(`${index}/${name}/index.js`, trap(`${index}/${name}`));
  }
for (const name of ['trap.js', 'jiti.config.js', '.yargsrc.js', 'tsconfig.js', 'node.config.js', 'index.js', 'gmlp'])
  write(name, trap(name));
write('tsconfig.json', JSON.stringify({ compilerOptions: { paths: { '*': ['./trap.js'] } } }));
write(
  'package.json',
  JSON.stringify({
    main: 'trap.js',
    imports: { '#deflate': './trap.js', '#*': './trap.js' },
    exports: './trap.js',
    yargs: { extends: './trap.js' },
  }),
);
const dense = { class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } };
write('model.json', JSON.stringify({ modelTopology: { class_name: 'Sequential', config: { layers: [dense] } } }));
const size = { shape: { dim: [{ size: '1' }, { size: '4' }] } };
const node = [
  { name: 'x', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: size } },
  { name: 'o', op: 'Relu', input: ['x'], attr: { T: { type: 'DT_FLOAT' } } },
];
write('graph.json', JSON.stringify({ modelTopology: { node, library: {}, versions: {} }, weightsManifest: [] }));
const header = JSON.stringify({ w: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } });
write('w.safetensors', `${String.fromCharCode(header.length)}${'\0'.repeat(7)}${header}\0\0\0\0`);
cpSync(join(root, 'test/fixtures/keras3/sequential'), join(folder, 'keras'), { recursive: true });
write('layers.mjs', trap('layers.mjs').replace(' ?? require', ''));
write('layers.ts', 'export default (x: unknown) => x;');

// every way around the folder at once: Node looks in node_modules first, then in these
const environment = {
  NODE_PATH: `${join(folder, 'node_modules')}:./node_modules`,
  NODE_PRESERVE_SYMLINKS: '',
  HOME: folder,
  USERPROFILE: folder,
};

/** Runs the command in the folder. @returns what of the folder ran, beside the outcome */
function run(args: readonly string[], environment: object = {}, command = cli) {
  rmSync(marker, { force: true });
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, ...environment },
  });
  const ran = existsSync(marker) ? [...new Set(readFileSync(marker, 'utf8').trim().split('\n'))] : [];
  return { stdout, stderr, status, ran };
}

const small = ['--image-size', '16', '--num-layers', '1'];
const timed = ['--runs', '1', '--warmup', '0'];

describe('with traps in the folder, in NODE_PATH and in HOME', () => {
  const outcome = (...args: string[]) => {
    const { ran, status, stderr } = run(args, environment);
    return { ran, status, stderr: status === 0 ? '' : stderr };
  };
  const clean = { ran: [], status: 0, stderr: '' };

  test.each([
    ['summary'],
    ['summary', '--style', 'table', '--backend', 'auto', ...small],
    ['summary', '--style', 'html'],
    ['graph', '--logdir', 'logs', '--overwrite'],
    ['graph', '--format', 'pbtxt', '--out', 'out.pbtxt', '--overwrite', ...small],
    ['profile', ...small, ...timed],
    ['diff', 'gmlp', 'gmlp'],
    ['backends', 'gmlp'],
    ['view', 'gmlp', '--out', 'page.html', ...small],
    ['view', 'gmlp', 'gmlp', '--out', 'page.html', ...small],
    ['inspect', '.'],
    ['--help'],
    ['completion'],
  ])('a built-in model loads nothing of the current folder: %s %s %s %s', (...args) => {
    if (args[0] === 'inspect') run(['graph', '--logdir', 'logs']);
    expect(outcome(...args)).toEqual(clean);
  });

  test.each([
    ['view', './events', '--out', 'page.html'],
    ['graph', './events', '--format', 'svg', '--out', 'graph.svg', '--overwrite'],
    ['inspect', './events'],
  ])('event files are data, and nothing of their folder is loaded: %s %s', (...args) => {
    run(['graph', '--logdir', 'events', '--overwrite', ...small]);
    expect(outcome(...args)).toEqual(clean);
  });

  test.each([
    ['summary', './w.safetensors'],
    ['summary', './w.safetensors', '--statistics'],
    ['summary', './w.safetensors', '--style', 'csv'],
  ])('files of weights are data, and nothing of their folder is loaded: %s %s %s', (...args) => {
    expect(outcome(...args)).toEqual(clean);
  });

  test.each([
    ['summary', './model.json'],
    ['summary', './graph.json'],
    ['view', './model.json', '--out', 'page.html'],
    ['convert', './keras/model.json', '--out', 'converted', '--overwrite'],
    ['summary', join(folder, 'model.json'), '--style', 'table', '--backend', 'auto'],
    ['graph', './model.json', '--logdir', 'logs', '--overwrite'],
    ['graph', './graph.json', '--format', 'graphdef', '--out', 'out.pb', '--overwrite'],
    ['profile', './model.json', ...timed],
    ['diff', './model.json', './model.json'],
    ['backends', './model.json'],
    ['backends'],
  ])('--isolated loads nothing of the model’s folder: %s %s', (...args) => {
    expect(outcome(...args, '--isolated')).toEqual(clean);
  });
});

test.each([
  [['summary', './model.json'], 'node_modules/@tensorflow/tfjs-core'],
  [['summary', './graph.json'], 'node_modules/@tensorflow/tfjs-core'],
  [['diff', 'gmlp', './model.json'], 'node_modules/@tensorflow/tfjs-core'],
  [['backends'], 'node_modules/@tensorflow/tfjs-core'],
  [['summary', './layers.ts'], 'node_modules/@tensorflow/tfjs-core'],
])('without --isolated the traps of the folder are sprung: %j', (args, first) => {
  expect(run(args).ran).toContain(first);
});

test('--isolated gives the table that the model has elsewhere', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  cpSync(join(folder, 'model.json'), join(elsewhere, 'model.json'));
  const { stdout } = run(['summary', join(elsewhere, 'model.json')]);
  expect(stdout).toContain('Dense');
  expect(run(['summary', './model.json', '--isolated']).stdout).toBe(stdout);
});

test.each([
  [['summary', './layers.mjs', '--isolated'], './layers.mjs'],
  [['summary', './layers.ts#model', '--isolated'], './layers.ts'],
  [['summary', './model.json', '--import', './layers.mjs', '--isolated'], './layers.mjs'],
  [['diff', './model.json', './layers.mjs', '--isolated'], './layers.mjs'],
])('--isolated refuses code of the user: %j', (args, path) => {
  expect(run(args)).toEqual({
    stdout: '',
    stderr: `gmlp-viz: --isolated runs no code but gmlp-viz and its tf.js, got ${path}: leave one of them out\n`,
    status: 2,
    ran: [],
  });
});

describe('a gmlp-viz with no tf.js beside it', () => {
  const home = mkdtempSync(join(tmpdir(), 'alone-'));
  cpSync(join(root, 'dist'), join(home, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  const link = (name: string): void => {
    mkdirSync(dirname(join(home, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
  };
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => !/^[.@]/.test(name))) link(name);
  const command = join(home, 'dist/cli.cjs');

  test('says so', () => {
    const needs = (name: string) =>
      `gmlp-viz: --isolated takes @tensorflow/tfjs-${name} from beside gmlp-viz, and there is none: npm install -g @tensorflow/tfjs-${name}\n`;
    const isolated = (model: string) => run(['summary', model, '--isolated'], {}, command);
    expect(run(['summary'], {}, command)).toEqual({
      stdout: '',
      stderr: 'gmlp-viz: gmlp-viz needs @tensorflow/tfjs-core beside it: npm install @tensorflow/tfjs-core\n',
      status: 2,
      ran: [],
    });
    expect(isolated('./model.json')).toEqual({ stdout: '', stderr: needs('core'), status: 2, ran: [] });
    link('@tensorflow/tfjs-core');
    expect(isolated('./model.json')).toEqual({ stdout: '', stderr: needs('layers'), status: 2, ran: [] });
    expect(isolated('./graph.json')).toEqual({ stdout: '', stderr: needs('converter'), status: 2, ran: [] });
  });
});
