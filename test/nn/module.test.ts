import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import * as nn from '../../src/nn.ts';
import {
  BatchNorm1d,
  Buffer,
  constant,
  Dropout,
  Dropout2d,
  Embedding,
  Linear,
  Module,
  ModuleList,
  Parameter,
} from '../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

class Head extends Module {
  readonly scale = new Parameter([2], constant(3));
  readonly offset = new Buffer([2], constant(1));
  readonly proj: Linear;
  readonly note = 'not a module';

  constructor(proj: Linear) {
    super();
    this.proj = proj;
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return tf.mul(this.proj.apply(x), this.scale.value);
  }
}

class Net extends Module {
  readonly first = new Linear(4, 2, { bias: false });
  readonly later: ModuleList;

  constructor() {
    super();
    const shared = new Linear(2, 2);
    this.later = new ModuleList([new Head(shared), new Head(shared)]);
  }

  override forward(x: tf.Tensor): tf.Tensor {
    return [...this.later].reduce((y, head) => head.apply(y), this.first.apply(x));
  }
}

test('children and parameters are found in the order they were assigned; a shared module comes once', () => {
  const net = new Net();
  expect([...net.namedChildren()].map(([name, child]) => [name, child.constructor.name])).toEqual([
    ['first', 'Linear'],
    ['later', 'ModuleList'],
  ]);
  expect([...net.namedModules()].map(([name]) => name)).toEqual([
    '',
    'first',
    'later',
    'later.0',
    'later.0.proj',
    'later.1',
  ]);
  expect([...net.namedParameters()].map(([name]) => name)).toEqual([
    'first.weight',
    'later.0.scale',
    'later.0.proj.weight',
    'later.0.proj.bias',
    'later.1.scale',
  ]);
  // as PyTorch's state_dict: buffers too, and a shared module under each of its names
  expect([...net.stateDict().keys()]).toEqual([
    'first.weight',
    'later.0.scale',
    'later.0.offset',
    'later.0.proj.weight',
    'later.0.proj.bias',
    'later.1.scale',
    'later.1.offset',
    'later.1.proj.weight',
    'later.1.proj.bias',
  ]);
});

test('hooks see the module, its inputs and its output, until they are removed', () => {
  const net = new Net();
  const seen: string[] = [];
  const removers = [
    net.first.registerForwardPreHook((module, inputs) =>
      seen.push(`pre ${module.constructor.name} ${(inputs[0] as tf.Tensor).shape}`),
    ),
    net.first.registerForwardHook((module, inputs, output) => {
      const shapes = [inputs[0], output].map((t) => (t as tf.Tensor).shape.join('x'));
      seen.push(`${module === net.first} ${shapes}`);
    }),
  ];
  const x = tf.zeros([3, 4]);
  net.apply(x);
  for (const remove of removers) remove();
  removers[0]!();
  net.apply(x);
  expect(seen).toEqual(['pre Linear 3,4', 'true 3x4,3x2']);
});

test('train and eval reach every module', () => {
  const net = new Net();
  const flags = () => [...net.namedModules()].map(([, module]) => module.training);
  expect(flags()).toEqual(Array(6).fill(true));
  net.eval();
  expect(flags()).toEqual(Array(6).fill(false));
  net.train();
  expect(flags()).toEqual(Array(6).fill(true));
});

test('a parameter draws its values when they are first read, and has none after dispose', () => {
  const before = tf.memory().numTensors;
  const net = new Net();
  expect(tf.memory().numTensors).toBe(before);
  tf.tidy(() => net.apply(tf.ones([1, 4])).dataSync());
  expect(tf.memory().numTensors).toBe(before + 5);
  net.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('a frozen parameter is frozen for tf.js too, before and after its numbers exist', () => {
  const layer = new Linear(2, 2);
  layer.bias!.requiresGrad = false;
  const trainable = () => [layer.weight, layer.bias!].map(({ value }) => (value as tf.Variable).trainable);
  expect(trainable()).toEqual([true, false]);
  layer.weight.requiresGrad = false;
  layer.bias!.requiresGrad = true;
  expect(trainable()).toEqual([false, true]);
  layer.dispose();
});

test('loadStateDict of too few values changes no parameter', () => {
  const layer = new Linear(2, 2);
  const before = layer.weight.value.dataSync();
  const weight = { shape: [2, 2], values: Float32Array.of(1, 2, 3, 4) };
  const state = new Map([
    ['weight', weight],
    ['bias', { shape: [2], values: Float32Array.of(1) }],
  ]);
  expect(() => layer.loadStateDict(state)).toThrow('bias has 1 values, expected 2 for shape [2]');
  expect(layer.weight.value.dataSync()).toEqual(before);
});

test('loadStateDict that is not strict leaves parameters that the dict lacks', () => {
  const layer = new Linear(2, 1);
  const bias = layer.bias!.value.dataSync()[0]!;
  const weight = { shape: [1, 2], values: new Float32Array([5, 6]) };
  expect(() => layer.loadStateDict(new Map([['weight', weight]]))).toThrow('state dict does not fit: missing bias');
  layer.loadStateDict(
    new Map([
      ['weight', weight],
      ['other', weight],
    ]),
    { strict: false },
  );
  expect([...layer.weight.value.dataSync(), layer.bias!.value.dataSync()[0]!]).toEqual([5, 6, bias]);
});

const moments = (values: Float32Array) => {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length };
};

test('weights start as PyTorch’s: uniform within 1/sqrt(fan in), embeddings standard normal', () => {
  const { weight, bias } = new Linear(256, 400);
  for (const parameter of [weight, bias!]) {
    const values = parameter.value.dataSync() as Float32Array;
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1 / 16);
  }
  const uniform = moments(weight.value.dataSync() as Float32Array);
  // the variance of a uniform distribution is (2 * bound)^2 / 12; 102,400 draws stray by less than 1 %
  expect(uniform.mean).toBeCloseTo(0, 3);
  expect(uniform.variance / ((1 / 8) ** 2 / 12)).toBeCloseTo(1, 1);
  const normal = moments(new Embedding(1000, 100).weight.value.dataSync() as Float32Array);
  expect(normal.mean).toBeCloseTo(0, 1);
  expect(normal.variance).toBeCloseTo(1, 1);
});

