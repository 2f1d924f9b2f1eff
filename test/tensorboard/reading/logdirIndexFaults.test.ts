// An index of a logdir that is corrupt, hostile, shared or cannot be written: the result is that of a reading without it.
import { execFile } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { inspect } from '../../../src/index.ts';
import { cli } from '../../cli/runCommand.ts';
import {
  bodyOf,
  cache,
  expectSame,
  giveFolders,
  indexFile,
  indexFolder,
  later,
  logdir,
  root,
  steps,
  withBody,
  write,
} from './indexedLogdir.ts';

giveFolders();

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
    `cannot read ${join(logdir, 'a', 'self.tfevents')}: ELOOP: too many symbolic links encountered`,
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
    await expect(inspect(logdir, { index, onBatch })).rejects.toThrow(
      new UserError(`cannot read ${file}: there is no such file`),
    );
    expect(await expectSame()).toHaveLength(29);
  },
);

test('an index keeps the runs that were read before an error or a stop', async () => {
  for (let run = 10; run < 60; run++) await write(`${run}`, [1]);
  later();
  const read: string[] = [];
  const stop = new AbortController();
  const until = (count: number) => (file: string) => {
    read.push(file);
    if (read.length === count) stop.abort(new Error('stopped'));
  };
  await expect(inspect(logdir, { index: true, signal: stop.signal, onBatch: until(20) })).rejects.toThrow('stopped');
  expect(read.length).toBeLessThan(30);
  const before = new Set(read.splice(0));
  await inspect(logdir, { index: true, onBatch: (file) => void read.push(file) });
  expect(read.length).toBeLessThan(50);
  // those that were read when it was stopped are read again
  expect(read.filter((file) => before.has(file)).length).toBeLessThan(10);
  await expectSame();
});
