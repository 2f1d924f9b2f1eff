// The reader of scalars by hand, held against protobuf's decoder.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { eventReader } from '../../../src/tensorboard/reading/readEvent.ts';
import { TagMetadata } from '../../../src/tensorboard/reading/readValue.ts';
import { eventOfScalars, scalarReader } from '../../../src/tensorboard/reading/scalarReader.ts';

const read = scalarReader();
const byHand = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const event = read(bytes, view, 0, bytes.length);
  return event && eventOfScalars(event, 7);
};
const decoded = (bytes: Uint8Array) => eventReader(new TagMetadata())(bytes, 7);

const tag = fc.oneof(fc.constantFrom('loss', 'train/loss', 'größe'), fc.string({ unit: 'grapheme', maxLength: 200 }));
const step = fc.oneof(fc.nat(), fc.maxSafeInteger(), fc.constantFrom(0, 127, 128, 2 ** 31, 2 ** 49, 2 ** 53 - 1, -1));
const values = fc.array(fc.record({ tag, simpleValue: fc.float() }), { maxLength: 4 });
const event = fc.record({ wallTime: fc.double(), step, values }).map(({ wallTime, step, values }) => ({
  isPlain: step >= 0 && step < 2 ** 49,
  bytes: new Uint8Array(tensorboard.Event.encode({ wallTime, step, summary: { value: values } }).finish()),
}));

test('events of scalars are read as protobuf reads them', () => {
  fc.assert(
    fc.property(event, ({ bytes, isPlain }) => {
      const found = byHand(bytes);
      if (isPlain) expect(found).toBeDefined();
      if (found) expect(found).toEqual(decoded(bytes));
    }),
    { numRuns: 1000 },
  );
});

test('an event with damaged bytes is read as protobuf reads it, or left to protobuf', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(event, damage, fc.nat(3), ({ bytes }, changes, lost) => {
      const damaged = bytes.slice(0, bytes.length - lost);
      for (const [at, byte] of changes) damaged[at % damaged.length] = byte;
      const found = byHand(damaged);
      if (found) expect(found).toEqual(decoded(damaged));
    }),
    { numRuns: 3000 },
  );
});
