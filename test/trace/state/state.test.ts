// What a look at a model leaves of the state that its forward pass writes: every kind of state, by every door.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  compare,
  compareModels,
  frozenGraph,
  memoryStorage,
  profile,
  profileAsync,
  SummaryWriter,
  saveGraph,
  summary,
  summaryAsync,
  type Traceable,
  tensorBoardCallback,
  trace,
  traceAsync,
  view,
} from '../../../src/index.ts';
import type { Module } from '../../../src/nn.ts';
import type { LayersModelLike } from '../../../src/trace/traceable.ts';
import { backends, use } from '../../backends.ts';
import { statefulModels } from '../../fixtures/stateful.ts';
import { statefulLayers } from '../../fixtures/statefulLayers.ts';

const folder = mkdtempSync(join(tmpdir(), 'state-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => tf.disposeVariables());
beforeAll(async () => {
  for (const backend of [...backends].reverse()) await use(backend);
});

type Door = (model: Traceable, backend: string | undefined) => unknown;
const specs = [{ shape: [2, 4] }];

const doors: Readonly<Record<string, Door>> = {
  summary: (model, backend) => `${summary(model, [4], { style: 'table', batchSize: 2, backend })}`,
  summaryAsync: async (model, backend) =>
    `${await summaryAsync(model, [4], { style: 'torchinfo', batchSize: 2, backend })}`,
  trace: (model, backend) => trace(model, specs, { backend }),
  traceAsync: (model, backend) => traceAsync(model, specs, { backend }),
  frozenGraph: (model, backend) => frozenGraph(model, [2, 4], { backend }),
  saveGraph: (model, backend) =>
    saveGraph(model, [2, 4], { format: 'graphdef', out: join(folder, 'graph.pb'), overwrite: true, backend }),
  async addGraph(model, backend) {
    const writer = new SummaryWriter({ logdir: 'logs', storage: memoryStorage() });
    writer.addGraph(model, [2, 4], { backend });
    await writer.close();
  },
  profile: (model, backend = 'cpu') => profile(model, specs, { backend, runs: 1, warmup: 1 }),
  view: async (model, backend) => view(await traceAsync(model, specs, { backend })),
  // each kernel runs on both, and where they differ once more on the reference's inputs
  compare: (model, backend = 'cpu') => compare(model, [2, 4], { backend, against: 'cpu' }),
  compareModels: (model, backend = 'cpu') => compareModels(model, model, [2, 4], { backend, against: 'cpu' }),
  async fitCallback(model) {
    const options = { model: model as LayersModelLike, storage: memoryStorage(), histogramFreq: 1 };
    const callback = tensorBoardCallback('logs', options);
    await callback.onTrainBegin!();
    await callback.onEpochBegin!(0);
    await callback.onEpochEnd!(0, { loss: 1 });
    await callback.onTrainEnd!();
  },
  profileAsync: (model, backend = 'cpu') => profileAsync(model, specs, { backend, runs: 1, warmup: 0 }),
};

const run = (model: Traceable, seed: number): number[] =>
  tf.tidy(() => {
    const x = tf.randomUniform([2, 4], -1, 1, 'float32', seed);
    const y = (typeof model === 'function' ? model(x) : (model as Module).apply(x)) as tf.Tensor;
    return [...y.dataSync()];
  });

/** Outputs of three passes, the state of each being that which the one before it left. */
const runs = (model: Traceable): number[][] => [1, 2, 3].map((seed) => run(model, seed));

const close = (rows: readonly number[][]) => rows.map((row) => row.map((value) => expect.closeTo(value, 4)));

const memory = () => {
  const { numTensors, numDataBuffers, numBytes } = tf.memory();
  return {
    numTensors,
    numDataBuffers,
    numBytes,
    backend: tf.getBackend(),
    names: Object.keys(tf.engine().registeredVariables),
  };
};

const indices = [undefined, ...backends];

/** Backends of doors that run a model as another door does, or on two backends at once; of the others all. */
const fewer: Readonly<Record<string, readonly (string | undefined)[]>> = {
  view: [undefined],
  fitCallback: [undefined],
  compare: backends.slice(-1),
  compareModels: backends.slice(-1),
};

// their outputs follow from the count of their calls, which no graph holds
const counting = [
  'plain values of a Module',
  'numbers written in place in binary data of a Module',
  'properties of a function',
  'a number in a property',
];

describe.each(Object.entries(statefulModels))('%s', (name, make) => {
  for (const [door, open] of Object.entries(doors)) {
    if (door === 'fitCallback' && !Object.hasOwn(statefulLayers, name)) continue;
    const isRefused = counting.includes(name) && ['frozenGraph', 'saveGraph'].includes(door);
    const look = async (model: Traceable, backend: string | undefined): Promise<unknown> =>
      isRefused
        ? expect((async () => open(model, backend))()).rejects.toThrow('the model cannot be exported')
        : open(model, backend);
    for (const backend of fewer[door] ?? indices) {
      const where = `${door} on ${backend ?? 'shapes'}`;

      test(`is as before after ${where} of a model that ran once`, async () => {
        const [model, other] = [make(), make()];
        copyWeights(model, other);
        for (const one of [model, other]) run(one, 0);
        const before = memory();
        await look(model, backend);
        expect(memory()).toEqual(before);
        expect(runs(model)).toEqual(close(runs(other)));
      });

      // one door of each way to run a model
      if (!['summary', 'frozenGraph', 'profile'].includes(door)) continue;
      test(`is as new after ${where} of a model that never ran`, async () => {
        const [model, other] = [make(), make()];
        copyWeights(model, other);
        await look(model, backend);
        expect(tf.getBackend()).toBe(backends[0]);
        expect(runs(model)).toEqual(close(runs(other)));
      });
    }
  }

  // the function that throws is another one
  if (name === 'properties of a function') return;
  test.each(indices)('is as before after a pass on %s that throws when it has written', (backend = undefined) => {
    const [model, other] = [make(), make()];
    copyWeights(model, other);
    for (const one of [model, other]) run(one, 0);
    const before = memory();
    const throwing = throwingAfter(model);
    expect(() => trace(throwing.model, specs, { backend })).toThrow('after it has written');
    throwing.undo();
    expect(memory()).toEqual(before);
    expect(runs(model)).toEqual(close(runs(other)));
  });
});

test('properties of a function are as before after a pass in which it throws', () => {
  const fn = Object.assign(
    (x: tf.Tensor): tf.Tensor => {
      fn.calls += 1;
      fn.floats[0]! += 1;
      return tf.mul(x, tf.ones([7]));
    },
    { calls: 0, floats: Float32Array.of(0) },
  );
  expect(() => trace(fn, specs)).toThrow('fails on [2, 4]');
  expect([fn.calls, ...fn.floats]).toEqual([0, 0]);
});

/** Random weights would make two models differ. */
function copyWeights(from: Traceable, to: Traceable): void {
  if (!('stateDict' in from) || !('stateDict' in to)) return;
  const state = [...from.stateDict()].map(
    ([path, { shape, value }]) => [path, { shape, values: value.dataSync() }] as const,
  );
  to.loadStateDict(new Map(state) as never);
}

function throwingAfter(model: Traceable): { readonly model: Traceable; readonly undo: () => void } {
  const fail = (): never => {
    throw new Error('after it has written');
  };
  if (typeof model === 'function')
    return {
      model: (...inputs: tf.Tensor[]) => {
        model(...inputs);
        fail();
      },
      undo: () => undefined,
    };
  const name = 'forward' in model ? 'forward' : 'call';
  const method = Reflect.get(model, name) as (...args: unknown[]) => unknown;
  Object.assign(model, {
    [name](...args: unknown[]) {
      method.apply(model, args);
      fail();
    },
  });
  return { model, undo: () => void Reflect.deleteProperty(model, name) };
}
