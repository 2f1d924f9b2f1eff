// Draws the pictures of the viewer in the docs: `npm run build && node tools/drawViewer.mjs`. Chromium is that of $CHROMIUM.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const nn = new URL('../dist/nn.js', import.meta.url).href;
const out = fileURLToPath(new URL('../docs/view/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'draw-'));

const failing = join(folder, 'failing.mjs');
writeFileSync(
  failing,
  `import { Linear, ReLU, Sequential } from ${JSON.stringify(nn)};
export const model = () => new Sequential(new Linear(6, 4), new ReLU(), new Linear(5, 2), new Linear(2, 1));
`,
);

/** Each picture: the words of the command, the window, and what is done before. */
const pictures = {
  light: {
    words: ['gmlp-s16'],
    act: (page) => page.locator('[role=treeitem][data-path="model.0.sgu.spatial_proj"]').click(),
  },
  'heat-dark': {
    words: ['gmlp-s16'],
    scheme: 'dark',
    act: (page) => page.locator('input[value=macs]').check({ force: true }),
  },
  difference: { words: ['gmlp-s16', 'gmlp-b16'] },
  failed: { words: [`${failing}#model`, '--input', '2,6'] },
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
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
