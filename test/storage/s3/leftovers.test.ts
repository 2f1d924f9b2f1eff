// Spools of writers whose processes ended: who sends them, in which order, and that each object is sent once.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { leftoversIn, RunUpload } from '../../../src/storage/s3/runUpload.ts';
import { Slots } from '../../../src/storage/s3/slots.ts';
import { takeOver } from '../../../src/storage/s3/spoolFolder.ts';
import { SpoolWriter } from '../../../src/storage/s3/spoolWriter.ts';
import { StoreError } from '../../../src/storage/s3/storeError.ts';
import { memoryStore, newSpool, ownSpools } from './spools.ts';

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
  const silent = { stored: () => undefined, named: () => undefined, refused: () => undefined };
  const context = { storeOf: () => store, wholeLength, ...silent };
  const run = new RunUpload(1, own, 1000, context, new Slots(8), () => []);
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
  const taken = takeOver(folder, wholeLength)!;
  ends(taken);
  const again = takeOver(taken, wholeLength)!;
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
  const silent = { stored: () => undefined, named: () => undefined, refused: () => undefined };
  const run = new RunUpload(1, own, 1000, { storeOf: () => store, wholeLength, ...silent }, new Slots(8), () => []);
  await run.flush(1);
  expect(texts()).toEqual(['head-own']);
  run.stop();
});

test.each([
  ['of a running process', {}, 0, 0],
  ['of another machine whose process tells that it lives', { host: 'other' }, 0, 0],
  ['of another machine whose process is silent for two minutes', { host: 'other' }, 121, 1],
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
