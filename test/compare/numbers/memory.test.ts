// The memory of a comparison, in bytes of tensors and arrays: at most twice what a pass holds, and a few pieces that are read.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { minPiece } from '../../../src/compare/numbers/readableTensor.ts';
import { compare, compareModels, inferencePeakBytes, trace } from '../../../src/index.ts';
import { heldBytes } from './heldBytes.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
  await tf.setBackend('wasm');
});

const { layers } = tfl;

/** Models whose activations are large next to their weights. */
const models: Readonly<Record<string, () => tfl.LayersModel>> = {
  'a chain': () =>
    tfl.sequential({
      layers: [
        layers.dense({ units: 256, activation: 'tanh', batchInputShape: [1024, 32] }),
        layers.dense({ units: 256, activation: 'sigmoid' }),
        layers.dense({ units: 8 }),
      ],
    }),
  'a residual block, which keeps its input': () => {
    const input = tfl.input({ batchShape: [2, 64, 64, 32] });
    const conv = layers.conv2d({ filters: 32, kernelSize: 3, padding: 'same' }).apply(input);
    const norm = layers.batchNormalization().apply(conv);
    const sum = layers.add().apply([input, norm as tfl.SymbolicTensor]) as tfl.SymbolicTensor;
    return tfl.model({ inputs: input, outputs: layers.reLU().apply(sum) as tfl.SymbolicTensor });
  },
  'a layer with more outputs than inputs': () =>
    tfl.sequential({ layers: [layers.dense({ units: 512, activation: 'relu', batchInputShape: [1024, 4] })] }),
  'attention heads': () => {
    const input = tfl.input({ batchShape: [4, 256, 32] });
    const [a, b] = [0, 1].map(() => layers.dense({ units: 64 }).apply(input) as tfl.SymbolicTensor);
    const scores = layers.activation({ activation: 'softmax' }).apply(layers.dot({ axes: 2 }).apply([a!, b!]));
    return tfl.model({ inputs: input, outputs: scores as tfl.SymbolicTensor });
  },
};

/** Two models, each weight of the second a little larger. */
function changed(name: string): readonly [tfl.LayersModel, tfl.LayersModel] {
  const [before, after] = [models[name]!(), models[name]!()];
  after.setWeights(before.getWeights().map((weight) => tf.add(tf.mul(weight, 1.01), 0.01)));
  return [before, after];
}

describe.each(['wasm', 'cpu'])('on %s a comparison holds no more than two passes do at their peak', (backend) => {
  const sides = { backend, against: backend };
  const limit = (model: tfl.LayersModel): number => 2 * inferencePeakBytes(trace(model)) + 3 * 4 * minPiece;

  test.each(Object.keys(models))('where both sides are equal: %s', async (name) => {
    await tf.setBackend(backend);
    const model = models[name]!();
    const bound = limit(model);
    expect(inferencePeakBytes(trace(model))).toBeGreaterThan(1e6);
    const held = await heldBytes(() => compare(model, sides), [backend]);
    expect(held).toBeGreaterThan(inferencePeakBytes(trace(model)));
    expect(held).toBeLessThanOrEqual(bound);
  });

  test.each(Object.keys(models))('where every weight differs: %s', async (name) => {
    await tf.setBackend(backend);
    const [before, after] = changed(name);
    const bound = limit(before);
    let agrees = true;
    const held = await heldBytes(async () => {
      agrees = (await compareModels(before, after, sides)).agrees;
    }, [backend]);
    expect(agrees).toBe(false);
    expect(held).toBeLessThanOrEqual(bound);
  });
});
