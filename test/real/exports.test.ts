// Every kind of model, exported in each format: TensorFlow loads it as its users do, and computes what tf.js does within
// 1e-5; with an open batch also at a size that was not traced.
import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { frozenGraph, loadSafetensors, saveGraph, type Traceable, writeGraph } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { ofAnySize } from '../fixtures/batches.ts';
import { layerCases } from '../fixtures/layerCases.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { layersThatMeet, Slashed } from '../fixtures/namesThatMeet.ts';
import { isExplained, openInputs, openModels } from '../fixtures/openModels.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';
import { packageFolder } from './packages.ts';
import { asked, runExports, tensorsIn } from './runExports.ts';
import { differences, type Numbers, numbersOf, tensorflowFormats } from './runGraphs.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const tiny = fileURLToPath(new URL('../golden/reference/tiny/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'exports-'));
const tinySizes = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, numLayers: 2 };

interface Model {
  readonly name: string;
  readonly model: Traceable;
  readonly inputs: readonly tf.Tensor[];
  /** what they are called, where they are */
  readonly names?: readonly string[];
  run(...inputs: readonly tf.Tensor[]): unknown;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

async function models(): Promise<Model[]> {
  const { model } = createGMLP('gmlp', tinySizes);
  model.loadStateDict(await loadSafetensors(join(tiny, 'weights.safetensors')));
  const scale = tf.variable(tf.tensor1d([0.5, -2, 3]));
  const mix = (image: tf.Tensor, mask: tf.Tensor) => ({
    mixed: tf.mul(tf.add(image, tf.cast(mask, 'float32')), scale),
    parts: [tf.max(image, 1), tf.equal(mask, 1)],
  });
  return [
    { name: 'gmlp', model, inputs: [tf.randomNormal([2, 3, 32, 32], 0, 1, 'float32', 5)], run: (x) => model.apply(x!) },
    {
      name: 'function',
      model: mix as Traceable,
      inputs: [tf.randomNormal([4, 3], 0, 1, 'float32', 5), tf.randomUniform([4, 3], 0, 3, 'int32', 6)],
      names: ['image', 'mask'],
      run: (image, mask) => mix(image!, mask!),
    },
    ...Object.entries(layerCases).map(([name, { model: layer, shapes, dtype }]): Model => {
      layer.eval();
      const inputs = shapes.map((shape, i) =>
        dtype ? tf.randomUniform([...shape], 0, 10, dtype, 7 + i) : tf.randomNormal([...shape], 0, 1, 'float32', 7 + i),
      );
      return { name, model: layer, inputs, run: (...given) => layer.apply(...given) };
    }),
    { name: 'slashed', model: new Slashed(), inputs: [tf.ones([1, 2])], run: (x) => new Slashed().apply(x!) },
    ...[
      ...Object.entries(zoo),
      ...Object.entries(layersThatMeet).map(([name, make]) => [`names_${name}`, make] as const),
    ].map(([name, make]): Model => {
      const layers = make();
      const run = (...given: tf.Tensor[]) => layers.apply(given.length === 1 ? given[0]! : given);
      return { name, model: layers, inputs: inputsOf(layers), run: run as Model['run'] };
    }),
  ];
}

const specs = ({ inputs, names }: Model) =>
  inputs.map((input, i) => ({
    shape: input.shape,
    dtype: input.dtype,
    ...(names && { name: names[i]! }),
  }));

test('each format of each model, with the batch as it was traced', async () => {
  const all = await models();
  const prepared = await Promise.all(
    all.map(async (model) => {
      const graph = frozenGraph(model.model, specs(model));
      const expected = tensorsIn(model.run(...model.inputs)).map(numbersOf);
      const out = Object.fromEntries(
        tensorflowFormats.map((format) => [format, join(folder, `${model.name}.${format}`)]),
      );
      for (const format of tensorflowFormats) await writeGraph(graph, { format, out: out[format]! });
      return tensorflowFormats.map((format) => ({
        name: `${model.name} ${format}`,
        expected,
        asked: { ...asked(graph, format, out[format]!, model.inputs), binary: out.graphdef! },
      }));
    }),
  );
  const flat = prepared.flat();
  const answers = runExports(flat.map((one) => one.asked));
  expect(flat.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
  expect(flat).toHaveLength(all.length * 3);
});

test.each([1, 7])('an open batch, at the size %i; 7 was not traced', async (size) => {
  const functions = Object.entries(ofAnySize).map(
    ([name, run]): Model => ({ name, model: run as Traceable, inputs: [tf.ones([2, 3])], run: (x) => run(x!) }),
  );
  const prepared = await Promise.all(
    [...(await models()), ...functions].map(async (model) => {
      const graph = frozenGraph(model.model, specs(model), { dynamic: true });
      const out = join(folder, `${model.name}.${size}`);
      await writeGraph(graph, { format: 'savedmodel', out });
      const inputs = model.inputs.map(({ shape, dtype }, i) => {
        const dims = [size, ...shape.slice(1)];
        return dtype === 'int32'
          ? tf.randomUniform(dims, 0, 3, dtype, 8 + i)
          : tf.randomNormal(dims, 0, 1, 'float32', 8 + i);
      });
      const expected = tensorsIn(model.run(...inputs)).map(numbersOf);
      return { name: model.name, expected, asked: asked(graph, 'savedmodel', out, inputs) };
    }),
  );
  const answers = runExports(prepared.map((one) => one.asked));
  expect(prepared.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});

test('every axis open, at sizes that were not traced', async () => {
  const prepared = await Promise.all(
    Object.keys(openModels)
      .filter(isExplained)
      .map(async (name) => {
        const model = openModels[name]!.make();
        const graph = frozenGraph(model, { dynamic: true });
        const out = join(folder, `${name}.open`);
        await writeGraph(graph, { format: 'savedmodel', out });
        return ([0, 1] as const).map((which) => {
          const inputs = openInputs(name, model, which);
          const expected = tensorsIn(model.apply(inputs)).map(numbersOf);
          return { name, expected, asked: asked(graph, 'savedmodel', out, inputs) };
        });
      }),
  );
  const all = prepared.flat();
  const answers = runExports(all.map((one) => one.asked));
  expect(all).toHaveLength(44);
  expect(all.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});

test('the command writes a reference’s weights, and those of a model.json', async () => {
  const forward = await loadSafetensors(join(tiny, 'forward.safetensors'));
  const stored = (name: string): Numbers => {
    const { shape, values } = forward.get(name)!;
    return { shape, values: Array.from(values) };
  };
  const options = '--image-size 32 --patch-size 8 --num-classes 10 --d-model 16 --d-ffn 24 --num-layers 2'.split(' ');
  const out = join(folder, 'cli');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [cli, 'graph', ...args, '--format', 'savedmodel'], { encoding: 'utf8' });
  const batch = `${stored('input').shape[0]}`;
  const first = run(...options, '--weights', join(tiny, 'weights.safetensors'), '--batch-size', batch, '--out', out);
  expect([first.stdout, first.status]).toEqual([`${out}\n`, 0]);
  expect(first.stderr).not.toContain('note');

  const path = join(packageFolder('@upscalerjs/default-model', '1.0.0'), 'models', 'model.json');
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(path, 'utf8'));
  const bytes = readFileSync(join(path, '..', weightsManifest[0].paths[0]));
  const model = await tfl.loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    }),
  });
  const open = join(folder, 'upscaler');
  const second = run(path, '--input', '1,12,10,3', '--dynamic', '--out', open);
  expect(second.stderr).toBe(
    'it takes LR float32 [?, 12, 10, 3], and gives SR float32 [?, 24, 20, 3]\n' +
      `in Python: tf.saved_model.load("${open}").signatures["serving_default"](LR=...)\n`,
  );
  const image = tf.randomUniform([7, 12, 10, 3], 0, 1, 'float32', 7);
  const enlarged = numbersOf(model.apply(image) as tf.Tensor);
  const answers = runExports([
    { format: 'savedmodel', path: out, inputs: { x: stored('input') }, outputs: ['output'] },
    { format: 'savedmodel', path: open, inputs: { LR: numbersOf(image) }, outputs: ['SR'] },
  ]);
  expect(differences('tiny', answers[0]!, [stored('output')], 1e-5)).toEqual([]);
  expect(differences('upscaler', answers[1]!, [enlarged], 1e-5)).toEqual([]);
});

