// The comparison of runs: seeded faults in models of the zoo are pointed at, and nothing is left changed.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Comparison,
  compare,
  compareModels,
  decodeSafetensors,
  renderComparison,
  trace,
} from '../../../src/index.ts';
import { createGMLP } from '../../../src/nn.ts';
import { zoo } from '../../fixtures/zoo.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
  await tf.setBackend('cpu');
});

const tokens = { from: 0, to: 11 };
const faulty = 'faulty';
type Alter = (values: Float32Array) => void;

/** A second backend of cpu's kernels, of which the `nth` call of one is altered. */
function enterFaulty(kernel: string, alter: Alter | Record<string, unknown>, nth = 0): void {
  tf.registerBackend(faulty, () => tf.findBackendFactory('cpu')!() as tf.KernelBackend);
  let calls = 0;
  for (const { kernelName, kernelFunc } of tf.getKernelsForBackend('cpu')) {
    const altered: tf.KernelFunc = (call) => {
      if (calls++ < nth) return kernelFunc(call);
      if (typeof alter !== 'function')
        return kernelFunc({ ...call, attrs: { ...call.attrs, ...alter } as tf.NamedAttrMap });
      const output = [kernelFunc(call)].flat()[0]!;
      alter((call.backend as tf.KernelBackend).readSync(output.dataId) as Float32Array);
      return output;
    };
    tf.registerKernel({ kernelName, backendName: faulty, kernelFunc: kernelName === kernel ? altered : kernelFunc });
  }
  tf.findBackend(faulty);
}

afterEach(() => {
  if (!tf.engine().backendNames().includes(faulty)) return;
  for (const { kernelName } of tf.getKernelsForBackend(faulty)) tf.unregisterKernel(kernelName, faulty);
  tf.removeBackend(faulty);
});

const scaled: Alter = (values) => values.set(values.map((value) => value * 1.01));
const last: Alter = (values) => values.set([values.at(-1)! + 0.1], values.length - 1);
const lost: Alter = (values) => values.set([Number.NaN]);
const wrongAxis = { dim: 0 };

describe('a kernel that is altered in one backend is pointed at with its layer', () => {
  test.each([
    ['cnn', 'FusedConv2D', scaled],
    ['cnn', 'MaxPool', last],
    ['cnn', 'Softmax', last],
    ['cnn', 'Softmax', wrongAxis],
    ['mobile', 'DepthwiseConv2dNative', scaled],
    ['transformer', 'BatchMatMul', last],
    ['transformer', 'GatherV2', scaled],
    ['unet', 'Conv2DBackpropInput', last],
    ['unet', 'Concat', scaled],
    ['towers', '_FusedMatMul', lost],
    ['words', 'Max', last],
    ['attention', 'Transpose', last],
    ['stacked', 'Tanh', scaled],
  ] as const)('%s, %s', async (name, kernel, alter) => {
    const model = zoo[name]!();
    const clean = await compare(model, { backend: 'cpu', against: 'cpu', tokens });
    const kernels = clean.calls.filter((call) => call.level === 'kernel');
    const expected = kernels.find((call) => call.name === kernel);
    expect([clean.agrees, kernels.length > 0]).toEqual([true, true]);
    if (!expected) throw new Error(`${name} runs ${[...new Set(kernels.map((call) => call.name))]}`);
    enterFaulty(kernel, alter);
    const found = await compare(model, { backend: faulty, against: 'cpu', tokens });
    const first = found.calls[found.firstKernel!]!;
    expect([found.agrees, first.name, first.layer]).toEqual([false, kernel, expected.layer]);
    // a kernel of a layer that holds others may feed one of these
    expect(found.calls[found.firstLayer!]!.layer.startsWith(expected.layer)).toBe(true);
  });
});

type LayersModel = tfl.LayersModel;

/** Two models with the same weights, of which the second is changed. */
function altered(name: string, change: (model: LayersModel) => void): readonly [LayersModel, LayersModel] {
  const [before, after] = [zoo[name]!(), zoo[name]!()];
  for (const [i, weight] of after.weights.entries()) weight.write(before.weights[i]!.read());
  change(after);
  return [before, after];
}

/** Replaces the values of one weight. */
function rewrite(model: LayersModel, weight: RegExp, change: (value: tf.Tensor) => tf.Tensor): void {
  const found = model.weights.find(({ originalName }) => weight.test(originalName))!;
  found.write(tf.tidy(() => change(found.read())));
}
const layerOf = (model: LayersModel, type: string) => model.layers.find((layer) => layer.getClassName() === type)!;

