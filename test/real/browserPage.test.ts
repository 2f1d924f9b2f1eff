// The page in examples/browser, built as its users build it: Chromium shows what Node prints, and TensorBoard opens the
// file that the page offers.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { createModel } from '../../examples/browser/model.ts';
import { memoryStorage, readEvents, SummaryWriter, summary } from '../../src/index.ts';
import { browse } from './browser.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const root = fileURLToPath(new URL('../../examples/browser', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'page-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function graphIn(path: string): Promise<Buffer> {
  for await (const { graph } of readEvents(path)) if (graph) return Buffer.from(graph);
  throw new Error(`${path} holds no graph`);
}

test('the table, and an event file for download', async () => {
  // one model: tf.layers counts the names of its inputs
  const model = createModel();
  const warnings: string[] = [];
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    build: {
      outDir: join(folder, 'site'),
      target: 'es2022',
      // nothing of Node's may be asked for
      rollupOptions: { onwarn: ({ message }) => warnings.push(message) },
    },
  });
  expect(warnings.filter((text) => /externalized|node:/.test(text))).toEqual([]);
  const server = await preview({
    root,
    logLevel: 'silent',
    configFile: false,
    build: { outDir: join(folder, 'site') },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const file = join(folder, 'events.out.tfevents.1.page');
  try {
    await browse(server.resolvedUrls!.local[0]!, async (page) => {
      const table = page.locator('#table');
      await expect.poll(() => table.textContent()).toContain('MACs:');
      expect(await table.textContent()).toBe(`${summary(model, [28, 28, 1], { style: 'table' })}`);
      const downloading = page.waitForEvent('download');
      await page.locator('#offer a').click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^events\.out\.tfevents\.\d+\.memory\.0$/);
      copyFileSync(await download.path(), file);
      await page.screenshot({ path: join(tmpdir(), 'page.png') });
    });
  } finally {
    await server.close();
  }
  const storage = memoryStorage();
  const writer = new SummaryWriter({ storage });
  writer.addGraph(model, [1, 28, 28, 1]);
  await writer.close();
  const ours = join(folder, 'ours');
  writeFileSync(ours, [...storage.files().values()][0]!);
  expect((await graphIn(file)).equals(await graphIn(ours))).toBe(true);
  rmSync(ours);
  const graph = await withTensorBoard(folder, 'rust', (url) => ask(url, 'data/plugin/graphs/graph?run=.'));
  expect(graph).toContain('name: "Sequential/Conv2D[edges]/Conv2D"');
});
