import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { type AnyModule, createGMLP, functional, gMLP, Linear, Module, Sequential } from '../../src/nn.ts';

beforeAll(async () => void (await tf.setBackend('cpu')));

class Throws extends Module {
  override forward(x: tf.Tensor): tf.Tensor {
    functional.relu(x);
    throw new Error('from inside');
  }
}

class Unknown extends Module {
  override forward(x: tf.Tensor): tf.Tensor {
    return tf.unique(tf.reshape(x, [-1]) as tf.Tensor1D).values;
  }
}

class Reads extends Module {
  override forward(x: tf.Tensor): tf.Tensor {
    return tf.scalar(x.dataSync()[0]!);
  }
}

const state = (model: AnyModule) => ({
  backend: tf.getBackend(),
  tensors: tf.memory().numTensors,
  keys: Object.keys(model),
  training: [...model.namedModules()].map(([, module]) => module.training),
  weights: [...model.stateDict()].map(([, parameter]) => [...parameter.value.dataSync()]),
  kernels: tf.getKernelsForBackend('gmlp-viz-shapes').length,
});

function filled<T extends AnyModule>(model: T): T {
  for (const parameter of model.stateDict().values()) parameter.value;
  return model;
}

test('a trace leaves backend, hooks, tensors and training flags as before', () => {
  const model = filled(new gMLP({ dModel: 8, dFfn: 4, seqLen: 4, numLayers: 2 }));
  const before = state(model);
  trace(model, [{ shape: [2, 4, 8] }]);
  expect(state(model)).toEqual(before);
  let calls = 0;
  model.registerForwardHook(() => calls++);
  tf.tidy(() => model.apply(tf.zeros([1, 4, 8])));
  expect(calls).toBe(1);
});

test.each([
  [new Throws(), 'from inside'],
  [new Unknown(), 'the shape that Unique gives depends on numbers, and a shape-only trace has none'],
  [new Reads(), 'this model reads numbers while it runs, and a shape-only trace has none'],
])('a trace that throws, case %#, leaves backend, hooks, tensors and training flags as before', (failing, message) => {
  const model = filled(new Sequential(new Linear(3, 3), failing));
  const before = state(model);
  expect(() => trace(model, [{ shape: [2, 3] }])).toThrow(message);
  expect(state(model)).toEqual(before);
});

test('a shape-only trace initializes no parameter', () => {
  const { model, inputSize } = createGMLP('gmlp-b16');
  const before = tf.memory().numTensors;
  trace(model, [{ shape: [1, ...inputSize] }]);
  expect(tf.memory().numTensors).toBe(before);
});

test('calls of a trace nest, and its shapes equal those of a computed run', () => {
  const model = new gMLP({ dModel: 8, dFfn: 4, seqLen: 4, numLayers: 1 });
  const record = trace(model, [{ shape: [2, 4, 8] }]);
  for (const [index, call] of record.calls.entries()) expect(call.parent).toBeLessThan(index);
  expect(new Set(record.calls.map((call) => call.level))).toEqual(new Set(['module', 'op', 'kernel']));
  const shapes: number[][] = [];
  for (const [, module] of model.namedModules())
    module.registerForwardHook((_, __, output) => shapes.push((output as tf.Tensor).shape));
  tf.tidy(() => model.apply(tf.zeros([2, 4, 8])));
  const traced = record.returned.map((index) => record.values[record.calls[index]!.outputs as number]!.shape);
  expect(traced).toEqual(shapes);
});

test('a tensor made outside the model before a trace is a constant of the trace', () => {
  const mask = tf.tensor2d([1, 0, 0, 1], [2, 2]);
  const { values } = trace((x: tf.Tensor) => tf.mul(x, mask), [{ shape: [2, 2] }]);
  expect(values.map(({ constant }) => constant)).toEqual([undefined, Float32Array.of(1, 0, 0, 1), undefined]);
  expect(mask.isDisposed).toBe(false);
  mask.dispose();
});
