import { expect, test } from 'vitest';
import { kernels } from '../../src/tensorflow/kernels/kernels.ts';
import { shapeFunctions } from '../../src/trace/meta/shapeFunctions.ts';

test('every kernel that a trace knows has a TensorFlow op, and no other', () => {
  expect(Object.keys(kernels).sort()).toEqual(Object.keys(shapeFunctions).sort());
});
