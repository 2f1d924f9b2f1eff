// TypeScript and JavaScript modules of the user, as models of the command.
import '@tensorflow/tfjs-backend-cpu';
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { events } from '../tensorboard/events.ts';
import { csv, refused, unlisted } from './expected.ts';
import { runCommand, spawnCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const module = fileURLToPath(new URL('../fixtures/models/functional.ts', import.meta.url));

describe('a module of the user', () => {
  test('whose export is a class of Module is constructed, and lists its layers by their paths', () => {
    expect(run('summary', `${module}#Net`, '--input', '3,6', ...csv('path,type,output,params,macs'))).toEqual({
      stdout: [
        'path,type,output,params,macs',
        ',Net,"[3, 2]",,0',
        'body,Sequential,"[3, 4]",,0',
        'body.0,Linear,"[3, 4]",28,72',
        'body.1,ReLU,"[3, 4]",,0',
        'head,Linear,"[3, 2]",10,24',
        '',
      ].join('\r\n'),
      stderr: '',
      status: 0,
    });
  });

  test('whose export is a Module has torchsummary’s table, with the batch that was given', () => {
    const { stdout, stderr, status } = run('summary', `${module}#instance`, '--input', '1,6');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout.split('\n').slice(3, 6)).toEqual([
      '            Linear-1                     [1, 4]              28',
      '              ReLU-2                     [1, 4]               0',
      '            Linear-3                     [1, 2]              10',
    ]);
  });

  test('whose export makes a tf.LayersModel needs no --input, and leaves the batch open', () => {
    const { stdout } = run(
      'summary',
      `${module}#createModel`,
      '--batch-size',
      '2',
      ...csv('path,type,input,output,params'),
    );
    expect(stdout.split('\r\n').slice(2)).toEqual([
      'flat,Flatten,"[2, 8, 8, 3]","[2, 192]",',
      'joined,Concatenate,"[2, 192] [2, 4]","[2, 196]",',
      'out,Dense,"[2, 196]","[2, 5]",985',
      '',
    ]);
    const named = ['--input', 'extra:7,4', '--input', 'image:7,8,8,3'];
    expect(run('summary', `${module}#createModel`, ...named, ...csv('output')).stdout).toContain('[7, 196]');
  });

  test('has its modules listed without an input with --no-input', () => {
    const { stdout, stderr } = run('summary', `${module}#Net`, '--style', 'torchinfo', '--no-input');
    expect(stderr).toBe('');
    expect(stdout.split('\n').slice(3, 7)).toEqual([
      'Net                                      --',
      '├─Sequential: 1-1                        --',
      '│    └─Linear: 2-1                       28',
      '│    └─ReLU: 2-2                         --',
    ]);
  });

  test('whose export is a function of tensors has its kernels in the graph', () => {
    const logdir = mkdtempSync(join(tmpdir(), 'user-'));
    const inputs = ['--input', '2,3', '--input', '2,3'];
    const { stdout, status } = run('graph', `${module}#distance`, ...inputs, '--logdir', logdir);
    expect(status).toBe(0);
    const { node } = tensorboard.GraphDef.decode(events(stdout.trim())[1]!.graphDef!);
    expect(node.map(({ name }) => name)).toContain('distance/SquaredDifference');
  });

  test('has the values that its constructor computes in the graph', () => {
    const logdir = mkdtempSync(join(tmpdir(), 'user-'));
    const { stdout } = run(
      'graph',
      `${join(module, '..', 'positions.ts')}#Positions`,
      '--input',
      '1,4',
      '--logdir',
      logdir,
    );
    const graph = tensorboard.GraphDef.decode(events(stdout.trim())[1]!.graphDef!);
    const constant = graph.node.find(({ op }) => op === 'Const')!.attr!.value!.tensor!;
    expect(constant.floatVal).toEqual([0, 0.25, 0.5, 0.75]);
  });

  test.each([
    ['missing.ts', [], `there is no file ${resolve('missing.ts')}`],
    [
      `${module}#createModle`,
      [],
      'unknown export: createModle (did you mean createModel? one of Broken, Net, createModel, distance, instance, positive, seven)',
    ],
    [
      module,
      [],
      `name an export: ${['Broken', 'Net', 'createModel', 'distance', 'instance', 'positive', 'seven'].map((name) => `${module}#${name}`).join(' or ')}`,
    ],
    [
      `${module}#seven`,
      [],
      `${module}#seven is no model: expected a Module, a tf.LayersModel, a tf.GraphModel, a function of tensors, or a function that makes one`,
    ],
    [`${module}#Net`, [], 'this model does not say what it takes: give --input 1,224,224,3, the batch first'],
    [
      `${module}#Net`,
      ['--input', '2,x'],
      '--input must be a shape such as 1,224,224,3 or name:1,224,224,3:int32, got 2,x',
    ],
    [`${module}#Net`, ['--input', '2,0'], 'the axes of --input must be whole numbers of at least 1, got 2,0'],
    [
      `${module}#Net`,
      ['--input', '2,6:float64'],
      'unknown dtype: float64 (did you mean float32? one of float32, int32, bool, complex64, string)',
    ],
    [`${module}#Net`, ['--input', '2,6', '--d-model', '8'], `--d-model is for built-in models, not ${module}#Net`],
    [
      `${module}#Net`,
      ['--input', '2,6', '--batch-size', '8'],
      '--batch-size 8 changes nothing: no input leaves its first axis open',
    ],
    [
      `${module}#distance`,
      ['--input', '2,6', '--input', '3,6', '--style', 'torchsummary'],
      'style torchsummary needs a batch: the first axes of the inputs are 2 and 3, and style table needs none',
    ],
    [`${module}#createModel`, ['--input', '1,8,8,3'], 'the model takes 2 inputs (image, extra), got 1'],
    [
      `${module}#createModel`,
      ['--input', 'imag:1,8,8,3', '--input', '1,4'],
      'unknown input: imag (did you mean image? one of image, extra)',
    ],
    [
      `${module}#createModel`,
      ['--input', '1,8,9,3', '--input', '1,4'],
      'the input image is [?, 8, 8, 3], got [1, 8, 9, 3]',
    ],
  ])('%s %j', (name, args, clause) => {
    expect(run('summary', name, ...args)).toEqual(refused(clause));
  });

  test('that throws while it is loaded is refused with its error', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'user-')), 'broken.mjs');
    writeFileSync(path, 'throw new Error("no weights here");');
    expect(run('summary', path)).toEqual(refused(`${path}:1: ${path} cannot be loaded: no weights here`));
  });
});

