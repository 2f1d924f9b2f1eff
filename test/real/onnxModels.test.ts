// Every kind of model as ONNX: onnx checks it, and onnxruntime computes what tf.js does within 1e-5; with an open batch
// also at sizes that were not traced.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { onnxPieces } from '../../src/formats/onnx.ts';
import { encodeOnnx, loadSafetensors, onnxGraph, type SignedGraph, type Traceable } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { ofAnySize } from '../fixtures/batches.ts';
import { layerCases } from '../fixtures/layerCases.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { layersThatMeet, Slashed } from '../fixtures/namesThatMeet.ts';
import { isExplained, openInputs, openModels } from '../fixtures/openModels.ts';
import { recurrentInputs, recurrentModels } from '../fixtures/recurrentModels.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';
import { packageFolder } from './packages.ts';
import { python } from './python.ts';
import { type Numbers, numbersOf } from './runGraphs.ts';
import { onnxDifferences, onnxQuestion, wrongInOnnx } from './runOnnx.ts';

const golden = (path: string): string => fileURLToPath(new URL(`../golden/reference/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'onnxModels-'));
const tinySizes = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, numLayers: 2 };

interface Model {
  readonly name: string;
  readonly model: Traceable;
  readonly inputs: readonly tf.Tensor[];
  run(...inputs: readonly tf.Tensor[]): unknown;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const tensorsIn = (value: unknown): tf.Tensor[] =>
  value instanceof tf.Tensor ? [value] : Object.values(value as object).flatMap(tensorsIn);

const drawn = (shape: readonly number[], dtype: string | undefined, seed: number): tf.Tensor =>
  dtype === 'int32'
    ? tf.randomUniform([...shape], 0, 3, 'int32', seed)
    : tf.randomNormal([...shape], 0, 1, 'float32', seed);

async function tinyModel() {
  const { model } = createGMLP('gmlp', tinySizes);
  model.loadStateDict(await loadSafetensors(golden('tiny/weights.safetensors')));
  return model;
}

async function models(): Promise<Model[]> {
  const gmlp = await tinyModel();
  const scale = tf.variable(tf.tensor1d([0.5, -2, 3]));
  const mix = (image: tf.Tensor, mask: tf.Tensor) => ({
    mixed: tf.mul(tf.add(image, tf.cast(mask, 'float32')), scale),
    parts: [tf.max(image, 1), tf.equal(mask, 1)],
  });
  const layers = [
    ...Object.entries(zoo),
    ...Object.entries(layersThatMeet).map(([name, make]) => [`names_${name}`, make] as const),
  ];
  return [
    { name: 'gmlp', model: gmlp, inputs: [drawn([2, 3, 32, 32], 'float32', 5)], run: (x) => gmlp.apply(x!) },
    {
      name: 'function',
      model: mix as Traceable,
      inputs: [drawn([4, 3], 'float32', 5), drawn([4, 3], 'int32', 6)],
      run: (image, mask) => mix(image!, mask!),
    },
    ...Object.entries(layerCases).map(([name, { model: layer, shapes, dtype }]): Model => {
      layer.eval();
      const inputs = shapes.map((shape, i) => drawn(shape, dtype, 7 + i));
      return { name, model: layer, inputs, run: (...given) => layer.apply(...given) };
    }),
    { name: 'slashed', model: new Slashed(), inputs: [tf.ones([1, 2])], run: (x) => new Slashed().apply(x!) },
    ...layers.map(([name, make]): Model => {
      const model = make();
      const run = (...given: tf.Tensor[]) => model.apply(given.length === 1 ? given[0]! : given);
      return { name, model, inputs: inputsOf(model), run: run as Model['run'] };
    }),
  ];
}

const functions = Object.entries(ofAnySize).map(
  ([name, run]): Model => ({ name, model: run as Traceable, inputs: [tf.ones([2, 3])], run: (x) => run(x!) }),
);

const specs = ({ inputs }: Model) => inputs.map(({ shape, dtype }) => ({ shape, dtype }));

function wrong(
  asked: readonly { name: string; graph: SignedGraph; inputs: readonly tf.Tensor[]; expected: readonly Numbers[] }[],
) {
  return wrongInOnnx(
    asked.map(({ name, graph, inputs, expected }) => ({
      name,
      question: onnxQuestion(graph, inputs.map(numbersOf)),
      expected,
    })),
  );
}

test('onnxruntime computes each model with the batch as it was traced', async () => {
  const all = (await models()).map((model) => ({
    ...model,
    graph: onnxGraph(model.model, specs(model)),
    expected: tensorsIn(model.run(...model.inputs)).map(numbersOf),
  }));
  expect(wrong(all)).toEqual([]);
});

test.each([17, 18, 19, 20, 22, 23])('onnxruntime computes each model written with operator set %i', async (opset) => {
  const all = (await models()).map((model) => ({
    ...model,
    graph: onnxGraph(model.model, specs(model), { opset }),
    expected: tensorsIn(model.run(...model.inputs)).map(numbersOf),
  }));
  expect(wrong(all)).toEqual([]);
});

test.each([1, 7])('onnxruntime computes each model with an open batch of %i; 7 was not traced', async (size) => {
  const all = [...(await models()), ...functions].map((model) => {
    const inputs = model.inputs.map(({ shape, dtype }, i) => drawn([size, ...shape.slice(1)], dtype, 8 + i));
    const graph = onnxGraph(model.model, specs(model), { dynamic: true });
    return { name: model.name, inputs, graph, expected: tensorsIn(model.run(...inputs)).map(numbersOf) };
  });
  expect(wrong(all)).toEqual([]);
});

test('onnxruntime computes models with every axis open at sizes that were not traced', () => {
  const all = Object.keys(openModels)
    // a Slice of ONNX names the axes that it cuts, which are others below 64 steps
    .filter((name) => isExplained(name) && name !== 'truncated')
    .flatMap((name) => {
      const model = openModels[name]!.make();
      const graph = onnxGraph(model, { dynamic: true });
      return ([0, 1] as const).map((which) => {
        const inputs = openInputs(name, model, which);
        return { name, graph, inputs, expected: tensorsIn(model.apply(inputs)).map(numbersOf) };
      });
    });
  expect(all).toHaveLength(42);
  expect(wrong(all)).toEqual([]);
});

test.each([
  [17, /^each|^masked LSTM/],
  [21, /./],
])('onnxruntime runs recurrent layers of an open time axis with operator set %i', (opset, which) => {
  const names = Object.keys(recurrentModels).filter((name) => which.test(name));
  const all = names.flatMap((name) => {
    const model = recurrentModels[name]!();
    const graph = onnxGraph(model, { dynamic: true, opset });
    return [1, 2, 3, 7, 50].map((steps) => {
      const inputs = recurrentInputs(model, steps);
      const expected = tensorsIn(model.predict(inputs)).map(numbersOf);
      return { name: `${name}, ${steps} steps`, graph, inputs, expected };
    });
  });
  expect(wrong(all)).toEqual([]);
});

test('a slice that cuts an axis at some sizes alone is refused with its op', () => {
  expect(() => onnxGraph(openModels.truncated!.make(), { dynamic: true })).toThrow(
    /^the batch and t cannot be left open: Slice in .* takes /,
  );
});

/** How many nodes of an op a graph has. */
const count = ({ nodes }: SignedGraph, op: string): number => nodes.filter((node) => node.op === op).length;

test('a convolutional model has a transpose at each end at most', () => {
  const counts = ['cnn', 'mobile', 'unet', 'residual'].map((name) => {
    const model = zoo[name]!();
    const graph = onnxGraph(
      model,
      inputsOf(model).map(({ shape }) => ({ shape })),
    );
    return [name, count(graph, 'Conv') + count(graph, 'ConvTranspose'), count(graph, 'Transpose')];
  });
  expect(counts).toEqual([
    ['cnn', 1, 2],
    ['mobile', 11, 2],
    ['unet', 4, 1],
    ['residual', 5, 1],
  ]);
});

test('onnxruntime reads weights that lie in a file of their own', async () => {
  const model = await tinyModel();
  const input = drawn([2, 3, 32, 32], 'float32', 5);
  const graph = onnxGraph(model, [2, 3, 32, 32]);
  const parts = onnxPieces(graph, 'apart.onnx', 1000);
  if (!('companion' in parts)) throw new Error('expected two files');
  const path = join(folder, 'apart.onnx');
  writeFileSync(path, Buffer.concat([...parts.pieces] as Uint8Array[]));
  writeFileSync(join(folder, parts.companion.name), Buffer.concat([...parts.companion.pieces] as Uint8Array[]));
  const question = { path, feeds: [numbersOf(input)] };
  expect(wrongInOnnx([{ name: 'apart', question, expected: [numbersOf(model.apply(input))] }])).toEqual([]);
});

interface Anchored {
  readonly nodes: readonly number[];
  readonly outputs: readonly number[][];
}

/** Compares a model with PyTorch's own export of the same gMLP; `bench/onnx.mjs` compares their times. */
const besidePyTorch = (ours: string, theirs: string, feed: Numbers) =>
  python<Anchored>('onnxAnchor.py', { paths: [ours, golden(`onnx/${theirs}`)], feed, turns: 0 });

const exportedNodes = JSON.parse(readFileSync(golden('onnx/nodes.json'), 'utf8'));

test('the gMLP with PyTorch’s weights gives PyTorch’s output and has no more nodes than PyTorch’s export', async () => {
  const model = await tinyModel();
  const forward = await loadSafetensors(golden('tiny/forward.safetensors'));
  const [input, output] = [forward.get('input')!, forward.get('output')!];
  const ours = join(folder, 'tiny.onnx');
  writeFileSync(ours, encodeOnnx(onnxGraph(model, input.shape as number[])));
  const feed = { shape: input.shape, values: Array.from(input.values) };
  const { nodes, outputs } = besidePyTorch(ours, 'tiny.onnx', feed);
  const expected: Numbers = { shape: output.shape, values: Array.from(output.values) };
  for (const values of outputs)
    expect(onnxDifferences('tiny', { outputs: [{ shape: output.shape, values }] }, [expected])).toEqual([]);
  expect(nodes[0]).toBeLessThanOrEqual(nodes[1]!);
  expect(nodes[1]).toBe(exportedNodes.tiny[20]);
});

test('the gMLP of the default size has no more nodes than PyTorch’s export', () => {
  const { model, inputSize } = createGMLP('gmlp', { numLayers: 6 });
  const shape = [2, ...inputSize];
  const ours = join(folder, 'default.onnx');
  writeFileSync(ours, encodeOnnx(onnxGraph(model, shape)));
  const image = drawn(shape, 'float32', 5);
  const { nodes } = besidePyTorch(ours, 'default.onnx', numbersOf(image));
  expect(nodes[0]).toBeLessThanOrEqual(nodes[1]!);
  expect(nodes[1]).toBe(exportedNodes.default[20]);
}, 240_000);

test('models that others trained, with the batch as it was traced and open', async () => {
  const sound = await graphModelAt(join(packageFolder('@spotify/basic-pitch', '1.0.1'), 'model', 'model.json'));
  const wave = [1, 4].map((size) => tf.randomUniform([size, 43844, 1], -1, 1, 'float32', 7));
  const heard = wave.map((one) => {
    const names = ['contour', 'Identity_1', 'Identity_2'];
    return { names, values: (sound.execute(one, names) as tf.Tensor[]).map(numbersOf) };
  });
  const graphs = [false, true].map((dynamic) => onnxGraph(sound, [1, 43844, 1], { dynamic }));
  const inOrder = (graph: SignedGraph, i: number): Numbers[] =>
    graph.signature.outputs.map(({ name }) => heard[i]!.values[heard[i]!.names.indexOf(name)]!);
  expect(graphs[0]!.signature.inputs.map(({ name }) => name)).toEqual(['input_2']);

  const path = join(packageFolder('@upscalerjs/default-model', '1.0.0'), 'models', 'model.json');
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(path, 'utf8'));
  const bytes = readFileSync(join(path, '..', weightsManifest[0].paths[0]));
  const upscaler = await tfl.loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: weightsManifest[0].weights,
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    }),
  });
  const image = tf.randomUniform([1, 12, 10, 3], 0, 1, 'float32', 7);
  const enlarged = onnxGraph(upscaler, [1, 12, 10, 3]);
  expect(
    wrong([
      { name: 'sound', graph: graphs[0]!, inputs: [wave[0]!], expected: inOrder(graphs[0]!, 0) },
      { name: 'sounds', graph: graphs[1]!, inputs: [wave[1]!], expected: inOrder(graphs[1]!, 1) },
      { name: 'upscaler', graph: enlarged, inputs: [image], expected: [numbersOf(upscaler.apply(image) as tf.Tensor)] },
    ]),
  ).toEqual([]);
  expect([count(enlarged, 'Conv'), count(enlarged, 'Transpose')]).toEqual([12, 2]);
});
