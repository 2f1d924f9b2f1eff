// The table, the search and the saved files of the page of `gmlp-viz view` in Chromium.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { trace, view } from '../../src/index.ts';
import { Linear, Module } from '../../src/nn.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { band, cli, deepPage, focused, folder, item, open, phone, row, seedPage, write } from './viewPages.ts';

const seedUrl = seedPage();
const deepUrl = deepPage();

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

test('a hit whose path is too long shows the end of it', async () => {
  const names = ['one', 'two'].map(
    (last) => `a_scope_that_many_layers_have_in_common/another_one_of_that_kind/${last}`,
  );
  const nodes = names.map((path) => ({ parent: -1, path, name: path, type: 'Linear', kind: 'module' as const }));
  const boxes = nodes.map((node) => ({
    ...node,
    role: 'other' as const,
    outputs: [],
    amounts: {},
    size: 1,
    facts: {},
  }));
  const tree = { name: 'hits', type: '', nodes: boxes, edges: [], totals: [], notes: [] };
  await open(write('hits.html', pageOf(packed(tree))), async (page) => {
    await page.locator('input[type=search]').fill('linear');
    const hits = page.locator('[role=option]');
    expect(await hits.locator('.ending').allTextContents()).toEqual(names);
    const ends = await hits.locator('.ending').evaluateAll((all) =>
      all.map((one) => {
        const text = one.querySelector('bdi')!.getBoundingClientRect();
        const { left, right } = one.getBoundingClientRect();
        return { isCut: text.left < left - 1, isEndSeen: text.right <= right + 1 };
      }),
    );
    expect(ends).toEqual(names.map(() => ({ isCut: true, isEndSeen: true })));
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

test('a sorted table shows the end of a long path, and a row has the whole one as its title', async () => {
  const outer = 'StatefulPartitionedCall_of_a_model_with_a_long_name';
  class Inner extends Module {
    readonly first = new Linear(4, 4);
    readonly the_last_projection = new Linear(4, 4);
    override forward(x: Tensor): Tensor {
      return this.the_last_projection.apply(this.first.apply(x)) as Tensor;
    }
  }
  class Outer extends Module {
    readonly [outer] = new Inner();
    override forward(x: Tensor): Tensor {
      return this[outer].apply(x) as Tensor;
    }
  }
  await open(write('long.html', view(trace(new Outer(), [{ shape: [1, 4] }]))), async (page) => {
    await page.locator('thead th[data-key=layer]').click();
    const path = `${outer}.the_last_projection`;
    const end = row(page, path).locator('.path-end');
    expect(await end.textContent()).toBe('.the_last_projection');
    const [seen, needed] = await end.evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
    expect(seen).toBeGreaterThanOrEqual(needed! - 1);
    expect(await row(page, path).locator('th').getAttribute('title')).toBe(path);
    // bars of shares stand on a track of one width
    const widths = await page
      .locator('td.number i')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(new Set(widths)).toEqual(new Set([52]));
  });
});
