// The table, the search and the saved files of the page of `gmlp-viz view` in Chromium.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { trace, view } from '../../src/index.ts';
import { pngSize } from '../../src/media/png.ts';
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

test('each head sorts by its column, the other way at a second click, and a third click restores the tree', async () => {
  await open(seedUrl, async (page) => {
    const tree = await pathsIn(page);
    // a number as it is in the title of its cell, a text as it is
    const valuesOf = (index: number) =>
      page.locator('tbody tr[data-path]').evaluateAll(
        (all, index) =>
          all.map((one) => {
            const cell = (one as HTMLTableRowElement).cells[index]!;
            if (index === 0) return (one as HTMLElement).dataset.path!;
            if (cell.className.includes('text')) return cell.title;
            return cell.title === '' ? null : Number(cell.title.split(', ')[0]!.replaceAll(',', ''));
          }),
        index,
      );
    for (const [index, key] of ['layer', 'outputs', 'params', 'macs', 'memoryBytes'].entries()) {
      const head = page.locator(`thead th[data-key=${key}]`);
      const isText = index < 2;
      const seen: (readonly (string | number | null)[])[] = [];
      for (const order of isText ? ['ascending', 'descending'] : ['descending', 'ascending']) {
        await head.click();
        expect(await head.getAttribute('aria-sort'), key).toBe(order);
        const values = (await valuesOf(index)).filter((value) => value !== null && value !== '');
        const sorted = [...values].sort((a, b) =>
          typeof a === 'number' ? a - (b as number) : a!.localeCompare(b as string, 'en', { numeric: true }),
        );
        expect(values, `${key} ${order}`).toEqual(order === 'ascending' ? sorted : sorted.reverse());
        expect(new Set(values).size, key).toBeGreaterThan(2);
        seen.push(values);
        // rows without a value come last either way
        const all = await valuesOf(index);
        expect(all.slice(values.length).every((value) => value === null || value === '')).toBe(true);
      }
      expect(seen[0]).not.toEqual(seen[1]);
      await head.click();
      expect(await head.getAttribute('aria-sort')).toBe('none');
      expect(await pathsIn(page)).toEqual(tree);
    }
  });
});

test('the search takes names, types, shapes and regular expressions', async () => {
  await open(seedUrl, async (page) => {
    const field = page.locator('input[type=search]');
    const found = async (query: string) => {
      await field.fill(query);
      return page.locator('[role=option][data-go] .ending').allTextContents();
    };
    expect(await found('classif')).toEqual(['classifier']);
    expect(await found('LAYERNORM')).toEqual(['model.0.norm', 'model.0.sgu.norm']);
    expect(await found('linear 256x1024')).toEqual(['model.0.channel_proj1']);
    expect(await found('256×1024 gelu')).toEqual(['model.0.gelu']);
    expect(await found('/channel_proj[12]/')).toEqual(['model.0.channel_proj1', 'model.0.channel_proj2']);
    expect(await found('/^model\\.0\\.(add|sgu\\.mul) /')).toEqual(['model.0.sgu.mul', 'model.0.add']);
    expect(await found('/[/')).toEqual([]);
    expect(await page.locator('[role=option]').allTextContents()).toEqual(['This is no regular expression']);
    expect(await found('[')).toEqual([]);
    expect(await page.locator('[role=option]').innerText()).toBe('Nothing has this name, type or shape');
  });
});

test('heads of numbers stand over their numbers', async () => {
  await open(seedUrl, async (page) => {
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

/** What a click on a save button downloads. */
async function saved(page: Page, format: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await page.locator(`[data-save=${format}]`).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`gmlp.${format}`);
  return readFileSync(await download.path());
}

const pathsIn = (page: Page) =>
  page.locator('tbody tr[data-path]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path!));

test('a saved SVG holds each box that is open, at its size and with its words, without script or variable', async () => {
  await open(seedUrl, async (page) => {
    await page.locator('input[value=macs]').check({ force: true });
    const text = (await saved(page, 'svg')).toString();
    expect(text).not.toMatch(/var\(|<script|foreignObject/);
    const fill = await item(page, 'model.0.channel_proj1')
      .locator('> .box')
      .evaluate((one) => (one as SVGElement).style.fill);
    const read = await page.evaluate((source) => {
      const svg = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
      const nodes = [...svg.querySelectorAll('.node')];
      const titleOf = (one: Element): string => one.querySelector('title')!.textContent;
      const heaviest = nodes.find((one) => titleOf(one) === 'model.0.channel_proj1')!;
      return {
        problem: svg.querySelector('parsererror')?.textContent,
        titles: nodes.map(titleOf),
        fill: heaviest.querySelector<SVGElement>('.box')!.style.fill,
        words: heaviest.textContent,
        edges: svg.querySelectorAll('.edge path').length,
      };
    }, text);
    const { words, edges, ...others } = read;
    expect(others).toEqual({ problem: undefined, titles: await pathsIn(page), fill });
    expect(words).toMatch(/Linear channel_proj167\.1 M$/);
    expect(edges).toBeGreaterThanOrEqual(await page.locator('.edge .line').count());
  });
});

test('a saved PNG is the same picture, of two pixels for one of the page', async () => {
  await open(seedUrl, async (page) => {
    const svg = (await saved(page, 'svg')).toString();
    const png = await saved(page, 'png');
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
    expect(pngSize(png, 'the picture')).toMatchObject({
      width: Math.ceil(2 * Number(width)),
      height: Math.ceil(2 * Number(height)),
    });
    const colours = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      const counts: Record<string, number> = {};
      for (let i = 0; i < data.length; i += 4) {
        const colour = [...data.subarray(i, i + 4)].join();
        counts[colour] = (counts[colour] ?? 0) + 1;
      }
      return counts;
    }, png.toString('base64'));
    const all = Object.values(colours).reduce((sum, count) => sum + count, 0);
    // the ground, the ends in ink, the stripe of layers with weights
    for (const [colour, least] of [
      ['247,247,245,255', 0.2],
      ['28,29,31,255', 0.002],
      ['47,109,181,255', 0.0005],
    ] as const)
      expect((colours[colour] ?? 0) / all, colour).toBeGreaterThan(least);
  });
});

test('a saved CSV has the rows of the table, in its order, with whole numbers', async () => {
  await open(seedUrl, async (page) => {
    const rowsOf = async () => (await saved(page, 'csv')).toString().trimEnd().split('\r\n');
    const [head, ...rows] = await rowsOf();
    expect(head).toBe('Path,Type,Output,Params,MACs,Memory (bytes)');
    expect(rows.map((line) => line.split(',')[0])).toEqual(await pathsIn(page));
    expect(rows).toContain('model.0.sgu.spatial_proj,Conv1d,1×256×512,65792,33554432,524288');
    await page.locator('thead th[data-key=params]').click();
    const sorted = (await rowsOf()).slice(1);
    expect(sorted.map((line) => line.split(',')[0])).toEqual(await pathsIn(page));
    expect(sorted[0]).toMatch(/^model\.0\.channel_proj1,Linear,1×256×1024,263168,/);
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