describe('a change of the second model is pointed at with the first kernel that it reaches', () => {
  const shifted = (value: tf.Tensor): tf.Tensor => tf.add(value, 0.05);
  type Change = (model: LayersModel) => void;
  const cases: readonly (readonly [
    what: string,
    zoo: string,
    change: Change,
    kernel: string,
    parameter: RegExp | undefined,
  ])[] = [
    [
      'a weight',
      'mobile',
      (model) => rewrite(model, /depthwise_kernel/, shifted),
      'DepthwiseConv2dNative',
      /\.depthwise_kernel$/,
    ],
    ['an embedding', 'words', (model) => rewrite(model, /embeddings/, shifted), 'GatherV2', /\.embeddings$/],
    [
      'a transposed filter',
      'cnn',
      (model) => rewrite(model, /conv2d_.*kernel/, (value) => tf.transpose(value, [1, 0, 2, 3])),
      'FusedConv2D',
      /\.kernel$/,
    ],
    [
      'an epsilon',
      'cnn',
      (model) => void Object.assign(layerOf(model, 'BatchNormalization'), { epsilon: 0.1 }),
      'FusedBatchNorm',
      undefined,
    ],
    [
      'a recurrent weight',
      'stacked',
      (model) => rewrite(model, /recurrent_kernel/, shifted),
      'Reshape',
      /\.recurrent_kernel$/,
    ],
    ['a bias', 'residual', (model) => rewrite(model, /dense_.*bias/, shifted), '_FusedMatMul', /\.bias$/],
    [
      'a slope',
      'mobile',
      (model) => void Object.assign(layerOf(model, 'LeakyReLU'), { alpha: 0.01 }),
      'LeakyRelu',
      undefined,
    ],
  ];
  test.each(cases)('%s of %s', async (what, name, change, kernel, parameter) => {
    const [before, after] = altered(name, change);
    const [same, other] = altered(name, () => undefined);
    expect((await compareModels(same, other, { tokens })).agrees).toBe(true);
    const found = await compareModels(before, after, { tokens });
    const first = found.calls[found.firstKernel ?? -1];
    expect([found.agrees, what, first?.name]).toEqual([false, what, kernel]);
    const { firstParameters } = found;
    expect(firstParameters).toEqual(parameter ? [expect.stringMatching(parameter)] : []);
    expect(renderComparison(found).split('\n').at(-2)).toContain(
      parameter
        ? `first cause: in ${first!.layer}, its parameter ${firstParameters[0]} differs (read by ${kernel})`
        : `first kernel that is wrong on the reference's inputs: ${kernel} in ${first!.layer}, `,
    );
    // the first state of a recurrent layer is zero, so that its weight shows at the second step
    expect(found.calls[found.firstLayer!]!.layer.replace(/ #\d+$/, '')).toBe(first?.layer);
  });
});

test('a weight that is NaN is named, and the layer has wrong elements that are made in it', async () => {
  const build = (): LayersModel =>
    tfl.sequential({ layers: [tfl.layers.dense({ units: 2, inputShape: [2, 3], name: 'head' })] });
  const [before, after] = [build(), build()];
  after.setWeights([tf.fill([3, 2], Number.NaN), tf.zeros([2])]);
  const found = await compareModels(before, after);
  expect(found.firstParameters).toEqual(['head.kernel']);
  expect(renderComparison(found).trimEnd().split('\n').slice(-2)).toEqual([
    "first layer beyond it: head (Dense), wrong elements, error of its inputs 0: made here, from the reference's inputs too",
    'first cause: in head, its parameter head.kernel differs (read by Transpose)',
  ]);
  after.setWeights([tf.ones([3, 2]), tf.ones([2])]);
  const lines = renderComparison(await compareModels(before, after))
    .trimEnd()
    .split('\n');
  expect(lines.at(-2)).toMatch(
    /^first layer beyond it: head \(Dense\), error \S+, of its inputs 0: made here, \S+ on the/,
  );
});

describe('after a comparison', () => {
  test.each(['cnn', 'lstm', 'attention'])('tensors, backends and weights of %s are as before', async (name) => {
    const model = zoo[name]!();
    trace(model, undefined);
    const state = () => [
      tf.getBackend(),
      tf.engine().backendNames(),
      tf.memory().numTensors,
      tf.memory().numDataBuffers,
      model.getWeights().map((weight) => [weight.dataId, Array.from(weight.dataSync())]),
    ];
    const before = state();
    await compare(model, { backend: 'wasm', against: 'cpu', tokens });
    expect(state()).toEqual(before);
  });

  test('a comparison that throws leaves no tensor', async () => {
    const model = zoo.words!();
    trace(model);
    const { numTensors } = tf.memory();
    await expect(compare(model, { backend: 'wasm', against: 'cpu', tokens: { from: 90, to: 99 } })).rejects.toThrow(
      'the reference fails on cpu, kernel GatherV2',
    );
    expect([tf.getBackend(), tf.memory().numTensors]).toEqual(['cpu', numTensors]);
  });
});

describe('a file of activations', () => {
  const folder = 'test/golden/reference/tiny';
  const stored = decodeSafetensors(readFileSync(`${folder}/forward.safetensors`));
  const tinySizes = {
    imageSize: 32,
    patchSize: 8,
    inChannels: 3,
    numClasses: 10,
    dModel: 16,
    dFfn: 24,
    seqLen: 16,
    numLayers: 2,
  };
  function tiny() {
    const { model } = createGMLP('gmlp', tinySizes);
    model.loadStateDict(decodeSafetensors(readFileSync(`${folder}/weights.safetensors`)));
    return model;
  }

  test('of PyTorch agrees with a port, layer by layer, on the input in the file', async () => {
    const found = await compare(tiny(), { reference: stored });
    expect([found.agrees, found.compared, found.notes]).toEqual([true, 16, []]);
    expect(renderComparison(found)).toContain('all within the tolerance');
  });

  test('that the PyTorch recipe of the guide wrote agrees in every layer', async () => {
    const written = decodeSafetensors(readFileSync('test/golden/port/activations.safetensors'));
    const found = await compare(tiny(), { reference: written });
    expect([found.agrees, found.compared, found.notes]).toEqual([true, 16, []]);
    const layers = found.calls.filter(({ level, outputs }) => level === 'module' && outputs.length > 0);
    // those of the file, and the model itself
    expect(layers.map(({ layer }) => layer).sort()).toEqual(
      [...written.keys()]
        .filter((name) => name !== 'input')
        .map((name) => name.replace('activation.', ''))
        .map((name) => (name === 'output' ? '(model)' : name))
        .sort(),
    );
    expect(Math.max(...layers.map(({ error }) => error))).toBeLessThan(1e-5);
  });

  test('points at the layer whose weight is wrong', async () => {
    const model = tiny();
    const wrong = [...model.stateDict()].find(([path]) => path === 'model.1.sgu.norm.weight')![1];
    const values = wrong.value.dataSync().map((value) => value + 0.1);
    model.loadStateDict(new Map([['model.1.sgu.norm.weight', { shape: wrong.shape, values }]]), { strict: false });
    const found: Comparison = await compare(model, { reference: stored });
    expect(found.calls[found.firstLayer!]!.layer).toBe('model.1.sgu.norm');
    expect(found.calls[found.firstKernel!]!.layer).toBe('model.1.sgu.norm');
  });

  test('and a model that was never given values are told so in a note', async () => {
    const { model } = createGMLP('gmlp', tinySizes);
    const found = await compare(model, { reference: stored });
    expect([found.agrees, found.notes]).toEqual([
      false,
      ['the model has 24 parameters that were never given values: where these are random, errors mean nothing'],
    ]);
    const both = await compareModels(tiny(), createGMLP('gmlp', tinySizes).model, [1, 3, 32, 32]);
    expect(both.notes).toEqual([
      'the second model has 24 parameters that were never given values: where these are random, errors mean nothing',
    ]);
  });

  test('without a name of the model is refused', async () => {
    const other = new Map([['encoder', { shape: [1], values: new Float32Array(1) }]]);
    await expect(compare(tiny(), [1, 3, 32, 32], { reference: other })).rejects.toThrow(
      'no array has the name of a layer: got encoder, the model has output, patcher, model and 15 more',
    );
  });
});

test('one side alone is refused, where it agreed with itself', async () => {
  for (const options of [{}, { backend: 'wasm' }])
    await expect(compare(zoo.cnn!(), options)).rejects.toThrow(
      "compare needs another side: give against, a backend such as 'cpu', or reference",
    );
});
