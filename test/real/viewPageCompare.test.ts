// The page of a comparison in Chromium: what two runs compute, as colours, a column, rows and labels.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { compareModels, trace, view } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { desktop, item, open, panel, phone, row, violations, write } from './viewPages.ts';

const guilty = 'model.1.sgu.norm';
let url: string;

beforeAll(async () => {
  await tf.setBackend('cpu');
  const sizes = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, seqLen: 16, numLayers: 4 };
  const [before, after] = [createGMLP('gmlp', sizes).model, createGMLP('gmlp', sizes).model];
  const state = [...before.stateDict()].map(([path, { shape, value }]) => {
    const values = value.dataSync().slice();
    if (path === `${guilty}.weight`) values[0]! += 0.5;
    return [path, { shape, values }] as const;
  });
  after.loadStateDict(new Map(state));
  const comparison = await compareModels(before, after, [1, 3, 32, 32]);
  url = write('compared.html', view(trace(after, [[1, 3, 32, 32]]), { name: 'port', comparison }));
});

test('the first guilty layer is marked, and errors are colours, a column and rows', async () => {
  await open(url, async (page) => {
    expect(await page.locator('input[name=colour]:checked').getAttribute('value')).toBe('error');
    expect(await page.locator('.legend').innerText()).toMatch(/^Error, tolerance 0.0001\s+1.0e-7\s+1.0e-4\s/);
    await expect.poll(() => panel(page)).toContain(guilty);
    expect(await item(page, guilty).getAttribute('aria-label')).toContain('first error beyond the tolerance');
    expect(await panel(page)).toMatch(
      /Error\s+\d.\de[-+]\d+ beyond the tolerance\s+Of its inputs\s+0\s+Made here\s+\d/,
    );
    expect(await row(page, guilty).innerText()).toMatch(/!\s*\d\.\de[-+]\d/);
    const fill = (path: string) =>
      item(page, path)
        .locator('> .box')
        .evaluate((box) => (box as SVGElement).style.fill);
    expect(await fill(guilty)).toMatch(/^rgb/);
    await page.keyboard.press('Escape');
    expect(await panel(page)).toMatch(/Tolerance\s+0.0001[\s\S]*First beyond\s+LayerNorm norm/);
    await page.keyboard.press('f');
    await expect.poll(() => item(page, 'classifier').count()).toBe(1);
    expect([await fill('patcher'), await fill('classifier')]).toEqual(['', expect.stringMatching(/^rgb/)]);
    await page.locator('.panel [data-go]').click();
    await expect.poll(() => panel(page)).toContain(guilty);
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing wrong, in %s colours', async (colorScheme) => {
  for (const [size, window] of Object.entries({ desktop, phone }))
    await open(
      url,
      async (page) => {
        await page.emulateMedia({ colorScheme });
        expect(await violations(page)).toEqual([]);
        if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${size}-${colorScheme}.png` });
        for (const part of size === 'phone' ? ['table', 'panel'] : []) {
          await page.locator(`nav [data-view=${part}]`).click();
          expect(await violations(page)).toEqual([]);
          if (process.env.PICTURES)
            await page.screenshot({ path: `${process.env.PICTURES}/${part}-${colorScheme}.png` });
        }
      },
      window,
    );
});
