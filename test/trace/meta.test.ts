// The shape-only backend agrees with the cpu backend about every shape and dtype.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { shapeFunctions } from '../../src/trace/meta/shapeFunctions.ts';
import { kernelCases } from './kernelCases.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const described = (tensors: unknown): [number[], string][] =>
  ([tensors].flat() as tf.Tensor[]).map(({ shape, dtype }) => [[...shape], dtype]);

const seen = new Set<string>();

test.each(Object.keys(kernelCases))('%s has the shapes and dtypes of the cpu backend', (name) => {
  const { run, inputs } = kernelCases[name]!;
  const record = trace(run, inputs);
  for (const call of record.calls) if (call.level === 'kernel') seen.add(call.kernel);
  const outputs = [record.outputs].flat(9).map((place) => record.values[place as number]!);
  tf.tidy(() => {
    const tensors = inputs.map(({ values, shape, dtype }) => tf.tensor([...values], [...shape], dtype));
    expect(outputs.map(({ shape, dtype }) => [shape, dtype])).toEqual(described(run(...tensors)));
  });
});

test('every kernel with a shape function was run', () => {
  expect(Object.keys(shapeFunctions).filter((kernel) => !seen.has(kernel))).toEqual([]);
});
