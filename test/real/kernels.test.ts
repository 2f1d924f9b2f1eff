// TensorFlow imports each kernel's op, agrees with its shapes, and computes tf.js's numbers.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { tensorflowGraph } from '../../src/tensorflow/build.ts';
import { kernelCases } from '../trace/kernelCases.ts';
import { type KernelCase, tensorOf } from '../trace/kernels/case.ts';
import { differences, numbersOf, question, runGraphs } from './runGraphs.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function prepared(name: string, { run, inputs, numeric, byHand }: KernelCase) {
  const tensors = inputs.map(tensorOf);
  const expected = byHand ? byHand.outputs : ([run(...tensors)].flat() as tf.Tensor[]).map(numbersOf);
  const record = numeric ? trace(run, tensors, { backend: 'cpu' }) : trace(run, inputs);
  const tolerance = 2e-6;
  return { name, expected, tolerance, asked: question(tensorflowGraph(record), inputs, expected.length) };
}

test('TensorFlow computes every kernel as tf.js does', () => {
  const all = Object.entries(kernelCases).map(([name, each]) => prepared(name, each));
  const answers = runGraphs(all.map(({ asked }) => asked));
  const wrong = all.flatMap(({ name, expected, tolerance }, at) =>
    differences(name, answers[at]!, expected, tolerance),
  );
  expect(wrong).toEqual([]);
});
