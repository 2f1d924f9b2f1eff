// What the writer wrote is what the reader reads; damage anywhere gives its own error and never an event that was not.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventFileError, type OnDamage, type ReadEvent, readEvents, SummaryWriter } from '../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'events-'));

async function all(source: string | Uint8Array, onDamage: OnDamage = 'throw', chunk = 1 << 20) {
  const damage: { offset: number; reason: string }[] = [];
  const found: ReadEvent[] = [];
  async function* chunks(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const from = typeof source === 'string' ? source : chunks(source);
  for await (const event of readEvents(from, { onDamage, damaged: (d) => damage.push(d) })) found.push(event);
  return { found, damage };
}

async function written(add: (writer: SummaryWriter) => void): Promise<string> {
  const writer = new SummaryWriter({ logdir: folder });
  add(writer);
  await writer.close();
  return writer.path!;
}

const number = fc.double({ noDefaultInfinity: false });
const scalars = fc.array(
  fc.record({
    tag: fc.string({ unit: 'grapheme' }),
    value: number,
    step: fc.maxSafeInteger(),
    wallTime: fc.double({ noNaN: true }),
  }),
  { maxLength: 20 },
);

test('read(write(events)) = events', async () => {
  await fc.assert(
    fc.asyncProperty(scalars, fc.integer({ min: 1, max: 40 }), async (events, chunk) => {
      const path = await written((writer) => {
        for (const { tag, value, step, wallTime } of events) writer.addScalar(tag, value, step, wallTime);
      });
      const { found, damage } = await all(readFileSync(path), 'throw', chunk);
      expect(damage).toEqual([]);
      expect(found[0]!.fileVersion).toBe('brain.Event:2');
      expect(found.slice(1).map(({ wallTime, step, values }) => ({ wallTime, step, values }))).toEqual(
        events.map(({ tag, value, step, wallTime }) => ({
          wallTime,
          step,
          values: [{ tag, plugin: 'scalars', scalar: Math.fround(value) }],
        })),
      );
    }),
    { numRuns: 60 },
  );
});

test('histograms, text and graphs', async () => {
  const path = await written((writer) => {
    writer.addHistogram('w', [1, 2, 3], 1, [0, 2, 4], 10);
    writer.addText('note', 'größer', 2, 11);
    writer.addGraph((x) => x, [1, 2]);
  });
  const { found } = await all(path);
  expect(found[1]!.values).toEqual([
    {
      tag: 'w',
      plugin: 'histograms',
      histogram: { min: 1, max: 3, num: 3, sum: 6, sumSquares: 14, bucketLimit: [0, 2, 4], bucket: [0, 1, 2] },
    },
  ]);
  expect(found[2]!.values).toEqual([{ tag: 'note/text_summary', plugin: 'text', dataClass: 'tensor', text: 'größer' }]);
  expect(found[3]!.graph!.length).toBeGreaterThan(10);
});

const small = await written((writer) => {
  for (let step = 0; step < 3; step++) writer.addScalar('a', step, step, 100 + step);
});
const whole = readFileSync(small);
const good = (await all(small)).found.map(({ offset: _, ...event }) => JSON.stringify(event));

// in order, each at most as often as the bytes hold it
async function expectHonest(bytes: Uint8Array, most: number): Promise<void> {
  const { found, damage } = await all(bytes, 'resync');
  const read = found.map(({ offset: _, ...event }) => JSON.stringify(event));
  for (const event of read) expect(good).toContain(event);
  expect(read.length).toBeLessThanOrEqual(most);
  const stopped = await all(bytes, 'stop');
  expect(stopped.found.length).toBeLessThanOrEqual(read.length);
  const thrown = await all(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (damage.length === 0) expect(thrown).toBeUndefined();
  else expect(thrown).toBeInstanceOf(EventFileError);
}

test('a flipped byte at every place', async () => {
  for (let at = 0; at < whole.length; at++) {
    const bytes = Uint8Array.from(whole);
    bytes[at]! ^= 1 << (at % 8);
    await expectHonest(bytes, good.length - 1);
    const { found, damage } = await all(bytes, 'resync');
    // one record is lost and no other
    expect([found.length, damage.length]).toEqual([good.length - 1, 1]);
  }
});

test('cut at every place, and bytes doubled at every place', async () => {
  for (let at = 0; at < whole.length; at++) {
    await expectHonest(whole.subarray(0, at), good.length);
    await expectHonest(Buffer.concat([whole.subarray(0, at), whole.subarray(Math.max(0, at - 5))]), good.length + 1);
  }
});

test('where and why', async () => {
  const path = join(folder, 'cut');
  writeFileSync(path, whole.subarray(0, whole.length - 3));
  const { found, damage } = await all(path, 'stop');
  const last = (await all(small)).found.at(-1)!.offset;
  expect(found).toHaveLength(good.length - 1);
  expect(damage).toEqual([{ offset: last, reason: `it ends ${whole.length - 3 - last} bytes into a record` }]);
  await expect(all(path)).rejects.toThrow(`${path} is damaged at byte ${last}: it ends`);
});
