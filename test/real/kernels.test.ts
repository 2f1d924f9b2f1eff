// TensorFlow imports each kernel's op, agrees with its shapes, and computes tf.js's numbers.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { tensorflowGraph } from '../../src/tensorflow/build.ts';
import { kernelCases } from '../trace/kernelCases.ts';
import { differences, numbersOf, question, runGraphs } from './runGraphs.ts';

// float32 of two implementations: a few units in the last place, more where exp, powers and long sums meet
const tolerance = 2e-5;

test('TensorFlow computes every kernel as tf.js does', () => {
  const prepared = Object.entries(kernelCases).map(([name, { run, inputs }]) => {
    const tensors = inputs.map(({ values, shape, dtype }) => tf.tensor([...values], [...shape], dtype));
    const expected = ([run(...tensors)].flat() as tf.Tensor[]).map(numbersOf);
    return { name, expected, asked: question(tensorflowGraph(trace(run, inputs)), inputs, expected.length) };
  });
  const answers = runGraphs(prepared.map(({ asked }) => asked));
  const wrong = prepared.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, tolerance));
  expect(wrong).toEqual([]);
});
