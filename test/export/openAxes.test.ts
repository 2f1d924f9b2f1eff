// Graphs whose batch and other axes are open: what is written for a size, and what is refused. TensorFlow runs them in test/real.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { frozenGraph, type ModelInput, onnxGraph, type SignedGraph, type TensorFunction } from '../../src/index.ts';
import { ofAnySize, ofSomeSizes } from '../fixtures/batches.ts';
import { isExplained, openModels } from '../fixtures/openModels.ts';

const open = (fn: TensorFunction, ...inputs: ModelInput[]): SignedGraph => frozenGraph(fn, inputs, { dynamic: true });

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
    function sizes(x: tf.Tensor) {
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
    'sizes_1/Shape Shape(input/rows) [2]',
    'sizes_1/axis_0 Const() [0] [1]',
    'sizes_1/axis_1 Const() [1] [1]',
    'sizes_1/batch StridedSlice(sizes_1/Shape,sizes_1/axis_0,sizes_1/axis_1,sizes_1/axis_1) []',
    'sizes_1/2 Const() [2] []',
    'sizes_1/0 Const() [0] []',
    'sizes_1/Mul Mul(sizes_1/batch,sizes_1/2) []',
    'sizes_1/minus_1 Const() [-1] []',
    'sizes_1/AddV2 AddV2(sizes_1/Mul,sizes_1/minus_1) []',
    'sizes/Const/slice Const() [0,0] [1,2]',
    'sizes/Const/shape Pack(sizes_1/batch,sizes_1/2) [2]',
    'sizes/Const BroadcastTo(sizes/Const/slice,sizes/Const/shape) [-1,2]',
    'sizes/ConcatV2/axis Const() [1] []',
    'sizes/ConcatV2 ConcatV2(input/rows,sizes/Const,sizes/ConcatV2/axis) [-1,5]',
    'sizes/PadV2/paddings/elements Pack(sizes_1/0,sizes_1/AddV2,sizes_1/0,sizes_1/0) [4]',
    'sizes/PadV2/paddings/shape Const() [2,2] [2]',
    'sizes/PadV2/paddings Reshape(sizes/PadV2/paddings/elements,sizes/PadV2/paddings/shape) [2,2]',
    'sizes/PadV2/constant_values Const() [0] []',
    'sizes/PadV2 PadV2(sizes/ConcatV2,sizes/PadV2/paddings,sizes/PadV2/constant_values) [-1,5]',
    'output/output Identity(sizes/PadV2) [-1,5]',
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

test('a model that cannot run on one row is exported with an open batch, unless one row was given', () => {
  const second = (x: tf.Tensor) => tf.slice(x, [1, 0], [1, 3]);
  expect(open(second, [2, 3]).signature.outputs[0]!.shape).toEqual([1, 3]);
  expect(() => open(second, [1, 3])).toThrow('second fails on [1, 3]: Error in slice2D');
  expect(() => open((x: tf.Tensor) => tf.squeeze(x), [1, 3])).toThrow('[3] with 1');
});

/** Input and output shapes of a graph, with `?` where nobody knows the expression. */
const ends = ({ signature }: SignedGraph): string[] =>
  [...signature.inputs, ...signature.outputs].map(
    ({ shape, axes }) => `[${shape!.map((size, axis) => (size < 0 ? (axes?.[axis] ?? '?') : size)).join(', ')}]`,
  );

/** Models of which no export leaves all axes open, by why. */
const refused: Readonly<Record<string, RegExp>> = {
  unexplained: /^the batch and t cannot be left open: Slice in .* takes /,
};

test.each(Object.keys(openModels).filter(isExplained))(
  'the export of %s leaves every axis open that the model leaves open',
  (name) => {
    const { make, output } = openModels[name]!;
    const graph = frozenGraph(make());
    expect(graph.notes).toEqual([]);
    const spelled = output.replaceAll('?', 'batch');
    // floors and ceilings are spelled otherwise in ASCII
    if (!/[⌊⌈·]|\d[a-z]/.test(spelled)) expect(ends(graph).at(-1)).toBe(spelled);
    expect(graph.signature.inputs.flatMap(({ shape }) => shape!.slice(0, 2))).toEqual(
      graph.signature.inputs.flatMap(() => [-1, -1]),
    );
  },
);

test.each(['padded', 'windows'])('the ONNX of %s is open too, though it pads nothing at some sizes', (name) => {
  const graph = onnxGraph(openModels[name]!.make(), { dynamic: true });
  expect(graph.nodes.filter(({ op }) => op === 'Pad')).toHaveLength(1);
  expect(graph.signature.inputs[0]!.shape!.slice(0, 2)).toEqual([-1, -1]);
});

test.each(Object.keys(refused))(
  '%s has open axes that no op computes: refused if asked for, else fixed with a note',
  (name) => {
    const model = openModels[name]!.make();
    expect(() => frozenGraph(model, { dynamic: true })).toThrow(refused[name]);
    const { notes, signature } = frozenGraph(model);
    expect(notes).toEqual([
      expect.stringMatching(/^the open axes are fixed at \[\?, 16, 8\] and cannot be left open: /),
    ]);
    expect(signature.inputs[0]!.shape).toEqual([-1, 16, 8]);
    const closed = frozenGraph(model, { dynamic: false });
    expect(closed.signature.inputs[0]!.shape).toEqual([1, 16, 8]);
    expect(closed.notes).toEqual(['the open axes are fixed at [1, 16, 8]']);
  },
);

test('a model that runs otherwise on short sequences is refused', () => {
  const short = (x: tf.Tensor) => (x.shape[1]! < 8 ? tf.neg(x) : tf.relu(x));
  for (const graph of [frozenGraph, onnxGraph])
    expect(() => graph(short as TensorFunction, [null, null, 3], { dynamic: true })).toThrow(
      'the batch and t cannot be left open: with batch 2 and t 16 it runs Relu in short, with batch 2 and t 1 Neg in short',
    );
});

test('what is repeated over an open axis is exported, though tf.js copies it for an axis of 1', () => {
  const repeated = (x: tf.Tensor) => tf.broadcastTo(tf.tensor([1, 2, 3]), [x.shape[1]!, 3]);
  const later = (x: tf.Tensor) => tf.add(x, repeated(x));
  for (const graph of [frozenGraph, onnxGraph])
    expect(graph(later as TensorFunction, [null, null, 3], { dynamic: true }).notes).toEqual([]);
});

test('a list that grows with an open axis is told by its length', () => {
  const weighted = (x: tf.Tensor) => tf.addN(tf.unstack(x, 1).map((row, i) => tf.mul(row, i)));
  expect(() => onnxGraph(weighted as TensorFunction, [null, null, 3], { dynamic: true })).toThrow(
    /^the batch and t cannot be left open: Split in \S+ has _output_types of length \d+ with batch 2 and t 16, \d+ with [^[;]{0,80}; its steps are no loop: [^[]+$/,
  );
});

test('a given size closes an axis, and null opens one of a function', () => {
  const model = openModels.tokens!.make();
  expect(ends(frozenGraph(model, [null, 32, 32, 3]))).toEqual(['[batch, 32, 32, 3]', '[batch, 64, 4]']);
  const flat = (x: tf.Tensor) => tf.reshape(x, [x.shape[0]!, x.shape[1]! * x.shape[2]!]);
  expect(ends(frozenGraph(flat as TensorFunction, [null, null, 5]))).toEqual(['[batch, t, 5]', '[batch, 5*t]']);
  expect(ends(frozenGraph(flat as TensorFunction, [2, null, 5]))).toEqual(['[2, t, 5]', '[2, 5*t]']);
});

test('a constant whose expressions are told apart at one more size alone is right', () => {
  // the batches 2, 3, 5, 127 and 1 fit the ceiling as well
  const eighths = (x: tf.Tensor) => tf.zeros([Math.floor(x.shape[0]! / 8) + 1, 3]);
  const { nodes } = open(eighths as TensorFunction, [2, 3]);
  expect(nodes.filter(({ op }) => op === 'FloorDiv')).toHaveLength(1);
  const added = nodes.filter(({ op }) => op === 'AddV2').map(({ inputs }) => inputs);
  expect(added).toEqual([['sizes/FloorDiv', 'sizes/1']]);
});
