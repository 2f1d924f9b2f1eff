// `showModel` in a page that has a model of tf.layers, built as its users build it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { browse } from './browser.ts';

const root = fileURLToPath(new URL('../fixtures/showPage', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'show-'));
afterAll(() => rmSync(outDir, { recursive: true }));
const options = { root, logLevel: 'silent', configFile: false } as const;

test('a model is shown in an element, whose styles and the page’s do not meet, and another one after it', async () => {
  await build({ ...options, build: { outDir, emptyOutDir: true, target: 'es2022' } });
  const server = await preview({ ...options, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  try {
    await browse(`${server.resolvedUrls!.local[0]!}#small`, async (tab) => {
      const items = tab.locator('#model [role=treeitem]');
      const paths = () => items.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path));
      await tab.locator('#model[data-ready=true]').waitFor({ timeout: 10_000 });
      expect(await paths()).toEqual(['first_input', 'first', 'last', 'last#2']);
      // the batch is open
      expect(await tab.locator('#model tr[data-path=last] td.c-outputs').textContent()).toBe('?×2');
      const fit = tab.locator('#model [data-do=fit]');
      expect(await fit.evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe('rgb(255, 0, 0)');
      await tab.locator('#model [role=treeitem][data-path=first]').click();
      expect(await tab.locator('#model .panel').innerText()).toContain('28');
      // the address is the page's own
      expect(new URL(tab.url()).hash).toBe('#small');
      await tab.evaluate(() => {
        location.hash = '#other';
      });
      await expect.poll(paths).toContain('only');
      expect(await paths()).not.toContain('first');
    });
  } finally {
    await server.close();
  }
});
