// Spools of writers whose processes ended: who sends them, in which order, and that each object is sent once.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { leftoversIn } from '../../../src/storage/s3/runUpload.ts';
import { runSpools, spoolRoot, takeOver } from '../../../src/storage/s3/spoolFolder.ts';
import { SpoolWriter } from '../../../src/storage/s3/spoolWriter.ts';
import { StoreError } from '../../../src/storage/s3/storeError.ts';
import { contextOf, memoryStore, newSpool, ownSpools, uploadOf } from './spools.ts';

const root = ownSpools();
afterAll(() => rmSync(root, { recursive: true }));

const { pid: endedPid } = spawnSync(process.execPath, ['-e', '']);
const limits = { segmentBytes: 1000, segmentSeconds: undefined };
// a record is three bytes
const wholeLength = (bytes: Uint8Array): number => bytes.length - (bytes.length % 3);

function fill(folder: string, ...segments: readonly string[]): SpoolWriter {
  const spool = new SpoolWriter(folder, limits);
  for (const [i, text] of segments.entries()) {
    if (i > 0) spool.seal();
    spool.append(Buffer.from(text));
  }
  return spool;
}

function setOwner(folder: string, owner: Readonly<Record<string, unknown>>): void {
  const path = join(folder, 'target.json');
  const target = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...target, owner: { ...target.owner, ...owner } }));
}

const ends = (folder: string): void => setOwner(folder, { pid: endedPid });
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a writer sends what earlier writers of its run left before its own first segment, the earliest first', async () => {
  const folders: string[] = [];
  for (const text of ['one', 'two']) {
    const folder = newSpool('order');
    folders.push(folder);
    fill(folder, text).abandon();
    ends(folder);
    await wait(2);
  }
  const own = newSpool('order');
  const { store, objects, texts } = memoryStore();
  const run = uploadOf(own, contextOf(store, { wholeLength }));
  fill(own, 'own').seal();
  await run.flush(1);
  expect([...objects.values()].map((body) => `${Buffer.from(body)}`)).toEqual(['head-one', 'head-two', 'head-own']);
  // TensorBoard reads objects in the order of their names
  expect(texts()).toEqual(['head-one', 'head-two', 'head-own']);
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
  run.stop();
});

test('the last file of a killed writer is sent up to its last whole record', async () => {
  const folder = newSpool('cut');
  fill(folder, 'aaabbb', 'cccd').abandon();
  ends(folder);
  const { store, texts } = memoryStore();
  const [upload] = leftoversIn(dirname(folder), { storeOf: () => store, wholeLength }, 1000);
  while (await upload!.sendNext());
  expect(texts()).toEqual(['head-aaabbbccc']);
});

test('a spool that is taken over stays in its root, whatever characters its path has', () => {
  const before = process.env.XDG_STATE_HOME;
  process.env.XDG_STATE_HOME = join(root, 'a~b');
  const folder = newSpool('tilde');
  process.env.XDG_STATE_HOME = before;
  fill(folder, 'aaa').abandon();
  ends(folder);
  const { folder: taken } = takeOver(folder, wholeLength)!;
  ends(taken);
  const { folder: again } = takeOver(taken, wholeLength)!;
  expect([dirname(taken), dirname(again)]).toEqual([dirname(folder), dirname(folder)]);
});

test('a writer goes on where another process takes over what it was to send first', async () => {
  const folder = newSpool('raced');
  fill(folder, 'theirs').abandon();
  ends(folder);
  const own = newSpool('raced');
  fill(own, 'own').seal();
  let isFirst = true;
  const { store, texts } = memoryStore(() => {
    if (!isFirst) return;
    isFirst = false;
    const [taken] = readdirSync(dirname(folder)).filter((name) => name.includes('~'));
    renameSync(join(dirname(folder), taken!), join(root, 'elsewhere'));
    throw new StoreError('the store is away', false);
  });
  const run = uploadOf(own, contextOf(store, { wholeLength }));
  await run.flush(1);
  expect(texts()).toEqual(['head-own']);
  run.stop();
});

