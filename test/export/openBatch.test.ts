// Graphs whose batch is open: what is written for a size, and what is refused. TensorFlow runs them in test/real.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { frozenGraph, type ModelInput, type SignedGraph, type TensorFunction } from '../../src/index.ts';
import { ofAnySize, ofSomeSizes } from '../fixtures/batches.ts';

const open = (fn: TensorFunction, ...inputs: ModelInput[]): SignedGraph =>
  frozenGraph(fn, inputs, { dynamicBatch: true });

/** A node a line: its name, op, inputs, the numbers of a constant, the shapes of its outputs. */
const lines = ({ nodes }: SignedGraph): string[] =>
  nodes.map(({ name, op, inputs, attributes: { value, _output_shapes: shapes } }) => {
    const numbers = value && 'tensor' in value ? ` [${Array.from(value.tensor.values as number[])}]` : '';
    const sizes = shapes && 'shapes' in shapes ? shapes.shapes.map((shape) => `[${shape}]`).join(' ') : '';
    return `${name} ${op}(${inputs})${numbers} ${sizes}`;
  });

test('a Reshape finds one size by itself', () => {
  const graph = open(
    function flatten(x: tf.Tensor) {
      return tf.reshape(x, [x.shape[0]! * 2, 6]);
    },
    [2, 3, 4],
  );
  expect(lines(graph)).toEqual([
    'input/x Placeholder() [-1,3,4]',
    'flatten/Reshape/shape Const() [-1,6] [2]',
    'flatten/Reshape Reshape(input/x,flatten/Reshape/shape) [-1,6]',
    'output/output Identity(flatten/Reshape) [-1,6]',
  ]);
  const [input] = graph.signature.inputs;
  expect([input!.shape, graph.signature.outputs[0]!.shape]).toEqual([
    [-1, 3, 4],
    [-1, 6],
  ]);
});

test('other sizes that grow with the batch are computed from the input, once', () => {
  const graph = open(
    function batch(x: tf.Tensor) {
      const size = x.shape[0]!;
      const zeros = tf.zeros([size, 2]);
      return tf.pad(tf.concat([x, zeros], 1), [
        [0, 2 * size - 1],
        [0, 0],
      ]);
    },
    { shape: [2, 3], name: 'rows' },
  );
  expect(lines(graph)).toEqual([
    'input/rows Placeholder() [-1,3]',
    'batch_1/Shape Shape(input/rows) [2]',
    'batch_1/begin Const() [0] [1]',
    'batch_1/end Const() [1] [1]',
    'batch_1/strides Const() [1] [1]',
    'batch_1/size StridedSlice(batch_1/Shape,batch_1/begin,batch_1/end,batch_1/strides) []',
    'batch_1/2 Const() [2] []',
    'batch_1/0 Const() [0] []',
    'batch_1/Mul Mul(batch_1/size,batch_1/2) []',
    'batch_1/minus_1 Const() [-1] []',
    'batch_1/AddV2 AddV2(batch_1/Mul,batch_1/minus_1) []',
    'batch/Const/slice Const() [0,0] [1,2]',
    'batch/Const/shape Pack(batch_1/size,batch_1/2) [2]',
    'batch/Const BroadcastTo(batch/Const/slice,batch/Const/shape) [-1,2]',
    'batch/ConcatV2/axis Const() [1] []',
    'batch/ConcatV2 ConcatV2(input/rows,batch/Const,batch/ConcatV2/axis) [-1,5]',
    'batch/PadV2/paddings/elements Pack(batch_1/0,batch_1/AddV2,batch_1/0,batch_1/0) [4]',
    'batch/PadV2/paddings/shape Const() [2,2] [2]',
    'batch/PadV2/paddings Reshape(batch/PadV2/paddings/elements,batch/PadV2/paddings/shape) [2,2]',
    'batch/PadV2/constant_values Const() [0] []',
    'batch/PadV2 PadV2(batch/ConcatV2,batch/PadV2/paddings,batch/PadV2/constant_values) [-1,5]',
    'output/output Identity(batch/PadV2) [-1,5]',
  ]);
});

test.each(Object.keys(ofAnySize))('%s is true of any size', (name) => {
  const { signature } = open(ofAnySize[name] as TensorFunction, [2, 3]);
  expect(signature.inputs[0]!.shape).toEqual([-1, 3]);
});

test.each(Object.keys(ofSomeSizes))('%s is refused with its op and scope', (name) => {
  const [fn, why] = ofSomeSizes[name]!;
  Object.defineProperty(fn, 'name', { value: name });
  expect(() => open(fn as TensorFunction, [2, 3])).toThrow(`the batch cannot be left open: ${why}`);
});

test('random numbers are drawn for each size, with a seed of their own for all alike', () => {
  const noisy = (x: tf.Tensor) => tf.add(x, tf.randomNormal(x.shape));
  const { nodes } = open(noisy, [2, 3]);
  expect(nodes.filter(({ op }) => op.startsWith('Random')).map(({ op, inputs }) => [op, inputs])).toEqual([
    ['RandomStandardNormal', ['noisy/RandomStandardNormal/shape']],
  ]);
  expect(nodes.find(({ name }) => name === 'noisy/RandomStandardNormal/shape')!.op).toBe('Pack');
  const steady = (x: tf.Tensor) => tf.add(x, tf.randomNormal([3], 0, 1, 'float32', 7));
  expect(open(steady, [2, 3]).nodes.map(({ op }) => op)).not.toContain('RandomStandardNormal');
});

test('inputs that share no batch, or have none, are refused', () => {
  const add = (x: tf.Tensor, y: tf.Tensor) => tf.add(x, y);
  expect(() => open(add, [2, 3], [1, 3])).toThrow(
    'the batch cannot be left open: the first axes of the inputs are 2 and 1',
  );
  expect(() => open(add, [], [])).toThrow('the batch cannot be left open: no input has one');
  // one that has no axes does not hinder
  expect(open(add, [2, 3], []).signature.inputs.map(({ shape }) => shape)).toEqual([[-1, 3], []]);
});

test('what runs on no single row is open, what was given as one is refused', () => {
  const second = (x: tf.Tensor) => tf.slice(x, [1, 0], [1, 3]);
  expect(open(second, [2, 3]).signature.outputs[0]!.shape).toEqual([1, 3]);
  expect(() => open(second, [1, 3])).toThrow('second fails on [1, 3]: Error in slice2D');
  expect(() => open((x: tf.Tensor) => tf.squeeze(x), [1, 3])).toThrow('[3] with 1');
});
