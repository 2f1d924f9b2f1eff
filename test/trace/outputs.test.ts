// Forward passes that return no tensor are refused in one clause, for each kind of model and each way to trace it.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { profile, summary, trace, UserError } from '../../src/index.ts';
import { Linear, Module, Sequential } from '../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

class Returns extends Module<[tf.Tensor], unknown> {
  readonly linear = new Linear(4, 4);
  readonly #result: (x: tf.Tensor) => unknown;
  constructor(result: (x: tf.Tensor) => unknown) {
    super();
    this.#result = result;
  }
  override forward(x: tf.Tensor): unknown {
    return this.#result(this.linear.apply(x));
  }
}
const dense = () => tfl.sequential({ layers: [tfl.layers.dense({ inputShape: [4], units: 3, name: 'd' })] });
const clause = (got: string) =>
  `the forward pass returned no tensor: expected a tensor, or a list or object of tensors, got ${got}`;

test.each<[string, () => unknown, string]>([
  ['nothing', () => undefined, 'nothing'],
  ['null', () => null, 'nothing'],
  ['a number', () => 5, '5'],
  ['not a number', () => Number.NaN, 'NaN'],
  ['an infinite number', () => Number.NEGATIVE_INFINITY, '-Infinity'],
  ['a big integer', () => 5n, '5'],
  ['a symbol', () => Symbol('a b'), 'Symbol(a b)'],
  ['text', () => 'a b', '"a b"'],
  ['an empty list', () => [], 'an empty list'],
  ['lists of nothing', () => [[], [null]], 'a list without one'],
  ['an object of numbers', () => ({ loss: 5 }), 'an object without one'],
  ['an array of numbers', () => Float32Array.of(1, 2), 'an object without one'],
  ['a function', () => dense, 'the function dense'],
  [
    'a Module',
    () => new Sequential(new Linear(4, 4)),
    'a model, Sequential: make it first, and trace the model itself',
  ],
  ['a model of tf.layers', dense, 'a model, Sequential: make it first, and trace the model itself'],
])('a forward pass that returns %s is refused by every door', (kind, result, got) => {
  const numTensors = tf.memory().numTensors;
  for (const model of [new Returns(result), (_x: tf.Tensor) => result()]) {
    for (const run of [
      () => trace(model, [{ shape: [1, 4] }]),
      () => trace(model, [{ shape: [1, 4] }], { backend: 'cpu' }),
      () => summary(model, [4], { style: 'json' }),
      () => profile(model, [{ shape: [1, 4] }], { backend: 'cpu', runs: 1, warmup: 0 }),
    ]) {
      expect(run).toThrow(UserError);
      expect(run).toThrow(clause(got));
    }
  }
  // the weight and bias that a backend drew, and a model's own that the result is
  if (!/Module|model/.test(kind)) expect(tf.memory().numTensors - numTensors).toBe(2);
});

test('a forward pass that returns an object holding itself is refused', () => {
  const ring: Record<string, unknown> = {};
  ring.ring = [ring];
  expect(() => trace(new Returns(() => ring), [{ shape: [1, 4] }])).toThrow(
    'expected a list or object of tensors, got one that holds itself',
  );
});

test('tensors in lists, objects and class instances are outputs, whatever else these hold', () => {
  class Result {
    readonly logits: tf.Tensor;
    readonly loss = 5;
    constructor(logits: tf.Tensor) {
      this.logits = logits;
    }
  }
  const record = trace(new Returns((x) => [new Result(x), { states: [x, tf.relu(x)] }]), [{ shape: [1, 4] }]);
  const flat = (part: unknown): unknown[] => [part].flat(9);
  expect((record.outputs as unknown[]).map((part) => flat(part).length)).toEqual([1, 2]);
});
