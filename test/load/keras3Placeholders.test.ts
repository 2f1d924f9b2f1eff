// Layers of Keras 3 that tf.js cannot run, amid layers that it runs: the model has Keras's shapes and parameters, and no numbers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';
import { kerasCases } from './kerasCases.ts';

const caseOf = (name: string) => kerasCases.find((one) => one.name === name)!;
const load = (path: string) => loadModel(path, { layers: layers as unknown as LayersLibrary });
const placeholders = fileURLToPath(new URL('../fixtures/keras3Placeholders/', import.meta.url));
const known: Readonly<Record<string, Readonly<Record<string, { shape: unknown; params: number }>>>> = JSON.parse(
  readFileSync(join(placeholders, 'truth.json'), 'utf8'),
);
const aboutLayer = (layer: layers.layers.Layer): object => ({
  shape: layer.outputShape,
  params: layer.countParams(),
});

describe('a layer that tf.js lacks', () => {
  test('is a placeholder with the weights and the shape of the file', async () => {
    const { path, truth } = caseOf('borrowed_layers');
    const { model, inputs, notes, fill } = await load(path('model.keras'));
    const { modules } = trace(model, inputs!);
    expect(modules.find(({ path: own }) => own === 'scale')).toMatchObject({
      type: 'ScaleShift (placeholder)',
      parameters: [{ shape: [3] }, { shape: [3] }],
    });
    const sizes = modules.flatMap(({ parameters }) => parameters.map(({ size }) => size));
    expect(sizes.reduce((a, b) => a + b)).toBe(truth.params.total);
    expect(notes).toEqual([
      "scale (ScaleShift) is a placeholder with Keras's output shape, since tf.js lacks the layer my_lib>ScaleShift: " +
        'register it with tf.serialization.registerClass; its 6 parameters count by its own flag, as the file tells no other',
    ]);
    await tf.setBackend('cpu');
    await fill!();
    const { predict } = model as unknown as { predict(x: tf.Tensor): tf.Tensor };
    expect(() => predict.call(model, tf.ones([1, 3]))).toThrow(
      'the layer scale (ScaleShift) has a shape, and no numbers: tf.js lacks the layer my_lib>ScaleShift',
    );
  });

  test.each([
    ['read', 'StringLookup StringLookup TextVectorization TextVectorization Hashing HashedCrossing'],
    ['last', 'StringLookup StringLookup TextVectorization TextVectorization Hashing HashedCrossing'],
    ['third', 'Mix'],
    ['sequential', 'Mix'],
    ['function', 'Lambda'],
  ])(
    'is marked amid others, and each layer of the model %s has Keras’s shape and parameters',
    async (name, lacking) => {
      const { model, inputs, notes, fill } = await load(join(placeholders, `${name}.keras`));
      const built = (model as unknown as layers.LayersModel).layers;
      const found = built.filter((layer) => layer.getClassName() !== 'InputLayer');
      expect(Object.fromEntries(found.map((layer) => [layer.name, aboutLayer(layer)]))).toEqual(known[name]);
      const types = trace(model, inputs!).modules.map(({ type }) => type);
      const marked = types.flatMap((type) => /^(\w+) \(placeholder\)$/.exec(type)?.[1] ?? []);
      expect(marked.sort()).toEqual(lacking.split(' ').sort());
      expect(notes).toHaveLength(marked.length);
      await tf.setBackend('cpu');
      await fill!();
      const tensors = inputs!.map(({ shape, dtype }) => tf.fill([...shape], dtype === 'string' ? 'a' : 1, dtype));
      expect(() => (model as unknown as layers.LayersModel).apply(tensors)).toThrow(
        /^the layer \w+ \(\w+\) has a shape, and no numbers: tf\.js lacks the layer (\w+>)?\w+$/,
      );
    },
  );

  test('is refused where the file does not tell its output’s shape', async () => {
    await expect(load(caseOf('borrowed_layers').path('model.json'))).rejects.toThrow(
      'tf.js lacks the layer my_lib>ScaleShift, which scale needs, and the file does not tell the shape of its output: register it',
    );
  });
});
