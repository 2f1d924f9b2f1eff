// What real TensorBoard makes of a profile, of several graphs in a run, and of the layers of tf.layers models: both of its
// loaders serve them, and its page colours by them.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { profile, SummaryWriter } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';
import { browse } from './browser.ts';
import { choose, expand, fit } from './graphsPage.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const loaders = ['rust', 'python'] as const;
const { model, inputSize } = createGMLP('gmlp');
const models: Record<string, tfl.LayersModel> = {};
let logdir: string;

interface Connected {
  readonly name: string;
  readonly inboundNodes: readonly { readonly inboundLayers: readonly { readonly name: string }[] }[];
}

beforeAll(async () => {
  await tf.setBackend('wasm');
  logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const writer = new SummaryWriter({ logdir });
  const { trace, timing } = profile(model, [{ shape: [1, ...inputSize] }], { runs: 5, warmup: 2 });
  writer.addTrace(trace, { timing });
  writer.addTrace(trace, { timing, tag: 'timed blocks', depth: 3, parameters: 'none' });
  writer.addTrace(trace, { tag: 'aten', dialect: 'torch' });
  await tf.setBackend('cpu');
  for (const name of ['residual', 'autoencoder', 'attention']) {
    models[name] = zoo[name]!();
    writer.addGraph(models[name], inputsOf(models[name]), { tag: name });
  }
  await writer.close();
});

/** Each node of a graph that TensorBoard answers as text, with what it reads. */
const edges = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    text.split(/^node \{$/m).flatMap((node) => {
      const [, name] = /^ {2}name: "(.*)"$/m.exec(node) ?? [];
      return name ? [[name, [...node.matchAll(/^ {2}input: "(.*)"$/gm)].map(([, input]) => input!)]] : [];
    }),
  );
const at = (tag: string): string => `run=.&tag=${encodeURIComponent(tag)}`;

describe.each(loaders)('the %s loader', (loader) => {
  test('tells which graphs and profiles a run has, and serves them', async () => {
    await withTensorBoard(logdir, loader, async (url) => {
      const get = (path: string) => ask(url, `data/plugin/graphs/${path}`);
      const info = JSON.parse(await get('info'));
      const kinds = (tag: string) => {
        const { conceptual_graph, op_graph, profile } = info['.'].tags[tag];
        return { conceptual_graph, op_graph, profile };
      };
      const none = { conceptual_graph: false, op_graph: false, profile: false };
      expect(info['.'].run_graph).toBe(true);
      expect(Object.keys(info['.'].tags).sort()).toEqual([
        ...['aten', 'attention', 'attention/keras', 'autoencoder', 'autoencoder/keras', 'profiler'],
        ...['residual', 'residual/keras', 'timed blocks'],
      ]);
      expect(kinds('profiler')).toEqual({ ...none, profile: true });
      expect(kinds('timed blocks')).toEqual({ ...none, profile: true, op_graph: true });
      expect(kinds('aten')).toEqual({ ...none, op_graph: true });
      expect(kinds('residual/keras')).toEqual({ ...none, conceptual_graph: true });

      const whole = edges(await get('graph?run=.'));
      const blocks = edges(await get(`graph?${at('timed blocks')}`));
      const timed = async (tag: string) =>
        [...(await get(`run_metadata?${at(tag)}`)).matchAll(/node_name: "(.*)"/g)].map(([, name]) => name!);
      // all that ran, which is not what stands for numbers, inputs and outputs
      const still =
        /\/(Const|perm|shape|axis|begin|size|split_dim|reduction_indices|read|variable|y|x)(_\d+)?$|^(input|output)\//;
      expect((await timed('profiler')).filter((name) => !(name in whole))).toEqual([]);
      expect((await timed('profiler')).length).toBeGreaterThan(50);
      expect((await timed('timed blocks')).sort()).toEqual(
        Object.keys(blocks)
          .filter((name) => !still.test(name))
          .sort(),
      );
    });
  });

  test('serves the layers of models in models, and of custom layers, with every edge', async () => {
    await withTensorBoard(logdir, loader, async (url) => {
      const layers = async (tag: string) =>
        edges(await ask(url, `data/plugin/graphs/graph?conceptual=true&${at(tag)}`));
      expect(await layers('autoencoder/keras')).toEqual({
        'Model/input2': [],
        'Model/encoder/dense_Dense2': ['Model/input2'],
        'Model/encoder/dense_Dense3': ['Model/encoder/dense_Dense2'],
        'Model/decoder/inner/dense_Dense4': ['Model/encoder/dense_Dense3'],
        'Model/decoder/dense_Dense5': ['Model/decoder/inner/dense_Dense4'],
      });
      // what its author connected
      const connected = (models.residual!.layers as unknown as readonly Connected[]).map(({ name, inboundNodes }) => [
        `Model/${name}`,
        inboundNodes[0]!.inboundLayers.map((from) => `Model/${from.name}`),
      ]);
      expect(await layers('residual/keras')).toEqual(Object.fromEntries(connected));
      const [first, second] = models.attention!.layers.slice(-2).map(({ name }) => `Sequential/${name}`);
      const three = ['query', 'rest_0', 'rest_1'];
      const input = `Sequential/${models.attention!.inputNames[0]}`;
      const made = [input, ...three.map((name) => `${first}/${name}`)];
      expect(await layers('attention/keras')).toEqual({
        [input]: [],
        ...Object.fromEntries(three.map((name) => [`${first}/${name}`, [input]])),
        ...Object.fromEntries(three.map((name) => [`${second}/${name}`, expect.arrayContaining(made)])),
      });
    });
  });
});

