// Constants in another order of their axes.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { reshapedTensor, transposedTensor } from '../../../src/dialects/onnx/passes/reordered.ts';
import type { TensorValue } from '../../../src/graph/graph.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const counted = (shape: number[]): TensorValue => {
  const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => i);
  return { dtype: 'float32', shape, values };
};

const shapeAndPerms = fc
  .tuple(
    fc
      .array(fc.constantFrom(1, 2, 3, 5, 33), { minLength: 1, maxLength: 4 })
      .filter((shape) => tf.util.sizeFromShape(shape) < 20_000),
    fc.gen(),
  )
  .map(([shape, draw]) => {
    const axes = shape.map((_, axis) => axis);
    const perm = () => draw(fc.shuffledSubarray, axes, { minLength: axes.length, maxLength: axes.length });
    return { shape, perms: [perm(), perm()] };
  });

test('a tensor that is transposed twice, and reshaped then, has the elements that tf.js gives it', () => {
  fc.assert(
    fc.property(shapeAndPerms, ({ shape, perms }) => {
      const ours = perms.reduce((tensor, perm) => transposedTensor(tensor, perm), counted(shape));
      const theirs = perms.reduce(
        (tensor, perm) => tf.transpose(tensor, perm),
        tf.tensor(counted(shape).values!, shape),
      );
      expect(ours.shape).toEqual(theirs.shape);
      const expected = Buffer.from(theirs.dataSync().buffer);
      for (const tensor of [ours, reshapedTensor(ours, [theirs.size])])
        expect(Buffer.from((tensor.values as Float32Array).buffer).equals(expected)).toBe(true);
      tf.dispose(theirs);
    }),
    { numRuns: 100, seed: 7 },
  );
});

test('a long tensor is put in order when it is read, and there and back is the array itself', () => {
  const weights = counted([64, 48]);
  const there = transposedTensor(weights, [1, 0]);
  expect(there.values).not.toBe(there.values);
  expect(transposedTensor(there, [1, 0]).values).toBe(weights.values);
});
