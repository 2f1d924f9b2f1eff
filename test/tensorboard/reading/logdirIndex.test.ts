// What `inspect` keeps of a logdir whose files change: the result is always that of a reading without the index.
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type InspectedRun, inspect, readRuns } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { pointsOf } from '../../../src/tensorboard/reading/points.ts';
import { recordsOf } from '../events.ts';
import { expectSame, giveFolders, indexFile, later, logdir, root, steps, write } from './indexedLogdir.ts';

giveFolders();

test('a second reading opens no file that is as it was, and has the same result', async () => {
  const files = [await write('a', steps(0, 30)), await write('b', [0, 1, 5, 3, 9], () => Number.NaN)].sort();
  later();
  expect(await expectSame()).toEqual(files);
  expect(await expectSame()).toEqual([]);
});

test('a new file of a run, and a new run, are read alone', async () => {
  await write('a', steps(0, 30));
  await write('b', steps(0, 30));
  later();
  await expectSame();
  const added = [await write('a', steps(40, 60)), await write('c', [1])].sort();
  expect(await expectSame()).toEqual(added);
});

test('a file that grew is read from its old end on', async () => {
  const file = await write('a', steps(0, 3000));
  const whole = readFileSync(file);
  const other = await write('other', steps(3000, 3010));
  const more = readFileSync(other);
  rmSync(join(logdir, 'other'), { recursive: true });
  later();
  await expectSame();
  appendFileSync(file, more);
  const offsets: number[] = [];
  const spy = (_: string, offset: number) => void offsets.push(offset);
  const indexed = await inspect(logdir, { index: true, onBatch: spy });
  expect(indexed).toEqual(await inspect(logdir));
  expect(offsets).toHaveLength(1);
  expect(offsets[0]).toBeGreaterThan(whole.length);
});

test('a tag whose metadata stands before the old end of a file keeps its plugin and scalars', async () => {
  const folder = join(logdir, 'a');
  mkdirSync(folder);
  const file = join(folder, 'events.out.tfevents.1');
  const event = (step: number, metadata?: object) =>
    recordsOf([
      tensorboard.Event.encode({
        step,
        wallTime: 1000 + step,
        summary: { value: [{ tag: 'loss', tensor: { dtype: 1, tensorShape: {}, floatVal: [step / 8] }, ...metadata }] },
      }).finish(),
    ]);
  writeFileSync(file, Buffer.concat([event(1, { metadata: { pluginData: { pluginName: 'scalars' } } }), event(2)]));
  later();
  await expectSame();
  appendFileSync(file, event(3));
  await expectSame();
  const [{ tags }] = (await inspect(logdir, { index: true })) as [InspectedRun];
  expect(tags).toEqual([expect.objectContaining({ tag: 'loss', plugin: 'scalars', count: 3 })]);
  expect(tags[0]!.scalar).toEqual({ last: 3 / 8, min: 1 / 8, max: 3 / 8, notFinite: 0 });
});

test('a tag whose metadata stands in an earlier file of its run keeps its plugin and scalars', async () => {
  const event = (step: number, metadata?: object) => {
    const tensor = { dtype: tensorboard.DataType.DT_FLOAT, tensorShape: {}, floatVal: [step / 8] };
    const value = [{ tag: 'loss', tensor, ...metadata }];
    return recordsOf([tensorboard.Event.encode({ step, wallTime: 1000 + step, summary: { value } }).finish()]);
  };
  for (const run of ['a', 'b']) mkdirSync(join(logdir, run));
  const first = event(1, { metadata: { pluginData: { pluginName: 'scalars' } } });
  writeFileSync(join(logdir, 'a', 'events.out.tfevents.1'), first);
  later();
  await expectSame();
  writeFileSync(join(logdir, 'a', 'events.out.tfevents.2'), event(2));
  // another run has metadata of its own, or none
  writeFileSync(join(logdir, 'b', 'events.out.tfevents.3'), event(3));
  await expectSame();
  const plugins = (await inspect(logdir)).map(({ tags }) => tags.map(({ plugin, count }) => [plugin, count]));
  expect(plugins).toEqual([[['scalars', 2]], [['tensor', 1]]]);
  const [run] = await readRuns(logdir);
  expect([...run!.scalars.get('loss')!.values]).toEqual([1 / 8, 2 / 8]);
  const read: unknown[] = [];
  for await (const points of pointsOf(logdir)) for (const { value } of points) read.push(value.scalar);
  expect(read).toEqual([1 / 8, 2 / 8, undefined]);
});

