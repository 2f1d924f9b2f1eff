// The package in a page, as each bundler and a script tag put it there: built without a warning, and opened in Chromium.
import { createReadStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { summary } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { browse } from './browser.ts';
import { packageFolder, projectWith } from './packages.ts';
import { projectWithPackage } from './packed.ts';

let project: string;
beforeAll(() => {
  const more = projectWith({
    '@rollup/plugin-commonjs': '29.0.0',
    '@rollup/plugin-node-resolve': '16.0.3',
    ...Object.fromEntries(['core', 'layers', 'backend-webgl'].map((name) => [`@tensorflow/tfjs-${name}`, '4.22.0'])),
  });
  project = projectWithPackage(more);
  writeFileSync(join(project, 'main.js'), `${imports}\nwindow.shown = (async () => {${program}})();\n`);
  writeFileSync(join(project, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>');
});
afterAll(() => rmSync(project, { recursive: true }));

const imports = `
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-webgl';
import { memoryStorage, profileAsync, readEvents, summary, SummaryWriter, tensorBoardCallback } from 'gmlp-viz';
import { createGMLP } from 'gmlp-viz/nn';
`;

// a table, a graph, the times of a pass on webgl, and a training with the callback
const program = `
  const { model } = createGMLP('gmlp');
  const table = String(summary(model, [3, 256, 256], { style: 'table' }));
  const storage = memoryStorage();
  const writer = new SummaryWriter({ storage });
  writer.addGraph(model, [1, 3, 256, 256]);
  await writer.close();
  let graphBytes = 0;
  for (const bytes of storage.files().values())
    for await (const { graph } of readEvents([bytes])) graphBytes += graph?.length ?? 0;
  const dense = layers.sequential({ layers: [layers.layers.dense({ units: 4, inputShape: [3] })] });
  const { timing, trace } = await profileAsync(dense, [{ shape: [1, 3] }], { backend: 'webgl', runs: 2, warmup: 1 });
  await tf.setBackend('webgl');
  dense.compile({ loss: 'meanSquaredError', optimizer: 'sgd' });
  const trained = memoryStorage();
  await dense.fit(tf.ones([4, 3]), tf.ones([4, 4]), {
    epochs: 2,
    verbose: 0,
    callbacks: tensorBoardCallback('logs', { storage: trained }),
  });
  const tags = new Set();
  for (const bytes of trained.files().values())
    for await (const { values } of readEvents([bytes])) for (const { tag } of values) tags.add(tag);
  return { table, graphBytes, backend: timing.backend, times: timing.runs[0].ends.length, tags: [...tags] };
`;

interface Shown {
  readonly table: string;
  readonly graphBytes: number;
  readonly backend: string;
  readonly times: number;
  readonly tags: readonly string[];
}

/** Opens the page of a folder, and returns what its program made. */
async function shownBy(folder: string): Promise<Shown> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
  const server = createServer(({ url }, response) => {
    const path = join(folder, url === '/' ? 'index.html' : url!);
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    createReadStream(path)
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await browse(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, async (page) => {
      await page.waitForFunction('window.shown');
      return await page.evaluate<Shown>('window.shown');
    });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

function expectShown({ table, graphBytes, backend, times, tags }: Shown): void {
  expect(table).toBe(`${summary(createGMLP('gmlp').model, [3, 256, 256], { style: 'table' })}`);
  expect(graphBytes).toBeGreaterThan(10_000);
  expect({ backend, tags }).toEqual({ backend: 'webgl', tags: expect.arrayContaining(['epoch_loss']) });
  expect(times).toBeGreaterThan(2);
}

/** A page for what a bundler wrote. */
function pageOf(name: string): string {
  const folder = join(project, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./bundle.js"></script>');
  return folder;
}

test('esbuild', async () => {
  const { build } = await import('esbuild');
  const folder = pageOf('esbuild');
  const { warnings } = await build({
    entryPoints: [join(project, 'main.js')],
    outfile: join(folder, 'bundle.js'),
    bundle: true,
    format: 'esm',
    logLevel: 'silent',
    absWorkingDir: project,
  });
  expect(warnings).toEqual([]);
  expectShown(await shownBy(folder));
});

test('webpack', async () => {
  const { default: webpack } = await import('webpack');
  const folder = pageOf('webpack');
  const compiler = webpack({
    mode: 'production',
    context: project,
    entry: './main.js',
    output: { path: folder, filename: 'bundle.js' },
    // its advice on the size of a bundle
    performance: false,
  });
  const { errors, warnings } = await new Promise<{ errors: unknown; warnings: unknown }>((resolve, reject) =>
    compiler!.run((error, stats) =>
      error ? reject(error) : resolve(stats!.toJson({ all: false, errors: true, warnings: true }) as never),
    ),
  );
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  expectShown(await shownBy(folder));
});

test('Rollup', async () => {
  const { rollup } = await import('rollup');
  const require = createRequire(join(project, 'main.js'));
  const { nodeResolve } = require('@rollup/plugin-node-resolve');
  const commonjs = require('@rollup/plugin-commonjs');
  const warnings: { id?: string | undefined; message: string }[] = [];
  const bundle = await rollup({
    input: join(project, 'main.js'),
    plugins: [nodeResolve({ browser: true }), commonjs()],
    onwarn: ({ id, message }) => void warnings.push({ id, message }),
  });
  const folder = pageOf('rollup');
  await bundle.write({ dir: folder, entryFileNames: 'bundle.js', format: 'es' });
  await bundle.close();
  // tf.js has warnings of its own
  expect(warnings.filter(({ id, message }) => !/@tensorflow/.test(`${id} ${message}`))).toEqual([]);
  expectShown(await shownBy(folder));
});

test('Vite', async () => {
  const { build } = await import('vite');
  const folder = join(project, 'vite');
  const warnings: string[] = [];
  await build({
    root: project,
    logLevel: 'silent',
    configFile: false,
    build: {
      outDir: folder,
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { onwarn: ({ message }) => void warnings.push(message) },
    },
  });
  expect(warnings).toEqual([]);
  expectShown(await shownBy(folder));
});

test('a script tag, after that of tf.js', async () => {
  const folder = pageOf('script');
  const path = join(project, 'node_modules/gmlp-viz', manifest().unpkg);
  writeFileSync(join(folder, 'gmlp-viz.min.js'), readFileSync(path));
  const all = packageFolder('@tensorflow/tfjs', '4.22.0');
  writeFileSync(join(folder, 'tf.min.js'), readFileSync(join(all, 'dist/tf.min.js')));
  const names = imports.match(/(?<=import \{)[^}]*(?=\} from 'gmlp-viz')/)![0];
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><script src="tf.min.js"></script><script src="gmlp-viz.min.js"></script>
    <script>const layers = tf; const {${names}, nn: { createGMLP } } = gmlpViz; window.shown = (async () => {${program}})();</script>`,
  );
  expectShown(await shownBy(folder));
});

const manifest = (): { unpkg: string; jsdelivr: string } =>
  JSON.parse(readFileSync(join(project, 'node_modules/gmlp-viz/package.json'), 'utf8'));

test('the file for a script tag has at most 1,275 kB, 420 kB compressed', () => {
  expect(manifest().jsdelivr).toBe(manifest().unpkg);
  const path = join(project, 'node_modules/gmlp-viz', manifest().unpkg);
  expect(statSync(path).size).toBeLessThan(1_275_000);
  expect(gzipSync(readFileSync(path)).length).toBeLessThan(420_000);
});
