// Graphs with their numbers in them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { encodeSavedModel, frozenGraph, type SignedGraph } from '../../src/index.ts';
import { createGMLP, gMLP, Linear } from '../../src/nn.ts';
import { converterModel } from '../fixtures/converterModels.ts';
import { modelOf } from '../fixtures/converting.ts';

const constants = ({ nodes }: SignedGraph) =>
  Object.fromEntries(
    nodes.flatMap(({ name, attributes: { value } }) =>
      value && 'tensor' in value && value.tensor.dtype === 'float32' ? [[name, value.tensor.values]] : [],
    ),
  );

test('the numbers are the model’s own, drawn where it has none, or those that are given', () => {
  const model = new Linear(2, 1);
  model.weight.set(Float32Array.of(3, 4));
  const own = constants(frozenGraph(model, [1, 2]));
  expect(own).toEqual({ 'Linear/weight': Float32Array.of(3, 4), 'Linear/bias': model.bias!.value.dataSync() });
  const weights = new Map([
    ['weight', { values: [5, 6] }],
    ['bias', { values: [7] }],
  ]);
  expect(constants(frozenGraph(model, [1, 2], { weights }))).toEqual({ 'Linear/weight': [5, 6], 'Linear/bias': [7] });
});

test('a function’s variables are its parameters', () => {
  const scale = tf.variable(tf.tensor1d([2, 3]), true, 'scale');
  const graph = frozenGraph((x: tf.Tensor) => tf.mul(x, scale), [4, 2]);
  expect(constants(graph)).toEqual({ 'model/scale': Float32Array.of(2, 3) });
  scale.dispose();
});

test('a parameter without values is refused by name', () => {
  expect(() => frozenGraph(new Linear(2, 1), [1, 2], { weights: new Map([['weight', { values: [1, 2] }]]) })).toThrow(
    'no numbers for the parameter bias',
  );
});

test('an output whose key is empty has a name', () => {
  const keyed = (x: tf.Tensor) => ({ '': tf.relu(x), output: x, 'a b': x });
  const { outputs } = frozenGraph(keyed, [1, 2]).signature;
  expect(outputs.map(({ name, tensor }) => [name, tensor])).toEqual([
    ['output', 'output/output:0'],
    ['output_1', 'output/output_1:0'],
    ['a_b', 'output/a_b:0'],
  ]);
});

test('a pass that computes from values it read, or drew, is not exported', () => {
  const backend = 'cpu';
  const refused = (fn: (x: tf.Tensor) => unknown, why: string) => {
    for (const dynamic of [false, true])
      expect(() => frozenGraph(fn, [2, 3], { backend, dynamic })).toThrow(`the model cannot be exported: it ${why}`);
  };
  const greatest = (x: tf.Tensor): number => tf.max(x).dataSync()[0]!;
  refused(function branched(x) {
    return greatest(x) > 0 ? tf.relu(x) : tf.abs(x);
  }, 'runs Relu in branched with one input, Abs in branched with another, as it reads numbers or draws them');
  refused(function scaled(x) {
    return tf.mul(x, greatest(x));
  }, 'makes Mul in scaled take [0.');
  // a number that is read and changes nothing does no harm
  const checked = (x: tf.Tensor) => {
    if (greatest(x) > 100) throw new Error('too large');
    return tf.relu(x);
  };
  const strict = (x: tf.Tensor) => {
    if (greatest(x) < 0) throw new Error('too small');
    return tf.relu(x);
  };
  expect(frozenGraph(strict, [2, 3], { backend }).signature.outputs).toHaveLength(1);
  const before = tf.memory().numTensors;
  expect(frozenGraph(checked, [2, 3], { backend }).signature.outputs).toHaveLength(1);
  expect(tf.memory().numTensors).toBe(before);
});

test('a model that returns no tensor is refused', () => {
  const forgetful = (x: tf.Tensor) => {
    tf.relu(x);
  };
  for (const dynamic of [false, true])
    expect(() => frozenGraph(forgetful, [1, 2], { dynamic })).toThrow(
      /^the model gives no tensor: there is nothing to export$/,
    );
});

test('348 GB of parameters are refused before one is drawn', () => {
  const model = new gMLP({ dModel: 12_288, dFfn: 24_576, seqLen: 256, numLayers: 96 });
  expect(() => frozenGraph(model, [1, 256, 12_288])).toThrow(
    'a graph of 348.0 GB: protobuf reads messages of less than 2^31 bytes',
  );
});

test('a lookup table that nothing fills is refused', async () => {
  const dtype = (name: string) => ({ type: `DT_${name}` });
  const model = await modelOf({
    nodes: [
      { name: 'table', op: 'Placeholder', attr: { dtype: dtype('RESOURCE'), shape: { shape: {} } } },
      {
        name: 'word',
        op: 'Placeholder',
        attr: { dtype: dtype('STRING'), shape: { shape: { dim: [{ size: '-1' }] } } },
      },
      {
        name: 'none',
        op: 'Const',
        attr: { dtype: dtype('INT32'), value: { tensor: { dtype: 'DT_INT32', tensorShape: {} } } },
      },
      {
        name: 'ids/Find',
        op: 'LookupTableFindV2',
        input: ['table', 'word', 'none'],
        attr: { Tin: dtype('STRING'), Tout: dtype('INT32') },
      },
    ],
    weights: { none: { shape: [], values: Int32Array.of(-1) } },
    signature: {
      inputs: { table: { name: 'table:0', dtype: 'DT_RESOURCE' }, word: { name: 'word:0', dtype: 'DT_STRING' } },
      outputs: { ids: { name: 'ids/Find:0', dtype: 'DT_INT32' } },
    },
  });
  expect(() => frozenGraph(model, { shape: [2], dtype: 'string' })).toThrow(
    'LookupTableFindV2 ids/Find reads the table table, which nothing in the model fills: it cannot be exported',
  );
});

test('a converted model is not run, whatever backend is named', async () => {
  const model = await converterModel('flowV1');
  const nodes = (backend?: string) => frozenGraph(model, [2, 3], { backend }).nodes.length;
  expect(nodes('cpu')).toBe(nodes());
});

test('the same graph gives the same bytes', () => {
  const { model, inputSize } = createGMLP('gmlp', { imageSize: 32, patchSize: 8, dModel: 8, dFfn: 8, numLayers: 1 });
  const bytes = () => encodeSavedModel(frozenGraph(model, [2, ...inputSize]));
  expect(Buffer.compare(bytes(), bytes())).toBe(0);
});
