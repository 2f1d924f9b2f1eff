// Texts that HTML, SVG or a script could misread, in each part of the page of `gmlp-viz view` in Chromium.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { spelled } from '../../src/text/printable.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import type { ViewNode, ViewTree } from '../../src/view/tree/viewTree.ts';
import { hostileNames, hostilePicture } from '../formats/pictures.ts';
import { open, write } from './viewPages.ts';

/** A tree each text of which is hostile, one after the other. */
function hostileTree(): ViewTree {
  const nodes = sumInside(hostilePicture.nodes).map((node, i): ViewNode => {
    const text = hostileNames[i % hostileNames.length]!;
    return {
      ...node,
      outputs: [[1, text]],
      facts: {
        inputs: [text],
        settings: [[text, text]],
        kernels: [[text, 2]],
        unknownMacs: [text],
        parameters: [{ name: text, shape: text, dtype: text, note: 'frozen' }],
      },
    };
  });
  const edges = hostilePicture.edges.map((edge, i) => ({ ...edge, shape: [hostileNames[i % hostileNames.length]!] }));
  const all = hostileNames.join(' ');
  return {
    ...hostilePicture,
    nodes,
    edges,
    type: all,
    totals: [],
    notes: [...hostileNames],
    failure: { path: 'none', message: all },
  };
}

// runs in the page: elements and attributes that no name may make, and whether one ran
const strangers = (): string[] => {
  const found = [
    ...document.querySelectorAll('script, img, iframe, object, embed, link, base, form, a, foreignObject, animate'),
  ]
    .filter(
      (one) => !(one instanceof HTMLScriptElement && one.parentElement === document.body) || one.closest('.viewer'),
    )
    .map((one) => one.outerHTML.slice(0, 80));
  for (const one of document.querySelectorAll('.viewer *'))
    for (const { name, value } of one.attributes)
      if (/^on/i.test(name) || (/href|src|action/i.test(name) && value !== ''))
        found.push(`${name}=${value.slice(0, 60)}`);
  if ((globalThis as { ran?: boolean }).ran) found.push('a name ran');
  return found;
};

async function expectTextAlone(page: Page): Promise<void> {
  expect(await page.evaluate(strangers)).toEqual([]);
}

test('hostile texts in any part of the page are shown as they are, and run nothing', async () => {
  const tree = hostileTree();
  await open(write('hostile.html', pageOf(packed(tree, { depth: 9 }))), async (page) => {
    await page.evaluate(() => {
      globalThis.alert = () => {
        (globalThis as { ran?: boolean }).ran = true;
      };
    });
    await expectTextAlone(page);
    const items = page.locator('[role=treeitem]');
    const ids = await items.evaluateAll((all) => all.map((one) => (one as SVGElement).dataset.id));
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) {
      await page.locator(`[role=treeitem][data-id="${id}"]`).first().dispatchEvent('click');
      await expectTextAlone(page);
    }
    for (const word of ['script', 'svg', '"', '<', '/(/', '%%{']) {
      await page.locator('input[type=search]').fill(word);
      await expectTextAlone(page);
    }
    await page.locator('input[type=search]').fill('');
    for (const head of ['layer', 'outputs', 'params']) {
      await page.locator(`thead th[data-key=${head}]`).click();
      await expectTextAlone(page);
    }
  });
});

test('the panel has each text in full, however long, on lines that it wraps', async () => {
  const tree = hostileTree();
  await open(write('hostile.html', pageOf(packed(tree, { depth: 9 }))), async (page) => {
    const drawn = await page
      .locator('[role=treeitem]')
      .evaluateAll((all) => all.map((one) => [(one as SVGElement).dataset.id!, (one as SVGElement).dataset.path!]));
    expect(drawn.length).toBeGreaterThan(10);
    for (const [id, path] of drawn) {
      await page.locator(`[role=treeitem][data-id="${id}"]`).dispatchEvent('click');
      expect(await page.locator('.panel .path').textContent()).toBe(spelled(path!));
      const { scrollWidth, clientWidth } = await page
        .locator('.panel')
        .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
      expect(scrollWidth, spelled(path!).slice(0, 40)).toBeLessThanOrEqual(clientWidth);
    }
  });
});
