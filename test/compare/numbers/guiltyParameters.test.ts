// The parameter that explains a difference of two models is named, though it comes to the kernel through others.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { compareModels } from '../../../src/index.ts';

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
