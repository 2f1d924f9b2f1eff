// Models of Keras 2 keep tf.js's numbers, also of layers that compute others in Keras 3.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { type LayersLibrary, loadModel } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'keras2-'));
const ones = { class_name: 'Ones', config: {} };

/** A topology of Keras 2 with one layer. */
const topologyOf = (class_name: string, config: object) => ({
  class_name: 'Sequential',
  config: { name: 's', layers: [{ class_name, config: { name: 'l', ...config } }] },
});

const written = (name: string, content: object): string => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};

beforeAll(() => tf.setBackend('cpu').then(() => undefined));

const image = { batch_input_shape: [null, 1, 3, 1] };
const steps = { batch_input_shape: [null, 3, 1], kernel_initializer: ones, recurrent_initializer: ones };

describe.each([
  ['with a version', (topology: object) => ({ keras_version: '2.15.0', model_config: topology })],
  ['without one', (topology: object) => topology],
])('a Keras 2 model %s', (_, wrapped) => {
  test.each<[string, object, tf.Tensor, readonly number[]]>([
    // clip(0.2 x + 0.5), and relu6(x + 3) / 6 in Keras 3
    [
      'Dense',
      { units: 1, activation: 'hard_sigmoid', batch_input_shape: [null, 1], kernel_initializer: ones },
      tf.tensor2d([[-1]]),
      [0.3],
    ],
    // from corner to corner, and from half pixels in Keras 3: 1, 1.25, 1.75, 2.5, 3.5, 4
    [
      'UpSampling2D',
      { size: [1, 2], interpolation: 'bilinear', ...image },
      tf.tensor4d([1, 2, 4], [1, 1, 3, 1]),
      [1, 1.5, 2, 3, 4, 4],
    ],
    // the slope is ignored, and is -0.2 in Keras 3
    ['ReLU', { negative_slope: 0.2, batch_input_shape: [null, 1] }, tf.tensor2d([[-1]]), [0]],
    // the gates' hard_sigmoid as of Dense
    [
      'GRU',
      { units: 1, reset_after: false, recurrent_activation: 'hard_sigmoid', ...steps },
      tf.tensor3d([-1, 0.5, 1], [1, 3, 1]),
      [0.138698],
    ],
  ])('computes tf.js’s numbers of %s', async (className, config, x, expected) => {
    const topology = topologyOf(className, config);
    const { model } = await loadModel(written('model.json', { modelTopology: wrapped(topology) }), {
      layers: layers as unknown as LayersLibrary,
    });
    const numbers = ({ predict }: layers.LayersModel, own: unknown): number[] =>
      Array.from((predict.call(own as layers.LayersModel, x) as tf.Tensor).dataSync());
    const found = numbers(model as unknown as layers.LayersModel, model);
    for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 6);
    const handler = { load: async () => ({ modelTopology: structuredClone(topology) as never }) };
    const plain = await layers.loadLayersModel(handler);
    expect(found).toEqual(numbers(plain, plain));
  });

  test('is refused in tf.js’s words where tf.js refuses it', async () => {
    const path = written('gru.json', {
      modelTopology: wrapped(topologyOf('GRU', { units: 1, reset_after: true, ...steps })),
    });
    await expect(loadModel(path, { layers: layers as unknown as LayersLibrary })).rejects.toThrow(
      'GRUCell does not support reset_after parameter set to true',
    );
  });
});
