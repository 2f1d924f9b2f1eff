// Layers that custom layers hold in every way that JavaScript has, built by their first use as Keras users write them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { summary, trace, weightsOf } from '../../../../src/index.ts';

const { layers } = tfl;
beforeAll(async () => {
  await tf.setBackend('cpu');
});

const first = (x: tf.Tensor | tf.Tensor[]): tf.Tensor => [x].flat()[0]!;
const named = (name: string): tfl.layers.Layer => layers.dense({ units: 4, name });

class Block extends tfl.layers.Layer {
  readonly #hidden = named('hidden');
  readonly byName = { norm: layers.layerNormalization({}) };
  readonly map = new Map([['key', named('mapped')]]);
  readonly set = new Set([named('member')]);
  readonly rows = [[named('a')], [named('b')]];
  lastSeen: tf.Tensor | undefined;

  override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const chain = [
      this.#hidden,
      this.byName.norm,
      this.map.get('key')!,
      ...this.set,
      ...this.rows.flat(),
      outside.get(this)!,
    ];
    this.lastSeen = chain.reduce((x, layer) => layer.apply(x) as tf.Tensor, first(input));
    return this.lastSeen;
  }
  static get className(): string {
    return 'Block';
  }
}
// held by no property at all
const outside = new WeakMap<Block, tfl.layers.Layer>();

function model(): tfl.LayersModel {
  const block = new Block({ name: 'block' });
  outside.set(block, named('elsewhere'));
  return tfl.sequential({ layers: [layers.inputLayer({ inputShape: [4] }), block], name: 'one' });
}

test('layers held by custom layers are found with their weights before they are built', () => {
  const made = model();
  const table = summary(made, [4], { style: 'csv', columns: ['path', 'params'] });
  expect(`${table}`.trim().split('\r\n')).toEqual([
    'path,params',
    ',',
    'block,',
    'block.hidden,20',
    'block.byName_norm,8',
    'block.map_key,20',
    'block.set_0,20',
    'block.rows_0_0,20',
    'block.rows_1_0,20',
    'block.elsewhere,20',
  ]);
  // what the layer kept of the trace is gone
  expect((made.layers[0] as Block).lastSeen).toBe(undefined);
});

test('weights made by the first trace belong to the model, and are initialized when they are read', () => {
  const made = model();
  const record = trace(made, [{ shape: [3, 4] }]);
  expect(record.calls.some((call) => call.level === 'kernel' && /Random/.test(call.kernel))).toBe(false);
  const numbers = weightsOf(made);
  const parameters = record.modules.flatMap(({ path, parameters }) => parameters.map(({ name }) => `${path}.${name}`));
  expect([...numbers.keys()].sort()).toEqual(parameters.sort());
  expect(parameters).toHaveLength(7 * 2);
  const predicted = () => tf.tidy(() => first(made.predict(tf.ones([3, 4]))).arraySync());
  const before = predicted();
  const tensors = tf.memory().numTensors;
  for (const backend of [undefined, 'cpu'])
    expect(trace(made, [{ shape: [2, 4] }], { backend }).modules).toEqual(record.modules);
  expect(predicted()).toEqual(before);
  expect(tf.memory().numTensors).toBe(tensors);
});

test('a trace leaves the states of a stateful layer as before', () => {
  const made = tfl.sequential({
    layers: [
      layers.lstm({
        units: 2,
        stateful: true,
        batchInputShape: [2, 3, 1],
        recurrentInitializer: 'glorotUniform',
        name: 'memory',
      }),
    ],
  });
  const x = tf.ones([2, 3, 1]);
  const memory = made.layers[0] as unknown as { states_: tf.Tensor[] };
  for (const steps of [0, 2]) {
    for (let step = 0; step < steps; step++) made.predict(x);
    const tensors = tf.memory().numTensors;
    const states = memory.states_.map((state) => state.arraySync());
    trace(made, [x]);
    trace(made, [x], { backend: 'cpu' });
    expect(memory.states_.map((state) => state.arraySync())).toEqual(states);
    expect(tf.memory().numTensors).toBe(tensors);
  }
});
