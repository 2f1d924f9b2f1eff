// The classes as a program uses them: settings that are refused, training, copies of tf.layers, weights.
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { activations, glu, threshold } from '../../src/kerasLayers/activations.ts';
import { registerKeras3 } from '../../src/kerasLayers/layers.ts';
import { use } from '../backends.ts';

const { layers, operations } = registerKeras3(tfl);
const make = (name: string, config: object = {}): tfl.layers.Layer => new (layers.get(name)!)({ name: 'l', ...config });

const run = (layer: tfl.layers.Layer, x: tf.Tensor, kwargs = {}): tf.Tensor =>
  tf.tidy(() => layer.apply(x, kwargs) as tf.Tensor);

beforeAll(async () => {
  await use('cpu');
});

describe('a setting that Keras does not write is refused', () => {
  const wrong: [name: string, config: object, message: string][] = [
    ['GroupNormalization', { groups: 'two' }, 'groups of the layer l must be a whole number, got "two"'],
    ['GroupNormalization', { groups: 1.5 }, 'groups of the layer l must be a whole number, got 1.5'],
    ['EinsumDense', { outputShape: 2 }, 'equation of the layer l must be a text, got undefined'],
    [
      'Conv1DTranspose',
      { filters: 2 },
      'kernelSize of the layer l must be a whole number from 1, or a list of 1, got undefined',
    ],
    ['Conv2D', { filters: 0, kernelSize: 2 }, 'filters of the layer l must be a whole number from 1, got 0'],
    [
      'Conv2D',
      { filters: 2, kernelSize: [1, 2, 3] },
      'kernelSize of the layer l must be a whole number from 1, or a list of 2, got [1,2,3]',
    ],
    [
      'UpSampling2D',
      { interpolation: 'cubic' },
      'interpolation of the layer l must be one of nearest, bilinear, bicubic, lanczos3, lanczos5, area, got "cubic"',
    ],
    [
      'Cropping1D',
      { cropping: [-1, 0] },
      'cropping of the layer l must be a whole number, or one for each side, or a list of 1, got [-1,0]',
    ],
    [
      'Resizing',
      { height: 2, width: 2, fillMode: 'wrap' },
      'fillMode of the layer l must be one of constant, got "wrap"',
    ],
  ];
  test.each(wrong)('%s with %j', (name, config, message) => {
    expect(() => make(name, config)).toThrow(message);
  });

  test('an equation of three tensors', () => {
    const layer = make('EinsumDense', { equation: 'ab,bc,cd->ad', outputShape: 2 });
    expect(() => layer.apply(tfl.input({ shape: [3] }))).toThrow(
      'the equation of an EinsumDense must be like ab,bc->ac, ...b,bc->...c or ab...,bc->ac..., got ab,bc,cd->ad',
    );
  });

  test('a weight over an open axis', () => {
    const layer = make('GroupNormalization', { groups: 1 });
    expect(() => layer.apply(tfl.input({ shape: [2, null] }))).toThrow(
      'the layer l needs the size of each axis that its weights have, got [null]',
    );
  });

  test('groups that do not divide the channels', () => {
    const layer = make('GroupNormalization', { groups: 2 });
    expect(() => run(layer, tf.ones([1, 3]))).toThrow(
      'groups must divide the 3 channels of a GroupNormalization, got 2',
    );
  });

  test('a layer inside another that tf.js does not know', () => {
    const layer = make('SpectralNormalization', { layer: { className: 'constructor', config: {} } });
    expect(() => layer.apply(tfl.input({ shape: [2] }))).toThrow(
      'the class of {"className":"constructor","config":{}} must be one that tf.js has registered',
    );
  });

  test('an activation that is none', () => {
    const layer = make('Conv1D', { filters: 1, kernelSize: 1, groups: 1, activation: 'toString' });
    expect(() => run(layer, tf.ones([1, 2, 1]))).toThrow('must be one that tf.js has registered');
  });

  test('calls that the shapes of their inputs do not tell apart', () => {
    const way = (reverse: boolean) => ({ args: [{ tensor: 0 }], kwargs: { reverse }, shapes: [[null, 3]] });
    const layer = make('ReversibleEmbedding', { inputDim: 4, outputDim: 3, call: [way(true), way(false)] });
    expect(() => layer.apply(tfl.input({ shape: [3] }))).toThrow(
      "a layer that is called in 2 ways must tell them by its inputs' shapes, got 2 that fit [,3]",
    );
  });

  test('an index out of bounds', () => {
    const call = { args: [{ tensor: 0 }, [0, 7]], kwargs: {}, shapes: [[null, 3]] };
    const layer = new (operations.get('GetItem')!)({ name: 'item', call });
    expect(() => run(layer, tf.ones([2, 3]))).toThrow('the index 7 is out of bounds of an axis of 3');
  });
});

test('a layer that is called in two ways tells them by the ranks of its inputs', () => {
  const call = [
    { args: [{ tensor: 0 }], kwargs: {}, shapes: [[null, 2]] },
    { args: [{ tensor: 0 }], kwargs: { reverse: true }, shapes: [[null, 2, 3]] },
  ];
  const embedding = make('ReversibleEmbedding', { inputDim: 4, outputDim: 3, call });
  const tokens = tfl.input({ shape: [2] });
  const inner = embedding.apply(tokens) as tfl.SymbolicTensor;
  const model = tfl.model({ inputs: tokens, outputs: embedding.apply(inner) as tfl.SymbolicTensor });
  expect(model.outputs[0]!.shape).toEqual([null, 2, 4]);
  const table = tf.tensor2d([1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1], [4, 3]);
  embedding.setWeights([table]);
  const output = model.predict(tf.tensor2d([[0, 3]])) as tf.Tensor;
  expect(output.arraySync()).toEqual([
    [
      [1, 0, 0, 1],
      [1, 1, 1, 3],
    ],
  ]);
  tf.dispose([table, output]);
  model.dispose();
});

