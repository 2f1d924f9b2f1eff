import { expect, test } from 'vitest';
import { kernels } from '../../../src/dialects/tensorflow/kernels/lowerings.ts';
import { kernelNames, withoutOp } from '../../kernels/kernelNames.ts';

test('every kernel that tfjs-core names has a TensorFlow op, or there is none', () => {
  expect([...Object.keys(kernels), ...Object.keys(withoutOp)].toSorted()).toEqual(kernelNames.toSorted());
});

test('what TensorFlow would compute otherwise it is not given as its own op', () => {
  const opOf = (softNmsSigma: number, iouThreshold: number) => {
    const attributes = { maxOutputSize: 4, iouThreshold, scoreThreshold: 0.1, softNmsSigma };
    return [kernels.NonMaxSuppressionV5!(attributes, [], [], () => undefined)].flat()[0];
  };
  expect([opOf(0, 0.6), opOf(0.5, 1), opOf(0.5, 0.6)]).toMatchObject([
    { op: 'NonMaxSuppressionV5' },
    { op: 'NonMaxSuppressionV5' },
    { op: 'SoftNonMaxSuppression' },
  ]);
});
