// The comparison of models whose layers are equal, moved, added or removed.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import type * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { changes, diff, lines, stack, tied } from './diffCase.ts';

const { layers } = tfl;

describe('equal models', () => {
  const twice: [string, () => viz.Traceable, number[]][] = [
    ['tf.layers without names', () => tfl.sequential({ layers: [layers.dense({ inputShape: [4], units: 3 })] }), [4]],
    [
      'a recurrent layer',
      () => tfl.sequential({ layers: [layers.lstm({ inputShape: [5, 3], units: 2, recurrentInitializer: 'zeros' })] }),
      [5, 3],
    ],
    [
      'a wrapped layer',
      () => {
        const layer = layers.gru({ units: 2, recurrentInitializer: 'zeros' }) as unknown as tfl.RNN;
        return tfl.sequential({ layers: [layers.bidirectional({ inputShape: [5, 3], layer, mergeMode: 'concat' })] });
      },
      [5, 3],
    ],
    ['a shared layer', () => tied(true), [4]],
    ['blocks', () => stack(3), [4]],
    ['a function that draws numbers', () => (x: tf.Tensor) => tf.add(x, tf.randomNormal(x.shape)), [4]],
    [
      'a function whose variables have no names',
      () => {
        const weight = tf.variable(tf.ones([4, 2]));
        return (x: tf.Tensor) => tf.matMul(x as tf.Tensor2D, weight as tf.Tensor2D);
      },
      [4],
    ],
    [
      'a function that runs tf.layers, without names and with names that are taken twice',
      () => {
        const all = [layers.dense({ units: 3 }), layers.dense({ units: 3, name: 'named' })];
        const model = tfl.sequential({ layers: [layers.inputLayer({ inputShape: [4] }), ...all] });
        return (x: tf.Tensor) => model.apply(x) as tf.Tensor;
      },
      [4],
    ],
  ];
  test.each(twice)('%s, made twice, do not differ', (_, make, size) => {
    const result = diff(make(), make(), size);
    expect([result.equal, result.layers, result.reshaped]).toEqual([true, [], []]);
  });
});

test('of two layers that change places the same one has moved, whichever model is the first', () => {
  const sequence = (swapped: boolean): tfl.Sequential => {
    const all = [layers.dense({ units: 4 }), layers.dropout({ rate: 0.5 })];
    return tfl.sequential({
      layers: [layers.inputLayer({ inputShape: [4] }), ...(swapped ? all.reverse() : all), layers.dense({ units: 2 })],
    });
  };
  const moved = (result: viz.SummaryDiff): string[] => result.layers.map(({ kind, type }) => `${kind} ${type}`).sort();
  const [a, b] = [sequence(false), sequence(true)];
  expect(moved(diff(a, b))).toEqual(['added Dropout', 'removed Dropout']);
  expect(moved(diff(b, a))).toEqual(['added Dropout', 'removed Dropout']);
});

describe('a Dropout, which forwards its input at inference,', () => {
  const between = (...held: tfl.layers.Layer[]): tfl.Sequential =>
    tfl.sequential({ layers: [layers.dense({ inputShape: [4], units: 4 }), ...held, layers.dense({ units: 2 })] });
  const models = {
    'of tf.layers': [between(layers.dropout({ rate: 0.5 })), between(layers.reLU()), between()],
    'of a Module': [[new nn.Dropout(0.5)], [new nn.ReLU()], []].map(
      (held) => new nn.Sequential(new nn.Linear(4, 4), ...held, new nn.Linear(4, 2)),
    ),
  } satisfies Readonly<Record<string, readonly viz.Traceable[]>>;
  test.each(Object.entries(models))('%s is one change: in place of another layer, removed and added', (_, all) => {
    const [dropout, relu, none] = all as unknown as readonly [viz.Traceable, viz.Traceable, viz.Traceable];
    expect(changes(diff(dropout, relu)).map((change) => change.split(' ')[0])).toEqual(['changed']);
    expect(changes(diff(dropout, none))).toEqual(['removed layer']);
    expect(changes(diff(none, dropout))).toEqual(['added layer']);
  });
});

test('another activation of a layer that runs several times is one change', () => {
  const repeated = (activation: 'relu' | 'tanh'): tfl.Sequential => {
    const layer = layers.dense({ units: 3, activation });
    return tfl.sequential({ layers: [layers.timeDistributed({ layer, inputShape: [5, 4] })] });
  };
  expect(changes(diff(repeated('relu'), repeated('tanh'), [5, 4]))).toEqual(['changed settings.activation']);
});

describe('layers that were added or removed', () => {
  test('at any position of a stack, are the only change', () => {
    for (const at of [0, 1, 2, 4]) {
      const units = [4, 8, 8, 4];
      const build = (inserted: boolean) =>
        new nn.Sequential(
          ...units
            .map((n, i): nn.AnyModule => new nn.Linear(units[i - 1] ?? 4, n))
            .toSpliced(at, 0, ...(inserted ? [new nn.ReLU()] : [])),
        );
      expect(changes(diff(build(false), build(true)))).toEqual(['added layer']);
      expect(changes(diff(build(true), build(false)))).toEqual(['removed layer']);
    }
  });

  test('are one line for equal blocks, with what they hold', () => {
    expect(lines(diff(stack(12), stack(14)))).toEqual(['+ 12…13: 2 x Block, 20 params in 4 layers']);
  });

  test('in a list are told by their path', () => {
    class Listed extends nn.Module {
      readonly steps: nn.ModuleList;
      constructor(count: number) {
        super();
        this.steps = new nn.ModuleList(Array.from({ length: count }, () => new nn.Linear(4, 4)));
      }
      override forward(x: tf.Tensor): tf.Tensor {
        return [...this.steps].reduce((y, step) => step.apply(y) as tf.Tensor, x);
      }
    }
    expect(lines(diff(new Listed(2), new Listed(3)))).toEqual(['+ steps.2: Linear, 20 params']);
  });
});
