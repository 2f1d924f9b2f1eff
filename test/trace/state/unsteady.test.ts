// A model whose code keeps numbers where a trace cannot put them back: the trace and the table say so, and no other model's do.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { summary, type Traceable, trace } from '../../../src/index.ts';
import { Linear, Module } from '../../../src/nn.ts';
import { statefulModels } from '../../fixtures/stateful.ts';

beforeAll(() => tf.setBackend('cpu'));

class Counter {
  calls = 0;
}

const unsteady: Readonly<Record<string, () => Traceable>> = {
  'a number in a closure': () => {
    let calls = 0;
    return (x: tf.Tensor) => tf.mul(x, ++calls);
  },
  'a typed array in a closure': () => {
    const sums = new Float32Array(4);
    return (x: tf.Tensor) => {
      sums[0]! += 1;
      return tf.add(x, tf.tensor1d(sums.slice()));
    };
  },
  'a size in a closure': () => {
    let length = 0;
    return (x: tf.Tensor) => tf.tile(x, [1, ++length]);
  },
  'a setting of a kernel in a closure': () => {
    let limit = 0;
    return (x: tf.Tensor) => tf.clipByValue(x, 0, ++limit);
  },
  'a private field': () =>
    new (class extends Module {
      #calls = 0;
      override forward(x: tf.Tensor): tf.Tensor {
        return tf.mul(x, ++this.#calls);
      }
    })(),
  'an object of a class': () =>
    new (class extends Module {
      readonly counter = new Counter();
      override forward(x: tf.Tensor): tf.Tensor {
        return tf.mul(x, ++this.counter.calls);
      }
    })(),
  'text in a closure': () => {
    let calls = 0;
    return (x: tf.Tensor) => [tf.add(x, 1), tf.tensor(['abcdef'[calls++]!])] as unknown as tf.Tensor;
  },
};

const note = 'each call of the model computes with other numbers';
const notesOf = (model: Traceable, backend?: string): readonly string[] =>
  summary(model, [4], { style: 'table', batchSize: 2, backend }).notes.filter((clause) => clause.startsWith(note));

describe.each([undefined, 'cpu'])('on %s', (backend) => {
  test.each(Object.entries(unsteady))('a note names %s', (_, make) => {
    expect(trace(make(), [{ shape: [2, 4] }], { backend }).isUnsteady).toBe(true);
    expect(notesOf(make(), backend)).toHaveLength(1);
  });

  test.each(Object.entries(statefulModels))('%s is as before after a pass, without a note', (_, make) => {
    expect(notesOf(make(), backend)).toEqual([]);
  });

  test.each<[string, Traceable]>([
    ['draws of tf.js', (x: tf.Tensor) => tf.add(x, tf.randomNormal([4]))],
    ['Math.random()', (x: tf.Tensor) => tf.mul(x, Math.random())],
    ['a NaN', (x: tf.Tensor) => tf.mul(x, tf.tensor1d([Number.NaN, -0, 1, 2]))],
    ['text', (x: tf.Tensor) => [tf.add(x, 1), tf.tensor(['same'])] as unknown as tf.Tensor],
    ['a Linear', new Linear(4, 3)],
  ])('a model with %s has no note', (_, model) => {
    expect(notesOf(model, backend)).toEqual([]);
  });
});

test('a model that reads what it computed from the same inputs has no note', () => {
  const model = (x: tf.Tensor) => tf.mul(x, tf.sum(x).dataSync()[0]! > 0 ? 2 : 3);
  expect(notesOf(model, 'cpu')).toEqual([]);
  expect(notesOf((x: tf.Tensor) => tf.mul(x, tf.sum(x).dataSync()[0]!), 'cpu')).toEqual([]);
});
