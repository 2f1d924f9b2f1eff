// Every layer, and the reference's small models, exported with their numbers: TensorFlow computes what tf.js does.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import * as nn from '../../src/index.ts';
import { tensorflowGraph } from '../../src/tensorflow/build.ts';
import { referenceModels } from '../summary/referenceModels.ts';
import { differences, numbersOf, question, runGraphs } from './runGraphs.ts';

interface Case {
  readonly model: nn.AnyModule;
  readonly shapes: readonly (readonly number[])[];
  readonly dtype?: 'int32';
}

const reference = (name: string, ...shapes: readonly (readonly number[])[]): Case => ({
  model: new referenceModels[name]!(),
  shapes,
});
const layer = (model: nn.AnyModule, ...shape: number[]): Case => ({ model, shapes: [shape] });

const cases: Readonly<Record<string, Case>> = {
  LeNet: reference('LeNet', [2, 1, 28, 28]),
  MLP: reference('MLP', [2, 1, 28, 28]),
  SimpleConv: reference('SimpleConv', [2, 1, 6, 5], [2, 1, 4, 7]),
  Q: reference('Q', [3, 8]),
  ExtraParamNet: reference('ExtraParamNet', [2, 8]),
  FrozenNet: reference('FrozenNet', [4, 8]),
  Conv1d: layer(new nn.Conv1d(4, 6, 3, { stride: 2, padding: 1, dilation: 2, groups: 2 }), 2, 4, 11),
  Conv2d: layer(new nn.Conv2d(4, 6, 3, { stride: 2, padding: 1, groups: 2 }), 2, 4, 9, 8),
  Dilated: layer(new nn.Conv2d(2, 3, 2, { dilation: 2, bias: false }), 1, 2, 7, 7),
  BatchNorm2d: layer(new nn.BatchNorm2d(3), 2, 3, 4, 5),
  LayerNorm: layer(new nn.LayerNorm(6), 2, 3, 6),
  MaxPool2d: layer(new nn.MaxPool2d(3, { stride: 2, padding: 1 }), 2, 3, 7, 8),
  AvgPool2d: layer(new nn.AvgPool2d(3, { stride: 2, padding: 1 }), 2, 3, 7, 8),
  AdaptiveAvgPool2d: layer(new nn.AdaptiveAvgPool2d([3, 2]), 2, 3, 7, 5),
  Embedding: { model: new nn.Embedding(10, 4), shapes: [[3, 5]], dtype: 'int32' },
  GELU: layer(new nn.GELU(), 2, 9),
  Dropout: layer(new nn.Dropout(0.5), 2, 9),
};

const flat = (value: unknown): tf.Tensor[] => [value].flat() as tf.Tensor[];

/** What TensorFlow is asked, and what tf.js computes on its cpu backend. */
function prepare({ model, shapes, dtype }: Case) {
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

test('TensorFlow computes each to tf.js’s numbers within 1e-5', () => {
  const prepared = Object.entries(cases).map(([name, one]) => ({ name, ...prepare(one) }));
  const answers = runGraphs(prepared.map(({ asked }) => asked));
  expect(prepared.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});
