// A layer with several outputs, which tf.js runs once for each output that is used: the note, and what is counted.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { summary } from '../../src/index.ts';

const { layers } = tfl;
type Symbolic = tfl.SymbolicTensor;
beforeAll(async () => {
  await tf.setBackend('cpu');
});

const begin = 'tf.js runs a layer with several outputs once for each output that is used, and each run counts here: ';
const notesOf = (model: tfl.LayersModel): readonly string[] =>
  summary(
    model,
    model.inputs.map(({ shape }) => shape.slice(1) as number[]),
  ).notes;
const recurrent = (name: string): tfl.layers.Layer =>
  layers.lstm({ units: 3, returnState: true, recurrentInitializer: 'glorotUniform', name });
const macs = 4 * 4 * (2 + 3) * 3;

/** The outputs of an LSTM with its states that are used, of three. */
function withStates(used: readonly number[]): tfl.LayersModel {
  const x = tfl.input({ shape: [4, 2] });
  const outputs = recurrent('memory').apply(x) as Symbolic[];
  return tfl.model({ inputs: x, outputs: used.map((i) => outputs[i]!) });
}

test.each([
  [[0], 1],
  [[1], 1],
  [[0, 2], 2],
  [[0, 1, 2], 3],
])('of the outputs %j of three the layer runs %i times', (used, times) => {
  const model = withStates(used);
  const calls: unknown[] = [];
  const [memory] = model.layers.filter(({ name }) => name === 'memory') as unknown as {
    call: (...x: unknown[]) => unknown;
  }[];
  const call = memory!.call.bind(memory);
  memory!.call = (...args) => {
    calls.push(args);
    return call(...args);
  };
  tf.tidy(() => model.predict(tf.ones([1, 4, 2])));
  expect(calls).toHaveLength(times);
  const { totals, notes } = summary(model, [4, 2]);
  expect(totals.macs).toBe(times * macs);
  expect(notes).toEqual(times === 1 ? [] : [`${begin}memory (LSTM) ${times} times instead of 1`]);
});

test('one note names all layers with several outputs', () => {
  const x = tfl.input({ shape: [4, 2] });
  const [a, b] = ['a', 'b'].map((name) => recurrent(name).apply(x) as Symbolic[]);
  const model = tfl.model({ inputs: x, outputs: [...a!, b![0]!, b![1]!] });
  expect(notesOf(model)).toEqual([`${begin}a (LSTM) 3 times instead of 1, b (LSTM) 2 times instead of 1`]);
});

test('a model inside, with two outputs, is named, not the layers in it', () => {
  const x = tfl.input({ shape: [5] });
  const hidden = layers.dense({ units: 4, name: 'hidden' }).apply(x) as Symbolic;
  const heads = ['one', 'two'].map((name) => layers.dense({ units: 2, name }).apply(hidden) as Symbolic);
  const inner = tfl.model({ name: 'inner', inputs: x, outputs: heads });
  const y = tfl.input({ shape: [5] });
  const model = tfl.model({ inputs: y, outputs: inner.apply(y) as Symbolic[] });
  expect(notesOf(model)).toEqual([
    `${begin}inner (Model) 2 times instead of 1`.replace('Model)', `${inner.getClassName()})`),
  ]);
});

test('a shared layer at two inputs runs twice for each', () => {
  const shared = recurrent('shared');
  const inputs = [1, 2].map(() => tfl.input({ shape: [4, 2] }));
  const outputs = inputs.flatMap((x) => (shared.apply(x) as Symbolic[]).slice(0, 2));
  expect(notesOf(tfl.model({ inputs, outputs }))).toEqual([`${begin}shared (LSTM) 4 times instead of 2`]);
});

test('a layer with one output that is called twice on its input has no note', () => {
  const shared = layers.dense({ units: 2, name: 'shared' });
  const x = tfl.input({ shape: [5] });
  const outputs = [1, 2].map(() => shared.apply(x) as Symbolic);
  expect(notesOf(tfl.model({ inputs: x, outputs }))).toEqual([]);
});
