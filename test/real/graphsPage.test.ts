// Real TensorBoard serves both dialects through both loaders, and a browser finds a Conv1d on its Graphs page.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tfl from '@tensorflow/tfjs-layers';
import { describe, expect, test } from 'vitest';
import { SummaryWriter, withLazyWeights } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { zoo } from '../fixtures/zoo.ts';
import { events } from '../tensorboard/events.ts';
import { browse } from './browser.ts';
import { expand, fit } from './graphsPage.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

function writeGraph(dialect: string): { logdir: string; names: string[] } {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const { stdout } = spawnSync(process.execPath, [cli, 'graph', '--logdir', logdir, '--dialect', dialect], {
    encoding: 'utf8',
  });
  const graph = tensorboard.GraphDef.decode(events(stdout.trim())[1]!.graphDef!);
  return { logdir, names: graph.node.map(({ name }) => name!).sort() };
}

describe.each(['tensorflow', 'torch'])('the %s dialect', (dialect) => {
  const { logdir, names } = writeGraph(dialect);

  test.each(['rust', 'python'] as const)('is served whole by the %s loader', async (loader) => {
    const [info, graph] = await withTensorBoard(logdir, loader, async (url) => [
      await ask(url, 'data/plugin/graphs/info'),
      await ask(url, 'data/plugin/graphs/graph?run=.'),
    ]);
    expect(JSON.parse(info!)).toMatchObject({ '.': { run: '.', run_graph: true } });
    const served = [...graph!.matchAll(/^node \{\n {2}name: "(.*)"$/gm)].map(([, name]) => name);
    expect(served.sort()).toEqual(names);
  });
});

// of scopes that hold scopes TensorBoard 2.21 compares the outer ones first, in Chromium, and finds no two equal
test('equal repeated blocks have one colour', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const model = withLazyWeights(tfl, zoo.transformer!);
  const writer = new SummaryWriter({ logdir });
  writer.addGraph(model, { shape: [1, 5], dtype: 'int32' });
  await writer.close();
  const blocks = model.layers
    .filter((layer) => layer.getClassName() === 'EncoderBlock')
    .map((layer) => `Model/EncoderBlock[${layer.name}]`);
  expect(blocks).toHaveLength(4);
  await withTensorBoard(logdir, 'rust', async (url) => {
    await browse(`${url}#graphs`, async (page) => {
      for (const name of ['Model', ...blocks]) await expand(page, name);
      const colourOf = async (name: string): Promise<string> => {
        const shape = page.locator(`g.node[data-name="${name}"] .nodeshape rect`).first();
        await shape.waitFor({ state: 'attached' });
        return shape.evaluate((rect) => getComputedStyle(rect).fill);
      };
      const parts = ['LayerNormalization[norms_0]', 'Dense[joint]', 'Dense[out]'];
      const colours = await Promise.all(
        blocks.map((block) => Promise.all(parts.map((part) => colourOf(`${block}/${part}`)))),
      );
      for (const other of colours) expect(other).toEqual(colours[0]);
      const [norm, joint, out] = colours[0]!;
      expect(joint).toBe(out);
      expect(norm).not.toBe(joint);
    });
  });
});

test('the Graphs page opens down to a Conv1d', async () => {
  const { logdir } = writeGraph('tensorflow');
  const root = 'gMLPForImageClassification';
  const block = `${root}/Sequential[model]/gMLPBlock[0]`;
  const unit = `${block}/SpatialGatingUnit[sgu]`;
  await withTensorBoard(logdir, 'rust', async (url) => {
    await browse(`${url}#graphs`, async (page) => {
      for (const name of [root, `${root}/Sequential[model]`, block, unit]) await expand(page, name);
      const conv = page.locator(`g.node[data-name="${unit}/Conv1d[spatial_proj]"]`).first();
      await conv.waitFor({ state: 'visible' });
      // the page cuts the label to the width of the shape
      expect(await conv.locator('text').first().textContent()).toMatch(/^Conv1d\[spatial_/);
      await fit(page, conv);
    });
  });
});
