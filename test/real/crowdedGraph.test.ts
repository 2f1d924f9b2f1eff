// A converted model of 42,959 nodes on TensorBoard's Graphs page, in Chromium: where a scope has thousands of children.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { graphModelAt } from '../fixtures/loadGraphModel.ts';
import { browse } from './browser.ts';
import { packageFolder } from './packages.ts';
import { withTensorBoard } from './tensorboard.ts';

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

// the page opens a node on a double click that its own shape gets
async function expand(page: Page, name: string): Promise<void> {
  const shape = page.locator(`g.node[data-name="${name}"] .nodeshape`).first();
  await shape.waitFor({ state: 'attached', timeout: 120_000 });
  await shape.dispatchEvent('dblclick', { bubbles: true, composed: true });
}

const drawn = (page: Page): Promise<string[]> =>
  page.locator('g.node[data-name]').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-name')!));

test('the crowded scope opens, and so does a part of it', async () => {
  const path = join(packageFolder('@upscalerjs/maxim-denoising', '0.1.0'), 'models', 'model.json');
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const writer = new SummaryWriter({ logdir });
  writer.addGraph(await graphModelAt(path), [1, 64, 64, 3]);
  await writer.close();
  await withTensorBoard(logdir, 'rust', async (url) => {
    await browse(`${url}#graphs`, async (page) => {
      await expand(page, 'StatefulPartitionedCall');
      // parts of constants alone stand as small signs beside what takes them
      const part = 'StatefulPartitionedCall/1..293';
      await expand(page, part);
      await expand(page, `${part}/jax2tf_apply_`);
      await expect.poll(() => drawn(page), { timeout: 120_000 }).toContain(`${part}/jax2tf_apply_/Wrapper`);
    });
  });
});