test.each([
  ['of a running process', {}, 0, 0],
  ['of another machine whose process tells that it lives', { machine: 'other' }, 0, 0],
  ['of another machine whose process is silent for two minutes', { machine: 'other' }, 121, 1],
  ['of a container with this name and no such process here', { machine: `${hostname()} other`, pid: endedPid }, 0, 0],
  ['of a process whose number another one has by now', { startTime: '1' }, 0, 1],
])('a spool %s', (_, owner, silentSeconds, taken) => {
  const folder = newSpool(`owner${silentSeconds}`);
  fill(folder, 'aaa').seal();
  setOwner(folder, owner);
  const then = new Date(Date.now() - silentSeconds * 1000);
  utimesSync(join(folder, 'target.json'), then, then);
  const { store } = memoryStore();
  expect(leftoversIn(dirname(folder), { storeOf: () => store, wholeLength }, 1000)).toHaveLength(taken);
  rmSync(dirname(folder), { recursive: true });
});

test('an object whose sender ends after the store took it is sent once', async () => {
  const folder = newSpool('once');
  fill(folder, 'aaa', 'bbb').seal();
  ends(folder);
  const { store, texts } = memoryStore();
  const put = store.put.bind(store);
  store.put = async (...args) => {
    await put(...args);
    throw new StoreError('the process ends', false);
  };
  const send = async (): Promise<void> => {
    for (const upload of leftoversIn(dirname(folder), { storeOf: () => store, wholeLength }, 1000)) {
      try {
        while (await upload.sendNext());
        upload.remove();
      } catch {
        ends(upload.folder);
      }
    }
  };
  await send();
  await send();
  store.put = put;
  await send();
  expect(texts()).toEqual(['head-aaabbb']);
  expect(existsSync(dirname(folder))).toBe(false);
});

test('while leftovers are sent, other machines see that their sender lives, and flushes see that the store takes bytes', async () => {
  vi.useFakeTimers();
  const folder = newSpool('beat');
  // a file of a kind that is never joined with others: each is a request
  const left = new SpoolWriter(folder, limits);
  for (let n = 0; n < 4; n++) left.put(`beat/${n}`, Buffer.from('file'));
  ends(folder);
  const own = newSpool('beat');
  fill(own, 'own').seal();
  let requests = 0;
  const { store, texts } = memoryStore(async () => {
    requests += 1;
    // each fails once, and takes 9 s then: all of them take longer than a flush waits for a store that takes nothing
    if (requests % 2 === 1) throw new StoreError('the store answers 500', false);
    await new Promise((resolve) => setTimeout(resolve, 9000));
  });
  const run = uploadOf(own, contextOf(store, { wholeLength }));
  const flushed = run.flush(1).then(() => 'flushed', String);
  await vi.advanceTimersByTimeAsync(1000);
  const [taken] = readdirSync(dirname(folder)).filter((name) => name.includes('~'));
  const target = join(dirname(folder), taken!, 'target.json');
  utimesSync(target, new Date(0), new Date(0));
  run.beat();
  expect(statSync(target).mtimeMs).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(400_000);
  expect(await flushed).toBe('flushed');
  expect(texts()).toEqual(['file', 'file', 'file', 'file', 'head-own']);
  run.stop();
  vi.useRealTimers();
});

test('files among the folders of runs and writers are passed over, and a folder of runs that is gone is empty', () => {
  const before = process.env.XDG_STATE_HOME;
  process.env.XDG_STATE_HOME = join(root, 'strange');
  expect(runSpools()).toEqual([]);
  const folder = newSpool('strange');
  for (const path of [join(spoolRoot(), '.DS_Store'), join(dirname(folder), '.DS_Store')]) writeFileSync(path, 'x');
  fill(folder, 'aaa').seal();
  ends(folder);
  const [run, ...others] = runSpools();
  expect([run, others]).toEqual([dirname(folder), []]);
  const { store } = memoryStore();
  expect(leftoversIn(run!, { storeOf: () => store, wholeLength }, 1000)).toHaveLength(1);
  expect(leftoversIn(join(root, 'gone'), { storeOf: () => store, wholeLength }, 1000)).toEqual([]);
  process.env.XDG_STATE_HOME = before;
});

test('a relative XDG_STATE_HOME is passed over, as its specification says', () => {
  const before = process.env.XDG_STATE_HOME;
  process.env.XDG_STATE_HOME = 'here';
  expect(spoolRoot()).toBe(join(homedir(), '.local', 'state', 'gmlp-viz', 'spool'));
  process.env.XDG_STATE_HOME = before;
});
