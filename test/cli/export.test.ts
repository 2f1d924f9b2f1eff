import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { cli, runCommand } from './runCommand.ts';

const index = fileURLToPath(new URL('../../dist/nn.js', import.meta.url));
const tiny = fileURLToPath(new URL('../golden/reference/tiny/', import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), 'export-'));
const run = (cwd: string, ...args: string[]) => runCommand(['graph', ...args], { cwd });
const small = '--image-size 32 --patch-size 8 --num-classes 10 --d-model 16 --d-ffn 24 --num-layers 2'.split(' ');
const weights = ['--weights', join(tiny, 'weights.safetensors')];

test('a SavedModel with given weights: its path, what it takes and gives, how to load it', () => {
  const cwd = folder();
  expect(run(cwd, ...small, ...weights, '--format', 'savedmodel', '--out', 'my model', '--dynamic')).toEqual({
    stdout: 'my model\n',
    stderr:
      'it takes x float32 [?, 3, 32, 32], and gives output float32 [?, 10]\n' +
      'in Python: tf.saved_model.load("my model").signatures["serving_default"](x=...)\n',
    status: 0,
  });
  expect(readdirSync(cwd, { recursive: true }).sort()).toEqual([
    'my model',
    'my model/saved_model.pb',
    'my model/variables',
  ]);
});

test('without weights the initial ones are drawn, and it says so', () => {
  const cwd = folder();
  expect(run(cwd, ...small, '--batch-size', '5', '--format', 'graphdef', '--out', 'g.pb')).toEqual({
    stdout: 'g.pb\n',
    stderr:
      'gmlp-viz: note: the initial, random numbers of 24 parameters were written: --weights takes trained ones\n' +
      'it takes input/x:0 float32 [5, 3, 32, 32], and gives output/output:0 float32 [5, 10]\n' +
      'in Python: tf.compat.v1.GraphDef.FromString(open("g.pb", "rb").read())\n',
    status: 0,
  });
});

test('Ctrl-C leaves nothing half-written', async () => {
  const cwd = folder();
  const args = [cli, 'graph', 'gmlp-b16', '--format', 'pbtxt', '--out', 'g.pbtxt'];
  const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (readdirSync(cwd).length === 0 && child.exitCode === null) await setTimeout(10);
  expect(readdirSync(cwd)).toEqual([expect.stringMatching(/^\.g\.pbtxt-/)]);
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(readdirSync(cwd)).toEqual([]);
});

test('a module’s model is written with the numbers of its own instance', () => {
  const cwd = folder();
  const text = `
    import { Linear } from ${JSON.stringify(index)};
    const model = new Linear(2, 1);
    model.weight.set(Float32Array.of(3, 4));
    model.bias.set(Float32Array.of(5));
    export default model;
    export const drawn = () => new Linear(2, 1);
  `;
  writeFileSync(join(cwd, 'model.mjs'), text);
  const own = run(cwd, './model.mjs', '--input', '1,2', '--format', 'graphdef', '--out', 'own.pb');
  expect([own.status, own.stderr]).toEqual([0, expect.not.stringContaining('note')]);
  const { node } = tensorboard.GraphDef.decode(readFileSync(join(cwd, 'own.pb')));
  const numbers = node.flatMap(({ name, attr }) => {
    const tensor = attr?.value?.tensor;
    return tensor?.dtype === tensorboard.DataType.DT_FLOAT ? [[name, tensor.floatVal]] : [];
  });
  expect(Object.fromEntries(numbers)).toEqual({ 'Linear/weight': [3, 4], 'Linear/bias': [5] });
  const drawn = run(cwd, './model.mjs#drawn', '--input', '1,2', '--format', 'graphdef', '--out', 'drawn.pb');
  expect(drawn.stderr).toContain('note: the initial, random numbers of 2 parameters were written: --weights takes');
});

const topology = {
  format: 'layers-model',
  modelTopology: {
    class_name: 'Sequential',
    config: {
      name: 'net',
      layers: [
        { class_name: 'Dense', config: { name: 'only', units: 2, batch_input_shape: [null, 3], activation: 'relu' } },
      ],
    },
  },
};

test('a model.json without weights has none but the initial ones', () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'model.json'), JSON.stringify(topology));
  expect(run(cwd, './model.json', '--format', 'pbtxt', '--out', 'g.pbtxt', '--dynamic')).toEqual({
    stdout: 'g.pbtxt\n',
    stderr:
      'gmlp-viz: note: the initial, random numbers of 2 parameters were written\n' +
      'it takes input/only_input:0 float32 [?, 3], and gives output/only:0 float32 [?, 2]\n' +
      'in Python: google.protobuf.text_format.Parse(open("g.pbtxt").read(), tf.compat.v1.GraphDef())\n',
    status: 0,
  });
  expect(readFileSync(join(cwd, 'g.pbtxt'), 'utf8')).toMatch(/^node \{\n {2}name: "input\/only_input"\n/);
});

const wrong: readonly (readonly [args: string, clause: string])[] = [
  ['--format savedmodel', 'name the folder of the SavedModel: --out model'],
  ['--format pbtxt --out=', 'name the file of the pbtxt: --out model.pbtxt'],
  [
    '--format graph --out g',
    'unknown format: graph (one of event, savedmodel, graphdef, pbtxt, onnx, svg, dot, mermaid, json, model-explorer)',
  ],
  ['--format graphdef --format pbtxt --out g', '--format was given 2 times'],
  ['--format graphdef --out g --out h', '--out was given 2 times'],
  ['--format graphdef --out s3://bucket/g.pb', '--out must be the file of the graphdef, got s3://bucket/g.pb'],
  [
    '--out g.png',
    '--out g.png tells no format: name it by --format, or end it with .pb, .pbtxt, .onnx, .svg, .dot, .mmd, .json',
  ],
  [
    '--format event --out g.pb',
    '--out is for --format savedmodel, graphdef, pbtxt, onnx, svg, dot, mermaid, json or model-explorer, not the event file',
  ],
  ['--out g.svg --logdir logs', '--logdir is for the event file, not --format svg'],
  ['--dynamic', '--dynamic is for --format savedmodel, graphdef, pbtxt or onnx, not the event file'],
  ['--format graphdef --out g --logdir logs', '--logdir is for the event file, not --format graphdef'],
  ['--format graphdef --out g --comment x', '--comment is for the event file, not --format graphdef'],
  ['--format graphdef --out g --dialect torch', '--dialect is for the event file, not --format graphdef'],
  ['--format graphdef --out taken', 'taken is there already: --overwrite replaces it'],
  ['--format onnx --out taken', 'taken is there already: --overwrite replaces it'],
  ['--format graphdef --out g --batch-size 0', '--batch-size must be a whole number of at least 1, got 0'],
  ['--format graphdef --out g ./none.json', 'there is no file FOLDER/none.json'],
  [
    'gmlp --d-model 40000 --d-ffn 40000 --format graphdef --out g',
    'a graph of 19.5 GB: protobuf reads messages of less than 2^31 bytes',
  ],
];

test.each(wrong)('%s', (args, clause) => {
  const cwd = folder();
  writeFileSync(join(cwd, 'taken'), '');
  expect(run(cwd, ...args.split(' '))).toEqual({
    stdout: '',
    stderr: `gmlp-viz: ${clause.replace('FOLDER', cwd)}\n`,
    status: 2,
  });
  expect(readdirSync(cwd)).toEqual(['taken']);
});
