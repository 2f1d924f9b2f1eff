// Draws the states of the viewer's page in docs/view: `npm run build && node tools/drawViewer.mjs`. Chromium is that of $CHROMIUM.
// The picture of the page itself stands under its command in the README: test/real/pictures.test.ts draws it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import { chromium } from 'playwright-core';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const nn = new URL('../dist/nn.js', import.meta.url).href;
const out = fileURLToPath(new URL('../docs/view/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'draw-'));

const jiti = createJiti(import.meta.url);
const { packageFolder } = await jiti.import('../test/real/packages.ts');
const { python } = await jiti.import('../test/real/python.ts');

/** Writes a module of models. @returns its path */
function written(name, imports, text) {
  const path = join(folder, name);
  const lines = Object.entries(imports).map(([from, names]) => `import ${names} from ${JSON.stringify(from)};\n`);
  writeFileSync(path, lines.join('') + text);
  return path;
}

const failing = written(
  'failing.mjs',
  { [nn]: '{ Linear, ReLU, Sequential }' },
  'export const model = () => new Sequential(new Linear(6, 4), new ReLU(), new Linear(5, 2), new Linear(2, 1));\n',
);
const empty = written('empty.mjs', { [nn]: '{ Sequential }' }, 'export const model = () => new Sequential();\n');
const unets = written(
  'unets.mjs',
  { [import.meta.resolve('@tensorflow/tfjs-layers')]: '* as tf' },
  `const conv = (filters, name) => tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', name });
function unet(width, isRegular) {
  const image = tf.input({ shape: [128, 128, 3], name: 'image' });
  const wide = conv(width, 'e1').apply(image);
  const deep = conv(8, 'e2').apply(tf.layers.maxPooling2d({ poolSize: 2, name: 'p1' }).apply(wide));
  let x = conv(10, 'bottom').apply(tf.layers.maxPooling2d({ poolSize: 2, name: 'p2' }).apply(deep));
  if (isRegular) x = tf.layers.dropout({ rate: 0.5, name: 'drop' }).apply(x);
  x = tf.layers.concatenate({ name: 'c2' }).apply([tf.layers.upSampling2d({ name: 'u2' }).apply(x), deep]);
  x = conv(8, 'd2').apply(x);
  x = tf.layers.concatenate({ name: 'c1' }).apply([tf.layers.upSampling2d({ name: 'u1' }).apply(x), wide]);
  if (!isRegular) x = conv(6, 'd1').apply(x);
  return tf.model({ inputs: image, outputs: conv(1, 'mask').apply(x) });
}
export const before = () => unet(6, false);
export const after = () => unet(8, true);
`,
);
const large = join(packageFolder('@upscalerjs/maxim-denoising', '0.1.0'), 'models/model.json');

/** Each picture: the words of the command, the window, and what is done before. */
const pictures = {
  'heat-dark': {
    words: ['gmlp-s16'],
    scheme: 'dark',
    act: (page) => page.locator('input[value=macs]').check({ force: true }),
  },
  difference: {
    words: [`${unets}#before`, `${unets}#after`],
    act: (page) => page.locator('[role=treeitem][data-path="e1"]').click(),
  },
  failed: { words: [`${failing}#model`, '--input', '2,6'] },
  empty: { words: [`${empty}#model`, '--input', '2,6'] },
  large: { words: [large, '--input', '1,64,64,3'], act: (page) => page.locator('[data-do=fit]').click() },
  search: { words: ['gmlp-s16'], act: (page) => page.locator('input[type=search]').fill('linear 196x1536') },
  focus: {
    words: ['gmlp'],
    act: async (page) => {
      await page.locator('[role=treeitem][data-path="patcher"]').focus();
      await page.keyboard.press('ArrowDown');
    },
  },
  phone: { words: ['gmlp-s16'], window: { width: 375, height: 720 } },
};

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const [name, { words, scheme = 'light', window = { width: 1440, height: 900 }, act }] of Object.entries(
    pictures,
  )) {
    const path = join(folder, `${name}.html`);
    try {
      execFileSync(process.execPath, [cli, 'view', ...words, '--out', path], { stdio: 'ignore' });
    } catch (error) {
      // the page of a model that fails is written too
      if (error.status !== 1) throw error;
    }
    const page = await browser.newPage({ viewport: window, colorScheme: scheme, reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(path).href);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await act?.(page);
    await page.screenshot({ path: join(out, `${name}.png`) });
    await page.close();
  }
  python('palette.py', { paths: Object.keys(pictures).map((name) => join(out, `${name}.png`)) });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
