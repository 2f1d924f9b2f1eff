// The page of `view` in Chromium: the time to its first picture and to open a group, of the seed model, of gMLP-S/16 and of a
// converted model of 42,959 nodes, beside the Graphs page of TensorBoard in the same run. Exit code 1 when a bound is passed.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { createJiti } from 'jiti';
import { SummaryWriter, trace, view } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';

const boundsMs = { seed: 500, 'gmlp-s16': 500, 'maxim-denoising': 1500 };
const maxExpandMs = 100;
const maxFileBytes = 600_000;
const runs = 3;
const jiti = createJiti(import.meta.url);
const { packageFolder } = await jiti.import('../test/real/packages.ts');
const { browse } = await jiti.import('../test/real/browser.ts');
const { withTensorBoard } = await jiti.import('../test/real/tensorboard.ts');
const folder = mkdtempSync(join(tmpdir(), 'bench-view-'));
const desktop = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 };
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

async function converted() {
  const models = join(packageFolder('@upscalerjs/maxim-denoising', '0.1.0'), 'models');
  const { weightsManifest, ...artifacts } = JSON.parse(readFileSync(join(models, 'model.json'), 'utf8'));
  const shards = weightsManifest.flatMap(({ paths }) => paths.map((path) => readFileSync(join(models, path))));
  const weightData = Uint8Array.from(Buffer.concat(shards)).buffer;
  const weightSpecs = weightsManifest.flatMap(({ weights }) => weights);
  tf.enableProdMode();
  await tf.setBackend('cpu');
  const model = await loadGraphModel({ load: async () => ({ ...artifacts, weightSpecs, weightData }) });
  return trace(model, [{ shape: [1, 64, 64, 3] }]);
}

function builtIn(name) {
  const { model, inputSize } = createGMLP(name);
  return trace(model, [{ shape: [1, ...inputSize] }]);
}

/** Milliseconds from navigation to the first picture, and of each of some groups that are opened, to the next frame. */
async function measure(url) {
  return browse(
    'about:blank',
    async (page) => {
      await page.goto(url);
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      // the frame after the script is the first picture
      const first = await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))),
      );
      const expands = await page.evaluate(async () => {
        const taken = [];
        for (let i = 0; i < 12; i++) {
          const closed = [...document.querySelectorAll('[role=treeitem][aria-expanded=false]')];
          const item = closed[(i * 5) % closed.length];
          if (!item) break;
          const start = performance.now();
          item.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          taken.push(performance.now() - start);
        }
        return taken;
      });
      return { first, expands };
    },
    desktop,
  );
}

async function tensorBoardFirst(record) {
  const logdir = mkdtempSync(join(folder, 'logs-'));
  const writer = new SummaryWriter({ logdir });
  writer.addTrace(record);
  await writer.close();
  return withTensorBoard(logdir, 'rust', async (url) => {
    const start = performance.now();
    return browse(
      `${url}#graphs`,
      async (page) => {
        await page.locator('g.node').first().waitFor({ state: 'attached' });
        return performance.now() - start;
      },
      desktop,
    );
  });
}

let isSlow = false;
try {
  for (const [name, record] of [
    ['seed', builtIn('gmlp')],
    ['gmlp-s16', builtIn('gmlp-s16')],
    ['maxim-denoising', await converted()],
  ]) {
    const path = join(folder, `${name}.html`);
    writeFileSync(path, view(record, { name }));
    const measured = [];
    for (let i = 0; i < runs; i++) measured.push(await measure(pathToFileURL(path).href));
    const first = median(measured.map((one) => one.first));
    const expands = measured.flatMap((one) => one.expands);
    const { size } = statSync(path);
    const beside = await tensorBoardFirst(record);
    const opened = expands.length === 0 ? '' : `, a group opened in ${median(expands).toFixed(0)} ms`;
    console.log(
      `the page of ${name}: ${(size / 1000).toFixed(0)} KB, first picture in ${first.toFixed(0)} ms${opened}; TensorBoard's Graphs page in ${beside.toFixed(0)} ms`,
    );
    isSlow ||= first > boundsMs[name] || (expands.length > 0 && median(expands) > maxExpandMs) || size > maxFileBytes;
  }
} finally {
  rmSync(folder, { recursive: true });
}
if (isSlow) process.exitCode = 1;
