// Models of tf.layers with their weights as constants: TensorFlow computes what tf.js does within 1e-5.
import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { summary, trace, weightsOf } from '../../src/index.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';
import { packageFolder } from './packages.ts';
import { differences, numbersOf as jsonOf, question, runGraphs } from './runGraphs.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('TensorFlow runs every model of the zoo', () => {
  const prepared = Object.entries(zoo).map(([name, make]) => {
    const model = make();
    const inputs = inputsOf(model);
    const outputs = [model.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat() as tf.Tensor[];
    const graph = tensorflowGraph(trace(model, inputs), weightsOf(model));
    return { name, expected: outputs.map(jsonOf), asked: question(graph, inputs.map(jsonOf), outputs.length) };
  });
  const answers = runGraphs(prepared.map(({ asked }) => asked));
  expect(prepared.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});

test('TensorFlow runs a model that others trained, from its model.json', async () => {
  const path = join(packageFolder('@upscalerjs/default-model', '1.0.0'), 'models', 'model.json');
  const { modelTopology, weightsManifest } = JSON.parse(readFileSync(path, 'utf8'));
  const [group] = weightsManifest;
  const bytes = readFileSync(join(path, '..', group.paths[0]));
  const model = await tfl.loadLayersModel({
    load: async () => ({
      modelTopology,
      weightSpecs: group.weights,
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    }),
  });
  const input = tf.randomUniform([1, 12, 10, 3], 0, 1, 'float32', 7);
  const output = model.apply(input) as tf.Tensor;
  const record = trace(model, [input]);
  expect(record.values[record.outputs as number]!.shape).toEqual(output.shape);
  expect(summary(model, [12, 10, 3], { style: 'table' }).totals.params).toBe(222_075);
  const asked = question(tensorflowGraph(record, weightsOf(model)), [jsonOf(input)], 1);
  expect(differences('default-model', runGraphs([asked])[0]!, [jsonOf(output)], 1e-5)).toEqual([]);
  // the same from the command line
  const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
  const options = ['--input', '1,12,10,3', '--style', 'json', '--statistics'];
  const { stdout, stderr } = spawnSync(process.execPath, [cli, 'summary', path, ...options], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { totals, layers } = JSON.parse(stdout);
  expect(totals.params).toBe(222_075);
  const means = layers.flatMap(
    (layer: { path: string; parameters: { name: string; statistics: { mean: number } }[] }) =>
      layer.parameters.map(({ name, statistics }) => [`${layer.path}.${name}`, statistics.mean]),
  );
  const numbers = weightsOf(model);
  expect(means).toHaveLength(numbers.size);
  for (const [name, mean] of means) {
    const { values } = numbers.get(name)!;
    expect(mean).toBeCloseTo(Array.from(values).reduce((sum, value) => sum + value, 0) / values.length, 6);
  }
});
