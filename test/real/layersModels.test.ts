// Models of tf.layers with their weights as constants: TensorFlow computes what tf.js does within 1e-5.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { numbersOf, trace } from '../../src/index.ts';
import { tensorflowGraph } from '../../src/tensorflow/build.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';
import { differences, numbersOf as jsonOf, question, runGraphs } from './runGraphs.ts';

test('TensorFlow runs every model of the zoo', async () => {
  await tf.setBackend('cpu');
  const prepared = Object.entries(zoo).map(([name, make]) => {
    const model = make();
    const inputs = inputsOf(model);
    const outputs = [model.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat() as tf.Tensor[];
    const graph = tensorflowGraph(trace(model, inputs), numbersOf(model));
    return { name, expected: outputs.map(jsonOf), asked: question(graph, inputs.map(jsonOf), outputs.length) };
  });
  const answers = runGraphs(prepared.map(({ asked }) => asked));
  expect(prepared.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});
