// Converted models as ONNX: onnxruntime computes what TensorFlow gave before, or the op that ONNX cannot hold is named.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { onnxGraph, saveGraph } from '../../src/index.ts';
import { converterModel, converterPath } from '../fixtures/converterModels.ts';
import type { Numbers } from './runGraphs.ts';
import { onnxQuestion, wrongInOnnx } from './runOnnx.ts';

const folder = mkdtempSync(join(tmpdir(), 'onnxConverted-'));

beforeAll(async () => {
  await tf.setBackend('cpu');
});

interface Run {
  readonly inputs: Readonly<Record<string, Numbers & { readonly dtype: tf.DataType }>>;
  readonly outputs: Readonly<Record<string, Numbers>>;
}

test.each(['net', 'attention'])('the converted model %s gives what TensorFlow gave before it', async (name) => {
  const { inputs, outputs }: Run = JSON.parse(readFileSync(converterPath(name, 'run.json'), 'utf8'));
  const model = await converterModel(name);
  const given = model.inputs.map(({ name: input }) => inputs[input]!);
  const graph = onnxGraph(
    model,
    given.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  const question = onnxQuestion(
    graph,
    graph.signature.inputs.map((input) => inputs[input.name]!),
  );
  const expected = graph.signature.outputs.map((output) => outputs[output.name]!);
  expect(wrongInOnnx([{ name, question, expected }])).toEqual([]);
});

test.each([
  ['flow', /Enter .* depends on numbers/],
  ['words', /LookupTableFindV2 .* looks up a table/],
  ['recurrent', /TensorListReserve .* depends on numbers/],
  ['sentiment', /LookupTableFindV2 .* looks up a table/],
  ['detector', /NonMaxSuppressionV5 .* depends on numbers/],
])(
  'the converted model %s is refused by the op that ONNX cannot hold, and nothing is written',
  async (name, reason) => {
    const { inputs }: Run = JSON.parse(readFileSync(converterPath(name, 'run.json'), 'utf8'));
    const model = await converterModel(name);
    const given = model.inputs.flatMap(({ name: input }) => (inputs[input] ? [inputs[input]] : []));
    const out = join(folder, `${name}.onnx`);
    const shapes = given.map(({ shape, dtype }) => ({ shape, dtype }));
    await expect(saveGraph(model, shapes, { format: 'onnx', out })).rejects.toThrow(reason);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  },
);
