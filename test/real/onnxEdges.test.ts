// Models at the edges of what a graph can be: without ops, inputs or elements, with one tensor twice, of high ranks, of each
// dtype, with numbers that are not finite. onnx checks each as ONNX, and onnxruntime computes what tf.js does.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { encodeOnnx, frozenGraph, onnxGraph, type Traceable } from '../../src/index.ts';
import { numbersOf } from './runGraphs.ts';
import { onnxQuestion, wrongInOnnx } from './runOnnx.ts';

interface Edge {
  readonly inputs: () => tf.Tensor[];
  readonly names?: readonly string[];
  run(...inputs: readonly tf.Tensor[]): tf.Tensor | tf.Tensor[];
}

const ones = (...shape: number[]) => [tf.ones(shape)];

const edges: Record<string, Edge> = {
  'an output that is the input': { inputs: () => ones(2, 3), run: (x) => x! },
  'an output that is a constant': { inputs: () => ones(2, 3), run: () => tf.tensor1d([1, 2]) },
  'no input': { inputs: () => [], run: () => tf.ones([2]) },
  'an output that is there twice': {
    inputs: () => ones(2, 3),
    run(x) {
      const y = tf.exp(x!);
      return [y, y, x!];
    },
  },
  'an input that nothing reads': { inputs: () => [...ones(2, 3), ...ones(4)], run: (x) => tf.exp(x!) },
  'two inputs of one name': {
    inputs: () => [...ones(2, 3), ...ones(2, 3)],
    names: ['a', 'a'],
    run: (x, y) => tf.add(x!, tf.mul(y!, 2)),
  },
  'a name that a SavedModel cannot have': {
    inputs: () => ones(2),
    names: ['größe/日本 "x":0'],
    run: (x) => tf.exp(x!),
  },
  'an input of bools': { inputs: () => [tf.tensor1d([true, false])], run: (x) => tf.logicalNot(x!) },
  'an input of integers': { inputs: () => [tf.tensor1d([1, -2], 'int32')], run: (x) => tf.square(x!) },
  'an input of strings': {
    inputs: () => [tf.tensor1d(['a', 'ü', ''])],
    run: (x) => [x!, tf.equal(x!, tf.tensor1d(['a', 'b', '']))],
  },
  'an axis of no size': {
    inputs: () => ones(0, 3),
    run: (x) => [tf.concat([tf.exp(x!), tf.ones([2, 3])]), tf.sum(x!)],
  },
  'a scalar': { inputs: () => ones(), run: (x) => tf.mul(tf.exp(x!), 2) },
  'six axes in another order': {
    inputs: () => [tf.reshape(tf.range(0, 64), [2, 2, 2, 2, 2, 2])],
    run: (x) => tf.transpose(x!, [5, 0, 3, 2, 4, 1]),
  },
  'eight axes': { inputs: () => ones(1, 2, 1, 2, 1, 2, 1, 2), run: (x) => tf.exp(x!) },
  'constants that are not finite': {
    inputs: () => ones(4),
    run: (x) => tf.add(x!, tf.tensor1d([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0])),
  },
};

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('onnxruntime computes models without ops, inputs or elements, of high ranks and of every dtype', () => {
  const cases = Object.entries(edges).map(([name, { inputs, names = [], run }]) => {
    const given = inputs();
    const specs = given.map(({ shape, dtype }, i) => ({ shape, dtype, ...(names[i] && { name: names[i] }) }));
    const graph = onnxGraph(run as Traceable, specs);
    return {
      name,
      question: onnxQuestion(graph, given.map(numbersOf)),
      expected: [run(...given)].flat().map(numbersOf),
    };
  });
  expect(wrongInOnnx(cases)).toEqual([]);
});

test('a complex tensor has its two parts along one more axis', () => {
  const graph = onnxGraph(((x: tf.Tensor) => tf.real(x)) as Traceable, [{ shape: [4], dtype: 'complex64' }]);
  const question = onnxQuestion(graph, [{ shape: [4, 2], values: [0, 1, 2, 3, 4, 5, 6, 7] }]);
  expect(wrongInOnnx([{ name: 'real', question, expected: [{ shape: [4], values: [0, 2, 4, 6] }] }])).toEqual([]);
});

test('names of inputs and outputs are those of the SavedModel, which takes letters of ASCII alone', () => {
  const model = ((x: tf.Tensor, y: tf.Tensor) => ({ 'ö/ä': tf.add(x, y) })) as unknown as Traceable;
  const inputs = ['größe', 'grüße'].map((name) => ({ shape: [2], name }));
  const names = [onnxGraph, frozenGraph].map((make) => {
    const { signature } = make(model, inputs);
    return [signature.inputs, signature.outputs].map((side) => side.map(({ name }) => name));
  });
  expect(names).toEqual(Array(2).fill([['gr__e', 'gr__e_1'], ['___']]));
});

test('a model that gives no tensor is refused', () => {
  expect(() => encodeOnnx(onnxGraph((() => []) as unknown as Traceable, [[2]]))).toThrow(
    'the model gives no tensor: there is nothing to export',
  );
});
