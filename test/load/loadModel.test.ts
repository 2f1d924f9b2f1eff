// Models loaded through the library, from a path and from a URL.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as converter from '@tensorflow/tfjs-converter';
import * as layers from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LayersLibrary, loadModel, trace } from '../../src/index.ts';

const library = layers as unknown as LayersLibrary;
const folder = mkdtempSync(join(tmpdir(), 'load-'));
const dense = {
  class_name: 'Sequential',
  config: {
    name: 's',
    layers: [{ class_name: 'Dense', config: { name: 'd', units: 2, batch_input_shape: [null, 3] } }],
  },
};
const weights = [
  { name: 'd/kernel', shape: [3, 2], dtype: 'float32' },
  { name: 'd/bias', shape: [2], dtype: 'float32' },
];
const values = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const write = (name: string, content: object): string => {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};
writeFileSync(join(folder, 'w.bin'), Buffer.from(values.buffer));
writeFileSync(join(folder, 'short.bin'), Buffer.from(values.buffer, 0, 8));
const path = write('model.json', { modelTopology: dense, weightsManifest: [{ paths: ['w.bin'], weights }] });
write('short.json', { modelTopology: dense, weightsManifest: [{ paths: ['short.bin'], weights }] });

describe('a model.json of tf.layers', () => {
  test('its inputs are arguments of trace, the open batch 1 unless given', async () => {
    const { model, inputs, openInputs } = await loadModel(path, { layers: library });
    expect(openInputs).toMatchObject([{ shape: [null, 3], dtype: 'float32' }]);
    expect(trace(model, inputs!).values.some(({ shape }) => `${shape}` === '1,2')).toBe(true);
    const larger = await loadModel(path, { layers: library, batchSize: 4 });
    expect(larger.inputs).toMatchObject([{ shape: [4, 3] }]);
  });

  test('its weights are read from their files by parameter path', async () => {
    const { readWeights } = await loadModel(path, { layers: library });
    const read = await readWeights!();
    expect([...read].map(([name, { values }]) => [name, [...Array.from(values)]])).toEqual([
      ['d.kernel', [1, 2, 3, 4, 5, 6]],
      ['d.bias', [7, 8]],
    ]);
  });

  test('all layers that tf.js does not know are named at once, also those inside other layers', async () => {
    const topology = {
      class_name: 'Sequential',
      config: {
        name: 's',
        layers: [
          { class_name: 'Known', config: { name: 'a', batch_input_shape: [null, 3] } },
          ...dense.config.layers,
          {
            class_name: 'TimeDistributed',
            config: { name: 't', layer: { class_name: 'Inner', config: { name: 'i' } } },
          },
          {
            class_name: 'Sequential',
            config: { name: 'q', layers: [{ class_name: 'Nested', config: { name: 'n' } }] },
          },
        ],
      },
    };
    const loading = loadModel(write('unknown.json', { modelTopology: topology }), { layers: library });
    await expect(loading).rejects.toThrow(
      /the layer Known is none of tf\.js, nor are the layers Inner, Nested: for each/,
    );
  });

  test('an axis that is open besides the batch leaves inputs undefined', async () => {
    const topology = structuredClone(dense);
    topology.config.layers[0]!.config.batch_input_shape = [null, null, 3] as never;
    const { inputs, openInputs } = await loadModel(write('open.json', { modelTopology: topology }), {
      layers: library,
    });
    expect({ inputs, shapes: openInputs?.map(({ shape }) => shape) }).toEqual({
      inputs: undefined,
      shapes: [[null, null, 3]],
    });
  });
});

test.each([
  [
    path,
    {},
    `${path} holds a tf.LayersModel: give the option layers, import * as layers from '@tensorflow/tfjs-layers', got undefined`,
  ],
  [
    path,
    { layers: layers.layers },
    `${path} holds a tf.LayersModel: give the option layers, import * as layers from '@tensorflow/tfjs-layers', got a value without loadLayersModel`,
  ],
  [
    path,
    { layer: library },
    'unknown option: layer (did you mean layers? one of layers, converter, headers, batchSize)',
  ],
  [path, { layers: library, batchSize: 0 }, 'batchSize must be a whole number of at least 1, got 0'],
  [join(folder, 'none.json'), {}, `cannot read ${join(folder, 'none.json')}: there is no such file`],
  [folder.replace(/load-/, 'none-'), {}, 'there is no such file'],
  [write('empty.json', {}), { converter }, `${join(folder, 'empty.json')} holds no model: it lacks modelTopology`],
])('loadModel refuses %s with %o in one clause', async (file, options, clause) => {
  await expect(loadModel(file, options as never)).rejects.toThrow(clause);
});

describe('a URL', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      try {
        response.end(readFileSync(join(folder, `${url}`.split('?')[0]!)));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test('its shards are fetched from its folder', async () => {
    const { model, readWeights } = await loadModel(`${base}/model.json?v=1`, { layers: library });
    expect(model).toHaveProperty('layers');
    expect([...(await readWeights!()).keys()]).toEqual(['d.kernel', 'd.bias']);
  });

  test('a shard of another size and a missing file are refused', async () => {
    const { readWeights } = await loadModel(`${base}/short.json`, { layers: library });
    await expect(readWeights!()).rejects.toThrow('short.bin holds 8 bytes, and the weights manifest says 32');
    await expect(loadModel(`${base}/none.json`)).rejects.toThrow(
      `cannot read ${base}/none.json: the server answers 404`,
    );
  });
});
