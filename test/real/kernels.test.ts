// TensorFlow imports each kernel's op, agrees with its shapes, and computes tf.js's numbers.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { tensorflowGraph } from '../../src/tensorflow/build.ts';
import { encodeGraph } from '../../src/tensorflow/graphDef.ts';
import { spellForTensorflow } from '../../src/tensorflow/names.ts';
import { type KernelCase, kernelCases } from '../trace/kernelCases.ts';
import { python } from './python.ts';

interface Answer {
  readonly error?: string;
  readonly outputs?: readonly { readonly shape: number[]; readonly values: number[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'kernels-'));

function prepare({ run, inputs }: KernelCase, at: number) {
  const tensors = inputs.map(({ values, shape, dtype }) => tf.tensor([...values], [...shape], dtype));
  const outputs = [run(...tensors)].flat() as tf.Tensor[];
  const path = join(folder, `${at}.pb`);
  writeFileSync(path, encodeGraph(spellForTensorflow(tensorflowGraph(trace(run, inputs)))));
  const name = (word: string, i: number): string => `${word}${i === 0 ? '' : `_${i}`}:0`;
  return {
    question: {
      path,
      feeds: Object.fromEntries(inputs.map((input, i) => [name('input/x', i), input])),
      fetches: outputs.map((_, i) => name('output/output', i)),
    },
    expected: outputs.map((y) => ({ shape: y.shape, values: Array.from(y.dataSync()) })),
  };
}

// float32 of two implementations: a few units in the last place, more where exp, powers and long sums meet
const close = (a: number, b: number): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= 2e-5 * Math.max(1, Math.abs(a));

test('TensorFlow computes every kernel as tf.js does', () => {
  const prepared = Object.entries(kernelCases).map(([name, one], at) => ({ name, ...prepare(one, at) }));
  const answers = python<Answer[]>(
    'runGraphs.py',
    prepared.map(({ question }) => question),
  );
  const wrong = prepared.flatMap(({ name, expected }, at) => {
    const { error, outputs = [] } = answers[at]!;
    if (error !== undefined) return [`${name}: ${error}`];
    return expected.flatMap(({ shape, values }, i) => {
      const ours = JSON.stringify(shape);
      if (ours !== JSON.stringify(outputs[i]!.shape)) return [`${name}: ${ours} is [${outputs[i]!.shape}] there`];
      const bad = values.findIndex((value, k) => !close(value, Number(outputs[i]!.values[k])));
      return bad < 0 ? [] : [`${name}: ${values[bad]} is ${outputs[i]!.values[bad]} there`];
    });
  });
  expect(wrong).toEqual([]);
});
