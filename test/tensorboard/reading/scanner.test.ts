// Records among bytes that are none, found as a search by definition finds them, in time and memory that the bytes bound.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEventBatches } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { crc32c, crcAfterZeros, crcRegister, maskedCrc32c } from '../../../src/tensorboard/files/crc32c.ts';
import { Checksums } from '../../../src/tensorboard/reading/checksums.ts';

function head(length: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64LE(BigInt(length));
  bytes.writeInt32LE(maskedCrc32c(bytes, 0, 8), 8);
  return bytes;
}

function record(data: Uint8Array): Buffer {
  const tail = Buffer.alloc(4);
  tail.writeInt32LE(maskedCrc32c(data));
  return Buffer.concat([head(data.length), data, tail]);
}

const event = (step: number, size: number): Buffer =>
  record(tensorboard.Event.encode({ step, fileVersion: 'v'.repeat(size) }).finish());

/** The steps of the records in `bytes`, each offset tried by the definition of a record. */
function stepsIn(bytes: Buffer): number[] {
  const steps: number[] = [];
  for (let at = 0; at + 16 <= bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    const isHead = bytes.readInt32LE(at + 8) === maskedCrc32c(bytes, at, at + 8);
    const data = bytes.subarray(at + 12, at + 12 + length);
    const end = at + 16 + length;
    if (isHead && end <= bytes.length && bytes.readInt32LE(end - 4) === maskedCrc32c(data)) {
      // a record may hold no event
      try {
        steps.push(Number(tensorboard.Event.decode(data).step));
      } catch {}
      at = end;
    } else at += 1;
  }
  return steps;
}

async function read(bytes: Uint8Array, chunkBytes: number) {
  const chunks = function* () {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  };
  const [steps, corruption]: [number[], number[]] = [[], []];
  const options = {
    onCorruption: 'resync',
    reportCorruption: ({ offset }: { offset: number }) => corruption.push(offset),
  } as const;
  for await (const batch of readEventBatches(chunks(), options)) steps.push(...batch.map(({ step }) => step));
  return { steps, corruption };
}

const part = fc.oneof(
  fc.nat(2000).map((size) => Buffer.alloc(size)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  // sparse bytes: most offsets have the zeros of a length
  fc
    .tuple(fc.nat(600), fc.integer({ min: 1, max: 20 }))
    .map(([size, every]) => Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i % every === 0 ? 1 : 0)))),
  // heads of data that is none, which reach over what follows
  fc.array(fc.nat(3000), { maxLength: 40 }).map((lengths) => Buffer.concat(lengths.map(head))),
  fc.tuple(fc.nat(1000), fc.nat(1500)).map(([step, size]) => event(step, size)),
);

test('events between zeros, noise and false heads are those that a search by definition finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 4000 }), async (parts, chunk) => {
      const bytes = Buffer.concat(parts);
      expect((await read(bytes, chunk)).steps).toEqual(stepsIn(bytes));
    }),
    { numRuns: 300 },
  );
});

test('the checksum register after n zeros equals the one computed byte by byte', () => {
  for (const length of [0, 1, 7, 255, 256, 70_000])
    expect(crcAfterZeros(0x12345678, length) >>> 0).toBe(
      crcRegister(0x12345678, new Uint8Array(length), 0, length) >>> 0,
    );
  expect(~crcRegister(-1, Buffer.from('abcd'), 0, 4) >>> 0).toBe(crc32c(Buffer.from('abcd')));
});

test('checksums of overlapping ranges equal those of each range alone, while earlier bytes are dropped', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 151 + (i >> 8)) & 255);
  const checksums = new Checksums();
  // the first fails, so that what follows in it is taken from checkpoints
  expect(checksums.matches(bytes, 0, 0, bytes.length, 1)).toBe(false);
  for (let from = 1; from < 190_000; from += 137) {
    const to = Math.min(from + 300 + ((from * 7) % 9000), bytes.length);
    const base = Math.max(0, from - 50);
    const held = bytes.subarray(base);
    const masked = maskedCrc32c(bytes, from, to);
    expect(checksums.matches(held, base, from - base, to - base, masked)).toBe(true);
    expect(checksums.matches(held, base, from - base, to - base, masked ^ 1)).toBe(false);
  }
});

/** Seconds of CPU time, which a busy machine does not stretch. */
async function seconds(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test.each([
  ['all within one length', () => 360_000],
  ['lengths that end at the same byte', (i: number) => Math.max(0, 720_000 - 12 * i - 16)],
  ['each ended by a good record', undefined],
])('60,000 false heads, %s, are passed in time that grows with the file', async (_, lengthOf) => {
  const bytes = lengthOf
    ? Buffer.concat(Array.from({ length: 60_000 }, (_, i) => head(lengthOf(i))))
    : Buffer.concat(Array.from({ length: 20_000 }, (_, i) => Buffer.concat([head(340_000), event(i, 3)])));
  // 41 seconds when each length was summed anew
  expect(await seconds(() => read(bytes, 1 << 16))).toBeLessThan(8);
  const { steps } = await read(bytes, 1 << 16);
  expect(steps).toEqual(lengthOf ? [] : Array.from({ length: 20_000 }, (_, i) => i));
});

test('64 MB of zeros are passed at more than 100 MB a second of CPU time', async () => {
  const zeros = new Uint8Array(1 << 26);
  const last = event(5, 3);
  const bytes = Buffer.concat([zeros, last]);
  expect(await seconds(() => read(bytes, 1 << 18))).toBeLessThan(0.67);
  expect(await read(bytes, 1 << 18)).toEqual({ steps: [5], corruption: [0] });
});
