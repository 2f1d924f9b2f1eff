// How long requests that read a store are tried.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRetries } from '../../../src/storage/s3/retryReads.ts';
import { StoreError } from '../../../src/storage/s3/storeError.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

const busy = new StoreError('the store is busy', false);

/** Seconds until a request that always fails is given up. */
async function secondsOf(sent: Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const given = sent.then(
    () => Number.NaN,
    () => (performance.now() - begun) / 1000,
  );
  await vi.advanceTimersByTimeAsync(120_000);
  return given;
}

test('a store is tried for 15 s until it answers, and for a minute after that', async () => {
  const send = readRetries();
  const fail = vi.fn().mockRejectedValue(busy);
  const before = await secondsOf(send(fail));
  expect(before).toBeGreaterThan(8);
  expect(before).toBeLessThanOrEqual(15);
  expect(fail.mock.calls.length).toBeGreaterThan(4);
  expect(await send(async () => 'bytes')).toBe('bytes');
  const after = await secondsOf(send(fail));
  expect(after).toBeGreaterThan(50);
  expect(after).toBeLessThanOrEqual(60);
  // another store may be away all the same
  expect(await secondsOf(readRetries()(fail))).toBeLessThanOrEqual(15);
});

test('a request that stalled for 20 s is sent again to a store that answered before', async () => {
  const send = readRetries();
  const stall = () => new Promise<never>((_, reject) => setTimeout(() => reject(busy), 20_000));
  expect(await secondsOf(send(stall))).toBe(20);
  await send(async () => undefined);
  const request = vi.fn(async () => 'bytes').mockImplementationOnce(stall);
  const sent = send(request);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await sent).toBe('bytes');
});

test('an error that another try does not mend is thrown at once', async () => {
  const send = readRetries();
  await send(async () => undefined);
  const refused = new StoreError('there is no bucket', true);
  await expect(send(() => Promise.reject(refused))).rejects.toBe(refused);
  await expect(send(() => Promise.reject(new TypeError('a fault')))).rejects.toThrow('a fault');
});
