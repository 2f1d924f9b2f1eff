// The layout that Chromium draws, in the page of `gmlp-viz view`, of generated graphs: seen by the elements alone.
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Picture } from '../../src/graph/picture/picture.ts';
import { sumInside } from '../../src/graph/picture/sumInside.ts';
import { packed } from '../../src/view/pack.ts';
import { pageOf } from '../../src/view/page/page.ts';
import { pictures } from '../formats/pictures.ts';
import { goTo, open, write } from './viewPages.ts';

/** Everything fits in at a zoom at which everything is drawn. */
const wall = { viewport: { width: 6000, height: 5000 }, deviceScaleFactor: 1 };
// the last one is another in each run
const seeds = [2, 3, 5, 8, Date.now() % 1e6];
const sampled = seeds.flatMap((seed) =>
  fc.sample(pictures(24), { numRuns: 10, seed }).map((picture, i) => ({ picture, name: `graph ${i} of seed ${seed}` })),
);

function pageFor(picture: Picture, direction: 'down' | 'right'): string {
  const nodes = sumInside(picture.nodes).map((node) => ({ ...node, facts: {} }));
  return pageOf(packed({ ...picture, type: 'generated', nodes, totals: [], notes: [] }, { depth: 99, direction }));
}

// runs in the page: what lies where it must not
function faults(): string[] {
  const found: string[] = [];
  const items = [...document.querySelectorAll<SVGGElement>('[role=treeitem]')];
  const boxes = items.map((item) => ({
    label: item.getAttribute('aria-label')!.slice(0, 40),
    level: Number(item.getAttribute('aria-level')),
    isOpen: item.getAttribute('aria-expanded') === 'true',
    rect: item.querySelector('.box')!.getBoundingClientRect(),
    band: item.querySelector('.band')?.getBoundingClientRect(),
    texts: [...item.parentElement!.querySelectorAll(':scope > g > text, :scope > text')].map((one) =>
      one.getBoundingClientRect(),
    ),
  }));
  const parents = boxes.map(({ level }, i) => {
    let at = i - 1;
    while (at >= 0 && boxes[at]!.level >= level) at--;
    return at;
  });
  const isAround = (outer: number, inner: number): boolean => {
    let at = inner;
    while (at > outer) at = parents[at]!;
    return at === outer;
  };
  const slack = 1;
  for (const [i, { rect, label, texts }] of boxes.entries()) {
    for (const { left, right } of texts)
      if (left < rect.left - slack || right > rect.right + slack) found.push(`a text leaves ${label}`);
    const around = boxes[parents[i]!];
    const top = around && (around.band ?? around.rect).bottom;
    if (
      around &&
      (rect.left < around.rect.left - slack ||
        rect.right > around.rect.right + slack ||
        rect.bottom > around.rect.bottom + slack ||
        rect.top < top! - slack)
    )
      found.push(`${label} leaves ${around.label}`);
    for (let j = i + 1; j < boxes.length; j++) {
      const other = boxes[j]!;
      const meets =
        rect.left < other.rect.right - slack &&
        other.rect.left < rect.right - slack &&
        rect.top < other.rect.bottom - slack &&
        other.rect.top < rect.bottom - slack;
      if (meets && !isAround(i, j)) found.push(`${label} lies over ${other.label}`);
    }
  }
  const isIn = (x: number, y: number, { left, right, top, bottom }: DOMRect, by: number): boolean =>
    x > left + by && x < right - by && y > top + by && y < bottom - by;
  for (const line of document.querySelectorAll<SVGPathElement>('.edge .line')) {
    const matrix = line.getScreenCTM()!;
    const length = line.getTotalLength();
    const crossed = new Set<string>();
    for (let at = 0; at <= length; at += 3) {
      const { x, y } = line.getPointAtLength(at).matrixTransform(matrix);
      for (const { label, rect, isOpen, texts } of boxes) {
        if (!isOpen && isIn(x, y, rect, 2)) crossed.add(label);
        if (isOpen && texts.some((text) => isIn(x, y, text, 1))) crossed.add(`the title of ${label}`);
      }
    }
    for (const label of crossed) found.push(`an edge crosses ${label}`);
  }
  return found;
}

// runs in the page: closes and opens the first groups by the Enter key; what lost the focus or moved
async function shaken(): Promise<string[]> {
  const found: string[] = [];
  const ids = [...document.querySelectorAll<SVGGElement>('[role=treeitem][aria-expanded]')]
    .slice(0, 4)
    .map((item) => item.dataset.id!);
  const byId = (id: string): SVGGElement | null => document.querySelector(`[role=treeitem][data-id="${id}"]`);
  for (const id of ids)
    for (const step of ['close', 'open']) {
      const item = byId(id);
      // a group around it was closed
      if (!item) continue;
      item.focus();
      const label = item.getAttribute('aria-label');
      const before = item.querySelector('.box')!.getBoundingClientRect();
      item.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await new Promise((done) => requestAnimationFrame(done));
      const focused = document.activeElement as SVGGElement;
      if (focused.dataset.id !== id) found.push(`${label} lost the focus when asked to ${step}`);
      if (focused.getAttribute('aria-label') !== label) found.push(`${label} has another label`);
      const after = byId(id)!.querySelector('.box')!.getBoundingClientRect();
      const isTurned = document.querySelector('[data-do=turn]')!.getAttribute('aria-pressed') === 'true';
      const moved = isTurned
        ? before.left - after.left
        : (before.left + before.right - after.left - after.right) / 2 + before.top - after.top;
      if (Math.abs(moved) > 1.5) found.push(`${label} moved by ${moved}`);
    }
  return found;
}

test.each(['down', 'right'] as const)(
  'drawn %s, no edge crosses a title or a box, no box another, children and texts are inside, and a group that is toggled stays',
  async (direction) => {
    await open(
      write('blank.html', pageFor({ name: '', nodes: [], edges: [] }, direction)),
      async (page: Page) => {
        for (const [i, { picture, name }] of sampled.entries()) {
          await goTo(page, write(`generated-${direction}-${i}.html`, pageFor(picture, direction)));
          expect(await page.locator('[role=treeitem]').count()).toBeGreaterThan(0);
          expect(await page.evaluate(faults), name).toEqual([]);
          expect(await page.evaluate(shaken), name).toEqual([]);
          expect(await page.evaluate(faults), `${name} after its groups were toggled`).toEqual([]);
        }
      },
      wall,
    );
  },
  300_000,
);