test('dropout zeroes its share in training, whole channels in two dimensions, and scales what is kept', () => {
  const values = new Dropout(0.25).apply(tf.ones([100, 400])).dataSync();
  expect(new Set(values)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
  expect(values.filter((v) => v === 0).length / values.length).toBeCloseTo(0.25, 1);
  const channels = new Dropout2d(0.5).apply(tf.ones([20, 30, 2, 3]));
  const perChannel = tf.reshape(channels, [600, 6]).arraySync() as number[][];
  expect(perChannel.every((channel) => new Set(channel).size === 1)).toBe(true);
  expect(new Set(perChannel.flat())).toEqual(new Set([0, 2]));
  expect(() => new Dropout(1.5)).toThrow('dropout probability must be between 0 and 1, got 1.5');
});

test('batch norm in training refuses one value per channel', () => {
  expect(() => new BatchNorm1d(3).apply(tf.ones([1, 3]))).toThrow(
    'batch norm needs more than 1 value per channel when training, got shape [1, 3]',
  );
  expect(() => new BatchNorm1d(3).apply(tf.ones([2, 4]))).toThrow(
    'batch norm expects rank 2 or 3 with 3 channels on axis 1, got shape [2, 4]',
  );
});

test('every class of gmlp-viz/nn says its name itself, since bundlers shorten the names of classes', () => {
  const classes = Object.entries(nn).filter(([, value]) => isModuleClass(value));
  expect(classes.length).toBeGreaterThan(20);
  // a field can be listed, and the name that the language gives a class cannot
  const unnamed = classes.filter(([, value]) => !Object.getOwnPropertyDescriptor(value, 'name')!.enumerable);
  expect(unnamed.map(([name]) => name)).toEqual(['Module']);
  expect(classes.map(([, value]) => (value as typeof nn.Module).name)).toEqual(classes.map(([name]) => name));
});

const isModuleClass = (value: unknown): boolean =>
  value === nn.Module || (typeof value === 'function' && value.prototype instanceof nn.Module);

test.each<[string, () => unknown, string]>([
  [
    'an option of a class without options',
    () => Reflect.construct(nn.GELU, [{ approximate: 'tanh' }]),
    'GELU takes no such argument: {"approximate":"tanh"}',
  ],
  [
    'a flag after the last argument',
    () => Reflect.construct(nn.Dropout, [0.5, true]),
    'Dropout takes no such argument: true',
  ],
  [
    'options of PyTorch alone',
    () => Reflect.construct(nn.Embedding, [3, 4, { paddingIdx: 0 }]),
    'Embedding takes no such',
  ],
  [
    'modules of a ModuleList one by one',
    () => Reflect.construct(nn.ModuleList, [new nn.GELU(), new nn.ReLU()]),
    'a ModuleList takes its modules as one list: new ModuleList([a, b])',
  ],
  [
    'modules of a Sequential in a list',
    () => Reflect.construct(nn.Sequential, [[new nn.GELU()]]),
    'a Sequential takes its modules one by one: new Sequential(a, b)',
  ],
  [
    'a hole among modules',
    () => Reflect.construct(nn.Sequential, [new nn.GELU(), undefined]),
    'a Sequential takes modules, got undefined at 1',
  ],
])('%s is refused, where it was dropped without a word', (_, build, message) => {
  expect(build).toThrow(message);
});
