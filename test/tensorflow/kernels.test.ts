import { expect, test } from 'vitest';
import { kernels } from '../../src/tensorflow/kernels/kernels.ts';
import { kernelNames, withoutOp } from '../trace/kernelNames.ts';

test('every kernel that tfjs-core names has a TensorFlow op, or there is none', () => {
  expect([...Object.keys(kernels), ...Object.keys(withoutOp)].toSorted()).toEqual(kernelNames.toSorted());
});
