// The page of `gmlp-viz view` as a person uses it in Chromium: with pointer, keys, search, and offline.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { unionTree } from '../../src/compare/unionTree.ts';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { trace } from '../../src/index.ts';
import { createGMLP, Dropout, LayerNorm, Linear, type Module, ReLU, Sequential } from '../../src/nn.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { traceTree } from '../../src/view/tree/traceTree.ts';
import { view } from '../../src/view/view.ts';
import { hostilePicture } from '../formats/pictures.ts';
import { browse } from './browser.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = mkdtempSync(join(tmpdir(), 'view-'));
afterAll(() => rmSync(folder, { recursive: true }));

const recordOf = (name: string, options = {}) => {
  const { model, inputSize } = createGMLP(name, options);
  return trace(model, [{ shape: [1, ...inputSize] }]);
};
const write = (name: string, html: string): string => {
  const path = join(folder, name);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
};
const seedUrl = write('seed.html', view(recordOf('gmlp'), { name: 'gmlp' }));
const deepUrl = write('deep.html', view(recordOf('gmlp', { numLayers: 6 }), { name: 'six' }));

const desktop = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };
const phone = { viewport: { width: 375, height: 720 }, deviceScaleFactor: 2 };

/** Opens a page, which must ask for nothing and throw nothing. */
async function open<T>(url: string, look: (page: Page) => Promise<T>, window = desktop): Promise<T> {
  return browse(
    'about:blank',
    async (page) => {
      const requests: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(url);
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      const result = await look(page);
      const asked = requests.filter((one) => one.split('#')[0] !== url.split('#')[0] && !/^(data|blob):/.test(one));
      expect({ asked, errors }).toEqual({ asked: [], errors: [] });
      return result;
    },
    window,
  );
}

