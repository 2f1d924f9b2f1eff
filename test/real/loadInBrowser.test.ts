// loadModel in a page in Chromium: from chosen files, and from an address.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build, preview } from 'vite';
import { expect, test } from 'vitest';
import { kerasCases } from '../load/kerasCases.ts';
import { browse } from './browser.ts';

const root = fileURLToPath(new URL('../fixtures/loadPage', import.meta.url));
const { path, truth } = kerasCases.find(({ name }) => name === 'sequential')!;
const files = join(path('model.json'), '..');
const shard = join(files, 'group1-shard1of1.bin');

interface Run {
  readonly params: number;
  readonly output: readonly number[];
  readonly tensors: number;
  readonly tensorsLeft: number;
}

function expectKeras({ params, output, tensors, tensorsLeft }: Run): void {
  expect(params).toBe(truth.params.total);
  const { data } = truth.values.outputs[0]!;
  expect(output.length).toBe(data.length);
  for (const [i, number] of output.entries())
    expect(Math.abs(number - data[i]!)).toBeLessThanOrEqual(truth.values.tolerance);
  expect(tensors).toBeGreaterThan(0);
  expect(tensorsLeft).toBe(0);
}

const run = (page: Page, address?: string): Promise<Run> =>
  page.evaluate(([input, from]) => (window as unknown as { run(...args: unknown[]): Promise<Run> }).run(input, from), [
    truth.values.inputs[0],
    address,
  ] as const);

/** Serves the model's folder to pages of every origin, and tells the methods and files of the requests. */
async function withModelServer<T>(use: (address: string, asked: readonly string[]) => Promise<T>): Promise<T> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = basename(request.url!);
    asked.push(`${request.method} ${name}`);
    response.setHeader('access-control-allow-origin', '*');
    createReadStream(join(files, name))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a model from files and from an address has Keras’s numbers in a page, and leaves no tensor when disposed of', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'page-'));
  const settings = { root, logLevel: 'silent', configFile: false, build: { outDir, target: 'es2022' } } as const;
  await build(settings);
  const server = await preview({ ...settings, preview: { host: '127.0.0.1', port: 0 } });
  try {
    await browse(server.resolvedUrls!.local[0]!, async (page) => {
      await page.waitForSelector('[data-ready]');
      for (const chosen of [[path('model.keras')], [path('model.json'), shard]]) {
        await page.setInputFiles('input', chosen);
        expectKeras(await run(page));
      }
      await withModelServer(async (address, asked) => {
        expectKeras(await run(page, `${address}/model.json`));
        // HEAD tells the length of the shard before a byte of it is fetched
        expect(asked).toEqual(['GET model.json', 'HEAD group1-shard1of1.bin', 'GET group1-shard1of1.bin']);
        await expect(run(page, `${address}/none.json`)).rejects.toThrow('404');
      });
      await page.setInputFiles('input', [path('model.json')]);
      await expect(run(page)).rejects.toThrow('it must be one of the files given with model.json');
    });
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true });
  }
});
