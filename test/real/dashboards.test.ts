// The dashboards of real TensorBoard in a real browser: each shows what was written. UPDATE=1 takes docs/dashboards anew.
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from './browser.ts';
import { python } from './python.ts';
import { serve } from './tensorboard.ts';
import { writeTraining } from './training.ts';

const pictures = fileURLToPath(new URL('../../docs/dashboards/', import.meta.url));

interface Dashboard {
  /** of its page, after the # */
  readonly name: string;
  /** typed into its filter of tags */
  readonly filter?: string;
  /** what it must show, text for text */
  readonly shows: readonly string[];
  /** brings what is hidden to light */
  readonly before?: (frame: Frame) => Promise<void>;
  /** pixels that are not grey, at least, when all is drawn */
  readonly coloured: number;
  readonly clip: Clip;
  /** of the window, 1200 by 800 */
  readonly size?: readonly [number, number];
}
interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// without the bar above and the list of runs beside
const charts = (height: number): Clip => ({ x: 310, y: 124, width: 890, height });

const dashboards: readonly Dashboard[] = [
  { name: 'scalars', filter: '^loss', shows: ['Validation loss'], coloured: 1000, clip: charts(350) },
  { name: 'histograms', shows: ['layer/weights'], coloured: 5000, clip: charts(330) },
  { name: 'distributions', shows: ['layer/weights'], coloured: 5000, clip: charts(330) },
  { name: 'text', shows: ['gMLP', '462,152'], coloured: 1000, clip: charts(390) },
  { name: 'pr_curves', shows: ['is at step 4'], coloured: 500, clip: charts(480) },
  {
    name: 'mesh',
    filter: 'solid',
    shows: ['step 4'],
    coloured: 20_000,
    size: [900, 840],
    clip: { x: 280, y: 124, width: 620, height: 660 },
  },
  { name: 'custom_scalars', shows: ['Matches (2)', 'Matches (1)'], coloured: 2000, clip: charts(320) },
  {
    name: 'hparams',
    shows: ['trial-0-bias', 'trial-2-plain', 'sgd', 'hparam/accuracy', 'hparam/loss'],
    coloured: 10_000,
    size: [1600, 800],
    clip: { x: 325, y: 64, width: 1275, height: 340 },
  },
  {
    name: 'projector',
    shows: ['Points: 60', 'Dimension: 3'],
    before: async (frame) => {
      // until then the points turn
      const canvas = frame.locator('#scatter canvas').first();
      await canvas.click({ position: { x: 20, y: 500 } });
      // away from the points, until all are in view
      for (let turns = 0; turns < 11; turns++) await frame.page().mouse.wheel(0, 400);
    },
    coloured: 1000,
    clip: { x: 0, y: 64, width: 900, height: 736 },
  },
];

/** The Projector is a page within the page. */
async function frameOf(page: Page, name: string): Promise<Frame> {
  if (name !== 'projector') return page.mainFrame();
  const found = () => page.frames().find((frame) => frame.url().endsWith('projector_binary.html'));
  await expect.poll(found, { timeout: 30_000 }).toBeDefined();
  return found() ?? page.mainFrame();
}

/** The picture when two in a row are the same. */
async function still(page: Page, clip: Clip): Promise<Buffer> {
  let last = '';
  let picture: Buffer = Buffer.alloc(0);
  await expect
    .poll(
      async () => {
        picture = await page.screenshot({ clip });
        const before = last;
        last = picture.toString('base64');
        return before === last;
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(true);
  return picture;
}

// the browser decodes what it drew
const colouredOf = (page: Page, picture: Buffer): Promise<number> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) return 0;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      const rgb = data.subarray(at, at + 3);
      if (Math.max(...rgb) - Math.min(...rgb) > 60) count += 1;
    }
    return count;
  }, picture.toString('base64'));

// a training of the year 2026, in seconds
const firstTime = 1_795_517_757;
let url: string;
let close: () => Promise<void>;
const taken: string[] = [];
beforeAll(async () => {
  ({ url, close } = await serve(await writeTraining(firstTime), 'rust'));
});
afterAll(() => close());

test.each(dashboards)('$name', async ({ name, filter, shows, before, coloured, clip, size = [1200, 800] }) => {
  await browse(
    `${url}#${name}`,
    async (page) => {
      const frame = await frameOf(page, name);
      // a filter that comes before the tags may leave the page empty
      await page.waitForLoadState('networkidle');
      if (filter) await frame.getByLabel('Filter tags').first().fill(filter);
      for (const text of shows) await frame.getByText(text).filter({ visible: true }).first().waitFor();
      await before?.(frame);
      const picture = await still(page, clip);
      expect(await colouredOf(page, picture)).toBeGreaterThan(coloured);
      if (process.env.UPDATE !== '1') return;
      mkdirSync(pictures, { recursive: true });
      writeFileSync(`${pictures}${name}.png`, picture);
      taken.push(`${pictures}${name}.png`);
    },
    { viewport: { width: size[0], height: size[1] }, deviceScaleFactor: 1 },
  );
});

test('the pictures in the docs are small', () => {
  if (process.env.UPDATE === '1') python<number[]>('palette.py', { paths: taken });
  for (const name of readdirSync(pictures)) expect(statSync(`${pictures}${name}`).size).toBeLessThan(60_000);
});
