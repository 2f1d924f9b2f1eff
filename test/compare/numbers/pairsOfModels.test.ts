// Pairs of models as users have them: float and quantised weights, before and after fine-tuning.
import '@tensorflow/tfjs-backend-cpu';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { compareModels } from '../../../src/index.ts';
import { type Converted, constant, dims, modelOf, node, placeholder, product, T } from '../../fixtures/converting.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const net = (): tfl.Sequential =>
  tfl.sequential({
    layers: [
      tfl.layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [8, 8, 1], activation: 'relu', name: 'features' }),
      tfl.layers.flatten({ name: 'flat' }),
      tfl.layers.dense({ units: 6, activation: 'tanh', name: 'hidden' }),
      tfl.layers.dense({ units: 3, activation: 'softmax', name: 'head' }),
    ],
  });

/** The model as a file that the converter quantised to 8 bits: numbers of one byte, a scale and a minimum for each weight. */
async function quantised(model: tfl.LayersModel): Promise<tfl.LayersModel> {
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      saved = artifacts;
      return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
    }),
  );
  const bytes: number[] = [];
  const weightSpecs = saved!.weightSpecs!.map((spec, i): tf.io.WeightsManifestEntry => {
    const values = Array.from(model.getWeights()[i]!.dataSync());
    const [min, max] = [Math.min(...values), Math.max(...values)];
    const scale = (max - min) / 255 || 1;
    bytes.push(...values.map((value) => Math.round((value - min) / scale)));
    return { ...spec, quantization: { dtype: 'uint8', scale, min } };
  });
  return tfl.loadLayersModel(tf.io.fromMemory({ ...saved!, weightSpecs, weightData: Uint8Array.from(bytes).buffer }));
}

test('quantised weights agree within what 8 bits hold, and beyond it the first quantised weight is named', async () => {
  const model = net();
  const other = await quantised(model);
  const coarse = await compareModels(model, other, { tolerance: 0.1 });
  expect([coarse.agrees, coarse.compared === coarse.values]).toEqual([true, true]);
  const fine = await compareModels(model, other, { tolerance: 1e-6 });
  expect([fine.agrees, fine.firstParameters, fine.calls[fine.firstLayer!]!.layer]).toEqual([
    false,
    ['features.kernel'],
    'features',
  ]);
});

test('of a fine-tuned model the first layer that was trained is named, and those before it agree to the bit', async () => {
  const [before, after] = [net(), net()];
  after.setWeights(before.getWeights());
  for (const name of ['features', 'hidden']) after.getLayer(name).trainable = name === 'hidden';
  after.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
  const [x, y] = [tf.randomNormal([8, 8, 8, 1], 0, 1, 'float32', 3), tf.oneHot([0, 1, 2, 0, 1, 2, 0, 1], 3)];
  await after.fit(x, y, { epochs: 2, verbose: 0 });
  const found = await compareModels(before, after);
  const errors = new Map(found.calls.filter(({ level }) => level === 'module').map((call) => [call.layer, call.error]));
  expect([errors.get('features'), errors.get('flat')]).toEqual([0, 0]);
  expect(found.calls[found.firstLayer!]!.layer).toBe('hidden');
  expect(found.firstParameters[0]).toMatch(/^hidden\./);
});

test('of a model before and after its conversion to a graph the layer whose weight was converted wrongly is named', async () => {
  const before = tfl.sequential({
    layers: [
      tfl.layers.dense({ units: 6, inputShape: [4], activation: 'tanh', name: 'hidden' }),
      tfl.layers.dense({ units: 3, name: 'head' }),
    ],
  });
  const converted = (change: number): Promise<GraphModel> => {
    const names = ['hidden/kernel', 'hidden/bias', 'head/kernel', 'head/bias'];
    const stored = before.getWeights().map((weight, i): [string, { shape: number[]; values: Float32Array }] => {
      const values = (weight.dataSync() as Float32Array).slice();
      if (names[i] === 'head/kernel') values[0]! += change;
      return [`net/${names[i]}`, { shape: [...weight.shape], values }];
    });
    const [w, b, v, c] = stored.map(([name, { shape }]) => constant(name, 'FLOAT', ...shape));
    return modelOf({
      nodes: [
        placeholder('x', 'FLOAT', -1, 4),
        ...[w!, b!, v!, c!],
        node('net/hidden/MatMul', 'MatMul', ['x', 'net/hidden/kernel'], product),
        node('net/hidden/BiasAdd', 'BiasAdd', ['net/hidden/MatMul', 'net/hidden/bias'], T),
        node('net/hidden/Tanh', 'Tanh', ['net/hidden/BiasAdd'], T),
        node('net/head/MatMul', 'MatMul', ['net/hidden/Tanh', 'net/head/kernel'], product),
        node('net/head/BiasAdd', 'BiasAdd', ['net/head/MatMul', 'net/head/bias'], T),
      ],
      weights: Object.fromEntries(stored),
      signature: {
        inputs: { x: { name: 'x:0', dtype: 'DT_FLOAT', tensorShape: dims(-1, 4) } },
        outputs: { y: { name: 'net/head/BiasAdd:0', dtype: 'DT_FLOAT', tensorShape: dims(-1, 3) } },
      },
    } as Converted);
  };
  const same = await compareModels(before, await converted(0), [2, 4]);
  expect([same.agrees, same.compared > 0]).toEqual([true, true]);
  const found = await compareModels(before, await converted(0.5), [2, 4]);
  expect([found.agrees, found.calls[found.firstLayer!]!.layer, found.calls[found.firstKernel!]!.layer]).toEqual([
    false,
    'net.head',
    'net.head',
  ]);
});
