// What the calls of the writer wrote is what the reader reads.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryStorage, type ReadEvent, readEvents, SummaryWriter } from '../../../src/index.ts';

const number = fc.double();
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const numbers = fc.array(number, { minLength: 1, maxLength: 6 });

/** A call, and the value that is read of it but for tag and plugin. */
type Call = readonly [plugin: string, call: (writer: SummaryWriter, tag: string, at: At) => void, read: object];
type At = readonly [step: number, wallTime: number];

const scalar = number.map(
  (value): Call => [
    'scalars',
    (writer, tag, at) => writer.addScalar(tag, value, ...at),
    { scalar: Math.fround(value) },
  ],
);
const described = fc
  .tuple(number, fc.string({ minLength: 1 }), text)
  .map(
    ([value, displayName, description]): Call => [
      'scalars',
      (writer, tag, at) => writer.addScalar(tag, new Float64Array([value]), ...at, displayName, description),
      { scalar: Math.fround(value), displayName, ...(description && { description }), dataClass: 'scalar' },
    ],
  );
const count = fc.double({ min: 0, max: 1e38, noNaN: true });
const extreme = fc.double({ min: -1e38, max: 1e38, noNaN: true });
const histogram = fc.tuple(extreme, number, fc.array(count, { maxLength: 6 })).map(([min, sum, bucket]): Call => {
  const limits = bucket.map((_, i) => i);
  return [
    'histograms',
    (writer, tag, at) => writer.addHistogramRaw(tag, min, 2, 3, sum, 4, limits, bucket, ...at),
    { histogram: { min, max: 2, num: 3, sum, sumSquares: 4, bucketLimit: limits, bucket } },
  ];
});
const tensor = fc
  .oneof(
    numbers.map(
      (values) => [values, { dtype: 'float64', shape: [values.length], values: Float64Array.from(values) }] as const,
    ),
    fc
      .float32Array({ maxLength: 6 })
      .map((values) => [values, { dtype: 'float32', shape: [values.length], values }] as const),
    fc
      .int16Array({ maxLength: 6 })
      .map((values) => [values, { dtype: 'int16', shape: [values.length], values }] as const),
    fc
      .boolean()
      .map((value) => [[[value]], { dtype: 'bool', shape: [1, 1], values: Uint8Array.of(Number(value)) }] as const),
  )
  .map(
    ([values, read]): Call => [
      'tensor',
      (writer, tag, at) => writer.addTensor(tag, values, ...at),
      { tensor: read, dataClass: 'tensor' },
    ],
  );
const curve = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }).map(
  (row): Call => [
    'pr_curves',
    (writer, tag, [step, wallTime]) =>
      writer.addPrCurveRaw(tag, row, row, row, row, row, row, step, undefined, undefined, wallTime),
    {
      // version 0 is left out
      content: Uint8Array.of(0x10, row.length),
      tensor: { dtype: 'float32', shape: [6, row.length], values: Float32Array.from(Array(6).fill(row).flat()) },
      dataClass: 'tensor',
    },
  ],
);

test('the reader gives what any sequence of calls wrote', async () => {
  const call = fc.tuple(
    fc.oneof(scalar, described, histogram, tensor, curve),
    fc.tuple(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -99_999_999_999, max: 99_999_999_999 })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 12 }), async (calls) => {
      const storage = memoryStorage();
      const writer = new SummaryWriter({ logdir: 'logs', storage });
      calls.forEach(([[, write], at], n) => {
        write(writer, `tag ${n}`, at);
      });
      await writer.close();
      const [file] = storage.files().values();
      const found: ReadEvent[] = [];
      for await (const event of readEvents(
        (async function* () {
          yield file!;
        })(),
      ))
        found.push(event);
      expect(found.slice(1).map(({ step, wallTime, values }) => ({ step, wallTime, values }))).toEqual(
        calls.map(([[plugin, , read], [step, wallTime]], n) => ({
          step,
          wallTime,
          values: [{ tag: `tag ${n}`, plugin, ...read }],
        })),
      );
    }),
  );
});
