// The page of `gmlp-viz view` in Chromium, of a generated model of 10,000 boxes: what of it stands in the page at once.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { focused, open, row, write } from './viewPages.ts';

const blocks = 100;
const layers = 99;
/** Each block is a chain; every third layer is also read five layers later. */
function largePage(): string {
  const shape = [1, 64, 64, 32];
  const about = { role: 'weights' as const, kind: 'module' as const, outputs: [shape], facts: {} };
  const nodes = Array.from({ length: blocks }, (_, block) => [
    { ...about, parent: -1, path: `b${block}`, name: `b${block}`, type: 'Block', amounts: {}, size: layers },
    ...Array.from({ length: layers }, (_, i) => {
      const amounts = { params: 1 + ((block * layers + i) % 997), macs: 1000 * (i + 1) };
      return {
        ...about,
        parent: block * (layers + 1),
        path: `b${block}.l${i}`,
        name: `l${i}`,
        type: 'Conv2D',
        amounts,
        size: 1,
      };
    }),
  ]).flat();
  const leaves = nodes.flatMap(({ parent }, id) => (parent === -1 ? [] : [id]));
  const edges = leaves.flatMap((to, i) => [
    ...(i > 0 ? [{ from: leaves[i - 1]!, to, output: 0, shape }] : []),
    ...(i % 3 === 0 && i >= 5 ? [{ from: leaves[i - 5]!, to, output: 0, shape }] : []),
  ]);
  const tree = { name: 'large', type: '', nodes, edges, totals: [], notes: [] };
  return write('large.html', pageOf(packed(tree, { depth: 9 })));
}
const url = largePage();

const elements = (page: Page): Promise<number> => page.locator('.canvas *').count();
const texts = (page: Page): Promise<number> => page.locator('.canvas text').count();
const zoomOf = (page: Page): Promise<number> =>
  page.locator('.zoom output').evaluate((one) => Number.parseInt(one.textContent!, 10));

test('of 10,000 rows those in sight are in the table, and End shows the last one', async () => {
  await open(url, async (page) => {
    const rows = page.locator('tbody tr[data-path]');
    expect(await page.locator('table').getAttribute('aria-rowcount')).toBe('10001');
    expect(await rows.count()).toBeLessThan(100);
    await row(page, 'b0.l0').click();
    await page.locator('.scroll').focus();
    await page.keyboard.press('End');
    const last = row(page, 'b99.l98');
    await expect.poll(() => last.getAttribute('aria-current')).toBe('true');
    expect(await last.getAttribute('aria-rowindex')).toBe('10001');
    const isInSight = (path: string) =>
      row(page, path).evaluate((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        const scroll = one.closest('.scroll')!.getBoundingClientRect();
        return top >= scroll.top && bottom <= scroll.bottom + 1;
      });
    expect(await isInSight('b99.l98')).toBe(true);
    expect(await rows.count()).toBeLessThan(100);
    // scrolled by a wheel or the bar
    await page.locator('.scroll').evaluate((one) => {
      one.scrollTop = 28 * 5000;
    });
    await expect.poll(() => row(page, 'b50.l3').count()).toBe(1);
    expect(await isInSight('b50.l3')).toBe(true);
    expect(await rows.count()).toBeLessThan(100);
    await page.keyboard.press('Home');
    await expect.poll(() => row(page, 'b0').getAttribute('aria-current')).toBe('true');
    expect(await isInSight('b0')).toBe(true);
  });
});

test('with everything open at most about 1,200 elements are drawn, at any zoom and place', async () => {
  await open(url, async (page) => {
    const counts: Record<string, number> = {};
    const count = async (where: string): Promise<void> => {
      // a zoom draws texts anew when it has come to rest
      await page.waitForTimeout(150);
      counts[`${where} at ${await zoomOf(page)} %`] = await elements(page);
    };
    await count('the start');
    const zooms = [];
    for (let i = 0; i < 18; i++) {
      await page.keyboard.press('-');
      if (i % 2 === 0) {
        await count('the start');
        zooms.push(await zoomOf(page));
      }
    }
    expect(zooms.at(-1)).toBeLessThan(5);
    await page.locator('[data-do=fit]').click();
    await count('all');
    await page.evaluate(() => {
      location.hash = '#path=b50.l50';
    });
    await expect.poll(() => focusedOrSelected(page)).toBe('b50.l50');
    for (let i = 0; i < 12; i++) {
      await page.mouse.move(400, 450);
      await page.mouse.wheel(0, 400);
    }
    await count('the middle');
    for (const [where, drawn] of Object.entries(counts)) {
      expect(drawn, where).toBeLessThanOrEqual(1250);
      expect(drawn, where).toBeGreaterThan(50);
    }
  });
});

const focusedOrSelected = async (page: Page): Promise<string | undefined> =>
  (await page.locator('[role=treeitem][aria-selected=true]').getAttribute('data-path')) ?? focused(page);

test('zoomed out, texts of layers go and boxes stay; zoomed in again the texts are back', async () => {
  await open(url, async (page) => {
    expect(await page.locator('.canvas .type').count()).toBeGreaterThan(10);
    const before = await texts(page);
    while ((await zoomOf(page)) >= 50) await page.keyboard.press('-');
    await expect.poll(() => page.locator('.canvas .type, .canvas .num, .canvas .shape').count()).toBe(0);
    // names of their types alone, at a size that can be read
    const sizes = await page
      .locator('.canvas text')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(8);
    while ((await zoomOf(page)) > 12) await page.keyboard.press('-');
    await expect.poll(() => texts(page)).toBe(0);
    expect(await page.locator('[role=treeitem] .box').count()).toBeGreaterThan(30);
    while ((await zoomOf(page)) < 80) await page.keyboard.press('+');
    await expect.poll(() => texts(page)).toBeGreaterThanOrEqual(before / 2);
  });
});
