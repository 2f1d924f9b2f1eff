// The shape-only backend agrees with the cpu backend about every shape and dtype.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { dataDependent, shapeFunctions } from '../../src/kernels/shapes/shapeRules.ts';
import { tensorOf } from './cases/case.ts';
import { kernelCases } from './kernelCases.ts';
import { kernelNames, withoutShape } from './kernelNames.ts';

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

test('every kernel that tfjs-core names has a shape function, or its shape depends on numbers', () => {
  const known = [...Object.keys(shapeFunctions), ...dataDependent, ...Object.keys(withoutShape)];
  expect(kernelNames).toHaveLength(180);
  expect(known.toSorted()).toEqual(kernelNames.toSorted());
});

test('every kernel that the cpu backend has was run, and every one with a shape function', () => {
  const kernels = [
    ...tf.getKernelsForBackend('cpu').map(({ kernelName }) => kernelName),
    ...Object.keys(shapeFunctions),
  ];
  expect([...new Set(kernels)].filter((kernel) => !seen.has(kernel) && !(kernel in withoutShape))).toEqual([]);
});

test('pixels are a constant', () => {
  const pixels = { data: Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255), width: 2, height: 1 };
  const { values } = trace((x) => tf.add(x, tf.browser.fromPixels(pixels)), [{ shape: [], dtype: 'int32' }]);
  expect(values[1]).toEqual({ shape: [1, 2, 3], dtype: 'int32', constant: Int32Array.of(1, 2, 3, 4, 5, 6) });
});
