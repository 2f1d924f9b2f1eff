import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import * as again from 'tfjs-layers-again';
import { beforeAll, expect, test } from 'vitest';
import { type LayersModelLike, summary, trace } from '../../../../src/index.ts';
import { recurrentInputs, recurrentModels } from '../../../fixtures/recurrentModels.ts';
import { inputsOf, zoo } from '../../../fixtures/zoo.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** All of a model that a trace may not change. */
const stateOf = (model: tfl.LayersModel) => ({
  numTensors: tf.memory().numTensors,
  backend: tf.getBackend(),
  own: model.layers.map((layer) => Object.keys(layer)),
  training: model.layers.map((layer) => [layer.trainable, layer.trainableWeights.length]),
  weights: model.getWeights().map((weight) => Array.from(weight.dataSync())),
});

const dense = (from: number, to: number): number => (from + 1) * to;
const block = 4 * 8 + dense(8, 24) + dense(8, 8) + dense(8, 16) + dense(16, 8);
const unseen: Readonly<Record<string, number>> = {
  attention: 6 * dense(4, 4),
  transformer: 88 + 4 * block + dense(8, 3),
};

test.each(Object.keys(zoo))(
  '%s: parameters are its weights, outputs those of a run, and nothing is left behind',
  (name) => {
    const model = zoo[name]!();
    const inputs = inputsOf(model);
    // weights of custom layers are made by the first run
    const outputs = [model.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat() as tf.Tensor[];
    const before = stateOf(model);
    const record = trace(model, inputs);
    expect(stateOf(model)).toEqual(before);
    expect([record.outputs].flat(9).map((index) => record.values[index as number]!.shape)).toEqual(
      outputs.map(({ shape }) => shape),
    );
    const parameters = record.modules.flatMap((module) => module.parameters).filter((p) => p.sharedWith === undefined);
    // tf.js does not see the weights of layers inside a custom layer
    const size = parameters.reduce((sum, parameter) => sum + parameter.size, 0);
    expect(size).toBe(unseen[name] ?? model.countParams());
    const called = new Set(record.calls.map((call) => (call.level === 'module' ? call.module : -1)));
    const uncalled = record.modules.filter((_, index) => !called.has(index)).map(({ path }) => path);
    // a Sequential that begins with another takes over its layers
    expect(uncalled).toEqual(name === 'autoencoder' ? ['decoder.inner'] : []);
  },
);

test('repeated blocks have one structure: equal kernels, shapes and names inside', () => {
  const { modules, calls, values } = trace(zoo.transformer!(), [{ shape: [2, 5], dtype: 'int32' }]);
  const blocks = calls.flatMap((call, index) =>
    call.level === 'module' && modules[call.module]!.type === 'EncoderBlock' ? [index] : [],
  );
  const inside = (from: number): string[] => {
    const held = new Set([from]);
    return calls.flatMap((call, index) => {
      if (!held.has(call.parent)) return [];
      held.add(index);
      const what = call.level === 'module' ? modules[call.module]!.type : call.level === 'op' ? call.op : call.kernel;
      return [`${what} ${[call.outputs].flat(9).map((value) => `[${values[value as number]!.shape}]`)}`];
    });
  };
  expect(blocks).toHaveLength(4);
  expect(inside(blocks[0]!).length).toBeGreaterThan(40);
  for (const other of blocks.slice(1)) expect(inside(other)).toEqual(inside(blocks[0]!));
  const folded = summary(zoo.transformer!(), [5], { style: 'csv', columns: ['name', 'type'], dtypes: ['int32'] });
  expect(`${folded}`.replace(/_\w+?\d+/g, '')).toContain('4 x EncoderBlock');
});

test('layers inside a custom layer have their parameters, in the table too', () => {
  const model = zoo.attention!();
  const { totals } = summary(model, [3, 4]);
  expect(totals.params).toBe(2 * 3 * (4 * 4 + 4));
  const { modules } = trace(model, [{ shape: [1, 3, 4] }]);
  expect(modules.slice(1, 5).map(({ path, type }) => `${path.replace(/_Attention\d+/, '')} ${type}`)).toEqual([
    'attention Attention',
    'attention.query Dense',
    'attention.rest_0 Dense',
    'attention.rest_1 Dense',
  ]);
});

test('a tf.layers model is as before after a throw, and an empty one is refused', () => {
  for (const [name, wrong] of [
    ['cnn', { shape: [2, 9, 10] }],
    ['lstm', { shape: [2, 3], dtype: 'string' }],
    ['attention', { shape: [2, 3, 5] }],
    ['autoencoder', { shape: [2, 11] }],
  ] as const) {
    const model = zoo[name]!();
    const before = stateOf(model);
    for (const backend of [undefined, 'cpu']) {
      expect(() => trace(model, [wrong], { backend }), `${name} on ${backend}`).toThrow();
      expect(stateOf(model)).toEqual(before);
    }
  }
  expect(() => trace(tfl.sequential({ name: 'empty' }), [{ shape: [2, 3] }])).toThrow(
    'the model empty has no input: its first layer needs an inputShape',
  );
});

test('inputs are called after their layers, however many models were made before', () => {
  const make = (): tfl.LayersModel => {
    const [left, right] = ['left', 'right'].map((name) => tfl.input({ shape: [2], name }));
    return tfl.model({
      inputs: [left!, right!],
      outputs: tfl.layers.add().apply([left!, right!]) as tfl.SymbolicTensor,
    });
  };
  for (const model of [make(), make()]) {
    const { inputs, values } = trace(model, [
      [1, 2],
      [1, 2],
    ]);
    expect(inputs.map((id) => values[id]!.name)).toEqual(['left', 'right']);
  }
});

test('a model of another copy of tf.layers is traced', () => {
  const model = zoo.cnn!();
  const stranger: LayersModelLike = {
    name: model.name,
    weights: model.weights,
    layers: model.layers,
    built: true,
    predict: 0,
    build: () => undefined,
    getClassName: () => 'Sequential',
    apply: () => undefined,
    call: (x: never) => model.call(x, {}),
  } as LayersModelLike;
  const record = trace(stranger, [{ shape: [1, 10, 10, 3] }]);
  expect(record.modules.map(({ type }) => type)).toContain('BatchNormalization');
  expect(record.values[record.outputs as number]!.shape).toEqual([1, 5]);
});

test('the torchsummary table of a tf.layers model counts all parameters of its layers', () => {
  const model = zoo.cnn!();
  const [total] = /Total params: [\d,]+/.exec(`${summary(model, [10, 10, 3], { style: 'torchsummary' })}`)!;
  expect(total).toBe(`Total params: ${model.countParams().toLocaleString('en-US')}`);
});

test('a Sequential of another copy of tf.layers has its layers as modules', () => {
  const { layers, sequential } = again;
  const model = sequential({
    layers: [layers.dense({ units: 3, inputShape: [4], name: 'of_another' }), layers.reLU()],
  });
  expect(model instanceof tfl.LayersModel).toBe(false);
  const seen = trace(model, [{ shape: [2, 4] }]);
  expect(seen.modules.map(({ type, parameters }) => [type, parameters.length])).toEqual([
    ['Sequential', 0],
    ['Dense', 2],
    ['ReLU', 0],
  ]);
  model.dispose();
});

test('the steps of a recurrent layer and the calls of a shared layer are one line, and parameters count once', () => {
  const options = { style: 'csv', columns: ['name', 'type', 'params', 'macs'] } as const;
  const lines = (name: string, ...sizes: number[][]) =>
    summary(zoo[name]!(), sizes, options)
      .toString()
      .replace(/_\w+?\d+/g, '')
      .trim()
      .split('\r\n')
      .slice(1);
  expect(lines('stacked', [3, 2])).toEqual([
    'Sequential,Sequential,,0',
    'lstm,LSTM,,0',
    'cell,3 x LSTMCell,112,288',
    'lstm,LSTM,,0',
    'cell,3 x LSTMCell,96,252',
    'dense,Dense,4,3',
  ]);
  expect(lines('towers', [6], [6])).toEqual([
    'Model,Model,,0',
    'tower,2 x Sequential,,0',
    'dense,2 x Dense,35,60',
    'dense,2 x Dense,18,30',
    'add,Add,,0',
  ]);
});

test('decoders that take and return states run as in predict', () => {
  const model = recurrentModels['initial states of two decoders']!();
  const inputs = recurrentInputs(model, 3);
  const { outputs, values } = trace(model, inputs);
  const shapes = [outputs].flat(9).map((index) => values[index as number]!.shape);
  expect(shapes).toEqual((model.predict(inputs) as tf.Tensor[]).map(({ shape }) => shape));
});
