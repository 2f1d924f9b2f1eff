// The guide's page with a script tag, in a real browser.
import { createReadStream, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test } from 'vitest';
import { blocksOf } from '../pages/markdown.ts';
import { emptyProject, root } from '../pages/runPage.ts';
import { browse } from './browser.ts';

const page = 'script-tag.md';

test(`the page of docs/guide/${page} shows a table, a graph and times, and trains`, async () => {
  const folder = emptyProject();
  const { text } = blocksOf(readFileSync(join(root, 'docs/guide', page), 'utf8'))[0]!;
  writeFileSync(join(folder, 'page.html'), text);
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url!, 'http://localhost').pathname);
    response.writeHead(existsSync(path) ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain' });
    if (existsSync(path)) createReadStream(path).pipe(response);
    else response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    await browse(`http://127.0.0.1:${port}/page.html`, async (tab) => {
      await expect.poll(() => tab.title(), { timeout: 120_000 }).toMatch(/^[1-9]\d* file$/);
      expect(await tab.locator('#table').textContent()).toContain('│   conv2d_Conv2D1');
      expect(await tab.locator('#times').textContent()).toContain('Forward pass (webgl, median of 3)');
      await tab.getByText('Conv2D').first().waitFor();
    });
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
