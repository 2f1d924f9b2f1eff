// The hand-written event of a scalar is what protobuf writes.
import { expect, test } from 'vitest';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { scalarEvent } from '../../../src/tensorboard/summaries/scalar.ts';

const tags = ['', 'loss', 'train/loss über alles', 'x'.repeat(120), 'y'.repeat(500)];
const values = [0, -0, 1, 1 / 3, -1e38, 1e300, Number.NaN, Number.POSITIVE_INFINITY];
const steps = [
  -1,
  -300,
  Number.MIN_SAFE_INTEGER,
  0,
  1,
  127,
  128,
  16_383,
  16_384,
  2 ** 31,
  2 ** 32 + 7,
  Number.MAX_SAFE_INTEGER,
];
const times = [0, 1_795_517_757.25, -1.5];

test.each(tags)('%s', (tag) => {
  for (const value of values)
    for (const step of steps)
      for (const wallTime of times) {
        const expected = tensorboard.Event.encode({
          wallTime,
          step,
          summary: { value: [{ tag, simpleValue: value }] },
        }).finish();
        const { length, write } = scalarEvent(tag, value, step, wallTime);
        const bytes = new Uint8Array(length + 3);
        write(bytes, new DataView(bytes.buffer), 3);
        expect(Buffer.compare(bytes.subarray(3), expected), `${value} ${step} ${wallTime}`).toBe(0);
      }
});
