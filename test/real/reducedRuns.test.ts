// Runs that were reduced to their mean, spread and extremes, as a real TensorBoard serves them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { ask, type Loader, withTensorBoard } from './tensorboard.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'reduced-'));
const out = join(root, 'out');
afterAll(() => rmSync(root, { recursive: true }));

// values of three runs at each of three steps
const losses = [
  [8, 4, 2],
  [6, 5, 1],
  [1, 3, 6],
];
beforeAll(async () => {
  for (const [seed, values] of losses.entries()) {
    const writer = new SummaryWriter({ logdir: join(root, 'logs', `seed-${seed}`) });
    for (const [step, value] of values.entries()) writer.addScalar('loss', value, step, 1000 + step + 3 * seed);
    if (seed === 2) writer.addScalar('once', 7, 1, 2000);
    await writer.close();
  }
  const words = [cli, 'inspect', join(root, 'logs'), '--reduce', 'mean,std,min,max', '--out', out];
  const { stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

test.each(['python', 'rust'] as const satisfies Loader[])(
  'TensorBoard shows reduced runs with their values: %s loader',
  async (loader) => {
    const shown = await withTensorBoard(out, loader, async (url) => {
      const tags = JSON.parse(await ask(url, 'data/plugin/scalars/tags'));
      const points = async (run: string, tag: string): Promise<unknown[][]> =>
        JSON.parse(await ask(url, `data/plugin/scalars/scalars?run=${run}&tag=${tag}`));
      const runs = Object.keys(tags).sort();
      const loss = await Promise.all(runs.map((run) => points(run, 'loss')));
      const once = await Promise.all(runs.map((run) => points(run, 'once')));
      return { tags: runs.map((run) => Object.keys(tags[run]).sort()), runs, loss, once };
    });
    // by hand: means 5, 4, 3; squares of distances 9 + 1 + 16 = 26, 0 + 1 + 1 = 2, 1 + 4 + 9 = 14, over 2
    const at = (values: readonly number[]) => values.map((value, step) => [1003 + step, step, Math.fround(value)]);
    expect(shown).toEqual({
      runs: ['max', 'mean', 'min', 'std'],
      tags: Array(4).fill(['loss', 'once']),
      loss: [at([8, 5, 6]), at([5, 4, 3]), at([1, 3, 1]), at([Math.sqrt(13), 1, Math.sqrt(7)])],
      once: [7, 7, 7, 'NaN'].map((value) => [[2000, 1, value]]),
    });
  },
);
