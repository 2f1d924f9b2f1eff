// The product of a linear layer on each backend, whichever way it is computed there.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { profile, trace } from '../../src/index.ts';
import { Conv1d, functional, Linear, type Module } from '../../src/nn.ts';
import { backends, use } from '../backends.ts';

const shapes: [rows: number, inFeatures: number, outFeatures: number][] = [
  [1, 7, 5],
  [3, 64, 32],
  [40, 6, 9],
  [0, 4, 3],
  [2, 1, 1],
];

const random = (rows: number, columns: number, seed: number) =>
  tf.randomUniform([rows, columns], -1, 1, 'float32', seed);

function plainProduct(x: tf.Tensor, weight: tf.Tensor): Float32Array {
  const [a, b] = [x.dataSync(), weight.dataSync()];
  const [[rows, inFeatures], [outFeatures]] = [x.shape as [number, number], weight.shape as [number, number]];
  return Float32Array.from({ length: rows * outFeatures }, (_, i) => {
    const [row, out] = [Math.floor(i / outFeatures), i % outFeatures];
    let sum = 0;
    for (let at = 0; at < inFeatures; at++) sum += a[row * inFeatures + at]! * b[out * inFeatures + at]!;
    return sum;
  });
}

const expectClose = (actual: tf.Tensor, expected: ArrayLike<number>): void => {
  const values = [...actual.dataSync()];
  expect(values).toHaveLength(expected.length);
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i]!, 5);
};

describe.each(backends)('on %s', (backend) => {
  beforeAll(async () => {
    await use(backend);
  });

  test.each(shapes)('linear of %i rows, %i to %i features, is the sum of products', (rows, inFeatures, outFeatures) => {
    tf.tidy(() => {
      const [x, weight] = [random(rows, inFeatures, 1), random(outFeatures, inFeatures, 2)];
      expectClose(functional.linear(x, weight), plainProduct(x, weight));
    });
  });

  test.each(shapes)(
    'the gradients of linear, %i rows, %i to %i features, are those of the plain product',
    (rows, inFeatures, outFeatures) => {
      tf.tidy(() => {
        const [x, weight, dy] = [
          random(rows, inFeatures, 1),
          random(outFeatures, inFeatures, 2),
          random(rows, outFeatures, 3),
        ];
        const [dx, dWeight] = tf.grads((x, weight) => functional.linear(x, weight))([x, weight], dy);
        expectClose(dx!, plainProduct(dy, tf.transpose(weight)));
        expectClose(dWeight!, plainProduct(tf.transpose(dy), tf.transpose(x)));
      });
    },
  );

  test('linear leaves no tensor but its output, inside a gradient too', () => {
    const [x, weight] = [random(3, 8, 1), random(4, 8, 2)];
    const before = tf.memory().numTensors;
    functional.linear(x, weight).dispose();
    tf.dispose(tf.grads((x, weight) => functional.linear(x, weight))([x, weight]));
    expect(tf.memory().numTensors).toBe(before);
    tf.dispose([x, weight]);
  });

  const layers: [string, Module, number[]][] = [
    ['a Linear of one row', new Linear(8, 4), [1, 8]],
    ['a Linear of many rows', new Linear(8, 4), [4, 9, 8]],
    ['a pointwise Conv1d', new Conv1d(8, 6, 1), [2, 8, 5]],
  ];
  test.each(layers)('the trace of %s is the one on shapes: one product', (_, layer, shape) => {
    const onShapes = trace(layer, [{ shape }]);
    const computed = trace(layer, [{ shape }], { backend });
    expect(computed).toEqual(onShapes);
    const products = computed.calls.filter((call) => call.level === 'kernel' && call.kernel === 'BatchMatMul');
    expect(products).toMatchObject([{ attributes: { transposeA: false, transposeB: true } }]);
  });

  test('the profile of a Linear times the product as one call', () => {
    const { trace: traced, timing } = profile(new Linear(64, 32), [{ shape: [5, 64] }], {
      backend,
      runs: 1,
      warmup: 0,
    });
    expect(timing.runs[0]!.ends).toHaveLength(traced.calls.length);
  });
});
