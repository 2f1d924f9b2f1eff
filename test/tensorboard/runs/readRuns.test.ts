// All runs as columns of numbers, and runs reduced to one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { type RunScalars, readRuns, reduceRuns, SummaryWriter } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { tensorboard as plugins } from '../../../src/proto/generated/plugins.js';
import { disk } from '../../../src/storage/diskStorage.ts';
import { findRuns } from '../../../src/tensorboard/runs/findRuns.ts';
import { recordsOf } from '../events.ts';

const logdir = mkdtempSync(join(tmpdir(), 'runs-'));

beforeAll(async () => {
  const root = new SummaryWriter({ logdir });
  root.addHparams({ lr: 0.5, name: 'adam', nesterov: true }, { score: 1 }, 'trial');
  await root.close();
  const inside = new SummaryWriter({ logdir: join(logdir, 'trial', 'train') });
  for (const step of [0, 1, 2, 3]) inside.addScalar('loss', 1 / (step + 1), step, 100 + step);
  inside.addHistogram('weights', [1, 2, 3], 0, undefined, 100);
  await inside.close();
  // the training starts again at step 2
  const again = new SummaryWriter({ logdir: join(logdir, 'trial', 'train'), purgeStep: 2 });
  for (const step of [2, 3, 4]) again.addScalar('loss', -step, step, 200 + step);
  await again.close();
  const other = new SummaryWriter({ logdir: join(logdir, 'other') });
  other.addScalar('accuracy', 0.25, 7, 300);
  await other.close();
});

const columns = ({ scalars }: RunScalars, tag: string) =>
  Object.values(scalars.get(tag)!).map((column: Float64Array) => [...column]);

test('runs have their scalars as columns, with points that a restart discards and without', async () => {
  const discarded: unknown[] = [];
  const [, , , whole] = await readRuns(logdir, { reportDiscarded: (points) => discarded.push(points) });
  expect(columns(whole!, 'loss')).toEqual([
    [0, 1, 2, 3, 2, 3, 4],
    [100, 101, 102, 103, 202, 203, 204],
    [1, 0.5, expect.closeTo(1 / 3), 0.25, -2, -3, -4],
  ]);
  expect(discarded).toEqual([{ run: 'trial/train', step: 2, points: 2 }]);
  const runs = await readRuns(logdir, { discarded: 'drop' });
  expect(runs.map(({ run }) => run)).toEqual(['.', 'other', 'trial', 'trial/train']);
  expect(columns(runs[3]!, 'loss')).toEqual([
    [0, 1, 2, 3, 4],
    [100, 101, 202, 203, 204],
    [1, 0.5, -2, -3, -4],
  ]);
  expect([...runs[3]!.scalars.keys()]).toEqual(['loss']);
  expect(columns(runs[1]!, 'accuracy')).toEqual([[7], [300], [0.25]]);
});

test('the step that is told of a restart is that of one that discards points', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'runs-'));
  // a START at 0 begins the first training, the one at 3 comes before any such step
  for (const [purgeStep, steps] of [
    [0, [1, 2]],
    [3, [3, 4, 5, 6]],
    [5, [5]],
  ] as const) {
    const writer = new SummaryWriter({ logdir: folder, purgeStep });
    for (const step of steps) writer.addScalar('loss', step, step);
    await writer.close();
  }
  const told = vi.fn();
  await readRuns(folder, { reportDiscarded: told });
  expect(told.mock.calls).toEqual([[{ run: '.', step: 5, points: 2 }]]);
});

test('a tag of which a restart discards every point is known all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'runs-'));
  const before = new SummaryWriter({ logdir: folder });
  before.addScalar('loss', 1, 5);
  await before.close();
  const again = new SummaryWriter({ logdir: folder, purgeStep: 0 });
  again.addScalar('accuracy', 0.5, 0);
  await again.close();
  const [run] = await readRuns(folder, { tag: 'loss', discarded: 'drop' });
  expect(run!.scalars.size).toBe(0);
});

test('hyperparameters are those of the run or of the nearest folder around it', async () => {
  const [, other, trial, train] = await readRuns(logdir);
  const hparams = { lr: 0.5, name: 'adam', nesterov: true };
  expect([other!.hparams, trial!.hparams, train!.hparams]).toEqual([{}, hparams, hparams]);
});

