// The comparison of two models' weights, of summaries saved by earlier releases, and of very long models.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const savedOf = (model: viz.Traceable, size: number[]): viz.SummaryData =>
  viz.summaryData(viz.summary(model, size).facts);
/** The lines before the totals, and those after them. */
const lines = (result: viz.SummaryDiff): string[] =>
  viz
    .renderDiff(result)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^(params|trainable params|MACs|inference peak beside params|training step): /.test(line));

describe('weights', () => {
  const withWeights = (kernel: number[], bias: number[]): nn.Sequential => {
    const model = new nn.Sequential(new nn.Linear(2, 1));
    model.loadStateDict(
      new Map([
        ['0.weight', { shape: [1, 2], values: Float32Array.from(kernel) }],
        ['0.bias', { shape: [1], values: Float32Array.from(bias) }],
      ]),
    );
    return model;
  };
  const compare = (a: nn.Sequential, b: nn.Sequential): viz.SummaryDiff =>
    viz.diffSummaries(savedOf(a, [2]), savedOf(b, [2]), { before: viz.weightsOf(a), after: viz.weightsOf(b) });

  test('that differ are listed with the norm of the difference', () => {
    const result = compare(withWeights([3, 4], [1]), withWeights([3, 7], [1]));
    expect([result.equal, result.layers]).toEqual([false, []]);
    expect(result.weights).toEqual({
      compared: 2,
      parameters: [{ parameter: '0.weight', norm: 3, normBefore: 5, max: 3, notFinite: 0 }],
      notes: [],
    });
    expect(lines(result)).toEqual([
      'weights: 1 of 2 parameters differ',
      '    0.weight: norm of the difference 3 of 5 (60.0%), at most 3',
    ]);
  });

  test('equal weights, with NaN in the same element, are no difference', () => {
    const same = compare(withWeights([Number.NaN, 4], [1]), withWeights([Number.NaN, 4], [1]));
    expect([same.equal, same.weights!.parameters]).toEqual([true, []]);
    const other = compare(withWeights([Number.NaN, 4], [1]), withWeights([3, 4], [1]));
    expect(other.weights!.parameters).toMatchObject([{ norm: 0, notFinite: 1 }]);
    expect(JSON.parse(viz.renderDiff(other, 'json')).weights).toEqual(other.weights);
  });
});

test('a summary saved before settings were recorded is compared without them, and a note says so', () => {
  const now = savedOf(new nn.Sequential(new nn.Linear(4, 4), new nn.Dropout(0.1)), [4]);
  const earlier = {
    ...now,
    layers: now.layers.map(({ settings, program, ...layer }) => layer),
  };
  const result = viz.diffSummaries(viz.parseSummaryData(JSON.stringify(earlier), 'main.json'), now);
  expect(result.equal).toBe(true);
  expect(lines(result)[1]).toBe(
    'note: settings such as strides and activations are not compared: a saved summary of an earlier release has none',
  );
});

test('a stack of 43,000 layers, one of them changed, is compared in under thirty seconds', () => {
  const [root, layer] = savedOf(new nn.Sequential(new nn.Linear(4, 4)), [4]).layers;
  const rows = (changed: number): viz.SummaryData => ({
    ...savedOf(new nn.Sequential(new nn.Linear(4, 4)), [4]),
    layers: [
      root!,
      ...Array.from({ length: 43_000 }, (_, i) => ({ ...layer!, path: `${i}`, params: i === changed ? 7 : i % 5 })),
    ],
  });
  const start = performance.now();
  expect(viz.diffSummaries(rows(-1), rows(20_001)).layers.map((change) => change.layer)).toEqual(['20001']);
  expect(performance.now() - start).toBeLessThan(30_000);
});