test('converted models that others trained, with the batch as it was traced and open', async () => {
  const modelAt = (name: string, version: string) =>
    graphModelAt(join(packageFolder(name, version), 'model', 'model.json'));
  const sound = await modelAt('@spotify/basic-pitch', '1.0.1');
  const language = await modelAt('@vscode/vscode-languagedetection', '1.0.23');
  const [out, open, words] = ['sound', 'openSound', 'words'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const waves = [1, 4].map((size) => tf.randomUniform([size, 43844, 1], -1, 1, 'float32', 7));
  await saveGraph(sound, [1, 43844, 1], { format: 'savedmodel', out });
  await saveGraph(sound, [1, 43844, 1], { format: 'savedmodel', out: open, dynamic: true });
  const text = { shape: [1], dtype: 'string' } as const;
  await saveGraph(language, text, { format: 'savedmodel', out: words, dynamic: true });
  const heard = waves.map((wave) => (sound.execute(wave, sound.outputNodes) as tf.Tensor[]).map(numbersOf));
  const programs = ['def f(x):\n  return x + 1\nprint(f(2))', '#include <stdio.h>\nint main() {}', ''];
  // tf.js 4.22 disposes what a loop's body puts into a list, unless a copy is kept, and then of one step alone
  tf.env().set('KEEP_INTERMEDIATE_TENSORS', true);
  const told: Numbers[][] = [];
  for (const program of programs)
    told.push(((await language.executeAsync(tf.tensor1d([program]))) as tf.Tensor[]).map(numbersOf));
  tf.env().set('KEEP_INTERMEDIATE_TENSORS', false);
  const outputs = ['contour', 'Identity_1', 'Identity_2'];
  const answers = runExports([
    { format: 'savedmodel', path: out, inputs: { input_2: numbersOf(waves[0]!) }, outputs },
    { format: 'savedmodel', path: open, inputs: { input_2: numbersOf(waves[1]!) }, outputs },
    {
      format: 'savedmodel',
      path: words,
      inputs: { inputs: { shape: [3], values: programs } },
      outputs: ['scores', 'classes'],
    },
  ]);
  expect(differences('sound', answers[0]!, heard[0]!, 1e-5)).toEqual([]);
  expect(differences('sounds', answers[1]!, heard[1]!, 1e-5)).toEqual([]);
  const together = [0, 1].map((i) => ({ shape: [3, 54], values: told.flatMap((one) => one[i]!.values) }));
  expect(differences('languages', answers[2]!, together, 1e-5)).toEqual([]);
});
