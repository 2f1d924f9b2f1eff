// Loops in exports: which steps become one, what is written for them, and which are refused. TensorFlow and onnxruntime run
// them in test/real.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { frozenGraph, onnxGraph, type SignedGraph, type TensorFunction } from '../../src/index.ts';
import { recurrentModels } from '../fixtures/recurrentModels.ts';

const open = { dynamic: true } as const;
const frozen = (fn: TensorFunction): SignedGraph => frozenGraph(fn, [null, null, 3], open);
const rows = (x: tf.Tensor): tf.Tensor[] => tf.unstack(x, 1);
const start = (x: tf.Tensor): tf.Tensor => tf.zeros([x.shape[0]!, x.shape[2]!]);
const count = ({ nodes, functions = [] }: SignedGraph, op: string): number =>
  [...nodes, ...functions.flatMap((one) => one.nodes)].filter((node) => node.op === op).length;

const shown = ['GRU, all and states', 'masked GRU, all', 'both ways, last', 'ConvLSTM2D, all', 'each step dense'];

test.each(shown)('%s has loops that run its steps, in both kinds of graphs', (name) => {
  const model = recurrentModels[name]!();
  const graph = frozenGraph(model, open);
  expect(graph.notes).toEqual([]);
  expect(count(graph, 'StatelessWhile')).toBeGreaterThan(0);
  expect(graph.functions).toHaveLength(2 * count(graph, 'StatelessWhile'));
  expect(count(graph, 'Unpack')).toBe(0);
  // every input of a body's node is an argument or a named output of another node
  for (const { inputs, nodes, results } of graph.functions!) {
    const known = new Set([...inputs, ...nodes].map((one) => one.name));
    const texts = [...nodes.flatMap((node) => node.inputs), ...Object.values(results)];
    expect(texts.filter((text) => !known.has(text.split(':')[0]!))).toEqual([]);
  }
  const onnx = onnxGraph(model, open);
  const bodies = onnx.nodes
    .filter(({ op }) => op === 'Scan')
    .map(({ attributes: { body } }) => body && 'graph' in body);
  expect(new Set(bodies)).toEqual(new Set([true]));
});

test('the number of nodes in a loop does not grow with the steps of the trace', () => {
  const graph = frozenGraph(recurrentModels['LSTM, all']!(), open);
  expect(graph.functions!.map(({ name, nodes }) => [name, nodes.length])).toEqual([
    ['loop_0_body', 29],
    ['loop_0_condition', 1],
  ]);
});

test('steps from the last element to the first read the sequence in reverse', () => {
  const graph = frozen((x) =>
    rows(x)
      .reverse()
      .reduce((sum, row) => tf.tanh(tf.add(sum, row)), start(x)),
  );
  expect([count(graph, 'ReverseV2'), count(graph, 'StatelessWhile'), count(graph, 'Unpack')]).toEqual([1, 1, 0]);
});

test('a sequence of a fixed length stays as the model ran it', () => {
  const graph = frozenGraph(
    (x) => rows(x as tf.Tensor).reduce((sum, row) => tf.tanh(tf.add(sum, row)), start(x as tf.Tensor)),
    [null, 4, 3],
    open,
  );
  expect([count(graph, 'StatelessWhile'), count(graph, 'Tanh')]).toEqual([0, 4]);
});

/** Functions whose steps are not equal, or whose states are no states of a loop. */
const refused: Readonly<Record<string, TensorFunction>> = {
  'by their index': (x) => rows(x).reduce((sum, row, i) => tf.add(tf.mul(sum, i + 1), row), start(x)),
  'by a state that grows': (x) =>
    tf.sum(
      rows(x).reduce((all, row) => tf.concat([all, row], 1)),
      1,
    ),
  'by the first element, which is the state': (x) => rows(x).reduce((sum, row) => tf.tanh(tf.add(sum, row))),
  'by what every second step does': (x) =>
    rows(x).reduce((sum, row, i) => tf.add(i % 2 === 0 ? tf.tanh(sum) : tf.sin(sum), row), start(x)),
  'by the step before the one before': (x) => {
    const states = [start(x), start(x)];
    for (const row of rows(x)) states.push(tf.add(tf.mul(states.at(-1)!, states.at(-2)!), row));
    return states.at(-1)!;
  },
  'by a value of the first that all read': (x) => {
    let first: tf.Tensor | undefined;
    return rows(x).reduce((sum, row) => {
      const next = tf.tanh(row);
      first ??= next;
      return tf.add(tf.mul(sum, first), next);
    }, start(x));
  },
  'by one in the middle that is an output': (x) => {
    const sums = [start(x)];
    for (const row of rows(x)) sums.push(tf.tanh(tf.add(sums.at(-1)!, row)));
    return tf.add(sums.at(-1)!, sums[3]!);
  },
  'by one in the middle, where the next begins with the step before it': (x) => {
    const sums = [start(x)];
    for (const row of rows(x)) sums.push(tf.add(tf.tanh(sums.at(-1)!), row));
    return tf.add(sums.at(-1)!, sums[3]!);
  },
};

const anyRead =
  'a step may read its element, the step before it and what is the same in all steps, and what it makes may be read by the next step, by all steps joined or of the last step';
const noStep = 'not every element has a step of its own that reads it first';
const whys: Readonly<Record<string, string>> = {
  'by their index': anyRead,
  'by a state that grows': noStep,
  'by the first element, which is the state': noStep,
  'by what every second step does': 'from element 0 on it runs Sin, and from element 1 on Tanh',
  'by the step before the one before': anyRead,
  'by a value of the first that all read': anyRead,
  'by one in the middle that is an output': anyRead,
  'by one in the middle, where the next begins with the step before it': anyRead,
};

test.each(Object.keys(refused))('steps that differ %s are refused with their scope', (name) => {
  const fn = refused[name]!;
  Object.defineProperty(fn, 'name', { value: 'steps' });
  for (const freeze of [frozenGraph, onnxGraph])
    expect(() => freeze(fn, [null, null, 3], open)).toThrow(
      new RegExp(
        `^the batch and t cannot be left open: (Unpack|Split) in steps has (num|_output_types of length|_output_shapes) .*; its steps are no loop: ${whys[name]}$`,
      ),
    );
});

test('of a layer that keeps its states between calls, a note tells that the graph does not', () => {
  const batchInputShape = [2, null, 3];
  const lstm = tfl.layers.lstm({ units: 2, stateful: true, batchInputShape, recurrentInitializer: 'glorotNormal' });
  const model = tfl.sequential({ layers: [lstm] });
  const graph = frozenGraph(model);
  expect(graph.signature.inputs[0]!.axes).toEqual([null, 't', null]);
  expect(graph.notes).toEqual([
    'each call begins with the states that the model has now: the graph does not keep them from call to call',
  ]);
  expect(() => frozenGraph(model, open)).toThrow('the model ran with n 2 alone');
});
