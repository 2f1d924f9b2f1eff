// `compare` in a page: webgl against cpu, in Chromium with its software renderer SwiftShader.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Comparison } from '../../src/index.ts';
import { browse } from './browser.ts';
import { packageFolder } from './packages.ts';

const root = fileURLToPath(new URL('../fixtures/comparePage', import.meta.url));
const outDir = mkdtempSync(join(tmpdir(), 'compare-'));
const { resolve } = createRequire(import.meta.url);
const installed = (name: string): string => dirname(resolve(`${name}/package.json`));
let server: PreviewServer;

beforeAll(async () => {
  // the package in the cache has none of its own dependencies around it
  const shared = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu'];
  const alias = {
    '@tensorflow/tfjs-backend-webgpu': packageFolder('@tensorflow/tfjs-backend-webgpu', '4.22.0'),
    ...Object.fromEntries(shared.map((name) => [name, installed(name)])),
  };
  await build({
    root,
    logLevel: 'silent',
    configFile: false,
    resolve: { alias },
    build: { outDir, emptyOutDir: true, target: 'es2022', minify: false },
  });
  server = await preview({
    root,
    logLevel: 'silent',
    configFile: false,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
}, 300_000);
afterAll(async () => {
  await server?.close();
  rmSync(outDir, { recursive: true });
});

interface Page {
  readonly error?: string;
  readonly missing?: string;
  readonly right: readonly Comparison[];
  readonly wrong: Comparison;
  readonly left: number;
  readonly active: string;
}

test.each(['webgl', 'webgpu'])(
  '%s is compared with cpu in a page',
  async (backend) => {
    const page = await browse(
      `${server.resolvedUrls!.local[0]}?backend=${backend}`,
      async (page): Promise<Page> => {
        const found = page.locator('script[type="application/json"]');
        return JSON.parse((await found.textContent({ timeout: 120_000 }))!);
      },
      { arguments: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'] },
    );
    expect([page.error, page.missing]).toEqual([undefined, undefined]);
    expect(page.right.map(({ agrees, tested, reference }) => [agrees, tested, reference])).toEqual(
      Array(2).fill([true, backend, 'cpu']),
    );
    for (const { compared, values } of page.right) expect([compared > 5, compared]).toEqual([true, values]);
    const { agrees, calls, firstKernel, firstLayer } = page.wrong;
    expect([agrees, calls[firstKernel!]!.name, calls[firstKernel!]!.layer, calls[firstLayer!]!.layer]).toEqual([
      false,
      'Tanh',
      'head',
      'head',
    ]);
    expect([page.left, page.active]).toEqual([0, 'cpu']);
  },
  300_000,
);
