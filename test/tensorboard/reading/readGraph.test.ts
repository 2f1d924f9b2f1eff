// The graph of event files: which of several, and what is taken out of its names.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../../src/dialects/tensorflow/lowerTrace.ts';
import { encodeGraph } from '../../../src/formats/graphDef.ts';
import { decodeGraphDef, type GraphOptions, readGraph, renderGraph, SummaryWriter, trace } from '../../../src/index.ts';
import { createGMLP, Linear } from '../../../src/nn.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { recordsOf } from '../events.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'graphs-'));
const small = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, numLayers: 2 };
const { model, inputSize } = createGMLP('gmlp', small);
const record = trace(model, [{ shape: [1, ...inputSize] }]);

async function write(logdir: string, size: number, options: GraphOptions = {}): Promise<string> {
  const writer = new SummaryWriter({ logdir });
  writer.addGraph(new Linear(2, size), [1, 2], options);
  await writer.close();
  return writer.path!;
}

/** The width of the model whose graph it is. */
const widthOf = async (path: string, tag?: string): Promise<unknown> => {
  const { nodes } = await readGraph(path, tag === undefined ? {} : { tag });
  const shapes = nodes.find(({ op }) => op === 'AddV2')!.attributes._output_shapes;
  return shapes && 'shapes' in shapes ? shapes.shapes[0]!.at(-1) : undefined;
};

test('a graph that was encoded is decoded with its nodes, inputs, attributes and functions', () => {
  const graph = tensorflowGraph(record);
  const decoded = decodeGraphDef(encodeGraph(graph));
  const withoutValues = graph.nodes.map(({ name, op, inputs, attributes }) => ({
    name,
    op,
    inputs,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([key, value]) =>
        'tensor' in value ? [key, { tensor: { dtype: value.tensor.dtype, shape: value.tensor.shape } }] : [key, value],
      ),
    ),
  }));
  expect(decoded.nodes).toEqual(withoutValues);
  expect(decoded.producer).toBe(graph.producer);
});

test('bytes that are no GraphDef are refused', () => {
  expect(() => decodeGraphDef(Uint8Array.of(10, 200, 1, 2, 3))).toThrow('the bytes are no GraphDef: ');
});

test('a file, its run, and a folder with that one run give the same graph, the last one of several', async () => {
  const logdir = folder();
  await write(join(logdir, 'run'), 3);
  const path = await write(join(logdir, 'run'), 5);
  for (const one of [path, join(logdir, 'run'), logdir]) expect(await widthOf(one)).toBe(5);
});

test('a tag names a graph; without one the graph without a tag is meant, or the only one', async () => {
  const logdir = folder();
  await write(logdir, 3, { tag: 'three' });
  expect(await widthOf(logdir)).toBe(3);
  await write(logdir, 4, { tag: 'four' });
  await expect(readGraph(logdir)).rejects.toThrow(`${logdir} holds 2 graphs: name a tag, one of three, four`);
  await write(logdir, 5);
  expect(await widthOf(logdir)).toBe(5);
  expect(await widthOf(logdir, 'four')).toBe(4);
  await expect(readGraph(logdir, { tag: 'six' })).rejects.toThrow('holds no graph of the tag six (tags: three, four)');
});

test('a folder with several runs is refused until a run is named', async () => {
  const logdir = folder();
  await write(join(logdir, 'a'), 3);
  await write(join(logdir, 'b'), 4);
  await expect(readGraph(logdir)).rejects.toThrow(`${logdir} holds graphs in 2 runs: name one of them, such as a, b`);
});

test('a run without a graph, a folder without event files and a path that is not there are refused', async () => {
  const logdir = folder();
  await expect(readGraph(logdir)).rejects.toThrow(`there is no event file at ${logdir}`);
  const writer = new SummaryWriter({ logdir });
  writer.addScalar('loss', 1);
  await writer.close();
  await expect(readGraph(logdir)).rejects.toThrow(`${logdir} holds no graph`);
  await expect(readGraph(join(logdir, 'none'))).rejects.toThrow('there is no file or folder');
});

test('an event whose bytes are no graph is refused with its file and offset', async () => {
  const logdir = folder();
  const event = tensorboard.Event.encode({ graphDef: Uint8Array.of(10, 200, 1) }).finish();
  writeFileSync(join(logdir, 'events.out.tfevents.1'), recordsOf([event]));
  await expect(readGraph(logdir)).rejects.toThrow(/tfevents\.1, byte 0: the graph cannot be read: /);
});

test('scopes that the writer added to split large scopes are removed from names', async () => {
  const logdir = folder();
  const writer = new SummaryWriter({ logdir });
  const wide = (x: tf.Tensor): tf.Tensor => {
    let y = x;
    for (let i = 0; i < 400; i++) y = tf.relu(y);
    return y;
  };
  writer.addGraph(wide, [1, 2]);
  await writer.close();
  const { nodes } = await readGraph(logdir);
  expect(nodes.filter(({ name }) => /\d\.\.\d/.test(name))).toEqual([]);
  const names = new Set(nodes.map(({ name }) => name));
  expect(nodes.flatMap(({ inputs }) => inputs).filter((input) => !names.has(input.replace(/:\d+$/, '')))).toEqual([]);
});

test('the picture of a graph that was read has no terms of a trace', () => {
  const graph = tensorflowGraph(record);
  expect(() => renderGraph(graph, { level: 'ops' })).toThrow('level is for a trace: a graph has its own nodes');
  expect(renderGraph(graph, { format: 'dot', depth: 1 })).toContain('label="Sequential model"');
});
