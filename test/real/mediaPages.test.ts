// The Images and the Audio page of real TensorBoard in a real browser. UPDATE=1 takes their pictures of docs/dashboards anew.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { browse } from './browser.ts';
import { writeMedia } from './mediaRun.ts';
import { python } from './python.ts';
import { serve } from './tensorboard.ts';

let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const writer = new SummaryWriter({ logdir });
  writeMedia(writer);
  await writer.close();
  ({ url, close } = await serve(logdir, 'rust'));
});
afterAll(() => close());

function keep(name: string, picture: Buffer): void {
  if (process.env.UPDATE !== '1') return;
  const path = fileURLToPath(new URL(`../../docs/dashboards/${name}.png`, import.meta.url));
  writeFileSync(path, picture);
  const [bytes] = python<number[]>('palette.py', { paths: [path] });
  expect(bytes).toBeLessThan(60_000);
}

const window = (height: number) => ({ viewport: { width: 1200, height }, deviceScaleFactor: 1 });

test('images', async () => {
  await browse(
    `${url}#images`,
    async (page) => {
      const sizes = () =>
        page
          .locator('tf-image-loader img')
          .evaluateAll((found) =>
            found.flatMap((image) =>
              image instanceof HTMLImageElement && image.complete ? `${image.naturalWidth}x${image.naturalHeight}` : [],
            ),
          );
      // two figures of one step are two images
      const all = ['128x64', '160x160', '160x160', '160x160', '224x150', '256x64', '224x150'];
      await expect.poll(sizes, { timeout: 60_000 }).toEqual(all);
      await page.getByLabel('Filter tags').first().fill('balls|confusion$|detections|filters');
      // what the filter finds comes before the rest
      await expect.poll(sizes, { timeout: 60_000 }).toEqual(['128x64', '160x160', '224x150', '256x64', ...all]);
      keep('images', await page.screenshot({ clip: { x: 310, y: 124, width: 890, height: 884 } }));
    },
    window(1030),
  );
});

test('audio', async () => {
  await browse(
    `${url}#audio`,
    async (page) => {
      const seconds = () =>
        page
          .locator('audio')
          .evaluateAll((all) => all.flatMap((sound) => (sound instanceof HTMLAudioElement ? sound.duration : [])));
      await expect.poll(seconds, { timeout: 60_000 }).toEqual([1, 1]);
      keep('audio', await page.screenshot({ clip: { x: 310, y: 124, width: 890, height: 250 } }));
    },
    window(800),
  );
});
