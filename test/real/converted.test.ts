// What the converter itself wrote of loops, branches, tables and Keras's layers: exported, TensorFlow gives what it gave
// before the model was converted, and what tf.js gives.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { spellForTensorflow } from '../../src/dialects/tensorflow/tensorflowNames.ts';
import type { GraphFormat } from '../../src/formats/format.ts';
import { frozenGraph, type SignedGraph, writeGraph } from '../../src/index.ts';
import { converterModel, converterPath } from '../fixtures/converterModels.ts';
import { python } from './python.ts';
import { type Answer, differences, type Numbers, numbersOf, tensorflowFormats } from './runGraphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'converted-'));

type Tensors = Readonly<Record<string, Numbers & { readonly dtype: string }>>;
interface Run {
  readonly inputs: Tensors;
  readonly outputs: Tensors;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const readRun = (name: string): Run => JSON.parse(readFileSync(converterPath(name, 'run.json'), 'utf8'));

/** What tf.js gives, by the names of the signature. */
async function computed(model: GraphModel, inputs: Tensors, outputs: readonly string[]): Promise<Numbers[]> {
  type Ends = Readonly<Record<string, { readonly name: string }>>;
  const signature = model.modelSignature as unknown as { readonly outputs: Ends };
  const fed = Object.entries(inputs).map(([name, { shape, dtype, values }]) => [
    name,
    tf.tensor(values as number[], [...shape], dtype as tf.DataType),
  ]);
  const names = outputs.map((name) => signature.outputs[name]!.name);
  return [await model.executeAsync(Object.fromEntries(fed), names)].flat().map(numbersOf);
}

/** As many rows as were not traced, over and over those that there are. */
function more({ shape, dtype, values }: Tensors[string]): Tensors[string] {
  const [rows, ...rest] = shape as [number, ...number[]];
  const width = values.length / rows;
  const picked = Array.from({ length: 7 }, (_, i) => values.slice((i % rows) * width, ((i % rows) + 1) * width));
  return { shape: [7, ...rest], dtype, values: picked.flat() };
}

function asked(graph: SignedGraph, name: string, run: Run, format: GraphFormat) {
  const { signature } = spellForTensorflow(graph);
  const key = ({ name, tensor }: { name: string; tensor: string }) => (format === 'savedmodel' ? name : tensor);
  const named = (side: 'inputs' | 'outputs') => new Map(signature[side].map((end) => [end.name, key(end)]));
  const [inputs, outputs] = [named('inputs'), named('outputs')];
  return {
    format,
    path: join(folder, `${name}.${format}`),
    inputs: Object.fromEntries(Object.entries(run.inputs).map(([key, value]) => [inputs.get(key)!, value])),
    outputs: Object.keys(run.outputs).map((key) => outputs.get(key)!),
    binary: join(folder, `${name}.graphdef`),
  };
}

// tf.js 4.22 does not see a weight in a loop that waits for the loop
const refused = new Set(['flow', 'recurrent']);
// the same model as tf.js runs it
const instead = new Map([['flow', 'flowV1']]);
const fixed = new Set(['detector']);
const names = 'flow flowFunctions flowV1 words wordsV1 net attention recurrent sentiment detector'.split(' ');

test.each(names)('%s', async (name) => {
  const { inputs, outputs } = readRun(name);
  const model = await converterModel(name);
  // tables are inputs as well
  const specs = model.inputs.flatMap(({ name }) => {
    const { [name]: input } = inputs;
    return input ? [{ shape: input.shape, dtype: input.dtype as tf.DataType }] : [];
  });
  const graph = frozenGraph(model, specs);
  for (const format of tensorflowFormats) await writeGraph(graph, { format, out: join(folder, `${name}.${format}`) });
  const questions = tensorflowFormats.map((format) => asked(graph, name, { inputs, outputs }, format));
  const wide = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, more(value)]));
  if (!fixed.has(name)) {
    const open = frozenGraph(model, specs, { dynamic: true });
    await writeGraph(open, { format: 'savedmodel', out: join(folder, `${name}Open.savedmodel`) });
    questions.push(asked(open, `${name}Open`, { inputs: wide, outputs }, 'savedmodel'));
  }
  const [keys, before] = [Object.keys(outputs), Object.values(outputs)];
  const answers = python<Answer[]>('runExports.py', questions);
  expect(answers.slice(0, 3).flatMap((answer) => differences(name, answer, before, 1e-5))).toEqual([]);
  if (refused.has(name)) await expect(computed(model, inputs, keys)).rejects.toThrow('Cannot compute the outputs');
  const other = instead.get(name);
  const runs = other === undefined ? (refused.has(name) ? undefined : model) : await converterModel(other);
  if (runs) expect(differences(name, { outputs: await computed(runs, inputs, keys) }, before, 1e-5)).toEqual([]);
  if (fixed.has(name)) return;
  // each row by itself where tf.js does not tell
  const grown = runs ? await computed(runs, wide, keys) : before.map(more);
  expect(differences(`${name} of 7`, answers[3]!, grown, 1e-5)).toEqual([]);
});