test('a file cut in a record is read again once the record is whole', async () => {
  const file = await write('a', steps(0, 300));
  const whole = readFileSync(file);
  writeFileSync(file, whole.subarray(0, whole.length - 9));
  later();
  await expectSame();
  appendFileSync(file, whole.subarray(whole.length - 9));
  expect(await expectSame()).toEqual([file]);
});

test('a file of the same size and modification time with other bytes is read anew', async () => {
  const file = await write('a', steps(0, 30));
  const { atime, mtime, size } = statSync(file);
  later();
  await expectSame();
  vi.useRealTimers();
  await write('b', steps(0, 30), () => 77);
  const other = join(logdir, 'b', readdirSync(join(logdir, 'b'))[0]!);
  expect(statSync(other).size).toBe(size);
  // in place, and by another file of the same name
  writeFileSync(file, readFileSync(other));
  utimesSync(file, atime, mtime);
  expect(await expectSame()).toContain(file);
  utimesSync(other, atime, mtime);
  renameSync(other, file);
  expect(await expectSame()).toContain(file);
});

test('a file that was changed shortly before it was read is read again', async () => {
  const file = await write('a', steps(0, 30));
  expect(await expectSame()).toEqual([file]);
  expect(await expectSame()).toEqual([file]);
});

test('a shorter file, a longer file with another start, a missing file are read anew', async () => {
  const file = await write('a', steps(0, 300));
  later();
  await expectSame();
  truncateSync(file, 1000);
  expect(await expectSame()).toEqual([file]);
  const longer = readFileSync(await write('b', steps(7, 900)));
  writeFileSync(file, longer);
  expect(await expectSame()).toContain(file);
  rmSync(file);
  await expectSame();
});

test('a logdir that was moved, and another one in its place, are read anew', async () => {
  const file = await write('a', steps(0, 30));
  await write('../other/a', steps(0, 30), () => 7);
  later();
  await expectSame();
  renameSync(logdir, `${logdir}-moved`);
  renameSync(join(root, 'other'), logdir);
  const name = readdirSync(join(logdir, 'a'))[0]!;
  renameSync(join(logdir, 'a', name), file);
  expect(await expectSame()).toEqual([file]);
  rmSync(logdir, { recursive: true });
  renameSync(`${logdir}-moved`, logdir);
  expect(await expectSame()).toEqual([file]);
});

test('runs whose files are removed are forgotten', async () => {
  for (let run = 100; run < 400; run++) {
    mkdirSync(join(logdir, `${run}`));
    writeFileSync(join(logdir, `${run}`, 'events.out.tfevents.1'), '');
  }
  const file = await write('a', steps(0, 30));
  later();
  await expectSame();
  for (let run = 100; run < 400; run++) rmSync(join(logdir, `${run}`), { recursive: true });
  expect(await expectSame()).toEqual([]);
  appendFileSync(file, readFileSync(file));
  await expectSame();
  expect(readFileSync(indexFile(), 'utf8').split('\n')).toHaveLength(2);
});

test('runs that a pattern leaves out stay in the index', async () => {
  await write('a', steps(0, 30));
  await write('b', steps(0, 30));
  later();
  await inspect(logdir, { index: true, run: 'a' });
  await inspect(logdir, { index: true, run: 'b' });
  expect(await expectSame()).toEqual([]);
});
