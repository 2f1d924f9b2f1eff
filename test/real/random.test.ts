// Random numbers in exports: TensorFlow draws them anew at each run, from the distribution that tf.js draws them from.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { spellForTensorflow } from '../../src/dialects/tensorflow/tensorflowNames.ts';
import { frozenGraph, writeGraph } from '../../src/index.ts';
import { python } from './python.ts';
import type { Answer } from './runGraphs.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const folder = mkdtempSync(join(tmpdir(), 'random-'));

type Fn = (x: tf.Tensor) => tf.Tensor;
const drawn: Readonly<Record<string, { readonly fn: Fn; readonly mean: number; readonly deviation: number }>> = {
  normal: { fn: (x) => tf.add(x, tf.randomNormal([4000], 3, 0.5)), mean: 3, deviation: 0.5 },
  uniform: { fn: (x) => tf.add(x, tf.randomUniform([4000], -2, 4)), mean: 1, deviation: 6 / Math.sqrt(12) },
  truncated: { fn: (x) => tf.add(x, tf.truncatedNormal([4000], 0, 2)), mean: 0, deviation: 2 * 0.8796 },
  dropout: { fn: (x) => tf.dropout(tf.add(x, tf.ones([4000])), 0.5), mean: 1, deviation: 1 },
  classes: {
    fn: (x) => tf.cast(tf.multinomial(tf.add(x, tf.zeros([2])) as tf.Tensor1D, 4000), 'float32'),
    mean: 0.5,
    deviation: 0.5,
  },
};
const steady: Readonly<Record<string, Fn>> = {
  seeded: (x) => tf.add(x, tf.randomNormal([4000], 3, 0.5, 'float32', 7)),
  classes: (x) => tf.cast(tf.multinomial(tf.add(x, tf.zeros([2])) as tf.Tensor1D, 4000, 7), 'float32'),
};

/** What each of two runs in TensorFlow gives, in a session and a graph of its own. */
async function twice(fns: Readonly<Record<string, Fn>>, dynamic = false): Promise<number[][][]> {
  const cases = await Promise.all(
    Object.entries(fns).map(async ([name, fn]) => {
      const graph = frozenGraph(fn, dynamic ? [2, 1] : [1], { dynamic });
      const path = join(folder, `${name}.pb`);
      await writeGraph(graph, { format: 'graphdef', out: path, overwrite: true });
      const { inputs, outputs } = spellForTensorflow(graph).signature;
      const fed = dynamic ? { shape: [3, 1], values: [0, 0, 0] } : { shape: [1], values: [0] };
      return { format: 'graphdef', path, inputs: { [inputs[0]!.tensor]: fed }, outputs: [outputs[0]!.tensor] };
    }),
  );
  const answers = python<Answer[]>('runExports.py', [...cases, ...cases]);
  expect(answers.flatMap(({ error }) => error ?? [])).toEqual([]);
  const values = answers.map(({ outputs }) => outputs![0]!.values as number[]);
  return cases.map((_, i) => [values[i]!, values[i + cases.length]!]);
}

test('two runs differ, and both have the mean and the deviation of what tf.js draws from', async () => {
  const runs = await twice(Object.fromEntries(Object.entries(drawn).map(([name, { fn }]) => [name, fn])));
  for (const [i, { mean, deviation }] of Object.values(drawn).entries()) {
    const [one, other] = runs[i]!;
    expect(one).not.toEqual(other);
    for (const values of runs[i]!) {
      const average = values.reduce((a, b) => a + b) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / values.length;
      // six standard errors of 4000 draws
      expect(Math.abs(average - mean)).toBeLessThan((6 * deviation) / Math.sqrt(4000));
      expect(Math.abs(Math.sqrt(variance) / deviation - 1)).toBeLessThan(0.1);
    }
  }
});

test('with an open batch each row has numbers of its own, at a size that was not traced', async () => {
  const [runs] = await twice({ rows: (x) => tf.add(x, tf.randomNormal([x.shape[0]!, 1])) }, true);
  const [one, other] = runs!;
  expect(one).toHaveLength(3);
  expect(new Set([...one!, ...other!]).size).toBe(6);
});

test('draws with a seed of their own are the same in each run', async () => {
  for (const [one, other] of await twice(steady)) expect(one).toEqual(other);
});
