// What users give as numbers: shapes, dtypes, refusals.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { arrayIn, type Values } from '../../src/media/tensorInput.ts';

test('a tensor, a typed array, nested arrays and a number have numbers, a shape and a dtype', async () => {
  await tf.setBackend('cpu');
  const tensor = tf.tensor2d([[1, 2, 3]], undefined, 'int32');
  const given = [
    tensor,
    new Uint8ClampedArray([1, 2]),
    [[1, 2], new Float32Array([3, 4])],
    [],
    [[], []],
    Number.NaN,
    true,
    [[true], [false]],
  ];
  expect(given.map((values) => arrayIn(values as Values, 'x'))).toEqual([
    { numbers: new Int32Array([1, 2, 3]), shape: [1, 3], dtype: 'int32' },
    { numbers: new Uint8ClampedArray([1, 2]), shape: [2], dtype: 'uint8' },
    { numbers: [1, 2, 3, 4], shape: [2, 2], dtype: 'number' },
    { numbers: [], shape: [0], dtype: 'number' },
    { numbers: [], shape: [2, 0], dtype: 'number' },
    { numbers: [Number.NaN], shape: [], dtype: 'number' },
    { numbers: [1], shape: [], dtype: 'bool' },
    { numbers: [1, 0], shape: [2, 1], dtype: 'bool' },
  ]);
  tensor.dispose();
});

test.each([
  ['7', 'x must be numbers, got string'],
  [null, 'x must be numbers, got object'],
  [undefined, 'x must be numbers, got undefined'],
  [[true, 1], 'x must be of one kind, got booleans and 1'],
  [{}, 'x must be numbers, got an object'],
  [new BigInt64Array(1), 'x must be numbers, got bigints'],
  [[1, ['x']], 'x must be nested to one depth, got arrays beside numbers'],
  [[[1], 'x'], 'x must be numbers, got string'],
  [[[1], 2], 'x must be nested to one depth, got numbers beside arrays'],
  [[[1], [2, 3]], 'x must be of equal length on axis 1, got 1 and 2'],
])('%o is refused', (values, clause) => {
  expect(() => arrayIn(values as Values, 'x')).toThrow(new UserError(clause));
});

test('a tensor of strings is refused', () => {
  expect(() => arrayIn(tf.tensor1d(['a']), 'x')).toThrow(new UserError('x must be numbers, got a tensor of string'));
});
