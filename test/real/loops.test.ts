// Recurrent layers of an open time axis: TensorFlow runs the loops that they become at lengths that were not traced.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { frozenGraph, loadModel, writeGraph } from '../../src/index.ts';
import { recurrentInputs, recurrentModels } from '../fixtures/recurrentModels.ts';
import { asked, runExports, tensorsIn } from './runExports.ts';
import { differences, numbersOf } from './runGraphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'loops-'));

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const lengths = [1, 2, 3, 7, 50];

test('recurrent layers of an open time axis, which are loops, at lengths that were not traced', async () => {
  const prepared = await Promise.all(
    Object.entries(recurrentModels).map(async ([name, make]) => {
      const model = make();
      const graph = frozenGraph(model, { dynamic: true });
      const out = join(folder, `${name}.loop`);
      await writeGraph(graph, { format: 'savedmodel', out });
      return lengths.map((steps) => {
        const inputs = recurrentInputs(model, steps);
        const expected = tensorsIn(model.predict(inputs)).map(numbersOf);
        return { name: `${name}, ${steps} steps`, expected, asked: asked(graph, 'savedmodel', out, inputs) };
      });
    }),
  );
  const every = prepared.flat();
  const answers = runExports(every.map((one) => one.asked));
  expect(every).toHaveLength(Object.keys(recurrentModels).length * lengths.length);
  expect(every.flatMap(({ name, expected }, at) => differences(name, answers[at]!, expected, 1e-5))).toEqual([]);
});

/** A model.json of Keras 3 with one GRU as Keras makes it, which tf.js lacks: reset_after, from the end, with a mask. */
function kerasGru(): string {
  const layer = (className: string, config: object) => ({ module: 'keras.layers', class_name: className, config });
  const layers = [
    layer('InputLayer', { name: 'x', batch_shape: [null, null, 3], dtype: 'float32' }),
    layer('Masking', { name: 'masking', mask_value: 0 }),
    layer('GRU', { name: 'gru', units: 4, return_sequences: true, go_backwards: true, reset_after: true }),
  ];
  const config = { module: 'keras', class_name: 'Sequential', config: { name: 'model', layers } };
  const modelTopology = { keras_version: '3.8.0', backend: 'tensorflow', model_config: config };
  return JSON.stringify({ format: 'layers-model', generatedBy: 'keras v3.8.0', modelTopology, weightsManifest: [] });
}

test('a GRU of Keras 3 of an open time axis, which is a loop, at lengths that were not traced', async () => {
  const path = join(folder, 'gru.json');
  writeFileSync(path, kerasGru());
  const { model: loaded } = await loadModel(path, { layers: tfl });
  const model = loaded as tfl.LayersModel;
  model.setWeights(model.getWeights().map(({ shape }, i) => tf.randomNormal(shape, 0, 0.5, 'float32', i)));
  const graph = frozenGraph(model, { dynamic: true });
  const out = join(folder, 'gru.loop');
  await writeGraph(graph, { format: 'savedmodel', out });
  const every = lengths.map((steps) => {
    const inputs = recurrentInputs(model, steps);
    return { expected: tensorsIn(model.apply(inputs)).map(numbersOf), asked: asked(graph, 'savedmodel', out, inputs) };
  });
  const answers = runExports(every.map((one) => one.asked));
  expect(every.flatMap(({ expected }, at) => differences('gru', answers[at]!, expected, 1e-5))).toEqual([]);
});