test('the page colours by memory, device and compute time', async () => {
  await withTensorBoard(logdir, 'rust', async (url) => {
    await browse(`${url}#graphs`, async (page) => {
      await choose(page, 'profiler');
      const colourBy = (what: string) => page.locator('paper-radio-button', { hasText: what }).click();
      await colourBy('Compute time');
      const root = 'gMLPForImageClassification';
      const block = `${root}/Sequential[model]/gMLPBlock[0]`;
      for (const name of [root, `${root}/Sequential[model]`, block, `${block}/SpatialGatingUnit[sgu]`])
        await expand(page, name);
      const node = page.locator(`g.node[data-name="${block}/Linear[channel_proj1]"]`).first();
      await node.waitFor({ state: 'visible' });
      await fit(page, node);
      const fill = (name: string) =>
        page
          .locator(`g.node[data-name="${name}"] .nodeshape rect`)
          .first()
          .evaluate((rect) => getComputedStyle(rect).fill);
      // a product of matrices takes longer than a sum: white is no time, red the longest
      const green = (colour: string): number => Number(/rgb\(\d+, (\d+)/.exec(colour)![1]);
      const linear = `${block}/Linear[channel_proj1]`;
      expect(green(await fill(linear))).toBeLessThan(green(await fill(`${block}/add`)));
      await colourBy('None');
      const plain = await fill(linear);
      for (const what of ['Memory', 'Device', 'Compute time']) {
        await colourBy(what);
        await expect.poll(() => fill(linear), { message: what }).not.toBe(plain);
      }
    });
  });
});

test('the page draws the layers', async () => {
  await withTensorBoard(logdir, 'rust', async (url) => {
    await browse(`${url}#graphs`, async (page) => {
      await choose(page, 'autoencoder/keras');
      for (const name of ['Model', 'Model/encoder', 'Model/decoder', 'Model/decoder/inner']) await expand(page, name);
      const inner = page.locator('g.node[data-name^="Model/decoder/inner/dense"]').first();
      await inner.waitFor({ state: 'attached' });
      // input to encoder, its two layers, encoder to decoder, inner to the last, and what crosses borders once for each
      expect(await page.locator('g.edge path.edgeline').count()).toBeGreaterThanOrEqual(4);
    });
  });
});
