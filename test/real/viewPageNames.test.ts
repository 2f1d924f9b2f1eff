// Names that HTML, SVG or a script could misread, in the page of `gmlp-viz view` in Chromium.

import { expect, test } from 'vitest';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { hostilePicture } from '../formats/pictures.ts';
import { open, write } from './viewPages.ts';

test('hostile names are shown as they are, and run nothing', async () => {
  const nodes = sumInside(hostilePicture.nodes).map((node) => ({ ...node, facts: {} }));
  const html = pageOf(packed({ ...hostilePicture, type: 'x', nodes, totals: [], notes: [] }));
  await open(write('hostile.html', html), async (page) => {
    await page.evaluate(() => {
      globalThis.alert = () => {
        throw new Error('a name ran');
      };
    });
    const items = page.locator('[role=treeitem]');
    for (let i = 0; i < 10; i++) {
      await items.nth(i).dispatchEvent('click');
      await page.locator('input[type=search]').fill('script');
    }
    expect(await items.count()).toBeGreaterThan(10);
    expect(await page.locator('.viewer script, .viewer img, .viewer iframe').count()).toBe(0);
  });
});
