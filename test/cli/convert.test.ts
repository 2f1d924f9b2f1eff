// `gmlp-viz convert`: what it writes is loaded and run by tf.js without this package, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { type KerasTruth, kerasCases, kerasFiles } from '../load/kerasCases.ts';
import { runCommand } from './runCommand.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'convert-'));
const command = (...args: string[]) => runCommand(['convert', ...args], { cwd: folder });

// what the converted files import is found from their folder
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
writeFileSync(
  join(folder, 'scale.mjs'),
  `import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
class ScaleShift extends tfl.layers.Layer {
  static className = 'ScaleShift';
  build(shape) {
    this.scale = this.addWeight('scale', [shape.at(-1)], 'float32', tfl.initializers.ones());
    this.shift = this.addWeight('shift', [shape.at(-1)], 'float32', tfl.initializers.zeros(), undefined, false);
    super.build(shape);
  }
  call(inputs) {
    return tf.add(tf.mul([inputs].flat()[0], this.scale.read()), this.shift.read());
  }
}
tf.serialization.registerClass(ScaleShift);
`,
);

/** Loads each folder with tf.js alone, and prints the outputs for the given inputs. */
const bare = `
import { existsSync, readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import './scale.mjs';
tf.enableProdMode();
const results = {};
for (const [folder, inputs] of JSON.parse(readFileSync(0, 'utf8'))) {
  const layers = folder + '/keras-layers.mjs';
  if (existsSync(layers)) (await import(layers)).registerKeras3(tfl);
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(folder + '/model.json', 'utf8'));
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  const shards = weightsManifest.flatMap(({ paths }) => paths.map((path) => readFileSync(folder + '/' + path)));
  const all = Buffer.concat(shards);
  const weightData = all.buffer.slice(all.byteOffset, all.byteOffset + all.length);
  const model = await tfl.loadLayersModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) });
  const tensors = inputs.map(({ data, shape, dtype = 'float32' }) => tf.tensor(data, shape, dtype));
  const outputs = [model.predict(tensors.length === 1 ? tensors[0] : tensors)].flat();
  results[folder] = outputs.map((output) => [output.shape, Array.from(output.dataSync())]);
}
console.log(JSON.stringify(results));
`;

// whose weights are found by rules that differ most between the files
const inEachFile = ['borrowed_layers', 'nested_models', 'recurrent'];
const edges = join(root, 'test/fixtures/keras3Edges');
const { adapted } = JSON.parse(readFileSync(join(edges, 'truth.json'), 'utf8'));
const targets = [
  ...kerasCases.flatMap(({ name, path, truth }) =>
    (inEachFile.includes(name) ? kerasFiles : (['model.keras'] as const)).map((file) => ({
      name,
      file,
      values: truth.values,
      path: path(file),
      out: join(folder, name, file.replaceAll('/', '-')),
    })),
  ),
  {
    // one of its weights is an int32
    name: 'adapted',
    file: 'adapted.keras',
    values: { tolerance: 1e-5, inputs: adapted.x, outputs: adapted.y } as KerasTruth['values'],
    path: join(edges, 'adapted.keras'),
    out: join(folder, 'adapted'),
  },
];
const alone = new Set(['functional', 'masks', 'named_inputs', 'nested_models', 'sequential', 'borrowed_layers']);

