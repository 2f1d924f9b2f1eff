// What is sent of a run's spool: joined segments, retries, and when a flush is rejected.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { SpoolWriter } from '../../../src/storage/s3/spoolWriter.ts';
import { StoreError } from '../../../src/storage/s3/storeError.ts';
import { contextOf, memoryStore, newSpool, ownSpools, uploadOf } from './spools.ts';

const root = ownSpools();
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => void vi.useRealTimers());

let runs = 0;
function upload(fail?: () => Promise<void> | void, segmentBytes = 1000) {
  const folder = newSpool(`run${runs++}`);
  const spool = new SpoolWriter(folder, { segmentBytes, segmentSeconds: undefined });
  const memory = memoryStore(fail);
  const refused: string[] = [];
  const context = contextOf(memory.store, { refused: (_, { message }) => void refused.push(message) });
  const run = uploadOf(folder, context, segmentBytes);
  const segment = (text: string) => {
    spool.append(Buffer.from(text));
    spool.seal();
  };
  return { run, segment, spool, refused, ...memory };
}

test('segments that wait are sent as one object, and those that come later as the next one', async () => {
  const { run, segment, texts } = upload();
  for (const text of ['a', 'b', 'c']) segment(text);
  await run.flush(3);
  segment('d');
  await run.flush(4);
  expect(texts()).toEqual(['head-abc', 'head-d']);
  run.stop();
});

test('segments are joined up to the size at which one ends', async () => {
  const { run, segment, texts } = upload(undefined, 5);
  for (const text of ['aaa', 'bb', 'c', 'dddddddd', 'e']) segment(text);
  await run.flush(5);
  expect(texts()).toEqual(['head-aaabb', 'head-c', 'head-dddddddd', 'head-e']);
  run.stop();
});

test('a whole file keeps its place between segments', async () => {
  const { run, segment, spool, objects } = upload();
  segment('a');
  spool.put('run/other', Buffer.from('whole'));
  segment('b');
  await run.flush(3);
  expect([...objects.values()].map((body) => `${Buffer.from(body)}`)).toEqual(['head-a', 'whole', 'head-b']);
  run.stop();
});

test('an object that the store took, but whose answer was lost, is not sent again', async () => {
  const { run, segment, store, texts } = upload();
  const put = store.put.bind(store);
  let puts = 0;
  store.put = async (...args) => {
    const answer = await put(...args);
    puts += 1;
    if (puts === 1) throw new StoreError('the connection was reset', false);
    return answer;
  };
  segment('a');
  await run.flush(1);
  expect({ puts, texts: texts() }).toEqual({ puts: 2, texts: ['head-a'] });
  run.stop();
});

test('an object of someone else is left as it is', async () => {
  const { run, segment, store, texts } = upload();
  segment('a');
  await run.flush(1);
  const put = store.put.bind(store);
  let isFirst = true;
  store.put = async (bucket, key, body, isNew) => {
    if (isFirst) await put(bucket, key, Buffer.from('foreign'), true);
    isFirst = false;
    return put(bucket, key, body, isNew);
  };
  segment('b');
  await run.flush(2);
  expect(texts().sort()).toEqual(['foreign', 'head-a', 'head-b']);
  run.stop();
});

test('of credentials that may write and not read, an object whose answer was lost is sent once', async () => {
  const { run, segment, store, texts } = upload();
  const put = store.put.bind(store);
  let isFirst = true;
  store.put = async (...args) => {
    const answer = await put(...args);
    if (isFirst) {
      isFirst = false;
      throw new StoreError('the connection was reset', false);
    }
    return answer;
  };
  store.get = async () => {
    throw new StoreError('s3://bucket does not allow it: AccessDenied', true, 'AccessDenied');
  };
  segment('a');
  await run.flush(1);
  segment('b');
  await run.flush(2);
  expect(texts()).toEqual(['head-a', 'head-b']);
  run.stop();
});

test('a server that calls every new name taken is refused after four of them', async () => {
  const { run, segment, store } = upload();
  let puts = 0;
  store.put = async () => {
    puts += 1;
    return false;
  };
  segment('a');
  await expect(run.flush(1)).rejects.toThrow('s3://bucket says of each of 4 new names that it is taken');
  expect(puts).toBe(4);
  run.stop();
});

test('files that were tried and then removed by somebody do not keep the next ones from the store', async () => {
  const folder = newSpool('removed');
  writeFileSync(join(folder, 'progress.json'), JSON.stringify({ stem: 'stem', next: 0, sent: 0, sending: 1 }));
  writeFileSync(join(folder, '00000001.sealed'), 'b');
  const { store, texts } = memoryStore();
  const run = uploadOf(folder, contextOf(store));
  let isEnded = false;
  run.close(() => {
    isEnded = true;
  });
  expect(await run.drain()).toBe(true);
  expect({ isEnded, texts: texts() }).toEqual({ isEnded: true, texts: ['head-b'] });
});

test('a spool that was removed is an error of its flush, and the loop ends', async () => {
  const { run, segment, spool } = upload();
  segment('a');
  rmSync(spool.folder, { recursive: true });
  await expect(run.flush(1)).rejects.toThrow(`${spool.folder} was removed before all events in it were sent`);
  run.stop();
});

test('a flush is rejected by the last error after 28 s, and what waited is one object later', async () => {
  vi.useFakeTimers();
  let isDown = true;
  const { run, segment, texts } = upload(() => {
    if (isDown) throw new StoreError('the store cannot be reached: ECONNREFUSED', false);
  });
  segment('a');
  const begun = Date.now();
  const rejected = run.flush(1).then(
    () => 'resolved',
    (error: Error) => [error.message, (Date.now() - begun) / 1000],
  );
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await rejected).toEqual(['the store cannot be reached: ECONNREFUSED', 28]);
  isDown = false;
  segment('b');
  await run.flush(2);
  expect(texts()).toEqual(['head-ab']);
  run.stop();
});

test('a flush is rejected at once by an error that no retry mends, which is told once', async () => {
  const { run, segment, refused } = upload(() => {
    throw new StoreError('there is no bucket s3://bucket', true, 'NoSuchBucket');
  });
  segment('a');
  for (let n = 0; n < 3; n++) await expect(run.flush(1)).rejects.toThrow('there is no bucket s3://bucket');
  expect(refused).toEqual(['there is no bucket s3://bucket']);
  run.stop();
});

test('a fifth of requests that fail loses nothing', async () => {
  vi.useFakeTimers();
  let count = 0;
  const { run, segment, texts } = upload(() => {
    count += 1;
    if (count % 5 === 0) throw new StoreError('the store answers 500', false);
  });
  for (let n = 0; n < 200; n++) {
    segment(`${n},`);
    const flushed = run.flush(n + 1);
    await vi.advanceTimersByTimeAsync(20_000);
    await flushed;
  }
  expect(texts().join('').replaceAll('head-', '')).toBe(Array.from({ length: 200 }, (_, n) => `${n},`).join(''));
  run.stop();
});
