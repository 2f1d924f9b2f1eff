// Amounts in the page of `gmlp-viz view` in Chromium: heat-maps, statistics, times, and shapes of open axes.
import type * as tf from '@tensorflow/tfjs-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { explainOpenAxes } from '../../src/axes/explainAxes.ts';
import { openViewOf } from '../../src/axes/openTexts.ts';
import { profile, trace, useBackend, view } from '../../src/index.ts';
import { Conv2d, Module, ReLU, Sequential } from '../../src/nn.ts';
import { adapterOf } from '../../src/trace/adapters.ts';
import { openModels } from '../fixtures/openModels.ts';
import { item, open, panel, row, write } from './viewPages.ts';

class Net extends Module {
  readonly stem = new Conv2d(3, 8, 3, { padding: 1 });
  readonly body = new Sequential(new Conv2d(8, 32, 3, { padding: 1 }), new ReLU(), new Conv2d(32, 4, 1));
  override forward(x: tf.Tensor): tf.Tensor {
    return this.body.apply(this.stem.apply(x)) as tf.Tensor;
  }
}

/** A page with times, and with statistics of the weights. */
async function profiledPage() {
  await useBackend('cpu');
  const model = new Net();
  const { trace: record, timing } = profile(model, [{ shape: [1, 3, 24, 24] }], { backend: 'cpu', runs: 3, warmup: 1 });
  const weights = new Map([...model.stateDict()].map(([path, { value }]) => [path, { values: value.dataSync() }]));
  return { url: write('profiled.html', view(record, { name: 'profiled', timing, weights })), weights };
}

/** Of each layer that is drawn: its amount in the table, and the relative luminance of its box. */
async function coloured(page: Page, column: string) {
  const index = await page
    .locator(`thead th[data-key=${column}]`)
    .evaluate((one: HTMLTableCellElement) => one.cellIndex);
  return page.evaluate((index) => {
    const units: Record<string, number> = { µs: 1e-3, ms: 1, s: 1000 };
    return [...document.querySelectorAll<SVGGElement>('[role=treeitem]:not([aria-expanded=true])')].map((one) => {
      const path = one.dataset.path!;
      const cell = document.querySelector<HTMLTableRowElement>(`tr[data-path="${path}"]`)!.cells[index]!;
      const [, digits = '0', unit = ''] = /^([\d,.]+) ?([µm]?s)?/.exec(cell.title) ?? [];
      const amount = Number(digits.replaceAll(',', '')) * (units[unit] ?? 1);
      const box = getComputedStyle(one.querySelector('.box')!);
      const parts = box.fill
        .match(/[\d.]+/g)!
        .slice(0, 3)
        .map((text) => (Number(text) / 255) ** 2.2);
      return { path, amount, fill: box.fill, luminance: 0.2126 * parts[0]! + 0.7152 * parts[1]! + 0.0722 * parts[2]! };
    });
  }, index);
}

test('each heat-map colours boxes by its amount: more is darker, in the dark lighter, and nothing has no colour', async () => {
  const { url } = await profiledPage();
  await open(url, async (page) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const metric of ['params', 'macs', 'memoryBytes', 'timeMs']) {
        await page.locator(`input[value=${metric}]`).check({ force: true });
        const boxes = await coloured(page, metric);
        const sorted = boxes.filter(({ amount }) => amount > 0).sort((a, b) => a.amount - b.amount);
        expect(sorted.length, metric).toBeGreaterThanOrEqual(3);
        expect(sorted.at(-1)!.amount).toBeGreaterThan(sorted[0]!.amount);
        for (const [i, { path, luminance, amount }] of sorted.slice(1).entries()) {
          const difference = luminance - sorted[i]!.luminance;
          const isMore = amount > sorted[i]!.amount;
          const steps = scheme === 'light' ? -difference : difference;
          expect(steps, `${path} by ${metric} in ${scheme}`).toBeGreaterThanOrEqual(isMore ? 0 : -1e-9);
        }
        const range = Math.abs(sorted.at(-1)!.luminance - sorted[0]!.luminance);
        expect(range, `${metric} in ${scheme}`).toBeGreaterThan(0.1);
        const paper = scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(30, 32, 37)';
        for (const { path, amount, fill } of boxes)
          if (amount === 0 && path.startsWith('body')) expect(fill, path).toBe(paper);
      }
    }
  });
});

test('the panel has statistics of each parameter, and the time of a layer with its share', async () => {
  const { url, weights } = await profiledPage();
  await open(url, async (page) => {
    expect(await page.locator('.totals').innerText()).toMatch(/Time\s+[\d.]+ [µm]?s/);
    await item(page, 'body.0').click();
    const text = await panel(page);
    for (const name of ['weight', 'bias']) {
      const values = weights.get(`body.0.${name}`)!.values as Float32Array;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const digits = (value: number): string => `${Number(value.toPrecision(3))}`;
      expect(text).toContain(`${digits(mean)} ±`);
      expect(text).toContain(`${digits(Math.min(...values))} … ${digits(Math.max(...values))}`);
    }
    expect(await page.locator('.panel .statistics svg rect').count()).toBeGreaterThan(20);
    expect(text).toMatch(/Time\s+[\d.]+ [µm]?s [\d.]+ %/);
    const cell = row(page, 'body.0').locator('td').last();
    expect(text).toContain((await cell.innerText()).trim());
    // no number is cut, and no head
    const cut = await page
      .locator('td.number, thead button')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
    expect(cut).toEqual([]);
  });
});

test('open heights and widths are expressions in the boxes, the table and the panel', async () => {
  const model = openModels.valid!.make();
  const adapter = adapterOf(model);
  const axes = explainOpenAxes(adapter, adapter.inputs!);
  const traced = trace(model, [1, 64, 64, 3]);
  const opened = openViewOf(axes, traced, { size: 1, isOpen: true });
  await open(write('open.html', view(traced, { open: opened })), async (page) => {
    const shape = '?×⌊(h-1)/2⌋×⌊(w-1)/2⌋×4';
    const cell = page.locator(`td.c-outputs[title="${shape}"]`).first();
    const path = (await cell.locator('..').getAttribute('data-path'))!;
    await cell.click();
    expect(await item(page, path).getAttribute('aria-selected')).toBe('true');
    expect(await panel(page)).toMatch(/In\s+\?×h×w×3\s+Out\s+\?×⌊\(h-1\)\/2⌋×⌊\(w-1\)\/2⌋×4/);
    expect(await page.locator('.edge').allTextContents()).toContain(shape);
    await page.keyboard.press('Escape');
    expect(await panel(page)).toContain(opened.notes[0]!);
    await page.locator('input[type=search]').fill('⌊(h-1)/2⌋x⌊(w-1)/2⌋');
    expect(await page.locator('[role=option][data-go]').first().innerText()).toContain(path);
  });
});
