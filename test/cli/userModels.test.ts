// Models of the user's own: TypeScript and JavaScript modules, a model.json with its shards, and one that fails.
import '@tensorflow/tfjs-backend-cpu';
import { copyFileSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { events } from '../tensorboard/events.ts';
import { runCommand, spawnCommand } from './runCommand.ts';

const run = (...args: string[]) => runCommand(args);
const refused = (clause: string) => ({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
const module = fileURLToPath(new URL('../fixtures/models/functional.ts', import.meta.url));
const unlisted = (layer: string) =>
  `gmlp-viz: note: tf.js neither trains nor saves the weights of ${layer}: held by a custom layer that does not list them among its own\n`;
const csv = (columns: string) => ['--style', 'csv', '--columns', columns];

describe('a module', () => {
  test('a class of Modules is made, and its layers stand under its names', () => {
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

  test('torchsummary’s table of an instance, the batch as it was given', () => {
    const { stdout, stderr, status } = run('summary', `${module}#instance`, '--input', '1,6');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout.split('\n').slice(3, 6)).toEqual([
      '            Linear-1                     [1, 4]              28',
      '              ReLU-2                     [1, 4]               0',
      '            Linear-3                     [1, 2]              10',
    ]);
  });

  test('a tf.LayersModel says what it takes; the batch is open', () => {
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

  test('its modules alone, without an input', () => {
    const { stdout, stderr } = run('summary', `${module}#Net`, '--style', 'torchinfo', '--no-input');
    expect(stderr).toBe('');
    expect(stdout.split('\n').slice(3, 7)).toEqual([
      'Net                                      --',
      '├─Sequential: 1-1                        --',
      '│    └─Linear: 2-1                       28',
      '│    └─ReLU: 2-2                         --',
    ]);
  });

  test('a function of tensors, in the graph too', () => {
    const logdir = mkdtempSync(join(tmpdir(), 'user-'));
    const inputs = ['--input', '2,3', '--input', '2,3'];
    const { stdout, status } = run('graph', `${module}#distance`, ...inputs, '--logdir', logdir);
    expect(status).toBe(0);
    const { node } = tensorboard.GraphDef.decode(events(stdout.trim())[1]!.graphDef!);
    expect(node.map(({ name }) => name)).toContain('distance/SquaredDifference');
  });

  test('what it computes as it is made has its numbers in the graph', () => {
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

  test('a module that cannot be loaded says why', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'user-')), 'broken.mjs');
    writeFileSync(path, 'throw new Error("no weights here");');
    expect(run('summary', path)).toEqual(refused(`${path}:1: ${path} cannot be loaded: no weights here`));
  });
});

test('a project with tf.js of its own: its copy is the one that runs', () => {
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

describe('a forward pass that fails', () => {
  const table = `┌─────────┬────────┬─────────────┬──────────────┬────────┐
│ Layer   │ Type   │ Input shape │ Output shape │ Params │
├─────────┼────────┼─────────────┼──────────────┼────────┤
│ Broken  │ Broken │ [2, 6]      │ --           │     -- │
│   first │ Linear │ [2, 6]      │ [2, 4]       │     28 │
│   secon │ Linear │ [2, 4]      │ ✗ fails here │     12 │
└─────────┴────────┴─────────────┴──────────────┴────────┘`.replace('│   secon │', '│   second │');
  const clause =
    'gmlp-viz: test/fixtures/models/functional.ts:18: second (Linear) fails on [2, 4]: linear expects 5 features on the last axis, got shape [2, 4]\n';

  test('the table up to it, the layer marked, the error, exit code 1', () => {
    const { stdout, stderr, status } = run('summary', `${module}#Broken`, '--input', '2,6');
    expect({ stderr, status }).toEqual({ stderr: clause, status: 1 });
    expect(stdout.replace(/ +/g, ' ').replace(/─+/g, '─')).toContain(table.replace(/ +/g, ' ').replace(/─+/g, '─'));
  });

  test('one whose shapes depend on numbers names the flag that runs it, and runs with it', () => {
    const args = ['summary', `${module}#positive`, '--input', 'scores:6'];
    const without = run(...args);
    expect(without.status).toBe(1);
    expect(without.stdout).toContain('✗ fails here');
    expect(without.stderr).toBe(
      "gmlp-viz: positive fails on [6]: the shape that Unique gives depends on numbers, and a shape-only trace has none: { backend: 'cpu' }, on the command line --backend cpu, runs it with numbers\n",
    );
    for (const backend of ['cpu', 'wasm']) {
      const { stdout, stderr, status } = run(...args, '--backend', backend, ...csv('type,input,output'));
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      expect(stdout).toBe('type,input,output\r\npositive,[6],[6]\r\n');
    }
  });

  test.each([
    ['gpu', 'unknown backend: gpu (did you mean cpu? one of node-gpu, node, wasm, cpu, auto)'],
    ['node', 'the backend node is not installed: npm install @tensorflow/tfjs-node'],
  ])('--backend %s', (backend, clause) => {
    expect(run('summary', `${module}#Net`, '--input', '2,6', '--backend', backend)).toEqual(refused(clause));
  });

  test('--backend auto says which one it took, and why none better', () => {
    const { stderr, status } = run('summary', `${module}#Net`, '--input', '2,6', '--backend', 'auto');
    expect(status).toBe(0);
    expect(stderr).toBe(
      'gmlp-viz: note: on wasm 4.22.0 (CPU, WebAssembly, SIMD); the backend node-gpu is not installed: npm install @tensorflow/tfjs-node-gpu; the backend node is not installed: npm install @tensorflow/tfjs-node\n',
    );
  });

  test('a graph is not written, and the table is beside the error', () => {
    const logdir = join(mkdtempSync(join(tmpdir(), 'user-')), 'logs');
    const { stdout, stderr, status } = run('graph', `${module}#Broken`, '--input', '2,6', '--logdir', logdir);
    expect({ stdout, status }).toEqual({ stdout: '', status: 1 });
    expect(stderr).toContain('✗ fails here');
    expect(stderr.endsWith(clause)).toBe(true);
  });
});

describe('a model.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'user-'));
  const path = join(folder, 'model.json');
  const write = (name: string, file: object) => {
    writeFileSync(join(folder, name), JSON.stringify(file));
    return join(folder, name);
  };
  let file: {
    modelTopology: unknown;
    weightsManifest: { paths: string[]; weights: { name: string; shape: number[] }[] }[];
  };

  beforeAll(async () => {
    await tf.setBackend('cpu');
    const { layers } = tfl;
    const model = tfl.sequential({
      layers: [
        layers.embedding({ inputDim: 10, outputDim: 4, inputLength: 6, name: 'words' }),
        layers.bidirectional({
          layer: layers.lstm({ units: 3, recurrentInitializer: 'glorotNormal' }) as tfl.RNN,
          mergeMode: 'concat',
          name: 'both',
        }),
        layers.dense({ units: 2, biasInitializer: 'ones', name: 'out' }),
      ],
    });
    await model.save({
      save: async (artifacts) => {
        file = {
          modelTopology: artifacts.modelTopology,
          weightsManifest: [{ paths: ['one.bin', 'two.bin'], weights: artifacts.weightSpecs as never }],
        };
        const bytes = new Uint8Array(artifacts.weightData as ArrayBuffer);
        writeFileSync(join(folder, 'one.bin'), bytes.subarray(0, 100));
        writeFileSync(join(folder, 'two.bin'), bytes.subarray(100));
        write('model.json', file);
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
      },
    });
    model.dispose();
  });

  test('its layers and parameters, without a numeric backend', () => {
    const { stdout, stderr, status } = run('summary', path, ...csv('path,params'));
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const rows = stdout.trim().split('\r\n').slice(2);
    expect(rows.filter((row) => !row.endsWith(','))).toEqual([
      'words,40',
      'both.forwardLayer.cell,96',
      'both.backwardLayer.cell,96',
      'out,14',
    ]);
  });

  test('the numbers of its shards', () => {
    const { stdout, stderr } = run('summary', path, '--statistics', '--filter', 'out', ...csv('path,params,min,max'));
    expect(stderr).toBe('');
    expect(stdout).toContain('out.bias,2,1,1\r\n');
  });

  test('the numbers of its shards, on a backend that computes', () => {
    const { stdout, stderr } = run('summary', path, '--backend', 'cpu', ...csv('path,params'));
    expect(stderr).toBe('');
    expect(stdout).toBe(run('summary', path, ...csv('path,params')).stdout);
  });

  test('and its graph', () => {
    const { stdout, status } = run('graph', path, '--logdir', join(folder, 'logs'));
    expect(status).toBe(0);
    expect(events(stdout.trim())).toHaveLength(4);
  });

  test.each([
    ['../one.bin', "a weights file must lie in the model's folder, got ../one.bin"],
    ['/etc/passwd', "a weights file must lie in the model's folder, got /etc/passwd"],
    ['https://host/one.bin', "a weights file must lie in the model's folder, got https://host/one.bin"],
  ])('a path to %s is refused', (shard, clause) => {
    const [group] = file.weightsManifest;
    const at = write('escape.json', { ...file, weightsManifest: [{ ...group, paths: [shard] }] });
    expect(run('summary', at)).toEqual(refused(clause));
  });

  test('a shard that is a link out of the folder, missing, or short', () => {
    const [group] = file.weightsManifest;
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    symlinkSync(join(folder, 'one.bin'), join(inner, 'link.bin'));
    const ask = (...paths: string[]) => {
      writeFileSync(join(inner, 'model.json'), JSON.stringify({ ...file, weightsManifest: [{ ...group, paths }] }));
      return run('summary', join(inner, 'model.json'), '--statistics', '--style', 'csv');
    };
    expect(ask('link.bin')).toEqual(refused("a weights file must lie in the model's folder, got link.bin"));
    expect(ask('gone.bin')).toEqual(refused(`cannot read the weights file ${join(inner, 'gone.bin')}: ENOENT`));
    writeFileSync(join(inner, 'short.bin'), new Uint8Array(10));
    expect(ask('short.bin')).toEqual(refused('short.bin holds 10 bytes, and the weights manifest says 984'));
  });

  test('with a layer that a module registers', () => {
    const layer = (class_name: string, config: object) => ({ class_name, config });
    const custom = write('custom.json', {
      modelTopology: layer('Sequential', {
        name: 'one',
        layers: [layer('Residual', { name: 'residual', batch_input_shape: [null, 4], dtype: 'float32' })],
      }),
    });
    expect(run('summary', custom)).toEqual(
      refused(
        `${custom} cannot be built: the layer Residual is none of tf.js, give --import FILE with a module that registers it`,
      ),
    );
    const wrapped = layer('TimeDistributed', { name: 't', layer: layer('Odd', { name: 'odd' }) });
    const several = write('several.json', {
      modelTopology: layer('Sequential', {
        layers: [
          layer('Residual', { name: 'r', batch_input_shape: [null, 4] }),
          wrapped,
          layer('Fancy', { name: 'f' }),
        ],
      }),
    });
    expect(run('summary', several)).toEqual(
      refused(
        `${several} cannot be built: the layer Residual is none of tf.js, nor are the layers Fancy, Odd: for each of them give --import FILE with a module that registers it`,
      ),
    );
    const kernel_initializer = layer('Orthonormal', {});
    const started = write('started.json', {
      modelTopology: layer('Sequential', {
        layers: [layer('Dense', { name: 'd', units: 2, batch_input_shape: [null, 4], kernel_initializer })],
      }),
    });
    expect(run('summary', started)).toEqual(
      refused(
        `${started} cannot be built: the initializer Orthonormal is none of tf.js, give --import FILE with a module that registers it`,
      ),
    );
    const registers = ['--import', join(module, '..', 'registered.ts')];
    expect(run('summary', custom, ...registers, ...csv('path,params'))).toEqual({
      stdout: ['path,params', ',', 'residual,', 'residual.inner,20', ''].join('\r\n'),
      stderr: unlisted('residual.inner'),
      status: 0,
    });
    expect(run('summary', custom, '--import', 'nowhere.ts')).toEqual(
      refused(`there is no file ${resolve('nowhere.ts')}`),
    );
    expect(run('summary', 'gmlp', ...registers)).toEqual(refused('--import is for models of your own, not gmlp'));
  });

  test('what is no such file', () => {
    writeFileSync(join(folder, 'text.json'), 'model');
    expect(run('summary', join(folder, 'text.json'))).toEqual(refused(`${folder}/text.json is no JSON`));
    expect(run('summary', write('empty.json', {}))).toEqual(
      refused(`${folder}/empty.json holds no model: it lacks modelTopology`),
    );
    const topology = { class_name: 'Sequential', config: { name: 's', layers: [{ class_name: 'Mine', config: {} }] } };
    expect(run('summary', write('mine.json', { modelTopology: topology })).stderr).toMatch(
      /^gmlp-viz: .*mine\.json cannot be built: the layer Mine is none of tf\.js, give --import FILE /,
    );
  });

  test('diff takes it beside a saved summary', () => {
    writeFileSync(join(folder, 'saved.json'), run('summary', path, '--style', 'json').stdout);
    expect(run('diff', join(folder, 'saved.json'), path)).toMatchObject({ status: 0, stderr: '' });
  });
});
