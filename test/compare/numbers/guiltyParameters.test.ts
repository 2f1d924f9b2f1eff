// The parameter that explains a difference of two models is named, though it comes to the kernel through others.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareModels } from '../../../src/index.ts';
import { constant, Linear, Module, Parameter } from '../../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the parameter that differs is named', () => {
  /** A product with a weight that comes to it through `ways`. */
  class Through extends tfl.layers.Layer {
    #weight: ReturnType<tfl.layers.Layer['addWeight']> | undefined;
    readonly #way: (weight: tf.Tensor) => tf.Tensor;
    constructor(way: (weight: tf.Tensor) => tf.Tensor) {
      super({ name: 'through' });
      this.#way = way;
    }
    override build(shape: tfl.Shape): void {
      this.#weight = this.addWeight('w', [3, 2], 'float32', tfl.initializers.ones());
      super.build(shape);
    }
    override computeOutputShape(): tfl.Shape {
      return [2, 2];
    }
    override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
      return tf.matMul([input].flat()[0]!, this.#way(this.#weight!.read()));
    }
    static get className(): string {
      return 'Through';
    }
  }
  const flip = (weight: tf.Tensor): tf.Tensor => tf.transpose(weight);
  const flat = (weight: tf.Tensor): tf.Tensor => tf.reshape(tf.reshape(weight, [6]), [3, 2]);
  const twice = (weight: tf.Tensor): tf.Tensor => flip(tf.reshape(flip(weight), [2, 3]));
  const built = (way: (weight: tf.Tensor) => tf.Tensor, first: number): tfl.LayersModel => {
    const model = tfl.sequential({
      layers: [tfl.layers.activation({ activation: 'linear', batchInputShape: [2, 3] }), new Through(way)],
    });
    model.setWeights([tf.tensor([first, 2, 3, 4, 5, 6], [3, 2])]);
    return model;
  };

  test.each([
    ['reshapes on one side alone', (weight: tf.Tensor) => weight, flat],
    ['a transposition on both sides, and a reshape on one', (weight: tf.Tensor) => flip(flip(weight)), twice],
  ])('though the kernel that is wrong reads it through %s', async (_, before, after) => {
    const found = await compareModels(built(before, 1), built(after, 9));
    expect([found.agrees, found.firstParameters]).toEqual([false, ['through.w']]);
    expect((await compareModels(built(before, 1), built(after, 1))).agrees).toBe(true);
  });

  test('not where only its reading differs', async () => {
    const cut = (weight: tf.Tensor): tf.Tensor => tf.reshape(flip(weight), [3, 2]);
    const found = await compareModels(
      built((weight) => weight, 1),
      built(cut, 1),
    );
    expect([found.agrees, found.firstParameters]).toEqual([false, []]);
  });
});

test('a parameter is blamed for a kernel that writes into its input, which both sides hold', async () => {
  class Scattered extends Module {
    readonly first = new Linear(2, 2, { bias: false });
    readonly rows = new Parameter([1, 2], constant(0));
    override forward(x: tf.Tensor): tf.Tensor {
      return tf.tensorScatterUpdate(this.first.apply(x), tf.tensor2d([[0]], [1, 1], 'int32'), this.rows.value);
    }
  }
  const built = (weight: number, row: number): Scattered => {
    const model = new Scattered();
    model.loadStateDict(
      new Map([
        ['first.weight', { shape: [2, 2], values: new Float32Array(4).fill(weight) }],
        ['rows', { shape: [1, 2], values: new Float32Array(2).fill(row) }],
      ]),
    );
    return model;
  };
  const { calls } = await compareModels(built(1, 5), built(2, 9), [tf.ones([3, 2])]);
  const scatter = calls.find(({ level, name }) => level === 'kernel' && name === 'TensorScatterUpdate')!;
  // rows 1 and 2 are 2 in place of 4, row 0 is 5 in place of 9: of the reference's target only row 0 differs
  expect(scatter.outputs.map(({ carried, made }) => [carried.maxAbsolute, made?.maxAbsolute])).toEqual([[4, 4]]);
  const target = await compareModels(built(1, 5), built(2, 5), [tf.ones([3, 2])]);
  const same = target.calls.find(({ name }) => name === 'TensorScatterUpdate')!;
  expect(same.outputs.map(({ carried, made }) => [carried.maxAbsolute, made?.maxAbsolute])).toEqual([[2, 0]]);
});