describe('training', () => {
  test('gradients reach every weight of attention, groups and recurrence', async () => {
    const x = tfl.input({ shape: [3, 4] });
    const attention = make('MultiHeadAttention', {
      name: 'att',
      numHeads: 2,
      keyDim: 2,
      kernelInitializer: 'glorotNormal',
    });
    const normalized = make('GroupNormalization', { name: 'gn', groups: 2 }).apply(attention.apply([x, x] as never));
    const gated = make('GRU', {
      name: 'gru',
      units: 2,
      kernelInitializer: 'glorotNormal',
      recurrentInitializer: 'glorotNormal',
    });
    const model = tfl.model({ inputs: x, outputs: gated.apply(normalized) as tfl.SymbolicTensor });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const before = model.getWeights().map((weight) => Array.from(weight.dataSync()));
    const [inputs, targets] = [tf.randomNormal([8, 3, 4], 0, 1, 'float32', 1), tf.ones([8, 2])];
    await model.fit(inputs, targets, { epochs: 2, verbose: 0 });
    const names = model.weights.map(({ originalName }) => originalName);
    const unchanged = model
      .getWeights()
      .flatMap((weight, i) => (`${Array.from(weight.dataSync())}` === `${before[i]}` ? [names[i]] : []));
    // a bias of all keys changes no share of attention
    expect(unchanged.filter((name) => name !== 'att/key/bias')).toEqual([]);
    expect(names.slice(0, 8)).toEqual(
      ['query', 'key', 'value', 'attention_output'].flatMap((name) => [`att/${name}/kernel`, `att/${name}/bias`]),
    );
    tf.dispose([inputs, targets]);
    model.dispose();
  });

  test.each([
    ['RandomFlip', {}, 'the layer RandomFlip changes images in training, which is not supported: remove it before fit'],
    ['BatchNormalization', { axis: 1 }, 'a BatchNormalization over an inner axis is not supported in training'],
  ])('%s refuses to train', (name, config, message) => {
    const layer = make(name, config);
    expect(() => run(layer, tf.ones([1, 2, 2, 3]), { training: true })).toThrow(message);
  });

  test('dropout over channels drops whole channels', () => {
    const layer = make('SpatialDropout2D', { rate: 0.5 });
    const dropped = tf.tidy(() => (layer.apply(tf.ones([1, 4, 4, 64]), { training: true }) as tf.Tensor).dataSync());
    const channels = Array.from(
      { length: 64 },
      (_, c) => new Set(Array.from({ length: 16 }, (__, i) => dropped[i * 64 + c])),
    );
    expect(channels.every((values) => values.size === 1)).toBe(true);
    expect(new Set(dropped)).toEqual(new Set([0, 2]));
  });

  test('a frozen layer freezes the layers that it holds', () => {
    const layer = make('MultiHeadAttention', { numHeads: 1, keyDim: 2, trainable: false });
    const x = tfl.input({ shape: [3, 4] });
    layer.apply([x, x] as never);
    expect(layer.trainableWeights).toEqual([]);
    layer.trainable = true;
    expect(layer.trainableWeights.length).toBe(8);
    expect(layer.nonTrainableWeights).toEqual([]);
  });
});

test('a cell of tf.js on each step computes what the RNN of tf.js does', () => {
  const config = { units: 2, kernelInitializer: 'heNormal', recurrentInitializer: 'heNormal' } as const;
  const [ours, theirs] = [
    make('RNN', { cell: tfl.layers.lstmCell({ name: 'cell', ...config }), returnSequences: true }),
    tfl.layers.rnn({ cell: tfl.layers.lstmCell({ name: 'cell', ...config }), returnSequences: true }),
  ];
  const x = tf.randomNormal([2, 3, 4], 0, 1, 'float32', 1);
  const expected = run(theirs, x);
  ours.apply(tfl.input({ shape: [3, 4] }));
  ours.setWeights(theirs.getWeights());
  const output = run(ours, x);
  expect(output.shape).toEqual([2, 3, 2]);
  expect(Array.from(output.dataSync())).toEqual(Array.from(expected.dataSync()));
  tf.dispose([x, expected, output]);
});

test('classes are made once for a copy of tf.layers, and anew for another copy', async () => {
  const other = await import('tfjs-layers-again');
  expect(registerKeras3(tfl).layers).toBe(layers);
  const again = registerKeras3(other as unknown as typeof tfl);
  const layer = new (again.layers.get('Identity')!)({});
  expect(layer).toBeInstanceOf(other.layers.Layer);
  expect(layer).not.toBeInstanceOf(tfl.layers.Layer);
  registerKeras3(tfl);
});

test('a layer without a name gets one that a name of a tensor may have', () => {
  const layer = new (layers.get('GroupNormalization')!)({ groups: 1 });
  layer.apply(tfl.input({ shape: [2] }));
  expect(layer.weights.map(({ originalName }) => originalName.replace(/\d+/, 'n'))).toEqual([
    'group_normalization_kerasn_1/gamma',
    'group_normalization_kerasn_1/beta',
  ]);
});

test('activations with arguments follow their formulas', () => {
  tf.tidy(() => {
    expect(Array.from(threshold(tf.tensor1d([-1, 0.4, 2]), 0.5, 9).dataSync())).toEqual([9, 9, 2]);
    const halves = glu(tf.tensor2d([[1, 2, 0, 0]])).dataSync();
    expect(Array.from(halves)).toEqual([0.5, 1]);
    expect(activations.hard_swish(tf.scalar(3)).dataSync()[0]).toBe(3);
  });
});
