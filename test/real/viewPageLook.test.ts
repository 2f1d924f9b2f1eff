// How the page of `gmlp-viz view` looks in Chromium: colours, zoom, direction, on a phone, and to axe.
import { expect, test } from 'vitest';
import { type ForwardError, trace, view } from '../../src/index.ts';
import { Linear, ReLU, Sequential } from '../../src/nn.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { deepPage, desktop, item, open, panel, phone, row, seedPage, violations, write } from './viewPages.ts';

const seedUrl = seedPage();
const deepUrl = deepPage();

test('the heat-map colours boxes by their share, whose text can be read', async () => {
  await open(seedUrl, async (page) => {
    await page.locator('input[value=macs]').check({ force: true });
    const fill = (path: string) =>
      item(page, path)
        .locator('> .box')
        .evaluate((one) => getComputedStyle(one).fill);
    expect(await fill('model.0.channel_proj1')).toBe('rgb(84, 26, 104)');
    expect(await fill('model.0.norm')).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.legend').innerText()).toContain('MACs, share of the model');
    expect(await violations(page)).toEqual([]);
  });
});

test('at every width of a window the legend, the colours to choose from and the tools lie apart, and the tools over no box', async () => {
  await open(seedUrl, async (page) => {
    const apart = (a: DOMRect, b: DOMRect): boolean =>
      a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
    for (const width of [375, 800, 1000, 1110, 1280, 1410, 1440, 1800]) {
      await page.setViewportSize({ width, height: 800 });
      const rects = await page
        .locator('.canvas, .bar, .legend, .tools')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
      const [canvas, bar, tools, legend] = rects as [DOMRect, DOMRect, DOMRect, DOMRect];
      for (const [a, b] of [
        [bar, legend],
        [legend, tools],
        [bar, tools],
        [canvas, tools],
      ] as const)
        expect(apart(a, b), `two lie over each other in a window of ${width} px`).toBe(true);
      expect(canvas.height).toBeGreaterThan(400);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
});

test('what is zoomed stays under the pointer, a drag moves it, and Fit shows all of it', async () => {
  await open(deepUrl, async (page) => {
    const boxOf = async (path: string) => (await item(page, path).locator('> .box').boundingBox())!;
    const before = await boxOf('patcher');
    await page.mouse.move(before.x + 10, before.y + 10);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    // the page handles the wheel after the call has returned
    await expect.poll(async () => (await boxOf('patcher')).width / before.width).toBeGreaterThan(1.3);
    const zoomed = await boxOf('patcher');
    const scale = zoomed.width / before.width;
    expect(Math.abs(zoomed.x + 10 * scale - before.x - 10)).toBeLessThan(2);
    await page.mouse.move(100, 600);
    await page.mouse.down();
    await page.mouse.move(160, 560, { steps: 4 });
    await page.mouse.up();
    const dragged = await boxOf('patcher');
    expect(Math.abs(dragged.x - zoomed.x - 60)).toBeLessThan(2);
    expect(Math.abs(dragged.y - zoomed.y + 40)).toBeLessThan(2);
    // a drag selects nothing
    expect(await page.locator('[role=treeitem][aria-selected=true]').count()).toBe(0);
    await page.locator('[data-do=fit]').click();
    await expect.poll(async () => (await boxOf('output')).y).toBeLessThan(900);
  });
});

test('Fit glides to all of the graph, which is seen on the way', async () => {
  await open(
    deepUrl,
    async (page) => {
      const zooms = await page.evaluate(async () => {
        const zoomOf = () => document.querySelector<SVGGraphicsElement>('.node')!.getScreenCTM()!.a;
        const seen = [zoomOf()];
        document.querySelector<HTMLElement>('[data-do=fit]')!.click();
        const start = performance.now();
        while (performance.now() - start < 400) {
          await new Promise((done) => requestAnimationFrame(done));
          seen.push(zoomOf());
        }
        return seen;
      });
      const [first, last] = [zooms[0]!, zooms.at(-1)!];
      expect(last).toBeLessThan(first);
      expect(zooms.some((zoom) => zoom < first && zoom > last)).toBe(true);
      expect(zooms).toEqual([...zooms].sort((a, b) => b - a));
    },
    { ...desktop, reducedMotion: 'no-preference' },
  );
});

test('a model without coloured boxes has no legend', async () => {
  await open(write('nothing.html', view({ nodes: [], producer: 0 }, { name: 'nothing' })), async (page) => {
    expect(await page.locator('.legend').isVisible()).toBe(false);
  });
});

test('the graph turns to the right', async () => {
  await open(seedUrl, async (page) => {
    await page.locator('[data-do=turn]').click();
    const [input, patcher] = [(await item(page, 'input').boundingBox())!, (await item(page, 'patcher').boundingBox())!];
    expect(patcher.x).toBeGreaterThan(input.x + input.width);
    // it begins at the left, at half the height
    const canvas = (await page.locator('.canvas').boundingBox())!;
    expect(input.x - canvas.x).toBeLessThan(60);
    expect(Math.abs(input.y + input.height / 2 - canvas.y - canvas.height / 2)).toBeLessThan(40);
    expect(await page.locator('[data-do=turn]').getAttribute('aria-pressed')).toBe('true');
  });
});

test('on a phone graph, table and selection are tabs, and nothing is wider than the screen', async () => {
  await open(
    seedUrl,
    async (page) => {
      const visible = (selector: string) => page.locator(selector).isVisible();
      expect([await visible('.graph'), await visible('.rows'), await visible('.panel')]).toEqual([true, false, false]);
      for (const name of ['[data-save=svg]', '[data-save=png]', '[data-save=csv]', '[data-do=turn]', '[data-do=fit]']) {
        const { x, width, height } = (await page.locator(name).boundingBox())!;
        expect(x + width, name).toBeLessThan(375);
        expect(Math.min(width, height), name).toBeGreaterThanOrEqual(40);
      }
      await page.locator('nav [data-view=table]').click();
      expect([await visible('.graph'), await visible('.rows'), await visible('.panel')]).toEqual([false, true, false]);
      await row(page, 'classifier').click();
      await page.locator('nav [data-view=panel]').click();
      expect(await panel(page)).toContain('classifier');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
      expect(await violations(page)).toEqual([]);
    },
    phone,
  );
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the %s page, selected and searched',
  async (colorScheme) => {
    await open(deepUrl, async (page) => {
      await page.emulateMedia({ colorScheme });
      await item(page, 'model.0.sgu.spatial_proj').click();
      expect(await violations(page)).toEqual([]);
      await page.locator('input[type=search]').fill('linear');
      expect(await violations(page)).toEqual([]);
    });
  },
);

test('boxes that a failed pass did not reach stand below the one that failed', async () => {
  const model = new Sequential(new Linear(4, 4), new Sequential(new Linear(5, 4), new ReLU()), new Linear(4, 2));
  let failed: ForwardError | undefined;
  try {
    trace(model, [{ shape: [1, 4] }]);
  } catch (error) {
    failed = error as ForwardError;
  }
  await open(write('failed.html', view(failed!.trace, { failure: failed!.message })), async (page) => {
    const rects = await Promise.all(
      ['0', '1.0', '1.1', '2'].map(async (path) => (await item(page, path).locator('> .box').boundingBox())!),
    );
    expect(await item(page, '1.0').getAttribute('data-state')).toBe('failed');
    expect(await item(page, '2').getAttribute('data-state')).toBe('notReached');
    const middles = rects.map(({ x, width }) => Math.round(x + width / 2));
    expect(new Set(middles).size).toBe(1);
    const tops = rects.map(({ y }) => y);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    // nothing led to them
    expect(await page.locator('.edge').count()).toBe(3);
  });
});

test('a long title does not push the inside of its group apart', async () => {
  const name = 'a_group_with_a_name_'.repeat(20);
  const nodes = [
    { parent: -1, path: name, name, type: 'GroupWithAVeryLongTypeNameOfItsOwn', kind: 'module' as const },
    { parent: 0, path: `${name}.inner`, name: 'inner', type: 'Linear', kind: 'module' as const },
  ].map((node) => ({ ...node, role: 'other' as const, outputs: [], amounts: {}, size: 1, facts: {} }));
  const tree = { name: 'long', type: '', nodes, edges: [], totals: [], notes: [] };
  await open(write('title.html', pageOf(packed(tree, { depth: 2 }))), async (page) => {
    expect((await item(page, name).locator('> .box').boundingBox())!.width).toBeLessThan(400);
    await item(page, name).locator('> .band').click();
    expect(await page.locator('.panel h2').textContent()).toContain(name);
    expect(await page.locator('.panel').evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  });
});