const item = (page: Page, path: string) => page.locator(`[role=treeitem][data-path="${path}"]`);
const row = (page: Page, path: string) => page.locator(`tr[data-path="${path}"]`);
const band = (page: Page, path: string) => item(page, path).locator('> .band');
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.path);
const panel = (page: Page) => page.locator('.panel').innerText();

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axeScript, 'utf8'));
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe's global
    const { violations } = await (globalThis as any).axe.run(document);
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]!.html}`);
  });
}

test('the seed model is drawn at the first picture, and its table has the same boxes', async () => {
  await open(seedUrl, async (page) => {
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
  });
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
    await page.evaluate(() => {
      location.hash = '#path=%';
    });
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

test('the search opens and goes to what it found', async () => {
  await open(deepUrl, async (page) => {
    await band(page, 'model').click();
    await page.keyboard.press('/');
    const field = page.locator('input[type=search]');
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    await field.fill('conv1d 196');
    expect(await page.locator('[role=option]').innerText()).toContain('Nothing has this name, type or shape');
    await field.fill('/spatial_PROJ/');
    expect(await page.locator('[role=option]').first().innerText()).toContain('× 6');
    await field.press('Enter');
    await expect.poll(() => focused(page)).toBe('model.0.sgu.spatial_proj');
    await field.fill('/(/');
    expect(await page.locator('[role=option]').innerText()).toContain('no regular expression');
  });
});

test('heads of the table sort by what stands under them, and a third click restores the tree', async () => {
  await open(seedUrl, async (page) => {
    const paths = () =>
      page.locator('tbody tr[data-path]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path));
    const tree = await paths();
    const head = page.locator('thead th[data-key=params]');
    await head.click();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await paths()).slice(0, 3)).toEqual(['model.0.channel_proj1', 'classifier', 'patcher']);
    await head.click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.click();
    expect(await paths()).toEqual(tree);
    const edges = await page.evaluate(() =>
      [...document.querySelectorAll('thead th.number button')].map((one, i) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const cell = document.querySelectorAll('tbody tr')[1]!.querySelectorAll('td.number')[i]!;
        const number = document.createRange();
        // after the bar
        number.selectNodeContents(cell.lastChild!);
        return Math.abs(range.getBoundingClientRect().right - number.getBoundingClientRect().right);
      }),
    );
    for (const difference of edges) expect(difference).toBeLessThan(2);
  });
});

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

test('what is zoomed stays under the pointer, a drag moves it, and Fit shows all of it', async () => {
  await open(deepUrl, async (page) => {
    const boxOf = async (path: string) => (await item(page, path).locator('> .box').boundingBox())!;
    const before = await boxOf('patcher');
    await page.mouse.move(before.x + 10, before.y + 10);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    const zoomed = await boxOf('patcher');
    const scale = zoomed.width / before.width;
    expect(scale).toBeGreaterThan(1.3);
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

test('the graph turns to the right', async () => {
  await open(seedUrl, async (page) => {
    await page.locator('[data-do=turn]').click();
    const [input, patcher] = [(await item(page, 'input').boundingBox())!, (await item(page, 'patcher').boundingBox())!];
    expect(patcher.x).toBeGreaterThan(input.x + input.width);
    expect(await page.locator('[data-do=turn]').getAttribute('aria-pressed')).toBe('true');
  });
});

test('SVG, PNG and CSV are saved', async () => {
  await open(seedUrl, async (page) => {
    const saved = async (format: string): Promise<Buffer> => {
      const downloading = page.waitForEvent('download');
      await page.locator(`[data-save=${format}]`).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`gmlp.${format}`);
      return readFileSync(await download.path());
    };
    const svg = (await saved('svg')).toString();
    expect(svg).toContain('spatial_proj');
    expect(svg).not.toMatch(/var\(|<script|foreignObject/);
    const problem = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
      svg,
    );
    expect(problem).toBe(undefined);
    expect((await saved('png')).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const csv = (await saved('csv')).toString().split('\r\n');
    expect(csv[0]).toBe('Path,Type,Output,Params,MACs,Memory (bytes)');
    expect(csv).toContain('model.0.sgu.spatial_proj,Conv1d,1×256×512,65792,33554432,524288');
  });
});

test('on a phone graph, table and selection are tabs, and nothing is wider than the screen', async () => {
  await open(
    seedUrl,
    async (page) => {
      const visible = (selector: string) => page.locator(selector).isVisible();
      expect([await visible('.graph'), await visible('.rows'), await visible('.panel')]).toEqual([true, false, false]);
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
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await item(page, 'model.0.sgu.spatial_proj').click();
      expect(await violations(page)).toEqual([]);
      await page.locator('input[type=search]').fill('linear');
      expect(await violations(page)).toEqual([]);
    });
  },
);

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

describe('the difference of two models', () => {
  const tree = (options: object, name: string) => traceTree(recordOf('gmlp', options), { name });
  const stack = (name: string, ...layers: Module[]) =>
    traceTree(trace(new Sequential(...layers), [{ shape: [1, 6] }]), { name });

  test('added, removed and changed boxes and rows say so', async () => {
    const union = unionTree(
      stack('before', new Linear(6, 8), new LayerNorm(8), new Linear(8, 2)),
      stack('after', new Linear(6, 8), new ReLU(), new Dropout(), new Linear(8, 3)),
    );
    await open(write('union.html', pageOf(packed(union))), async (page) => {
      const states = await page
        .locator('[role=treeitem]')
        .evaluateAll((all) =>
          all.map((one) => [(one as HTMLElement).dataset.path, (one as HTMLElement).dataset.state]),
        );
      expect(Object.fromEntries(states)).toEqual({
        input: 'same',
        0: 'same',
        '1': 'added',
        '1#2': 'removed',
        2: 'added',
        3: 'changed',
        output: 'same',
      });
      for (const [path, state] of states as [string, string][]) {
        expect(await row(page, path).getAttribute('data-state')).toBe(state);
        const label = await item(page, path).getAttribute('aria-label');
        if (state === 'same') expect(label).not.toMatch(/same|added|removed|changed/);
        else expect(label).toContain(state);
      }
      await item(page, '3').click();
      expect(await page.locator('.panel del').first().innerText()).toBe('18');
      expect(await violations(page)).toEqual([]);
    });
  });

  test('the same model twice marks nothing', async () => {
    const union = unionTree(tree({}, 'one'), tree({}, 'two'));
    await open(write('same.html', pageOf(packed(union))), async (page) => {
      const states = await page
        .locator('[data-state]')
        .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLElement).dataset.state))]);
      expect(states).toEqual(['same']);
      expect(await page.locator('.legend').innerText()).toMatch(/added 0.*removed 0.*changed 0/s);
    });
  });
});

test('the command writes the page, and summary’s html is the page at its table', async () => {
  const path = join(folder, 'command.html');
  const run = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  expect(run('view', 'gmlp', '--out', path)).toMatchObject({ stdout: `${path}\n`, stderr: '', status: 0 });
  await open(pathToFileURL(path).href, async (page) => {
    expect(await item(page, 'model').count()).toBe(1);
  });
  const { stdout } = run('summary', 'gmlp', '--style', 'html', '--columns', 'name,type,params', '--sort', 'params');
  await open(
    write('summary.html', stdout),
    async (page) => {
      const rows = page.locator('tbody tr[data-path]');
      expect(await rows.first().getAttribute('data-path')).toBe('model.0.channel_proj1');
      expect(await rows.first().innerText()).toContain('263,168');
    },
    phone,
  );
});