test('a pattern chooses runs, and a tag one scalar', async () => {
  expect((await readRuns(logdir, { run: 'tr?al*' })).map(({ run }) => run)).toEqual(['trial', 'trial/train']);
  const runs = await readRuns(logdir, { tag: 'accuracy' });
  expect(runs.map(({ scalars }) => scalars.size)).toEqual([0, 1, 0, 0]);
});

test('a pattern without a run, a tag without a scalar and a folder without event files are refused', async () => {
  await expect(readRuns(logdir, { run: 'x*' })).rejects.toThrow('no run matches x* (., other, trial, trial/train)');
  await expect(readRuns(logdir, { tag: 'los' })).rejects.toThrow('unknown scalar: los (did you mean loss?');
  const empty = mkdtempSync(join(tmpdir(), 'runs-'));
  await expect(readRuns(empty)).rejects.toThrow(`there is no event file at ${empty}`);
});

test('a signal that is aborted before or while files are read rejects with its reason', async () => {
  const reason = new Error('enough');
  await expect(readRuns(logdir, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const onBatch = vi.fn(() => controller.abort(reason));
  await expect(readRuns(logdir, { signal: controller.signal, onBatch })).rejects.toBe(reason);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onBatch).toHaveBeenCalledTimes(1);
});

test('hyperparameters are found in a later part of a long file, across the edge of two reads', async () => {
  const { HParamsPluginData } = plugins.hparams;
  const hparams = { lr: { numberValue: 0.125 } };
  const content = HParamsPluginData.encode({ sessionStartInfo: { hparams } }).finish();
  const metadata = { pluginData: { pluginName: 'hparams', content } };
  const session = tensorboard.Event.encode({
    summary: { value: [{ tag: '_hparams_/session_start_info', metadata }] },
  }).finish();
  // reads end at 16 KiB, and 64 KiB after that
  for (const end of [2 ** 14, 2 ** 14 + 2 ** 16])
    for (const before of [1, 12, 30, 40, 60]) {
      const folder = mkdtempSync(join(tmpdir(), 'runs-'));
      const text = tensorboard.Event.encode({ fileVersion: 'x'.repeat(end - before - 40) }).finish();
      writeFileSync(join(folder, 'tfevents'), recordsOf([text, session]));
      expect((await findRuns(folder, {}))[0]!.hparams).toEqual({ lr: 0.125 });
      rmSync(folder, { recursive: true });
    }
});

test('each file is opened once, also that of a folder around the runs', async () => {
  const opened = vi.spyOn(disk, 'open');
  try {
    await readRuns(logdir, { run: 'trial/*', discarded: 'drop' });
    const paths = opened.mock.calls.map(([path]) => relative(logdir, dirname(path)));
    expect(paths.sort()).toEqual(['', 'trial', 'trial/train', 'trial/train']);
  } finally {
    opened.mockRestore();
  }
});

test('points are discarded by each later restart whose step is not above theirs, and by no other', async () => {
  const entry = fc.record({ step: fc.nat(5), tag: fc.constantFrom('a', 'b', undefined), isNewFile: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 20 }), async (entries) => {
      const folder = mkdtempSync(join(tmpdir(), 'runs-'));
      const { START } = tensorboard.SessionLog.SessionStatus;
      const contents: Uint8Array[][] = [[]];
      for (const [i, { step, tag, isNewFile }] of entries.entries()) {
        if (isNewFile) contents.push([]);
        const held = tag ? { summary: { value: [{ tag, simpleValue: i }] } } : { sessionLog: { status: START } };
        contents.at(-1)!.push(tensorboard.Event.encode({ step, wallTime: i, ...held }).finish());
      }
      for (const [i, of] of contents.entries())
        writeFileSync(join(folder, `events.out.tfevents.${100 + i}`), recordsOf(of));
      const points = entries.map((each, i) => ({ ...each, i })).filter(({ tag }) => tag);
      const kept = points.filter(({ step, i }) => !entries.slice(i).some((later) => !later.tag && later.step <= step));
      let told = 0;
      const reportDiscarded = ({ points: count }: { points: number }): void => {
        told += count;
      };
      const [run] = await readRuns(folder, { discarded: 'drop', reportDiscarded });
      const read = [...run!.scalars].flatMap(([tag, { values }]) => [...values].map((i) => `${tag} ${i}`));
      expect(read.sort()).toEqual(kept.map(({ tag, i }) => `${tag} ${i}`).sort());
      expect(told).toBe(points.length - kept.length);
      const [whole] = await readRuns(folder);
      expect([...whole!.scalars.values()].reduce((sum, { values }) => sum + values.length, 0)).toBe(points.length);
      rmSync(folder, { recursive: true });
    }),
    { numRuns: 40 },
  );
});

