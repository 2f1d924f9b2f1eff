// ONNX models of thousands of nodes: errors of each node would add up, and onnxruntime stays within 1e-5 of tf.js.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { onnxGraph } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { numbersOf } from './runGraphs.ts';
import { onnxQuestion, wrongInOnnx } from './runOnnx.ts';

const sizes = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, numLayers: 200 };

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('onnxruntime computes a gMLP of 200 blocks and thousands of nodes', () => {
  const { model } = createGMLP('gmlp', sizes);
  const x = tf.randomNormal([1, 3, 32, 32], 0, 1, 'float32', 5);
  const graph = onnxGraph(model, [1, 3, 32, 32], { dynamic: false });
  expect(graph.nodes.filter(({ op }) => op !== 'Constant').length).toBeGreaterThan(2000);
  const question = onnxQuestion(graph, [numbersOf(x)]);
  const expected = [numbersOf(model.apply(x))];
  expect(wrongInOnnx([{ name: 'gMLP of 200 blocks', question, expected }])).toEqual([]);
});
