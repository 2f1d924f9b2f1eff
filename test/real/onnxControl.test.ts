// Loops and branches of converted models as ONNX's Loop and If: onnx checks them, and onnxruntime computes what tf.js does,
// and what TensorFlow gave before the converter.
import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { onnxGraph } from '../../src/index.ts';
import { converterModel, converterPath } from '../fixtures/converterModels.ts';
import { modelOf } from '../fixtures/converting.ts';
import { writtenControl } from '../fixtures/onnxControl.ts';
import { numbersOf } from './runGraphs.ts';
import { onnxQuestion, wrongInOnnx } from './runOnnx.ts';

const opsets = [17, 18, 19, 20, 21, 22, 23];

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('onnxruntime computes loops and branches as tf.js does, whichever branch is taken', async () => {
  const positive = tf.randomUniform([2, 3], 0.1, 1, 'float32', 5);
  const cases = [];
  for (const [name, [made]] of Object.entries(writtenControl)) {
    const model = await modelOf(made);
    for (const opset of opsets) {
      const graph = onnxGraph(model, [[2, 3], { shape: [], dtype: 'bool' }], { opset });
      for (const x of [positive, tf.neg(positive)])
        for (const taken of [true, false]) {
          const is = tf.scalar(taken, 'bool');
          const expected = [await model.executeAsync({ x, is })].flat().map(numbersOf);
          const feeds = graph.signature.inputs.map((input) => numbersOf(input.name === 'x' ? x : is));
          cases.push({ name: `${name} at ${opset}, ${taken}`, question: onnxQuestion(graph, feeds), expected });
        }
    }
  }
  expect(cases).toHaveLength(Object.keys(writtenControl).length * opsets.length * 4);
  expect(wrongInOnnx(cases)).toEqual([]);
});

test("the converter's nested loops and branches give what TensorFlow gave before it, at each operator set", async () => {
  const { inputs, outputs } = JSON.parse(readFileSync(converterPath('flowFunctions', 'run.json'), 'utf8'));
  const model = await converterModel('flowFunctions');
  const given = model.inputs.map(({ name }) => inputs[name]);
  const shapes = given.map(({ shape, dtype }) => ({ shape, dtype }));
  const cases = opsets.map((opset) => {
    const graph = onnxGraph(model, shapes, { opset });
    return {
      name: `flowFunctions at ${opset}`,
      question: onnxQuestion(
        graph,
        graph.signature.inputs.map(({ name }) => inputs[name]),
      ),
      expected: graph.signature.outputs.map(({ name }) => outputs[name]),
    };
  });
  expect(wrongInOnnx(cases)).toEqual([]);
});
