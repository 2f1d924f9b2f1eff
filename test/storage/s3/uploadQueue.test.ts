// What the queue of a process knows of runs that ended.
import { existsSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { SpoolWriter } from '../../../src/storage/s3/spoolWriter.ts';
import { StoreError } from '../../../src/storage/s3/storeError.ts';
import { UploadQueue } from '../../../src/storage/s3/uploadQueue.ts';
import { contextOf, memoryStore, newSpool, ownSpools } from './spools.ts';

const root = ownSpools();
afterAll(() => rmSync(root, { recursive: true }));

function sealedSpool(key: string): string {
  const folder = newSpool(key);
  const spool = new SpoolWriter(folder, { segmentBytes: 1000, segmentSeconds: undefined });
  spool.append(Buffer.from('a'));
  spool.seal();
  return folder;
}

test('a closed run that is sent is told as ended once, and is not among those that are left', async () => {
  const ended: number[] = [];
  const { store, texts } = memoryStore();
  const queue = new UploadQueue(contextOf(store, { ended: (id) => void ended.push(id) }));
  const folder = sealedSpool('sent');
  queue.open(1, folder, 1000);
  queue.close(1);
  await expect.poll(() => ended).toEqual([1]);
  expect(existsSync(folder)).toBe(false);
  expect(await queue.drain()).toEqual([]);
  await queue.flush(1, 1);
  expect({ ended, texts: texts() }).toEqual({ ended: [1], texts: ['head-a'] });
});

test('a closed run that the store refuses is left, and is not told as ended', async () => {
  const ended: number[] = [];
  const { store } = memoryStore(() => {
    throw new StoreError('there is no bucket s3://bucket', true, 'NoSuchBucket');
  });
  const queue = new UploadQueue(contextOf(store, { ended: (id) => void ended.push(id) }));
  queue.open(1, sealedSpool('refused'), 1000);
  queue.close(1);
  expect(await queue.drain()).toEqual([1]);
  expect(ended).toEqual([]);
  queue.discard(1);
});
