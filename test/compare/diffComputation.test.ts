// The comparison of what a forward pass computes: ops, attributes, constants, converted graphs.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { loop } from '../fixtures/convertedControl.ts';
import { small } from '../fixtures/convertedModels.ts';
import { modelOf } from '../fixtures/converting.ts';
import { changes, diff, lines, tied } from './diffCase.ts';

const { layers } = tfl;

describe('a difference that no layer’s settings hold', () => {
  const unnamed = (fn: (x: tf.Tensor) => tf.Tensor) => fn;
  test.each<[string, viz.Traceable, viz.Traceable, string]>([
    ['an op', unnamed((x) => tf.relu(x)), unnamed((x) => tf.tanh(x)), 'ops: Relu -> Tanh'],
    [
      'an attribute',
      unnamed((x) => tf.leakyRelu(x, 0.1)),
      unnamed((x) => tf.leakyRelu(x, 0.2)),
      'computation: LeakyRelu(%0){alpha=0.1} -> LeakyRelu(%0){alpha=0.2}',
    ],
    [
      'a number',
      unnamed((x) => tf.mul(x, 0.5)),
      unnamed((x) => tf.mul(x, 0.7)),
      'computation: Multiply(%0, 0.5) -> Multiply(%0, 0.7)',
    ],
  ])('%s of a function is named', (_, before, after, line) => {
    expect(lines(diff(before, after)).slice(1)).toEqual([`    ${line}`]);
  });

  test('which layer a later one reads is named', () => {
    const build = (near: boolean) => {
      const x = tfl.input({ shape: [4] });
      const apply = (y: tfl.SymbolicTensor) => layers.dense({ units: 4 }).apply(y) as tfl.SymbolicTensor;
      const a = apply(x);
      const b = apply(a);
      const c = apply(b);
      return tfl.model({
        inputs: x,
        outputs: layers.add({ name: 'sum' }).apply([c, near ? b : a]) as tfl.SymbolicTensor,
      });
    };
    expect(lines(diff(build(true), build(false))).slice(1)).toEqual(['    computation: sum(%3, %2) -> sum(%3, %1)']);
  });

  test('which layer is called a second time is named', () => {
    const result = diff(tied(true), tied(false));
    expect(changes(result)).toEqual(['changed sharedWith']);
    expect(result.layers[0]!.layer).toMatch(/^dense_Dense\d+ #2$/);
  });
});

describe('converted models', () => {
  test('a model does not differ from itself, with a loop too', async () => {
    const result = diff(await modelOf(small), await modelOf(small), [4, 4, 3]);
    expect([result.equal, result.layers]).toEqual([true, []]);
    const dtypes = ['float32', 'string'] as const;
    const looped = async () => viz.summaryData(viz.summary(await modelOf(loop), [[2], []], { dtypes }).facts);
    expect(viz.diffSummaries(await looped(), await looped()).equal).toBe(true);
  });

  const attribute = (name: string, attr: object) => ({
    ...small,
    nodes: small.nodes.map((node) => (node.name === name ? { ...node, attr: { ...node.attr, ...attr } } : node)),
  });
  const dilated = attribute('net/conv_1/Relu', { dilations: { list: { i: ['1', '2', '2', '1'] } } });
  const added = {
    ...small,
    nodes: small.nodes.map((node) => (node.op === 'Mul' ? { ...node, op: 'AddV2' } : node)),
  };
  test.each([
    ['the dilation of a convolution', dilated, '~ net.conv_1 (conv)', 'dilations: [1, 1] -> [2, 2]'],
    [
      'the slope of a fused activation',
      attribute('net/dense_3/LeakyRelu', { leakyrelu_alpha: { f: 0.1 } }),
      '~ net.dense_3 (dense)',
      'leakyreluAlpha: 0.3 -> 0.1',
    ],
    ['an op of another kind', added, '~ net (net)', 'ops: Mul -> AddV2'],
  ])('%s is named with its scope', async (_, model, scope, line) => {
    const found = diff(await modelOf(small), await modelOf(model), [4, 4, 3]);
    expect(lines(found).slice(0, 2)).toEqual([scope, `    ${line}`]);
    expect(found.layers).toHaveLength(1);
  });
});

describe('constants', () => {
  const plus = (make: () => tf.Tensor) => (x: tf.Tensor) => tf.add(x, make());
  test.each<[string, () => tf.Tensor, () => tf.Tensor]>([
    ['one of four numbers', () => tf.tensor1d([1, 2, 3, 4]), () => tf.tensor1d([1, 2, 3, 5])],
    ['the order of numbers', () => tf.tensor1d([1, 2, 3, 4]), () => tf.tensor1d([1, 3, 2, 4])],
    ['the sign of a zero', () => tf.div(1, 0), () => tf.div(1, -0)],
  ])('that a forward pass makes are compared: %s', (_, a, b) => {
    expect(diff(plus(a), plus(a)).equal).toBe(true);
    expect(changes(diff(plus(a), plus(b)))).toEqual(['changed computation']);
  });

  test('that are drawn anew at each call do not differ', () => {
    for (const shape of [[], [4]])
      expect(
        diff(
          plus(() => tf.randomUniform(shape)),
          plus(() => tf.randomUniform(shape)),
        ).equal,
      ).toBe(true);
  });

  test('that a model holds are not compared, and a note says so', () => {
    class Holds extends nn.Module {
      readonly table: tf.Tensor;
      constructor(table: tf.Tensor) {
        super();
        this.table = table;
      }
      override forward(x: tf.Tensor): tf.Tensor {
        return tf.add(x, this.table);
      }
    }
    const { equal, notes } = diff(new Holds(tf.tensor1d([1, 2, 3, 4])), new Holds(tf.tensor1d([1, 2, 3, 5])));
    expect({ equal, notes }).toEqual({
      equal: true,
      notes: ['tensors that a layer holds beside its parameters, such as states, are not compared: the model itself'],
    });
  });
});
