// The inputs that a comparison draws for a model that looks up tokens.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../../src/index.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
  await tf.setBackend('cpu');
});

describe('an input that an Embedding reads', () => {
  const { layers } = tfl;
  const embedding = (inputDim: number, more = {}) => layers.embedding({ inputDim, outputDim: 3, ...more });
  const drawn = async (model: tfl.LayersModel, options = {}) => {
    const { inputs, agrees } = await compare(model, { backend: 'wasm', against: 'cpu', ...options });
    return [agrees, ...inputs.map(({ from }) => from)];
  };
  const indices = (last: number): string => `seed 0, uniform from 0 to ${last}`;

  test('is drawn from its indices, unless a range is given', async () => {
    const model = tfl.sequential({
      layers: [embedding(99, { inputLength: 12 }), layers.lstm({ units: 4, recurrentInitializer: 'glorotUniform' })],
    });
    expect(model.inputs[0]!.dtype).toBe('float32');
    expect(await drawn(model)).toEqual([true, indices(98)]);
    expect(await drawn(model, { tokens: { from: 3, to: 7 } })).toEqual([true, 'seed 0, uniform from 3 to 6']);
  });

  test('is drawn so beside one that none reads, in a model that is a layer, and by the smaller of two', async () => {
    const [ids, dense] = [tfl.input({ shape: [4], dtype: 'int32' }), tfl.input({ shape: [3] })];
    const inner = tfl.sequential({ layers: [embedding(7, { inputLength: 4 })] });
    const both = [inner.apply(ids), embedding(5).apply(ids)];
    const pooled = layers.globalAveragePooling1d({}).apply(layers.add().apply(both as tfl.SymbolicTensor[]));
    const outputs = layers.add().apply([pooled, dense] as tfl.SymbolicTensor[]) as tfl.SymbolicTensor;
    const model = tfl.model({ inputs: [dense, ids], outputs });
    expect(await drawn(model)).toEqual([true, 'seed 0, standard normal', indices(4)]);
  });

  test('through another layer is not known, and the clause names the way out', async () => {
    const model = tfl.sequential({ layers: [layers.reshape({ targetShape: [4, 3], inputShape: [12] }), embedding(9)] });
    await expect(drawn(model)).rejects.toThrow(
      /^the reference fails on cpu, kernel GatherV2: GatherV2: the index value -?\d+ is not in \[0, 8\]: give --tokens 0:N, or --values FILE$/,
    );
    await expect(compare(model, tf.fill([1, 12], 9), { backend: 'wasm', against: 'cpu' })).rejects.toThrow(
      /is not in \[0, 8\]$/,
    );
    expect(await drawn(model, { tokens: { from: 0, to: 9 } })).toEqual([true, indices(8)]);
  });
});
