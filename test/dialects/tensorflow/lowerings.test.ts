import { expect, test } from 'vitest';
import type { LoweringRow } from '../../../src/dialects/tensorflow/kernels/lowering.ts';
import { loweringRows, lowerings } from '../../../src/dialects/tensorflow/kernels/lowerings.ts';
import { kernelNames } from '../../kernels/kernelNames.ts';

test('every kernel that tfjs-core names has a TensorFlow op, or a reason why it has none', () => {
  expect(Object.keys(loweringRows).toSorted()).toEqual(kernelNames.toSorted());
  const rows = Object.entries<LoweringRow>(loweringRows).filter(([kernel]) => lowerings[kernel] === undefined);
  expect(rows.map(([kernel]) => kernel)).toEqual(['Draw', 'FromPixels', 'Pool']);
  for (const [, row] of rows) expect(row).toMatchObject({ reason: expect.stringMatching(/\w/) });
});

const families = ['arrays', 'elementwise', 'gradients', 'images', 'ragged', 'reductions', 'strings', 'windows'];

test.each(families)('the family %s has the same kernels in shapes and in the TensorFlow dialect', async (family) => {
  const shapes = await import(`../../../src/kernels/shapes/${family}.ts`);
  const ops = await import(`../../../src/dialects/tensorflow/kernels/${family}.ts`);
  expect(Object.keys(ops[family])).toEqual(Object.keys(shapes[family]));
});

test('a kernel that TensorFlow computes otherwise is not written as its op', () => {
  const opOf = (softNmsSigma: number, iouThreshold: number) => {
    const attributes = { maxOutputSize: 4, iouThreshold, scoreThreshold: 0.1, softNmsSigma };
    return [lowerings.NonMaxSuppressionV5!(attributes, [], [], () => undefined)].flat()[0];
  };
  expect([opOf(0, 0.6), opOf(0.5, 1), opOf(0.5, 0.6)]).toMatchObject([
    { op: 'NonMaxSuppressionV5' },
    { op: 'NonMaxSuppressionV5' },
    { op: 'SoftNonMaxSuppression' },
  ]);
});
