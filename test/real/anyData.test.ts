// Text that no UTF-8 can hold and numbers that are none, read to the end by both of TensorBoard's loaders; bins held against
// numpy; trials of different columns on the HParams page.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspect, SummaryWriter } from '../../src/index.ts';
import { binEdges, binRules } from '../../src/tensorboard/summaries/binEdges.ts';
import { python } from './python.ts';
import { ask, withTensorBoard } from './tensorboard.ts';

const half = 'cut \u{1f600}'.slice(0, 5);
const { NaN: nan, POSITIVE_INFINITY: infinity } = Number;
const calls: Readonly<Record<string, (writer: SummaryWriter) => void>> = {
  image: (w) => w.addImage(half, { data: new Float32Array(12), shape: [3, 2, 2] }),
  histogram: (w) => w.addHistogram(half, [1, nan, infinity, -infinity, 3]),
  narrow: (w) => w.addHistogram(half, [1, 1.001, 1.002], 0, 'auto'),
  title: (w) => w.addScalar('a', 1, 0, undefined, half, half),
  chart: (w) => w.addCustomScalars({ [half]: { [half]: ['Multiline', ['a', half]] } }),
  text: (w) => w.addText(half, half),
  hparams: (w) => w.addHparams({ [half]: half }, { [half]: 1 }, '.'),
  audio: (w) => w.addAudio(half, [0, 0.5]),
};

test('both loaders read every event, and inspect sees no corruption', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'any-'));
  for (const [name, call] of Object.entries(calls)) {
    await using writer = new SummaryWriter({ logdir: join(folder, name) });
    call(writer);
    for (let step = 0; step < 5; step++) writer.addScalar('after', step, step);
  }
  const runs = await inspect(folder);
  expect(runs).toHaveLength(Object.keys(calls).length);
  const counts = python<Record<string, number[]>>('loaders.py', { paths: runs.flatMap(({ files }) => files) });
  for (const { files, events, corruption } of runs) {
    expect(corruption).toEqual([]);
    expect(counts[files[0]!]).toEqual([events, events]);
  }
});

test('edges are numpy\u2019s, for samples drawn at random', () => {
  let state = 7;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const kinds = [
    () => random(),
    () => random() ** 5 * 1e6 - 3,
    () => 1 + (random() - 0.5) / 1e4,
    () => Math.round(random() * 40),
    () => Math.tan(random() * 3),
    () => 7,
  ];
  const samples = Array.from({ length: 240 }, (_, n) => ({
    dtype: n % 6 === 3 ? 'int64' : 'float64',
    values: Array.from({ length: 1 + Math.floor(random() * (n % 20 === 0 ? 3000 : 200)) }, kinds[n % 6]!),
  }));
  const theirs = python<Record<string, number[] | string>[]>('edges.py', { samples, rules: binRules });
  samples.forEach(({ values, dtype }, n) => {
    const numbers = Float64Array.from(values);
    const sample = { numbers, min: Math.min(...values), max: Math.max(...values), whole: dtype === 'int64' };
    for (const rule of binRules) {
      const expected = theirs[n]![rule]!;
      if (typeof expected === 'string') expect(() => binEdges(rule, sample)).toThrow('bins must be');
      else expect([n, rule, binEdges(rule, sample)]).toEqual([n, rule, expected]);
    }
  });
});

interface Experiment {
  readonly hparamInfos: readonly { readonly name: string }[];
  readonly metricInfos: readonly { readonly name: { readonly tag: string } }[];
}

test.each(['rust', 'python'] as const)(
  'the HParams page shows the columns of every trial (%s loader)',
  async (loader) => {
    const logdir = mkdtempSync(join(tmpdir(), 'trials-'));
    {
      await using writer = new SummaryWriter({ logdir });
      writer.addHparams({ lr: 0.1 }, { loss: 1 }, 'first');
      writer.addHparams({ lr: 0.2, dropout: 0.5 }, { loss: 2, accuracy: 0.5 }, 'second');
      writer.addHparams({ optimizer: 'adam' }, { loss: 3 }, 'third');
    }
    expect(
      readdirSync(logdir)
        .filter((name) => !name.includes('tfevents'))
        .sort(),
    ).toEqual(['first', 'second', 'third']);
    await withTensorBoard(logdir, loader, async (url) => {
      const experiment: Experiment = JSON.parse(await ask(url, 'data/plugin/hparams/experiment', {}));
      expect(experiment.hparamInfos.map(({ name }) => name).sort()).toEqual(['dropout', 'lr', 'optimizer']);
      expect(experiment.metricInfos.map(({ name }) => name.tag).sort()).toEqual(['accuracy', 'loss']);
    });
  },
);

test.each(['rust', 'python'] as const)('an infinity and a NaN do not blank a histogram (%s loader)', async (loader) => {
  const logdir = mkdtempSync(join(tmpdir(), 'finite-'));
  {
    await using writer = new SummaryWriter({ logdir });
    writer.addHistogram('w', [-1, 0.5, infinity, nan, 1]);
    writer.addHistogramRaw('w', 0, 0, 0, 0, 0, [0], [0], 1);
  }
  await withTensorBoard(logdir, loader, async (url) => {
    const text = await ask(url, 'data/plugin/histograms/histograms?run=.&tag=w');
    const histograms: [number, number, number[][]][] = JSON.parse(text);
    const [[, , bins], [, , none]] = histograms as [[number, number, number[][]], [number, number, number[][]]];
    expect(bins.flat().every(Number.isFinite)).toBe(true);
    expect(bins.reduce((sum, [, , count]) => sum + count!, 0)).toBe(3);
    expect(none.reduce((sum, [, , count]) => sum + count!, 0)).toBe(0);
  });
});
