// Smoothed curves, and the smoothing that the page of a real TensorBoard computes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SummaryWriter, smoothed } from '../../src/index.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

/** A method of a script, from its name to the brace that closes it. */
function methodOf(script: string, name: string): string {
  const begin = script.search(new RegExp(`\\b${name}\\([\\w$]*\\)\\{`));
  if (begin < 0) throw new Error(`TensorBoard's page has no ${name}`);
  let depth = 0;
  for (let i = script.indexOf('{', begin); ; i++) {
    if (script[i] === '{') depth += 1;
    if (script[i] === '}') depth -= 1;
    if (depth === 0) return script.slice(begin, i + 1);
  }
}

interface Chart {
  resmoothDataset(dataset: { data(): { value: number; smoothed?: number }[] }): void;
}

test('smoothed values are those that TensorBoard’s page computes', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'smoothing-'));
  const writer = new SummaryWriter({ logdir });
  writer.addScalar('loss', 1, 0);
  await writer.close();
  const script = await withTensorBoard(logdir, 'python', (url) => ask(url, 'index.js'));
  rmSync(logdir, { recursive: true });
  const method = methodOf(script, 'resmoothDataset');
  const noisy = Array.from({ length: 500 }, (_, i) => Math.exp(-i / 90) + Math.sin(i * i));
  const odd = noisy.map((value, i) => (i % 7 === 3 ? [Number.NaN, Number.POSITIVE_INFINITY][i % 2]! : value));
  for (const values of [noisy, odd, [0.25], [2, 2, 2], [1, 2, 4]])
    for (const weight of [0, 0.3, 0.6, 0.9, 0.999]) {
      const more = { smoothingWeight: weight, yValueAccessor: ({ value }: { value: number }) => value };
      const chart = Object.assign(new Function(`return { ${method} }`)(), more) as Chart;
      const points: { value: number; smoothed?: number }[] = values.map((value) => ({ value }));
      chart.resmoothDataset({ data: () => points });
      const theirs = points.map((point) => point.smoothed ?? point.value);
      const ours = [...smoothed(values, weight)];
      expect(ours).toEqual(theirs.map((value) => (Number.isFinite(value) ? expect.closeTo(value, 12) : value)));
    }
});
