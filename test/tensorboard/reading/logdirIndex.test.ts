// What `inspect` keeps of a logdir: the result is always that of a reading without the index.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { inspect, SummaryWriter } from '../../../src/index.ts';
import { cli } from '../../cli/runCommand.ts';

const root = mkdtempSync(join(tmpdir(), 'index-'));
afterAll(() => rmSync(root, { recursive: true }));
let logdir = '';
let cache = '';
beforeEach(() => {
  logdir = mkdtempSync(join(root, 'logs-'));
  cache = mkdtempSync(join(root, 'cache-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const indexFolder = () => join(cache, 'gmlp-viz', 'logdirs');
const indexFile = () => join(indexFolder(), readdirSync(indexFolder())[0]!);

async function write(run: string, steps: readonly number[], value = (step: number) => step / 7): Promise<string> {
  const writer = new SummaryWriter({ logdir: join(logdir, run) });
  for (const step of steps) {
    writer.addScalar('loss', value(step), step, 1000 + step);
    writer.addScalar('odd/-0', -0, step, 1000 + step);
  }
  writer.addHistogram('weights', [1, 2, 3], 0);
  await writer.close();
  return writer.path!;
}

/** Lets the files become older than the time in which a second change may leave no trace. */
const later = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
};

/** Reads with the index, expects the result of a reading without it. @returns the files that were read with it */
async function expectSame(): Promise<string[]> {
  const read = new Set<string>();
  const indexed = await inspect(logdir, { index: true, onBatch: (file) => read.add(file) });
  expect(indexed).toEqual(await inspect(logdir));
  return [...read].sort();
}

/** An index with another body, and the hash of that. */
const withBody = (body: string): string =>
  `${createHash('sha256').update(`1 ${logdir}\n${body}`).digest('hex')}\n${body}`;
const bodyOf = (text: string): string => text.slice(text.indexOf('\n') + 1);

const steps = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

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

test.each([
  ['an empty file', () => ''],
  ['a file that is cut', (text: string) => text.slice(0, -5)],
  ['a changed letter', (text: string) => text.replace('loss', 'lass')],
  ['a file of another program', () => '{"format": "other"}\n[]'],
  ['deep brackets', () => withBody(`"a"\t${'['.repeat(1e6)}`)],
  ['wrong kinds', (text: string) => withBody(bodyOf(text).replaceAll('30', '"30"'))],
  ['negative counts', (text: string) => withBody(bodyOf(text).replaceAll('30', '-30'))],
  ['no rows', () => withBody('')],
])('an index is ignored: %s', async (_, change) => {
  const file = await write('a', steps(0, 30));
  later();
  await expectSame();
  writeFileSync(indexFile(), change(readFileSync(indexFile(), 'utf8')));
  expect(await expectSame()).toEqual([file]);
  expect(await expectSame()).toEqual([]);
});

test('runs that a pattern leaves out stay in the index', async () => {
  await write('a', steps(0, 30));
  await write('b', steps(0, 30));
  later();
  await inspect(logdir, { index: true, run: 'a' });
  await inspect(logdir, { index: true, run: 'b' });
  expect(await expectSame()).toEqual([]);
});

test('two readings at once lose neither run', async () => {
  await write('a', steps(0, 30));
  await write('b', steps(0, 30));
  later();
  await Promise.all(['a', 'b'].map((run) => inspect(logdir, { index: true, run })));
  expect(await expectSame()).toEqual([]);
});

test('the index is its user’s alone, and nothing is written without the option', async () => {
  await write('a', [1]);
  await inspect(logdir);
  expect(readdirSync(cache)).toEqual([]);
  await inspect(logdir, { index: true });
  expect(statSync(indexFolder()).mode & 0o777).toBe(0o700);
  expect(statSync(indexFile()).mode & 0o777).toBe(0o600);
  expect(readdirSync(indexFolder())).toHaveLength(1);
});

test('a cache folder that cannot be written leaves the result as it is', async () => {
  await write('a', [1]);
  vi.stubEnv('XDG_CACHE_HOME', join(logdir, 'file'));
  writeFileSync(join(logdir, 'file'), '');
  await expectSame();
  // a folder where the file should be
  vi.stubEnv('XDG_CACHE_HOME', cache);
  await inspect(logdir, { index: true });
  const path = indexFile();
  rmSync(path);
  mkdirSync(path);
  await expectSame();
  expect(readdirSync(indexFolder())).toHaveLength(1);
  // mkdir of Node never returns below /proc
  vi.stubEnv('XDG_CACHE_HOME', '/proc/none');
  await expectSame();
  vi.stubEnv('XDG_CACHE_HOME', '');
  vi.stubEnv('HOME', 'relative');
  await expectSame();
  expect(existsSync('relative')).toBe(false);
  mkdirSync(join(logdir, 'closed'));
  chmodSync(join(logdir, 'closed'), 0o500);
  vi.stubEnv('XDG_CACHE_HOME', join(logdir, 'closed'));
  await expectSame();
});

test('a clock that goes back has files read again, until it is past their last change', async () => {
  const file = await write('a', steps(0, 30));
  later();
  expect(await expectSame()).toEqual([file]);
  // files that are known stay known, those that changed in what is the future by now are not relied on
  vi.setSystemTime(Date.now() - 86_400_000);
  expect(await expectSame()).toEqual([]);
  appendFileSync(file, '');
  utimesSync(file, 1, 1);
  expect(await expectSame()).toEqual([file]);
  expect(await expectSame()).toEqual([file]);
});

test('processes that inspect one logdir at once all have the result, and leave a whole index', async () => {
  const files = await Promise.all(['a', 'b', 'c'].map((run) => write(run, steps(0, 300))));
  const results = await Promise.all(
    Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, [cli, 'inspect', logdir])),
  );
  expect(new Set(results.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(indexFolder())).toHaveLength(1);
  expect(readFileSync(indexFile(), 'utf8').split('\n')).toHaveLength(1 + files.length);
  later();
  await expectSame();
});

test('links that lead in a circle are passed over, and a logdir has one index by whatever path', async () => {
  await write('a', steps(0, 30));
  symlinkSync(logdir, join(logdir, 'a', 'loop'));
  symlinkSync('self.tfevents', join(logdir, 'a', 'self.tfevents'));
  later();
  await expectSame();
  symlinkSync(logdir, join(root, 'link'));
  await inspect(join(root, 'link'), { index: true });
  expect(readdirSync(indexFolder())).toHaveLength(1);
  await expect(inspect(join(logdir, 'a', 'self.tfevents'), { index: true })).rejects.toThrow(
    `cannot read ${join(logdir, 'a', 'self.tfevents')}: ELOOP`,
  );
});

test.each([true, false])(
  'a file that was removed after it was listed is named in one clause (index: %s)',
  async (index) => {
    // more than are read at a time
    for (let run = 10; run < 40; run++) await write(`${run}`, [1]);
    const [name] = readdirSync(join(logdir, '39'));
    const file = join(logdir, '39', name!);
    const onBatch = (): void => rmSync(file, { force: true });
    await expect(inspect(logdir, { index, onBatch })).rejects.toThrow(new UserError(`cannot read ${file}: ENOENT`));
    expect(await expectSame()).toHaveLength(29);
  },
);