test('a module of a project with its own tf.js runs on that copy', () => {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  for (const [name, main] of [
    ['tfjs-core', 'tf-core.node.js'],
    ['tfjs-layers', 'tf-layers.node.js'],
  ] as const) {
    const own = fileURLToPath(new URL(`../../node_modules/@tensorflow/${name}/`, import.meta.url));
    const copy = join(project, 'node_modules', '@tensorflow', name);
    mkdirSync(join(copy, 'dist'), { recursive: true });
    for (const file of ['package.json', join('dist', main)]) copyFileSync(join(own, file), join(copy, file));
  }
  // its dependencies lie beside those of this project
  for (const name of ['seedrandom', 'long', '@webgpu'])
    symlinkSync(
      fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url)),
      join(project, 'node_modules', name),
    );
  const path = join(project, 'model.mjs');
  writeFileSync(
    path,
    `import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
class Gain extends tfl.layers.Layer {
  inner = tfl.layers.dense({ units: 6 });
  build(shape) {
    this.inner.build(shape);
    this.gain = this.addWeight('gain', [6], 'float32', tfl.initializers.ones());
    super.build(shape);
  }
  call(x) {
    return tf.mul(this.inner.apply([x].flat()[0]), this.gain.read());
  }
  static className = 'Gain';
}
export const createModel = () =>
  tfl.sequential({ layers: [tfl.layers.dense({ units: 5, inputShape: [4], name: 'first' }), new Gain({ name: 'gain' })] });
export const product = (x) => tf.matMul(x, tf.variable(tf.ones([4, 3]), true, 'w'));
`,
  );
  const table = ['path,type,params', ',Sequential,', 'first,Dense,25', 'gain,Gain,6', 'gain.inner,Dense,36', ''];
  expect(spawnCommand(['summary', `${path}#createModel`, ...csv('path,type,params')])).toEqual({
    stdout: table.join('\r\n'),
    // a second copy of tfjs-core would say that it comes second
    stderr: unlisted('gain.inner'),
    status: 0,
  });
  expect(spawnCommand(['summary', `${path}#product`, '--input', '2,4', ...csv('params,macs')])).toEqual({
    stdout: 'params,macs\r\n12,24\r\n',
    stderr: '',
    status: 0,
  });
});
