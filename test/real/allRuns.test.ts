// All runs as data: equal to tbparse's frame, and reduced to tensorboard-reducer's numbers.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { python } from './python.ts';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const inspect = (...args: string[]): string => {
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'inspect', ...args], options);
  expect(status, stderr).toBe(0);
  return stdout;
};

test('points of all runs are tbparse’s, and reduced runs have tensorboard-reducer’s numbers', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'all-runs-'));
  const names = ['seed-1', 'seed-2', 'seed-3'];
  for (const [seed, name] of names.entries()) {
    const writer = new SummaryWriter({ logdir: join(logdir, name) });
    for (let step = 0; step < 300; step++) {
      writer.addScalar('train/loss', Math.exp(-step / 60) + Math.sin(step * (seed + 1)), step, 1.7e9 + step + seed / 8);
      // runs differ in the steps of one tag, and one run lacks another
      if (step % (seed + 2) === 0) writer.addScalar('accuracy', step / (300 + seed), step, 1.7e9 + step);
      // a spread of one run is NaN
      if (seed > 1 && step < 10) writer.addScalar('once', step / 7, step, 1.7e9 + step);
      if (seed > 0 && step < 10) writer.addScalar('rate', 10 ** -step, step, 1.7e9 + step);
    }
    writer.addHistogram('weights', [1, 2, 3], 0);
    await writer.close();
  }
  const out = mkdtempSync(join(tmpdir(), 'reduced-'));
  inspect(logdir, '--reduce', 'mean,std,min,max', '--out', out);
  const reduced = Object.fromEntries(
    ['mean', 'std', 'min', 'max'].map((name) => [name, inspect(join(out, name), '--all', '--format', 'csv')]),
  );
  const answer = python<object>('allRuns.py', {
    logdir,
    csv: inspect(logdir, '--all', '--format', 'csv'),
    pivot: inspect(logdir, '--all', '--pivot', '--format', 'csv'),
    runs: names.map((name) => join(logdir, name)),
    reduced,
  });
  expect(answer).toEqual({
    points: 3 * 300 + 150 + 100 + 75 + 20 + 10,
    equal: true,
    pivotEqual: true,
    tags: ['accuracy', 'once', 'rate', 'train/loss'],
    // std of the tag that one run has
    notNumbers: 10,
    // reduced values are written as float32
    furthest: expect.toSatisfy((relative: number) => relative < 1e-6),
  });
});
