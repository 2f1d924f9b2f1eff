// Models of tf.layers with their weights as constants: TensorFlow computes what tf.js does within 1e-5.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { trace } from '../../src/index.ts';
import { type Numbers, tensorflowGraph } from '../../src/tensorflow/build.ts';
import { encodeGraph } from '../../src/tensorflow/graphDef.ts';
import { spellForTensorflow } from '../../src/tensorflow/names.ts';
import { layerNumbers } from '../../src/trace/layersModel.ts';
import { inputsOf, zoo } from '../trace/zoo.ts';
import { python } from './python.ts';

interface Answer {
  readonly error?: string;
  readonly outputs?: readonly { readonly shape: number[]; readonly values: number[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'zoo-'));

function prepare(name: string) {
  const model = zoo[name]!();
  const inputs = inputsOf(model);
  const outputs = [model.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat() as tf.Tensor[];
  const numbers: Numbers = layerNumbers(model);
  const path = join(folder, `${name}.pb`);
  writeFileSync(path, encodeGraph(spellForTensorflow(tensorflowGraph(trace(model, inputs), numbers))));
  const end = (word: string, i: number): string => `${word}${i === 0 ? '' : `_${i}`}:0`;
  const feeds = inputs.map((x, i) => [end('input/x', i), { shape: x.shape, values: Array.from(x.dataSync()) }]);
  return {
    name,
    question: { path, feeds: Object.fromEntries(feeds), fetches: outputs.map((_, i) => end('output/output', i)) },
    expected: outputs.map((y) => ({ shape: y.shape, values: Array.from(y.dataSync()) })),
  };
}

test('TensorFlow runs every model of the zoo', async () => {
  await tf.setBackend('cpu');
  const prepared = Object.keys(zoo).map(prepare);
  const answers = python<Answer[]>(
    'runGraphs.py',
    prepared.map(({ question }) => question),
  );
  for (const [at, { name, expected }] of prepared.entries()) {
    const { error, outputs = [] } = answers[at]!;
    expect({ name, error }).toEqual({ name, error: undefined });
    expect(outputs.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
    const differences = expected.flatMap(({ values }, i) => values.map((v, k) => Math.abs(v - outputs[i]!.values[k]!)));
    expect(Math.max(...differences), name).toBeLessThan(1e-5);
  }
});
