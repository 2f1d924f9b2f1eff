// When a segment of a run in a store ends, how many bytes may wait, and what many flushes cost.
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SegmentedFile, type SpoolBytes } from '../../../src/storage/s3/segmentedFile.ts';
import { defaultSegmentBytes } from '../../../src/storage/s3/spoolFolder.ts';
import { SpoolWriter } from '../../../src/storage/s3/spoolWriter.ts';
import type { UploadEvents, UploadThread } from '../../../src/storage/s3/uploadThread.ts';
import { newSpool, ownSpools } from './spools.ts';

const root = ownSpools();
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const defaultLimits = { segmentBytes: defaultSegmentBytes, segmentSeconds: undefined };
const bytes = Buffer.alloc(100);
const sealedIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sealed')).length;

/** A file whose thread sends nothing by itself. */
function fileOf({
  limits = defaultLimits,
  waiting = { waiting: 0, max: 2 ** 30 } as SpoolBytes,
  late = () => {},
} = {}) {
  const spool = new SpoolWriter(newSpool('run'), limits);
  let events: UploadEvents | undefined;
  const thread = {
    open(_folder: string, _segmentBytes: number, given: UploadEvents) {
      events = given;
      return 1;
    },
    sealed: () => undefined,
    flush: async () => undefined,
    close: () => undefined,
    discard: () => undefined,
  } as Partial<UploadThread> as UploadThread;
  const run = { scheme: 's3', bucket: 'bucket', key: 'run' } as const;
  const newFile = { folder: 's3://bucket/run', wallTime: 1, suffix: '', head: bytes, appendWaiting: () => late() };
  let ended = 0;
  const file = new SegmentedFile(run, newFile, spool, waiting, thread, limits.segmentBytes, () => void ended++);
  return { file, spool, events: events!, waiting, endedCount: () => ended };
}

test('a segment ends at 8 MiB, and not a byte earlier', () => {
  const { file, spool } = fileOf();
  file.append(Buffer.alloc(2 ** 23 - 1));
  file.flush();
  expect(sealedIn(spool.folder)).toBe(0);
  file.append(Buffer.alloc(1));
  file.flush();
  expect(sealedIn(spool.folder)).toBe(1);
  file.discard();
});

test('the timer ends no short segment after one that ended at 8 MiB', () => {
  const { file, spool } = fileOf({ late: () => void file.append(bytes) });
  file.append(Buffer.alloc(2 ** 23));
  file.flush();
  vi.advanceTimersByTime(29_000);
  expect(sealedIn(spool.folder)).toBe(1);
  vi.advanceTimersByTime(2000);
  expect(sealedIn(spool.folder)).toBe(2);
  file.discard();
});

test.each([
  ['a new run', 0, 30],
  ['a run of 25 minutes', 1500, 30],
  ['a run of an hour', 3600, 72],
  ['a run of three days', 3 * 86_400, 600],
])('%s, %i s old, has a segment end after %i s', (_, age, seconds) => {
  const spool = new SpoolWriter(newSpool('run'), defaultLimits);
  vi.advanceTimersByTime(age * 1000);
  spool.append(bytes);
  spool.seal();
  spool.append(bytes);
  vi.advanceTimersByTime(seconds * 990);
  expect(spool.isDue).toBe(false);
  vi.advanceTimersByTime(seconds * 40);
  expect(spool.isDue).toBe(true);
});

test('a segment ends after segmentSeconds where these are given', () => {
  const spool = new SpoolWriter(newSpool('run'), { ...defaultLimits, segmentSeconds: 2 });
  spool.append(bytes);
  vi.advanceTimersByTime(1999);
  expect(spool.isDue).toBe(false);
  vi.advanceTimersByTime(1);
  expect(spool.isDue).toBe(true);
});

test('the timer ends a segment of which nobody calls a method', () => {
  const { file, spool } = fileOf();
  file.append(bytes);
  vi.advanceTimersByTime(31_000);
  expect(sealedIn(spool.folder)).toBe(1);
  file.discard();
});

test('append throws when maxSpoolBytes wait, until the store has taken some', () => {
  const { file, events, spool } = fileOf({ waiting: { waiting: 0, max: 250 } });
  for (let n = 0; n < 3; n++) file.append(bytes);
  expect(() => file.append(bytes)).toThrow(
    `s3://bucket/run has not taken 300 bytes that wait in ${spool.folder}, and more than 250 may not wait`,
  );
  events.stored(100);
  expect(file.append(bytes)).toBe(100);
  file.discard();
});

test('a whole file counts among the bytes that may wait, and comes after the events that were added before it', () => {
  const late = vi.fn();
  const { file, spool } = fileOf({ waiting: { waiting: 0, max: 250 }, late });
  file.put('run/other', Buffer.alloc(300));
  expect(late).toHaveBeenCalledOnce();
  expect(() => file.put('run/other', bytes)).toThrow(/^s3:\/\/bucket\/run has not taken 3\d\d bytes that wait/);
  expect(readdirSync(spool.folder).filter((name) => name.endsWith('.object'))).toHaveLength(1);
  file.discard();
});

test('a storage hears once that a file is sent or discarded', () => {
  const { file, events, endedCount } = fileOf();
  file.append(bytes);
  file.close();
  expect(endedCount()).toBe(0);
  events.ended();
  expect(endedCount()).toBe(1);
});

test('a segment that the disk did not let end goes on, and ends later', () => {
  const { file, spool } = fileOf();
  file.append(Buffer.from('one'));
  const away = `${spool.folder}-away`;
  renameSync(spool.folder, away);
  expect(() => spool.seal()).toThrow('ENOENT');
  renameSync(away, spool.folder);
  expect(spool.sealed).toBe(0);
  file.append(Buffer.from('two'));
  expect(spool.seal()).toBe(true);
  expect(readFileSync(join(spool.folder, '00000000.sealed'), 'utf8')).toBe('onetwo');
  file.discard();
});

test('a file that is discarded tells that the store may have a part of it, once a segment has ended', () => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const [{ file: unsent }, { file: sent }] = [fileOf(), fileOf()];
  for (const file of [unsent, sent]) file.append(bytes);
  unsent.discard();
  expect(warned).not.toHaveBeenCalled();
  vi.advanceTimersByTime(31_000);
  sent.discard();
  expect(warned.mock.calls.map(([text]) => text)).toEqual([
    's3://bucket/run may hold events of a run that was given up: remove them there',
  ]);
  warned.mockRestore();
});

test('bytes of a file that is discarded wait no more', () => {
  const { file, waiting } = fileOf();
  file.append(bytes);
  file.put('run/other', bytes);
  expect(waiting.waiting).toBeGreaterThan(200);
  file.discard();
  expect(waiting.waiting).toBe(0);
});

test.each([
  [
    '5 s',
    5,
    [
      's3://bucket/run: 200 calls of flush() in 1000 s: each is an object, for which TensorBoard needs 0.12 s and more when it starts',
    ],
  ],
  ['11 s', 11, []],
])('300 flushes, one each %s, are told of their cost once at most', async (_, seconds, told) => {
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const { file } = fileOf();
  for (let n = 0; n < 300; n++) {
    vi.advanceTimersByTime(seconds * 1000);
    file.append(bytes);
    await file.sent();
  }
  expect(warned.mock.calls.map(([text]) => text)).toEqual(told);
  warned.mockRestore();
  file.discard();
});
