// A file that is read while it grows, by several calls at once, or with an end that is cut.
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readEvents } from '../../../src/index.ts';
import { recordsOf } from '../events.ts';
import { folder, readAll, written } from './readAll.ts';

test('a growing file is followed, also through records that come in parts, until the reader is closed', async () => {
  const path = await written((writer) => writer.addScalar('a', 0, 0, 100));
  const bytes = readFileSync(path);
  const first = (await readAll(path)).found[1]!.offset;
  const growing = join(folder, 'growing');
  writeFileSync(growing, bytes.subarray(0, first + 5));
  const stop = new AbortController();
  const following = readEvents(growing, { follow: true, signal: stop.signal });
  expect((await following.next()).value.fileVersion).toBe('brain.Event:2');
  const second = following.next();
  appendFileSync(growing, bytes.subarray(first + 5, first + 20));
  appendFileSync(growing, bytes.subarray(first + 20));
  expect((await second).value.step).toBe(0);
  const end = following.next();
  stop.abort();
  expect(await end).toEqual({ done: true, value: undefined });

  const again = readEvents(growing, { follow: true });
  for (let n = 0; n < 2; n++) await again.next();
  truncateSync(growing, first);
  await expect(again.next()).rejects.toThrow(
    `${growing} is corrupt at byte ${first}: it was cut there while it was read`,
  );
});

test('a step that no number of JavaScript has is rounded with one warning', async () => {
  const steps = [2n ** 53n - 1n, -(2n ** 53n) + 1n, 2n ** 53n + 1n, 2n ** 63n - 1n];
  // field 2 as a varint of 64 bits, which no number can give to the encoder
  const event = (step: bigint): Uint8Array => {
    const bytes = [2 << 3];
    for (let rest = BigInt.asUintN(64, step); ; rest >>= 7n) {
      bytes.push(Number(rest & 127n) | (rest > 127n ? 128 : 0));
      if (rest <= 127n) return Uint8Array.from(bytes);
    }
  };
  const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
  const { found } = await readAll(recordsOf(steps.slice(0, 2).map(event)));
  expect(warned).not.toHaveBeenCalled();
  found.push(...(await readAll(recordsOf(steps.slice(2).map(event)))).found);
  expect(found.map(({ step }) => step)).toEqual(steps.map(Number));
  expect(warned.mock.calls).toEqual([['steps from 2^53 on are rounded', 'GmlpVizWarning']]);
  warned.mockRestore();
});

test('calls of next that overlap are answered in turn, and return ends', async () => {
  const path = await written((writer) => {
    for (let step = 0; step < 5; step++) writer.addScalar('a', step, step, 100);
  });
  const reading = readEvents(path);
  const [head, ...rest] = await Promise.all(Array.from({ length: 7 }, () => reading.next()));
  expect(head!.value.fileVersion).toBe('brain.Event:2');
  expect(rest.map(({ value, done }) => (done ? 'end' : value.step))).toEqual([0, 1, 2, 3, 4, 'end']);
  const left = readEvents(path);
  await left.next();
  expect(await left.return!()).toEqual({ done: true, value: undefined });
  expect(await left.next()).toEqual({ done: true, value: undefined });
});

test.each([
  [
    () => readEvents((async function* () {})(), { follow: true }),
    'follow needs a path: a stream ends when its writer ends it',
  ],
  [
    () =>
      readEvents(
        (async function* () {
          yield 'text' as never;
        })(),
      ),
    'the stream must give bytes, got string',
  ],
  [
    () => readEvents(small, { onCorruption: 'skip' as never }),
    'unknown onCorruption: skip (did you mean stop? one of throw, stop, resync)',
  ],
])('readEvents refuses %s', async (reading, clause) => {
  await expect(reading().next()).rejects.toThrow(clause);
});

const small = await written((writer) => {
  for (let step = 0; step < 3; step++) writer.addScalar('a', step, step, 100 + step);
});
const whole = readFileSync(small);
const good = (await readAll(small)).found;

test('an error names the file, the offset and the reason', async () => {
  const path = join(folder, 'cut');
  writeFileSync(path, whole.subarray(0, whole.length - 3));
  const { found, corruption } = await readAll(path, 'stop');
  const last = (await readAll(small)).found.at(-1)!.offset;
  expect(found).toHaveLength(good.length - 1);
  expect(corruption).toEqual([{ offset: last, reason: `it ends ${whole.length - 3 - last} bytes into a record` }]);
  await expect(readAll(path)).rejects.toThrow(`${path} is corrupt at byte ${last}: it ends`);
});
