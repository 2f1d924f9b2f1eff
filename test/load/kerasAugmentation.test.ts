// A model of Keras 3 with augmentation in front, as its files have it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';

const tensor = (layer: string, shape: unknown) => ({
  class_name: '__keras_tensor__',
  config: { shape, dtype: 'float32', keras_history: [layer, 0, 0] },
});

/** A layer of a model.json, called on the one before it as at training, which is the default of such layers. */
const augmenting = (class_name: string, config: object, before: string, shape: unknown) => ({
  class_name,
  name: class_name,
  config: { name: class_name, trainable: true, dtype: 'float32', ...config },
  inbound_nodes: [{ args: [tensor(before, shape)], kwargs: { training: true } }],
});

const image = [null, 4, 4, 3];
const topology = {
  keras_version: '3.15.1',
  model_config: {
    class_name: 'Functional',
    config: {
      name: 'm',
      trainable: true,
      layers: [
        {
          class_name: 'InputLayer',
          name: 'in',
          config: { batch_shape: image, dtype: 'float32', name: 'in' },
          inbound_nodes: [],
        },
        augmenting('RandomFlip', { mode: 'horizontal', seed: null }, 'in', image),
        augmenting('RandomRotation', { factor: [-0.1, 0.1], seed: null }, 'RandomFlip', image),
        augmenting('Resizing', { height: 2, width: 2, interpolation: 'nearest' }, 'RandomRotation', image),
      ],
      input_layers: ['in', 0, 0],
      output_layers: ['Resizing', 0, 0],
    },
  },
};

test('layers of augmentation change nothing at inference, though the file calls them as in training', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'augmented-')), 'model.json');
  writeFileSync(path, JSON.stringify({ format: 'layers-model', modelTopology: topology, weightsManifest: [] }));
  const { model, inputs } = await loadModel(path, { layers: layers as unknown as LayersLibrary });
  expect(trace(model, inputs!).modules.map(({ type }) => type)).toEqual([
    'Functional',
    'RandomFlip',
    'RandomRotation',
    'Resizing',
  ]);
  await tf.setBackend('cpu');
  const x = tf.reshape(tf.range(0, 48), [1, 4, 4, 3]);
  const output = (model as layers.LayersModel).predict(x) as tf.Tensor;
  // the pixels at 1 and 3 of both axes
  expect(Array.from(output.dataSync())).toEqual([15, 16, 17, 21, 22, 23, 39, 40, 41, 45, 46, 47]);
  tf.dispose([x, output]);
});