const run = (name: string, points: readonly (readonly [step: number, value: number])[]): RunScalars => ({
  run: name,
  hparams: {},
  scalars: new Map([
    [
      'loss',
      {
        steps: Float64Array.from(points, ([step]) => step),
        wallTimes: Float64Array.from(points, ([step]) => 10 + step),
        values: Float64Array.from(points, ([, value]) => value),
      },
    ],
  ]),
});

test('runs are reduced at the steps that each of them has', () => {
  const runs = [
    run('a', [
      [0, 1],
      [1, 2],
      [2, 3],
    ]),
    run('b', [
      [2, 7],
      [1, 4],
    ]),
  ];
  const { reduced, unequal } = reduceRuns(runs, ['mean', 'std', 'min', 'max', 'median', 'var']);
  const of = (name: Parameters<typeof reduceRuns>[1][number]) => [...reduced.get(name)!.get('loss')!.values];
  expect([...reduced.get('mean')!.get('loss')!.steps]).toEqual([1, 2]);
  expect([of('mean'), of('min'), of('max'), of('median'), of('var')]).toEqual([
    [3, 5],
    [2, 3],
    [4, 7],
    [3, 5],
    [2, 8],
  ]);
  expect(of('std')).toEqual([Math.SQRT2, Math.sqrt(8)]);
  expect(unequal).toEqual([{ tag: 'loss', runs: 2, commonSteps: 2, droppedSteps: 1, repeatedPoints: 0 }]);
});

test('the last value counts where a run has several at one step', () => {
  const runs = [
    run('a', [
      [0, 1],
      [0, 5],
    ]),
    run('b', [[0, 7]]),
  ];
  const { reduced, unequal } = reduceRuns(runs, ['mean']);
  expect([...reduced.get('mean')!.get('loss')!.values]).toEqual([6]);
  expect(unequal).toMatchObject([{ repeatedPoints: 1, droppedSteps: 0 }]);
});

test('the mean of equal runs is each of them, and their deviation is 0', () => {
  const points = fc.uniqueArray(
    fc.tuple(fc.nat(1000), fc.float({ noNaN: true, noDefaultInfinity: true, max: 1e6, min: -1e6 })),
    {
      selector: ([step]) => step,
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(points, (list) => {
      const { reduced, unequal } = reduceRuns([run('a', list), run('b', list)], ['mean', 'std']);
      const sorted = list.toSorted(([a], [b]) => a - b);
      expect([...reduced.get('mean')!.get('loss')!.values]).toEqual(sorted.map(([, value]) => value + 0));
      expect([...reduced.get('std')!.get('loss')!.values].every((value) => value === 0)).toBe(true);
      expect(unequal).toEqual([]);
    }),
  );
});

test('a value that is not finite is in each reduction of its step, and in no other', () => {
  const runs = [Number.NaN, 3, 1].map((value, i) =>
    run(`${i}`, [
      [0, value],
      [1, i === 0 ? Number.POSITIVE_INFINITY : value],
    ]),
  );
  const { reduced } = reduceRuns(runs, ['mean', 'std', 'var', 'min', 'max', 'median']);
  const of = (at: number) =>
    Object.fromEntries([...reduced].map(([name, tags]) => [name, tags.get('loss')!.values[at]]));
  const { NaN: none, POSITIVE_INFINITY: infinite } = Number;
  expect(of(0)).toEqual({ mean: none, std: none, var: none, min: none, max: none, median: none });
  expect(of(1)).toEqual({ mean: infinite, std: none, var: none, min: 1, max: infinite, median: 3 });
});

test('an unknown reduction is refused', () => {
  expect(() => reduceRuns([], ['avg' as 'mean'])).toThrow('unknown reduction: avg');
});
