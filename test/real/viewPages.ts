// Pages of `view` in Chromium, for the tests of what stands in them: opened, looked at, and asked for by path.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { type Trace, trace, view } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { browse, type Window } from './browser.ts';

export const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const axeScript = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
export const folder = mkdtempSync(join(tmpdir(), 'view-'));
afterAll(() => rmSync(folder, { recursive: true }));

export const recordOf = (name: string, options = {}): Trace => {
  const { model, inputSize } = createGMLP(name, options);
  return trace(model, [{ shape: [1, ...inputSize] }]);
};

/** Writes a page and returns its address. */
export function write(name: string, html: string): string {
  const path = join(folder, name);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

export const seedPage = (): string => write('seed.html', view(recordOf('gmlp'), { name: 'gmlp' }));
/** Six blocks, which the page folds. */
export const deepPage = (): string => write('deep.html', view(recordOf('gmlp', { numLayers: 6 }), { name: 'six' }));

export const desktop = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };
export const phone = { viewport: { width: 375, height: 720 }, deviceScaleFactor: 2 };

/**
 * Opens a page, which must ask for nothing and throw nothing. Unless `window` says otherwise, it jumps from one view to the
 * next instead of gliding, so that what stands in it can be read at once.
 */
export async function open<T>(url: string, look: (page: Page) => Promise<T>, window: Window = desktop): Promise<T> {
  return browse(
    'about:blank',
    async (page) => {
      const requests: string[] = [];
      const errors: string[] = [];
      page.on('request', (request) => {
        const isPage = request.isNavigationRequest() && request.url().startsWith(pathToFileURL(folder).href);
        if (!isPage && !/^(data|blob):/.test(request.url())) requests.push(request.url());
      });
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await goTo(page, url);
      const result = await look(page);
      expect({ requests, errors }).toEqual({ requests: [], errors: [] });
      return result;
    },
    { reducedMotion: 'reduce', ...window },
  );
}

/** Goes to another page, and waits for its first picture. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
}

export const item = (page: Page, path: string): Locator => page.locator(`[role=treeitem][data-path="${path}"]`);
export const row = (page: Page, path: string): Locator => page.locator(`tr[data-path="${path}"]`);
export const band = (page: Page, path: string): Locator => item(page, path).locator('> .band');
export const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.path);
export const panel = (page: Page): Promise<string> => page.locator('.panel').innerText();

/** What axe finds. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(axeScript, 'utf8'));
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe's global
    const { violations } = await (globalThis as any).axe.run(document);
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]!.html}`);
  });
}
