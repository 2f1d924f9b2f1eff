// TensorBoard's Graphs page, as a user moves on it. In: the page. Out: what they would see.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A click selects a node; the page opens it on a double click that its own shape gets. */
export async function expand(page: Page, name: string): Promise<void> {
  const shape = page
    .locator(`g.node[data-name="${name}"] > g.nodeshape, g.node[data-name="${name}"] .nodeshape`)
    .first();
  await shape.waitFor({ state: 'attached' });
  await shape.dispatchEvent('dblclick', { bubbles: true, composed: true });
}

/** Shows the whole graph, nothing selected, and waits until `node` no longer moves. */
export async function fit(page: Page, node: Locator): Promise<void> {
  await page.mouse.click(340, 900);
  await page.getByText('Fit to screen').click();
  let before = '';
  await expect
    .poll(async () => {
      const [last, now] = [before, JSON.stringify(await node.boundingBox())];
      before = now;
      return last === now;
    })
    .toBe(true);
}

/** Chooses the graph, or the profile, with this tag. */
export async function choose(page: Page, tag: string): Promise<void> {
  await page.locator('tf-graph-controls paper-dropdown-menu').nth(1).click();
  await page.locator('paper-item', { hasText: new RegExp(`^\\s*${tag}\\s*$`) }).click();
}