describe('converted Keras 3 models', () => {
  let outputs: Readonly<Record<string, readonly (readonly [readonly number[], readonly number[]])[]>>;
  beforeAll(() => {
    for (const { name, path, out } of targets) {
      mkdirSync(dirname(out), { recursive: true });
      const custom = name === 'borrowed_layers' ? ['--import', join(folder, 'scale.mjs')] : [];
      expect(command(path, '--out', out, ...custom)).toMatchObject({ stdout: `${out}\n`, status: 0 });
    }
    writeFileSync(join(folder, 'bare.mjs'), bare);
    const input = JSON.stringify(targets.map(({ out, values }) => [out, values.inputs]));
    const { stdout, stderr, status } = spawnSync(process.execPath, ['bare.mjs'], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    outputs = JSON.parse(stdout);
  }, 300_000);

  test.each(targets)('$name from $file computes Keras’s numbers in tf.js alone', ({ out, values }) => {
    for (const [i, { shape, data }] of values.outputs.entries()) {
      const [size, numbers] = outputs[out]![i]!;
      expect(size).toEqual(shape);
      const worst = Math.max(...numbers.map((number, at) => Math.abs(number - data[at]!)));
      expect(worst).toBeLessThanOrEqual(values.tolerance);
    }
  });

  test.each(targets)('$name from $file has the module of our layers where tf.js lacks one', ({ name, out }) => {
    const extra = alone.has(name) ? [] : ['keras-layers.mjs'];
    expect(readdirSync(out).sort()).toEqual(['group1-shard1of1.bin', ...extra, 'model.json']);
  });
});

const { path } = kerasCases.find(({ name }) => name === 'sequential')!;

describe('the command convert', () => {
  test('it says how the files are loaded, and what its module registers', () => {
    const { stderr } = command(
      kerasCases.find(({ name }) => name === 'recurrent')!.path('model.keras'),
      '--out',
      'rnn',
    );
    expect(stderr).toBe(
      'tf.js lacks GRU, LSTMCell, RNN, SimpleRNNCell, StackedRNNCells, which keras-layers.mjs in the folder registers\n' +
        'before loading: import { registerKeras3 } from "./rnn/keras-layers.mjs"; registerKeras3(tf)\n' +
        'in Node, with @tensorflow/tfjs-node: await tf.loadLayersModel("file://rnn/model.json")\n' +
        'in a page: await tf.loadLayersModel("rnn/model.json")\n',
    );
    expect(command(path('model.keras'), '--out', 'plain').stderr).toBe(
      'in Node, with @tensorflow/tfjs-node: await tf.loadLayersModel("file://plain/model.json")\n' +
        'in a page: await tf.loadLayersModel("plain/model.json")\n',
    );
  });

  test('it replaces an earlier conversion with --overwrite alone, and no other folder', () => {
    command(path('model.keras'), '--out', 'again');
    const before = readFileSync(join(folder, 'again/model.json'), 'utf8');
    expect(command(path('model.keras'), '--out', 'again')).toMatchObject({
      stderr: 'gmlp-viz: again is there already: --overwrite replaces it\n',
      status: 2,
    });
    expect(command(path('model.json'), '--out', 'again', '--overwrite').status).toBe(0);
    expect(readFileSync(join(folder, 'again/model.json'), 'utf8')).toBe(before);
    writeFileSync(join(folder, 'again/notes.txt'), '');
    expect(command(path('model.keras'), '--out', 'again', '--overwrite')).toMatchObject({
      stderr: 'gmlp-viz: again holds notes.txt, which is no part of a converted model\n',
      status: 2,
    });
  });

  test.each([
    [[path('model.keras')], 'name the folder to write: --out model'],
    [
      [path('model.keras'), '--out', 'x', '--input', '1,2'],
      '--input is for --format savedmodel: a model.json keeps its open axes',
    ],
    [['./model.ts', '--out', 'x'], 'convert takes a .keras archive or a model.json, got ./model.ts'],
    [['none.keras', '--out', 'x'], `there is no file ${join(realpathSync(folder), 'none.keras')}`],
    [['bare.mjs', '--out', 'x'], 'convert takes a .keras archive or a model.json, got bare.mjs'],
  ])('%o is refused in one clause, and nothing is written', (args, clause) => {
    expect(command(...args)).toMatchObject({ stdout: '', stderr: `gmlp-viz: ${clause}\n`, status: 2 });
    expect(readdirSync(folder)).not.toContain('x');
  });
});
