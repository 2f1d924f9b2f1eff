// Scalars, histograms and text, written here and served by real TensorBoard through both loaders.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

async function written(): Promise<string> {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const writer = new SummaryWriter({ logdir });
  for (let step = 0; step < 3; step++) {
    writer.addScalar('loss', 1 / (step + 1), step, 100 + step);
    writer.addScalars('both', { train: step, valid: 1 - step }, step, 100 + step);
    writer.addHistogram('weights', [0, 1, 2, 3], step, [0, 1, 2, 3], 100 + step);
    writer.addText('note', `step *${step}*`, step, 100 + step);
  }
  await writer.close();
  return logdir;
}

test.each(['rust', 'python'] as const)('the %s loader', async (loader) => {
  await withTensorBoard(await written(), loader, async (url) => {
    const json = async (path: string) => JSON.parse(await ask(url, `data/${path}`));
    expect((await json('runs')).sort()).toEqual(['.', 'both_train', 'both_valid']);
    const third = Math.fround(1 / 3);
    expect(await json('plugin/scalars/scalars?run=.&tag=loss')).toEqual([
      [100, 0, 1],
      [101, 1, 0.5],
      [102, 2, third],
    ]);
    expect(await json('plugin/scalars/scalars?run=both_valid&tag=both')).toEqual([
      [100, 0, 1],
      [101, 1, 0],
      [102, 2, -1],
    ]);
    const histograms = await json('plugin/histograms/histograms?run=.&tag=weights');
    // the page makes its own bins of the first and the last
    expect(histograms).toHaveLength(3);
    const [wall, step, bins]: [number, number, [number, number, number][]] = histograms[2];
    expect([wall, step, bins.reduce((sum, [, , count]) => sum + count, 0)]).toEqual([102, 2, 4]);
    const texts: { step: number; text: string }[] = await json('plugin/text/text?run=.&tag=note%2Ftext_summary');
    expect(texts.map(({ step, text }) => [step, /<td>(.*)<\/td>/.exec(text)?.[1]])).toEqual(
      [0, 1, 2].map((n) => [n, `<p>step <em>${n}</em></p>`]),
    );
  });
});
