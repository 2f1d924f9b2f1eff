import { expect, test } from 'vitest';
import { kernels } from '../../src/tensorflow/kernels.ts';
import { shapeFunctions } from '../../src/trace/meta.ts';

test('every kernel that a trace knows has a TensorFlow op, and no other', () => {
  expect(Object.keys(kernels).sort()).toEqual(Object.keys(shapeFunctions).sort());
});
