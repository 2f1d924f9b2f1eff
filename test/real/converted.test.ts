// What the converter itself wrote of loops, branches and tables: exported, TensorFlow gives what it gave before the model
// was converted, and what tf.js gives.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { formatNames } from '../../src/export/saveGraph.ts';
import { frozenGraph, type SignedGraph, writeGraph } from '../../src/index.ts';
import { spellForTensorflow } from '../../src/tensorflow/names.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { python } from './python.ts';
import { type Answer, differences, type Numbers, numbersOf } from './runGraphs.ts';

const reference = fileURLToPath(new URL('../golden/reference/converted/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'converted-'));

type Tensors = Readonly<Record<string, Numbers & { readonly dtype: string }>>;
interface Run {
  readonly inputs: Tensors;
  readonly outputs: Tensors;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const readRun = (name: string): Run => JSON.parse(readFileSync(join(reference, name, 'run.json'), 'utf8'));

/** What tf.js gives, by the names of the signature. */
async function computed(model: GraphModel, { inputs, outputs }: Run): Promise<Numbers[]> {
  type Ends = Readonly<Record<string, { readonly name: string }>>;
  const signature = model.modelSignature as unknown as { readonly outputs: Ends };
  const fed = Object.entries(inputs).map(([name, { shape, dtype, values }]) => [
    name,
    tf.tensor(values as number[], [...shape], dtype as tf.DataType),
  ]);
  const names = Object.keys(outputs).map((name) => signature.outputs[name]!.name);
  return [await model.executeAsync(Object.fromEntries(fed), names)].flat().map(numbersOf);
}

function asked(graph: SignedGraph, name: string, run: Run, format: (typeof formatNames)[number]) {
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

test.each(['flow', 'flowFunctions', 'flowV1', 'words', 'wordsV1'])('%s', async (name) => {
  const run = readRun(name);
  const model = await graphModelAt(join(reference, name, 'model.json'));
  const inputs = Object.values(run.inputs).map(({ shape, dtype }) => ({ shape, dtype: dtype as tf.DataType }));
  const graph = frozenGraph(model, inputs);
  for (const format of formatNames) await writeGraph(graph, { format, out: join(folder, `${name}.${format}`) });
  const open = frozenGraph(model, inputs, { dynamicBatch: true });
  await writeGraph(open, { format: 'savedmodel', out: join(folder, `${name}Open.savedmodel`) });
  const before = Object.values(run.outputs);
  const answers = python<Answer[]>('runExports.py', [
    ...formatNames.map((format) => asked(graph, name, run, format)),
    asked(open, `${name}Open`, run, 'savedmodel'),
  ]);
  expect(answers.flatMap((answer) => differences(name, answer, before, 1e-5))).toEqual([]);
  expect(answers).toHaveLength(4);
  // tf.js 4.22 does not see a weight in a loop that waits for the loop
  if (name === 'flow') await expect(computed(model, run)).rejects.toThrow('Cannot compute the outputs');
  else expect(differences(name, { outputs: await computed(model, run) }, before, 1e-5)).toEqual([]);
});
