// `renderGraph` in a page that a bundler built: Chromium makes the bytes that Node makes, and shows the SVG.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { renderGraph, trace } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { drawn } from '../fixtures/picturesPage/drawn.ts';
import { browse } from './browser.ts';

const root = fileURLToPath(new URL('../fixtures/picturesPage', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(outDir, { recursive: true }));

test('each format of a picture is made in a browser as in Node', async () => {
  const warnings: string[] = [];
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { onwarn: ({ message }) => warnings.push(message) },
    },
  });
  // nothing of Node's is asked for
  expect(warnings.filter((text) => /externalized|node:/.test(text))).toEqual([]);
  const { model, inputSize } = createGMLP('gmlp', { numLayers: 2 });
  const record = trace(model, [{ shape: [1, ...inputSize] }]);
  const server = await preview({
    root,
    logLevel: 'silent',
    configFile: false,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  try {
    await browse(server.resolvedUrls!.local[0]!, async (page) => {
      const texts = JSON.parse((await page.locator('script[type="application/json"]').textContent())!);
      expect(texts).toEqual(drawn.map((options) => renderGraph(record, options)));
      expect((await page.locator('svg').boundingBox())!.height).toBeGreaterThan(300);
      expect(await page.locator('svg text').allTextContents()).toContain('Conv1d spatial_proj');
    });
  } finally {
    await server.close();
  }
});
