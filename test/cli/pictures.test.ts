// `gmlp-viz graph --format svg` and the other pictures, of models and of event files.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renderGraph, trace } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { runCommand } from './runCommand.ts';

const nn = fileURLToPath(new URL('../../dist/nn.js', import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), 'pictures-'));
const run = (cwd: string, ...args: string[]) => runCommand(['graph', ...args], { cwd });
const small = '--image-size 32 --patch-size 8 --num-classes 10 --d-model 16 --d-ffn 24 --num-layers 2'.split(' ');
const { model, inputSize } = createGMLP('gmlp', {
  imageSize: 32,
  patchSize: 8,
  numClasses: 10,
  dModel: 16,
  dFfn: 24,
  numLayers: 2,
});
const record = trace(model, [{ shape: [1, ...inputSize] }]);

test.each([
  [['--format', 'svg'], { format: 'svg' }],
  [
    ['--format', 'svg', '--show', 'params,macs', '--color-by', 'memory', '--theme', 'dark', '--direction', 'right'],
    { format: 'svg', show: ['params', 'macs'], colorBy: 'memory', theme: 'dark', direction: 'right' },
  ],
  [['--format', 'dot', '--no-fold', '--level', 'ops'], { format: 'dot', fold: false, level: 'ops' }],
  [['--format', 'mermaid', '--depth', '1'], { format: 'mermaid', depth: 1 }],
  [['--format', 'json', '--layout', '--level', 'kernels'], { format: 'json', layout: true, level: 'kernels' }],
  [['--format', 'model-explorer', '--plumbing'], { format: 'model-explorer', plumbing: true }],
] as const)('graph %j prints what renderGraph returns', (args, options) => {
  expect(run(folder(), ...small, ...args)).toEqual({ stdout: renderGraph(record, options), stderr: '', status: 0 });
});

test('what Mermaid could not draw is said, and stands in the picture', () => {
  const { stdout, stderr, status } = run(
    folder(),
    'gmlp-s16',
    '--format',
    'mermaid',
    '--level',
    'kernels',
    '--no-fold',
  );
  const [, note] = /^%% (.*)/.exec(stdout)!;
  expect(note).toMatch(/^groups from depth \d on are closed: Mermaid draws 500 edges and 50000 characters$/);
  expect({ stderr, status }).toEqual({
    stderr: `gmlp-viz: note: ${note}\n`,
    status: 0,
  });
});

test('--out writes the picture to a file, whose path goes to stdout', () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'model.svg'), 'the one before');
  expect(run(cwd, ...small, '--format', 'svg', '--out', 'model.svg')).toEqual({
    stdout: 'model.svg\n',
    stderr: '',
    status: 0,
  });
  expect(readFileSync(join(cwd, 'model.svg'), 'utf8')).toBe(renderGraph(record));
  expect(readdirSync(cwd)).toEqual(['model.svg']);
});

test('times stand in the boxes of a model that ran with --profile', () => {
  const { stdout, status } = run(
    folder(),
    ...[...small, '--format', 'svg', '--show', 'time', '--color-by', 'time', '--profile'],
    ...['--backend', 'cpu', '--runs', '2', '--warmup', '0'],
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/>[\d.]+ ms</);
});

test('a model that fails is drawn as far as it ran, its failing layer marked, and the exit code is 1', () => {
  const cwd = folder();
  const text = `
    import { Linear, Module, Sequential } from ${JSON.stringify(nn)};
    class Broken extends Module { forward() { throw new Error('no such axis'); } }
    export default new Sequential(new Linear(4, 3), new Broken(), new Linear(3, 2));
  `;
  writeFileSync(join(cwd, 'model.mjs'), text);
  const { stdout, stderr, status } = run(cwd, './model.mjs', '--input', '1,4', '--format', 'svg');
  expect(status).toBe(1);
  expect(stderr).toMatch(/gmlp-viz: model\.mjs:3: 1 \(Broken\) fails on \[1, 3\]: no such axis\n$/);
  expect(stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(stdout.match(/the forward pass failed here/g)).toHaveLength(1);
});

test('the graph of a logdir is drawn, with no package of the folder and no code of it loaded', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'runs'));
  writeFileSync(join(cwd, 'runs', 'index.js'), 'throw new Error("the folder’s code ran")');
  const event = run(cwd, ...small, '--logdir', 'runs/first').stdout.trim();
  const texts = ['runs', './runs', 'runs/first', event].map((word) => {
    const { stdout, stderr, status } = run(cwd, word, '--format', 'dot');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    return stdout;
  });
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain('label="SpatialGatingUnit sgu"');
  expect(texts[0]).not.toContain('VarHandleOp');
  expect(run(cwd, 'runs', '--format', 'dot', '--isolated').stdout).toBe(texts[0]);
});

test('a built-in model comes before a folder of its name', () => {
  const cwd = folder();
  mkdirSync(join(cwd, 'gmlp'));
  expect(run(cwd, 'gmlp', ...small, '--format', 'mermaid').stdout).toBe(renderGraph(record, { format: 'mermaid' }));
});

test.each([
  ['--format svg --show time', '--show time needs --profile, which takes the times'],
  ['--format svg --color-by time', '--color-by time needs --profile, which takes the times'],
  ['--format svg --show size', 'unknown amount: size (did you mean time? one of params, macs, memory, time)'],
  ['--format svg --color-by weight', 'unknown color: weight (one of type, params, macs, memory, time)'],
  ['--format svg --level layers', 'unknown level: layers (one of modules, ops, kernels)'],
  ['--format svg --direction up', 'unknown direction: up (one of down, right)'],
  ['--format dot --theme dark', '--theme is for --format svg, not --format dot'],
  ['--format svg --layout', '--layout is for --format json, not --format svg'],
  ['--format json --show params', '--show is for --format svg, dot or mermaid, not --format json'],
  ['--format svg --logdir logs', '--logdir is for the event file, not --format svg'],
  ['--format svg --parameters none', '--parameters is for the event file, not --format svg'],
  ['--level ops', '--level is for --format svg, dot, mermaid, json or model-explorer, not the event file'],
  ['--no-fold', '--fold is for --format svg, dot or mermaid, not the event file'],
  ['--format svg --tag x', '--tag with --format svg chooses a graph of event files, not of gmlp'],
  ['empty', 'empty is no model, and --format svg draws the graph of event files'],
  ['empty --format svg', 'there is no event file at empty'],
  ['empty --format svg --level ops', '--level is for models, not the event files of empty'],
  ['empty --format svg --input 1,2', '--input is for models, not the event files of empty'],
  ['none/events.tfevents --format svg', 'there is no file or folder none/events.tfevents'],
])('graph %s is refused in one clause, and nothing is written', (args, clause) => {
  const cwd = folder();
  mkdirSync(join(cwd, 'empty'));
  expect(run(cwd, ...args.split(' '))).toEqual({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
  expect(readdirSync(cwd)).toEqual(['empty']);
});
