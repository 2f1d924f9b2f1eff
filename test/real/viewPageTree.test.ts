// The tree of the page of `gmlp-viz view` in Chromium: with pointer, keys and addresses.
import { expect, test } from 'vitest';
import { band, deepPage, desktop, focused, item, open, panel, row, seedPage } from './viewPages.ts';

const seedUrl = seedPage();
const deepUrl = deepPage();

test('the seed model is drawn at the first picture, and its table has the same boxes', async () => {
  await open(
    seedUrl,
    async (page) => {
      const paths = await page
        .locator('[role=tree] [role=treeitem]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path));
      const rows = await page
        .locator('tbody tr[data-path]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path));
      expect(paths).toEqual(rows);
      expect(paths).toContain('model.0.sgu.spatial_proj');
      expect(await page.locator('.totals').innerText()).toContain('916 k');
      expect(await page.locator('.canvas *').count()).toBeLessThan(1200);
    },
    { ...desktop, viewport: { width: 1440, height: 1000 } },
  );
});

test('a group closes and opens where it stands, with its label, and keeps the focus', async () => {
  await open(seedUrl, async (page) => {
    const path = 'model.0.sgu';
    const place = () =>
      item(page, path).evaluate((one) => {
        const { x, width } = (one.firstElementChild as SVGGraphicsElement).getBBox();
        const { a, e, f } = (one as unknown as SVGGraphicsElement).getScreenCTM()!;
        return [Math.round(e + a * (x + width / 2)), Math.round(f)];
      });
    const label = await item(page, path).getAttribute('aria-label');
    expect(label).toContain(path);
    expect(await item(page, path).getAttribute('aria-expanded')).toBe('true');
    const before = await place();
    await band(page, path).click();
    expect(await item(page, path).getAttribute('aria-expanded')).toBe('false');
    expect(await item(page, `${path}.norm`).count()).toBe(0);
    expect(await place()).toEqual(before);
    expect(await focused(page)).toBe(path);
    await page.keyboard.press('Enter');
    expect(await item(page, path).getAttribute('aria-expanded')).toBe('true');
    expect(await item(page, path).getAttribute('aria-label')).toBe(label);
    expect(await focused(page)).toBe(path);
    await page.keyboard.press(' ');
    expect(await item(page, path).getAttribute('aria-expanded')).toBe('false');
  });
});

test('arrows go through the tree, one box being in the order of the Tab key', async () => {
  await open(seedUrl, async (page) => {
    await item(page, 'patcher').click();
    const step = async (key: string) => {
      await page.keyboard.press(key);
      return focused(page);
    };
    expect(await step('ArrowDown')).toBe('permute');
    expect(await step('ArrowUp')).toBe('patcher');
    expect(await step('End')).toBe('output');
    expect(await step('Home')).toBe('input');
    await item(page, 'model.0.norm').click();
    expect(await step('ArrowLeft')).toBe('model.0');
    expect(await step('ArrowLeft')).toBe('model.0');
    expect(await item(page, 'model.0').getAttribute('aria-expanded')).toBe('false');
    expect(await step('ArrowRight')).toBe('model.0');
    expect(await step('ArrowRight')).toBe('model.0.norm');
    expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
    expect(await item(page, 'model.0.norm').getAttribute('aria-selected')).toBe('true');
    expect(await step('Escape')).toBe('model.0.norm');
    expect(await page.locator('[role=treeitem][aria-selected=true]').count()).toBe(0);
  });
});

test('a box, its row, the panel and the address follow each other', async () => {
  await open(seedUrl, async (page) => {
    await item(page, 'model.0.sgu.spatial_proj').click();
    expect(await item(page, 'model.0.sgu.spatial_proj').evaluate((one) => getComputedStyle(one).outlineStyle)).toBe(
      'none',
    );
    expect(await row(page, 'model.0.sgu.spatial_proj').getAttribute('aria-current')).toBe('true');
    expect(await page.evaluate(() => decodeURIComponent(location.hash))).toBe('#path=model.0.sgu.spatial_proj');
    const text = await panel(page);
    for (const part of ['Conv1d', '65.8 k', '7.18 %', '33.6 M', '512 KiB', '256×256×1', 'kernelSize', 'BatchMatMul'])
      expect(text).toContain(part);
    await row(page, 'classifier').click();
    expect(await item(page, 'classifier').getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('.edge.near').count()).toBeGreaterThan(0);
    expect(await page.locator('.edge.beyond').count()).toBeGreaterThan(0);
    await page.locator('.panel [data-go]').first().click();
    expect(await item(page, 'mean').getAttribute('aria-selected')).toBe('true');
  });
});

test('an address opens what it names, in the block that it names', async () => {
  await open(`${deepUrl}#path=model.3.sgu.spatial_proj`, async (page) => {
    expect(await item(page, 'model.3.sgu.spatial_proj').getAttribute('aria-selected')).toBe('true');
    expect(await item(page, 'model.5').count()).toBe(1);
    await page.evaluate(() => {
      location.hash = '#path=patcher';
    });
    await expect.poll(() => item(page, 'patcher').getAttribute('aria-selected')).toBe('true');
    await page.evaluate(async () => {
      const changed = new Promise((done) => addEventListener('hashchange', done));
      location.hash = '#path=%';
      await changed;
    });
    expect(await item(page, 'patcher').getAttribute('aria-selected')).toBe('true');
  });
});

test('equal blocks are one, until all are asked for, in one colour', async () => {
  await open(deepUrl, async (page) => {
    const fold = 'model.0…5';
    expect(await item(page, fold).textContent()).toContain('6 × gMLPBlock');
    await band(page, fold).click();
    await page.getByText('Show all 6').click();
    const colours = await page
      .locator('[role=treeitem][data-path^="model."] > .stripe')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
    expect(colours).toHaveLength(6);
    expect(new Set(colours).size).toBe(1);
    await page.getByText('Fold them').click();
    expect(await item(page, fold).count()).toBe(1);
  });
});
