// A small file of every form of event, damaged at every byte: the reader throws its own error and no other, ends, and
// gives no event that was not written.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type Corruption,
  EventFileError,
  type OnCorruption,
  type ReadEvent,
  readEvents,
  SummaryWriter,
} from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { maskedCrc32c } from '../../../src/tensorboard/files/crc32c.ts';
import { recordsOf } from '../events.ts';

// the bytes are the same in each run: where the last byte of a record equals the first of the next, either may be the lost one
const writer = new SummaryWriter({
  logdir: mkdtempSync(join(tmpdir(), 'corruption-')),
  purgeStep: 3,
  clock: () => 99,
});
writer.addScalar('a', 0.5, 1, 100);
writer.addScalar('a', 1.5, -2, 101);
writer.addHistogram('h', [1, 2], 2, [0, 1, 2], 102);
writer.addText('t', 'größer', 3, 103);
writer.addTensor('n', [[1, 2]], 4, 104);
writer.addImage('i', { data: new Uint8Array([1, 2]), shape: [1, 1, 2] }, 5, 105);
await writer.close();
const whole = readFileSync(writer.path!);
const plain = ({ offset: _, ...event }: ReadEvent): string =>
  JSON.stringify(event, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value));

interface Reading {
  readonly events: string[];
  readonly offsets: number[];
  readonly corruption: Corruption[];
  readonly error: unknown;
}

