// Tensors as they are: dtypes, shapes, bytes. TensorBoard reads them back in test/real.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Values } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { written } from '../written.ts';

const types = tensorboard.DataType;
const cases: readonly (readonly [string, () => Values, number, readonly number[], string])[] = [
  ['plain numbers', () => [[0.1, Number.NaN]], types.DT_DOUBLE, [1, 2], '9a9999999999b93f000000000000f87f'],
  ['a number', () => Number.POSITIVE_INFINITY, types.DT_DOUBLE, [], '000000000000f07f'],
  ['booleans', () => [true, false], types.DT_BOOL, [2], '0100'],
  ['uint16', () => new Uint16Array([1, 65_535]), types.DT_UINT16, [2], '0100ffff'],
  ['int8', () => new Int8Array([-1]), types.DT_INT8, [1], 'ff'],
  ['a part of a buffer', () => new Float32Array([1, 2, 3]).subarray(1, 2), types.DT_FLOAT, [1], '00000040'],
  ['a tensor', () => tf.tensor2d([[1], [-2]], undefined, 'int32'), types.DT_INT32, [2, 1], '01000000feffffff'],
  ['a bool tensor', () => tf.scalar(true), types.DT_BOOL, [], '01'],
  ['complex numbers', () => tf.complex([1], [2]), types.DT_COMPLEX64, [1], '0000803f00000040'],
  ['nothing', () => [], types.DT_DOUBLE, [0], ''],
];

test.each(cases)('%s', async (_, values, dtype, shape, content) => {
  await tf.setBackend('cpu');
  const { events } = await written((writer) => tf.tidy(() => writer.addTensor('t', values(), 7, 100)));
  const [{ tag, metadata, tensor }] = events[0]!.summary!.value as [tensorboard.Summary.IValue];
  expect({ tag, metadata, step: Number(events[0]!.step), wallTime: events[0]!.wallTime }).toEqual({
    tag: 't',
    metadata: { pluginData: { pluginName: 'tensor' }, dataClass: 2 },
    step: 7,
    wallTime: 100,
  });
  expect(tensor!.dtype).toBe(dtype);
  expect(tensor!.tensorShape!.dim!.map(({ size }) => Number(size))).toEqual(shape);
  expect(Buffer.from(tensor!.tensorContent ?? []).toString('hex')).toBe(content);
});

test('addTensor writes strings as UTF-8', async () => {
  const { events } = await written((writer) => tf.tidy(() => writer.addTensor('t', tf.tensor1d(['a', 'ü']))));
  const [{ tensor }] = events[0]!.summary!.value as [tensorboard.Summary.IValue];
  expect([tensor!.dtype, tensor!.stringVal!.map((text) => Buffer.from(text).toString())]).toEqual([
    types.DT_STRING,
    ['a', 'ü'],
  ]);
});
