// The site that `npm run docs` makes, in Chromium: all pages, all links, the search.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'site-'));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
let server: Server;
let url: string;
let files: readonly string[];

beforeAll(async () => {
  // a warning ends it with an exit code of its own
  execFileSync('npm', ['run', 'docs', '--', '--out', site], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) !== '');
  server = createServer(({ url: path = '/' }, response) => {
    const name = decodeURIComponent(new URL(path, 'http://localhost').pathname.slice(1)) || 'index.html';
    // the browser asks for a favicon by itself
    if (name === 'favicon.ico') response.writeHead(204).end();
    else if (!files.includes(name)) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
        .end(readFileSync(join(site, name)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  rmSync(site, { recursive: true });
});

/** Local addresses that a page links to or shows, without the page's own. */
const targetsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], img[src], source[srcset]')]
      .map(
        (one) =>
          new URL(one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('srcset')!, location.href),
      )
      .filter(({ origin }) => origin === location.origin)
      .map(({ href }) => href),
  );

/** Collects what goes wrong on a page: errors of the console, throws, requests without an answer. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${page.url()} asks for ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) faults.push(`asks for ${request.url()}`);
  });
  return faults;
}

test('every page opens without an error and links only to pages and headings that exist', async () => {
  const links = new Map<string, string>();
  const anchors = new Map<string, ReadonlySet<string>>();
  const faults = await browse('about:blank', async (page) => {
    const found = faultsOf(page);
    const waiting = [url];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const name = new URL(at).pathname;
      if (anchors.has(name)) continue;
      await page.goto(at);
      // the navigation is drawn by the page's script
      await page.locator('#tsd-nav-container a').first().waitFor({ state: 'attached' });
      if ((await page.locator('h1, h2').count()) === 0) found.push(`${name} has no heading`);
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      anchors.set(name, new Set(ids));
      for (const target of await targetsOf(page)) {
        links.set(target, name);
        const { pathname } = new URL(target);
        if (/(\.html|\/)$/.test(pathname)) waiting.push(`${new URL(target).origin}${pathname}`);
      }
    }
    return found;
  });
  const broken = [...links].filter(([target]) => {
    const { pathname, hash } = new URL(target);
    const ids = anchors.get(pathname);
    if (!ids) return !files.includes(decodeURIComponent(pathname.slice(1)));
    return hash !== '' && !ids.has(decodeURIComponent(hash.slice(1)));
  });
  expect({ faults, broken }).toEqual({ faults: [], broken: [] });
  const reached = new Set([...anchors.keys()].map((path) => decodeURIComponent(path.slice(1)) || 'index.html'));
  expect(files.filter((name) => name.endsWith('.html') && !reached.has(name))).toEqual([]);
}, 900_000);

test('pictures of a page are drawn', async () => {
  const sizes = await browse(url, (page) =>
    page.locator('img').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
  );
  expect(sizes.length).toBeGreaterThanOrEqual(4);
  expect(Math.min(...sizes)).toBeGreaterThan(100);
});

test.each([
  ['saveGraph', 'saveGraph', 'functions/'],
  ['converted', 'Converted TensorFlow models', 'documents/'],
])('the search for %s leads to %s', async (words, title, folder) => {
  await browse(url, async (page) => {
    const faults = faultsOf(page);
    await page.locator('#tsd-search-trigger').click();
    await page.locator('#tsd-search-input').fill(words);
    const result = page.locator('#tsd-search-results a').filter({ hasText: title }).first();
    await result.click();
    await page.waitForURL((address) => address.pathname.startsWith(`/${folder}`));
    expect(await page.locator('h1').first().textContent()).toContain(title);
    expect(faults).toEqual([]);
  });
});
