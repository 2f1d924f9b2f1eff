// What a graph takes and gives, by the names that its callers use.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { spellForTensorflow } from '../../src/dialects/tensorflow/tensorflowNames.ts';
import { type InputSpec, type Traceable, trace } from '../../src/index.ts';
import { Linear } from '../../src/nn.ts';

function signatureOf(model: Traceable, ...inputs: readonly InputSpec[]): string[][] {
  const { signature } = spellForTensorflow(tensorflowGraph(trace(model, inputs)));
  return [signature.inputs, signature.outputs].map((all) =>
    all.map(({ name, tensor, dtype, shape }) => `${name} = ${tensor} ${dtype}[${shape}]`),
  );
}

const x = { shape: [2, 3] };

test('inputs and outputs without a name are called x and output', () => {
  expect(signatureOf(new Linear(3, 4), x)).toEqual([
    ['x = input/x:0 float32[2,3]'],
    ['output = output/output:0 float32[2,4]'],
  ]);
  expect(signatureOf((a: tf.Tensor, b: tf.Tensor) => [tf.add(a, b), tf.greater(a, b)], x, x)).toEqual([
    ['x = input/x:0 float32[2,3]', 'x_1 = input/x_1:0 float32[2,3]'],
    ['output = output/output:0 float32[2,3]', 'output_1 = output/output_1:0 bool[2,3]'],
  ]);
});

test('outputs are named by the keys of an object and indices of its lists, and equal names get a number', () => {
  const fn = (a: tf.Tensor) => ({ 'logits/raw': a, states: [tf.abs(a), { last: tf.neg(a) }], states_0: a });
  expect(signatureOf(fn, { ...x, name: 'ids in' })).toEqual([
    ['ids_in = input/ids_in:0 float32[2,3]'],
    ['logits_raw', 'states_0', 'states_1_last', 'states_0_1'].map((name) => `${name} = output/${name}:0 float32[2,3]`),
  ]);
});

test('the signature of a tf.LayersModel has its input names and the layers of its outputs', () => {
  const input = tfl.input({ shape: [3], name: 'pixels' });
  const hidden = tfl.layers.dense({ units: 4, name: 'hidden' }).apply(input) as tfl.SymbolicTensor;
  const head = tfl.layers.dense({ units: 2, name: 'head' }).apply(hidden) as tfl.SymbolicTensor;
  expect(signatureOf(tfl.model({ inputs: input, outputs: [head, hidden] }), x)).toEqual([
    ['pixels = input/pixels:0 float32[2,3]'],
    ['head = output/head:0 float32[2,2]', 'hidden = output/hidden:0 float32[2,4]'],
  ]);
  const sequential = tfl.sequential({ layers: [tfl.layers.dense({ units: 2, name: 'only', inputShape: [3] })] });
  expect(signatureOf(sequential, x)[1]).toEqual(['only = output/only:0 float32[2,2]']);
});
