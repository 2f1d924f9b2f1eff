// The shape-only backend agrees with the cpu backend about every shape and dtype.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import type { ShapeRow } from '../../src/kernels/shapes/shapeRule.ts';
import { shapeRows, shapeRules } from '../../src/kernels/shapes/shapeRules.ts';
import { tensorOf } from './cases/case.ts';
import { kernelCases } from './kernelCases.ts';
import { kernelNames } from './kernelNames.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

type Described = readonly [readonly number[], string];
const described = (tensors: unknown): Described[] =>
  ([tensors].flat() as { shape: number[]; dtype: string }[]).map(({ shape, dtype }) => [[...shape], dtype]);

const seen = new Set<string>();

test.each(Object.keys(kernelCases))('%s has the shapes and dtypes of the cpu backend', (name) => {
  const { run, inputs, numeric, byHand } = kernelCases[name]!;
  tf.tidy(() => {
    const tensors = inputs.map(tensorOf);
    const record = numeric ? trace(run, tensors, { backend: 'cpu' }) : trace(run, inputs);
    for (const call of record.calls) if (call.level === 'kernel') seen.add(call.kernel);
    const outputs = [record.outputs].flat(9).map((index) => record.values[index as number]!);
    expect(described(outputs)).toEqual(described(byHand ? byHand.outputs : run(...tensors)));
  });
});

test('every kernel that tfjs-core names has a shape rule, or a reason why it has none', () => {
  expect(kernelNames).toHaveLength(180);
  expect(Object.keys(shapeRows).toSorted()).toEqual(kernelNames.toSorted());
  const rows = Object.values<ShapeRow>(shapeRows);
  expect(rows.filter((row) => typeof row !== 'function' && row.reason === '')).toEqual([]);
  expect(Object.keys(shapeRules)).toHaveLength(180 - 16);
});

test('the cases ran every kernel that the cpu backend has, and every kernel with a shape rule', () => {
  const withoutCase = Object.entries<ShapeRow>(shapeRows).flatMap(([kernel, row]) =>
    'reason' in row && !row.dataDependent ? [kernel] : [],
  );
  const kernels = [...tf.getKernelsForBackend('cpu').map(({ kernelName }) => kernelName), ...Object.keys(shapeRules)];
  expect([...new Set(kernels)].filter((kernel) => !seen.has(kernel) && !withoutCase.includes(kernel))).toEqual([]);
});

test('FromPixels of a known image is a constant', () => {
  const pixels = { data: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255), width: 2, height: 1 };
  const { values } = trace((x) => tf.add(x, tf.browser.fromPixels(pixels)), [{ shape: [], dtype: 'int32' }]);
  expect(values[1]).toEqual({ shape: [1, 2, 3], dtype: 'int32', constant: Int32Array.of(1, 2, 3, 4, 5, 6) });
});
