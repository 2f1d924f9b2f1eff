// What the writer makes of a graph's options: step stats, tags, conceptual graphs.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { memoryStorage, readEvents, SummaryWriter, trace } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import type { GraphOptions } from '../../src/tensorboard/summaries/graphEvents.ts';
import { stepStats } from '../../src/tensorboard/summaries/stepStats.ts';
import { record, timed } from '../fixtures/timing.ts';
import { zoo } from '../fixtures/zoo.ts';

beforeAll(async () => void (await tf.setBackend('cpu')));

async function written(add: (writer: SummaryWriter) => void) {
  const storage = memoryStorage();
  const writer = new SummaryWriter({ logdir: 'logs', storage });
  add(writer);
  await writer.close();
  const [bytes] = storage.files().values();
  const events = [];
  for await (const event of readEvents(
    (async function* () {
      yield bytes!;
    })(),
  ))
    events.push(event);
  return events.slice(1);
}

test('step stats hold the median run, the node that multiplies, and the bytes of its outputs', () => {
  const { devStats } = stepStats(tensorflowGraph(record), record, timed(), 1000);
  expect(devStats!.map(({ device }) => device)).toEqual(['/device:CPU:0']);
  // the fixture has each kernel take ten bytes and, in milliseconds, the letters of its name
  const node = (name: string, start: number, micros: number) => ({
    nodeName: `Sequential/Linear${name}`,
    allStartMicros: 1e9 + start,
    opEndRelMicros: micros,
    allEndRelMicros: micros,
    memory: [{ allocatorName: '/device:CPU:0', totalBytes: 10 }],
  });
  expect(devStats![0]!.nodeStats).toEqual([
    node('[0]/linear/Reshape', 1500, 7000),
    node('[0]/linear/BatchMatMulV2', 8500, 11000),
    node('[0]/linear/AddV2', 19500, 3000),
    node('[0]/linear/Reshape_1', 22500, 7000),
    node('[1]/linear/Reshape', 30500, 7000),
    node('[1]/linear/BatchMatMulV2', 37500, 11000),
    node('[1]/linear/AddV2', 48500, 3000),
    node('[1]/linear/Reshape_1', 51500, 7000),
  ]);
});

test('step stats name a GPU where the backend computes asynchronously', () => {
  const timing = { ...timed(), synchronised: true };
  expect(stepStats(tensorflowGraph(record), record, timing, 0).devStats![0]!.device).toBe('/device:GPU:0');
});

const stats = (bytes: Uint8Array) => {
  const { stepStats, functionGraphs } = tensorboard.RunMetadata.decode(bytes);
  return {
    timed: (stepStats?.devStats ?? []).flatMap(({ nodeStats }) => (nodeStats ?? []).map(({ nodeName }) => nodeName)),
    graphs: functionGraphs.map(({ preOptimizationGraph }) =>
      (preOptimizationGraph?.node ?? []).map(({ name, device }) => [name, device]),
    ),
  };
};

test('an untagged graph has its times in the metadata that comes with it', async () => {
  const [graph, metadata] = await written((writer) => writer.addTrace(record, { timing: timed(), depth: 1 }));
  const nodes = tensorboard.GraphDef.decode(graph!.graph!).node;
  expect(nodes.map(({ name, device }) => [name, device])).toEqual(
    ['input/x', 'Sequential/Linear[0]', 'Sequential/Linear[1]', 'output/output'].map((name) => [name, '/device:CPU:0']),
  );
  expect(metadata!.runMetadata!.tag).toBe('profiler');
  expect(stats(metadata!.runMetadata!.bytes)).toEqual({
    timed: ['Sequential/Linear[0]', 'Sequential/Linear[1]'],
    graphs: [],
  });
});

test('several tagged graphs are written to one file, with times or without', async () => {
  const events = await written((writer) => {
    writer.addTrace(record, { tag: 'plain', depth: 0 });
    writer.addTrace(record, { tag: 'timed', depth: 0, timing: timed() });
  });
  const told = events.flatMap(({ values }) =>
    values.map(({ tag, plugin, tensor }) => ({ tag, plugin, ...stats(tensor!.values[0] as Uint8Array) })),
  );
  const names = ['input/x', 'Sequential', 'output/output'];
  expect(told).toEqual([
    { tag: 'plain', plugin: 'graph_run_metadata_graph', timed: [], graphs: [names.map((name) => [name, ''])] },
    {
      ...{ tag: 'timed', plugin: 'graph_run_metadata', timed: ['Sequential'] },
      graphs: [names.map((name) => [name, '/device:CPU:0'])],
    },
  ]);
});

test('a model of tf.layers has its layers written too', async () => {
  const model = zoo.autoencoder!();
  const events = await written((writer) => {
    writer.addGraph(model, [2, 12]);
    writer.addGraph(model, [2, 12], { tag: 'again' });
  });
  const found = events.flatMap(({ values }) => values).filter(({ plugin }) => plugin === 'graph_keras_model');
  expect(found.map(({ tag }) => tag)).toEqual(['keras', 'again/keras']);
  const text = found[0]!.tensor!.values[0];
  const { class_name, config } = JSON.parse(text instanceof Uint8Array ? new TextDecoder().decode(text) : `${text}`);
  const history = ({ inbound_nodes }: { inbound_nodes: { args: { config: { keras_history: unknown[] } }[][] }[] }) =>
    inbound_nodes.flatMap(({ args }) => args.flat().map((tensor) => tensor.config.keras_history));
  expect([class_name, config.name, config.layers.length, history(config.layers[1])]).toEqual([
    ...['Functional', 'Model', 5],
    [[config.layers[0].config.name, 0, 0]],
  ]);
});

test.each<[GraphOptions, string]>([
  [{ parameters: 'some' as 'none' }, 'unknown parameters: some (did you mean none? one of full, variables, none)'],
  [{ parameters: 'full' }, 'parameters in full need their numbers'],
  [{ depth: -1 }, 'depth must be a whole number of at least 0, got -1'],
])('addGraph and addTrace refuse the options %j', async (options, clause) => {
  const writer = new SummaryWriter({ writeToDisk: false });
  expect(() =>
    writer.addTrace(
      trace((x) => x, [{ shape: [1] }]),
      options,
    ),
  ).toThrow(clause);
  await writer.close();
});
