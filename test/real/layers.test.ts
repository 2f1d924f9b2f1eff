// Every layer, and the reference's small models, exported with their numbers: TensorFlow computes what tf.js does.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import * as nn from '../../src/index.ts';
import { type LayerCase, layerCases } from '../fixtures/layerCases.ts';
import { differences, numbersOf, question, runGraphs } from './runGraphs.ts';

const flat = (value: unknown): tf.Tensor[] => [value].flat() as tf.Tensor[];

/** What TensorFlow is asked, and what tf.js computes on its cpu backend. */
function prepare({ model, shapes, dtype }: LayerCase) {
  model.eval();
  const inputs = shapes.map((shape, i) =>
    dtype ? tf.randomUniform([...shape], 0, 10, dtype, 7 + i) : tf.randomNormal([...shape], 0, 1, 'float32', 7 + i),
  );
  const expected = flat(model.apply(...inputs)).map(numbersOf);
  const numbers = new Map(
    [...model.stateDict()].map(([path, parameter]) => [path, { values: parameter.value.dataSync() }]),
  );
  const graph = tensorflowGraph(nn.trace(model, inputs), numbers);
  return { expected, asked: question(graph, inputs.map(numbersOf), expected.length) };
}

test('TensorFlow computes each layer to tf.js’s numbers within 1e-5', () => {
  const prepared = Object.entries(layerCases).map(([name, one]) => ({ name, ...prepare(one) }));
  const answers = runGraphs(prepared.map(({ asked }) => asked));
  expect(prepared.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});