// in chunks, as a disk or a socket gives them
async function read(bytes: Uint8Array, onCorruption: OnCorruption): Promise<Reading> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97);
  }
  const [events, offsets, corruption]: [string[], number[], Corruption[]] = [[], [], []];
  let error: unknown;
  try {
    for await (const event of readEvents(chunks(), {
      onCorruption,
      reportCorruption: (found) => corruption.push(found),
    })) {
      events.push(plain(event));
      offsets.push(event.offset);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { events, offsets, corruption, error };
}

const good = await read(whole, 'throw');
// the first byte of each record, and of what would follow the last
const starts = [...good.offsets, whole.length];

/** @param intact how many bytes at the beginning are as they were written */
async function expectHonest(bytes: Uint8Array, intact: number): Promise<Reading> {
  const [thrown, stopped, resynced] = await Promise.all([
    read(bytes, 'throw'),
    read(bytes, 'stop'),
    read(bytes, 'resync'),
  ]);
  // what stands whole before the corruption is read in each mode
  const before = starts.filter((end) => end > 0 && end <= intact).length;
  for (const { events } of [thrown, stopped, resynced])
    expect(events.slice(0, before)).toEqual(good.events.slice(0, before));
  expect(thrown.corruption).toEqual([]);
  expect([stopped.error, resynced.error]).toEqual([undefined, undefined]);
  expect(stopped.events).toEqual(thrown.events);
  expect(stopped.corruption).toEqual(resynced.corruption.slice(0, 1));
  if (resynced.corruption.length === 0) expect(thrown.error).toBeUndefined();
  else {
    expect(thrown.error).toBeInstanceOf(EventFileError);
    const [{ offset, reason }] = resynced.corruption as [Corruption];
    expect((thrown.error as EventFileError).offset).toBe(offset);
    expect((thrown.error as EventFileError).message).toBe(`the stream is corrupt at byte ${offset}: ${reason}`);
    expect(offset).toBeGreaterThanOrEqual(Math.max(...starts.filter((start) => start <= intact)));
    expect(offset).toBeLessThan(bytes.length);
  }
  for (const event of resynced.events) expect(good.events).toContain(event);
  return resynced;
}

test('the sample file holds the events that the damage is compared with', () => {
  expect(good.error).toBeUndefined();
  expect(good.events).toHaveLength(8);
});

test('a bit flipped in every byte loses one event, which is named', async () => {
  for (let at = 0; at < whole.length; at++) {
    const bytes = Uint8Array.from(whole);
    bytes[at]! ^= 1 << (at % 8);
    const { events, corruption } = await expectHonest(bytes, at);
    const hit = starts.findLastIndex((start) => start <= at);
    expect(events).toEqual(good.events.filter((_, i) => i !== hit));
    expect(corruption.map(({ offset }) => offset)).toEqual([starts[hit]]);
  }
});

test('a file that is cut after any byte gives its whole events', async () => {
  for (let at = 0; at < whole.length; at++) {
    const { events, corruption } = await expectHonest(whole.subarray(0, at), at);
    const start = Math.max(...starts.filter((begin) => begin <= at));
    expect(events).toEqual(good.events.slice(0, starts.indexOf(start)));
    expect(corruption).toEqual(
      start === at ? [] : [{ offset: start, reason: `it ends ${at - start} bytes into a record` }],
    );
  }
});

test.each([1, 7, 60])('%d bytes removed at any offset lose only the events that they touch', async (count) => {
  for (let at = 0; at + count < whole.length; at++) {
    const bytes = Buffer.concat([whole.subarray(0, at), whole.subarray(at + count)]);
    const { events } = await expectHonest(bytes, at);
    // what begins after the gap is whole
    const after = starts.findIndex((start) => start >= at + count);
    expect(events.slice(events.length - (good.events.length - after))).toEqual(good.events.slice(after));
  }
});

test.each([1, 7, 60])('%d bytes doubled at any offset lose only the events that they touch', async (count) => {
  for (let at = 0; at + count <= whole.length; at++) {
    const bytes = Buffer.concat([whole.subarray(0, at + count), whole.subarray(at)]);
    const { events } = await expectHonest(bytes, at + count);
    const after = starts.findIndex((start) => start >= at + count);
    expect(events.slice(events.length - (good.events.length - after))).toEqual(good.events.slice(after));
    // as many as the bytes hold
    expect(events.length).toBeLessThanOrEqual(good.events.length + 1);
  }
});

test.each(['throw', 'stop', 'resync'] as const)(
  'what is framed well and is no event, when asked to %s',
  async (mode) => {
    const bytes = recordsOf([
      tensorboard.Event.encode({ step: 1 }).finish(),
      Uint8Array.of(0x0f, 1, 2),
      tensorboard.Event.encode({ step: 2 }).finish(),
    ]);
    const { events, corruption, error } = await read(bytes, mode);
    const steps = events.map((text) => JSON.parse(text).step);
    const at = { offset: 18, reason: 'a record holds no event' };
    expect({ steps, corruption, error: error && (error as Error).message }).toEqual(
      {
        throw: { steps: [1], corruption: [], error: 'the stream is corrupt at byte 18: a record holds no event' },
        stop: { steps: [1], corruption: [at], error: undefined },
        resync: { steps: [1, 2], corruption: [at], error: undefined },
      }[mode],
    );
  },
);

test('noise and zeros are reported as corruption', async () => {
  let state = 1;
  const noise = Uint8Array.from({ length: 5000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state & 255;
  });
  for (const bytes of [noise, new Uint8Array(5000), Buffer.concat([noise, whole])]) {
    const { events, corruption } = await read(bytes, 'resync');
    expect(corruption).toEqual([{ offset: 0, reason: 'the checksum of a length is wrong' }]);
    expect(events).toEqual(bytes.length > 5000 ? good.events : []);
  }
});

test('a length that no event can have is reported as corruption', async () => {
  const head = new DataView(new ArrayBuffer(12));
  head.setUint32(4, 1 << 20, true);
  head.setInt32(8, maskedCrc32c(new Uint8Array(head.buffer, 0, 8)), true);
  const { events, corruption } = await read(Buffer.concat([new Uint8Array(head.buffer), whole]), 'resync');
  expect(corruption).toEqual([{ offset: 0, reason: 'an event cannot have 4503599627370496 bytes' }]);
  expect(events).toEqual(good.events);
});
