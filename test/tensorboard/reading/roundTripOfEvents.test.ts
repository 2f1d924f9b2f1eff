// Events that a writer wrote, read back: drawn ones, and the forms of other writers.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as inBrowser from '../../../src/browser.ts';
import { memoryStorage, readEvents, SummaryWriter } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { recordsOf } from '../events.ts';
import { anyEvent } from './eventCases.ts';
import { readAll, written } from './readAll.ts';

const number = fc.double({ noDefaultInfinity: false });
const scalars = fc.array(
  fc.record({
    tag: fc.string({ unit: 'grapheme' }),
    value: number,
    step: fc.maxSafeInteger(),
    wallTime: fc.double({ noNaN: true, min: -99_999_999_999, max: 99_999_999_999 }),
  }),
  { maxLength: 20 },
);

test('events that were written are read back', async () => {
  await fc.assert(
    fc.asyncProperty(scalars, fc.integer({ min: 1, max: 40 }), async (events, chunk) => {
      const path = await written((writer) => {
        for (const { tag, value, step, wallTime } of events) writer.addScalar(tag, value, step, wallTime);
      });
      const { found, corruption } = await readAll(readFileSync(path), 'throw', chunk);
      expect(corruption).toEqual([]);
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

const { DataType } = tensorboard;

test('events of every kind, of any writer, are read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), async (events, chunk) => {
      const bytes = recordsOf(events.map(([event]) => tensorboard.Event.encode(event).finish()));
      const { found } = await readAll(bytes, 'throw', chunk);
      expect(found.map(({ offset: _, ...event }) => event)).toEqual(events.map(([, read]) => read));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['DT_HALF', { halfVal: [0x3e00] }, 1.5],
  ['DT_BFLOAT16', { halfVal: [0x3fc0] }, 1.5],
  ['DT_FLOAT', { floatVal: [1.5] }, 1.5],
  ['DT_DOUBLE', { doubleVal: [0.1] }, 0.1],
  ['DT_INT8', { intVal: [-3] }, -3],
  ['DT_INT64', { int64Val: [-7] }, -7],
  ['DT_UINT64', { uint64Val: [7] }, 7],
  ['DT_BOOL', { boolVal: [true] }, 1],
  ['DT_COMPLEX64', { scomplexVal: [1, 2] }, undefined],
  ['DT_STRING', { stringVal: [Buffer.from('1')] }, undefined],
  ['DT_RESOURCE', {}, undefined],
] as const)(
  'a tensor of one %s for the page of scalars is a scalar if it is a number',
  async (dtype, listed, scalar) => {
    const tensor = { dtype: DataType[dtype], tensorShape: {}, ...listed };
    const metadata = { pluginData: { pluginName: 'scalars' } };
    const event = { summary: { value: [{ tag: 'loss', metadata, tensor: tensor as tensorboard.ITensorProto }] } };
    const { found } = await readAll(recordsOf([tensorboard.Event.encode(event).finish()]));
    expect(found[0]!.values[0]!.scalar).toBe(scalar);
  },
);

test('values that TensorFlow 2 stores as tensors are read by their plugin', async () => {
  const messages: Uint8Array[] = [];
  const utf8 = new TextEncoder();
  const put = (tag: string, pluginName: string, tensor: tensorboard.ITensorProto, named = true) =>
    messages.push(
      tensorboard.Event.encode({
        summary: { value: [{ tag, ...(named && { metadata: { pluginData: { pluginName } } }), tensor }] },
      }).finish(),
    );
  const shape = (...sizes: number[]) => ({ tensorShape: { dim: sizes.map((size) => ({ size })) } });
  const strings = (...texts: string[]) => ({
    dtype: DataType.DT_STRING,
    stringVal: texts.map((text) => utf8.encode(text)),
  });
  put('loss', 'scalars', { dtype: DataType.DT_FLOAT, ...shape(), floatVal: [0.5] });
  // a tag's plugin may stand in its first event alone
  put('loss', 'scalars', { dtype: DataType.DT_FLOAT, ...shape(), floatVal: [0.25] }, false);
  put('w', 'histograms', { dtype: DataType.DT_DOUBLE, ...shape(2, 3), doubleVal: [0, 1, 4, 1, 2, 6] });
  put('i', 'images', { ...strings('4', '2', 'png one', 'png two'), ...shape(4) });
  put('a', 'audio', { ...strings('wav', 'label'), ...shape(1, 2) });
  put('t', 'text', { ...strings('größer'), ...shape() });
  put('same', 'mine', { dtype: DataType.DT_INT32, ...shape(3), intVal: [7] });
  const { found } = await readAll(recordsOf(messages));
  expect(found.map((event) => event.values[0])).toEqual([
    { tag: 'loss', plugin: 'scalars', scalar: 0.5 },
    { tag: 'loss', plugin: 'scalars', scalar: 0.25 },
    {
      tag: 'w',
      plugin: 'histograms',
      histogram: { min: 0, max: 2, num: 10, bucketLimit: [1, 2], bucket: [4, 6] },
    },
    {
      tag: 'i',
      plugin: 'images',
      images: ['png one', 'png two'].map((png) => ({ width: 4, height: 2, encoded: utf8.encode(png) })),
    },
    { tag: 'a', plugin: 'audio', audio: [{ encoded: utf8.encode('wav'), label: 'label' }] },
    { tag: 't', plugin: 'text', text: 'größer' },
    // the last number stands for those that are left out
    { tag: 'same', plugin: 'mine', tensor: { dtype: 'int32', shape: [3], values: Int32Array.of(7, 7, 7) } },
  ]);
});

test('a tensor that claims more numbers than its event holds is an error', async () => {
  const tensor = { dtype: DataType.DT_FLOAT, tensorShape: { dim: [{ size: 2 ** 40 }] }, floatVal: [1] };
  const message = tensorboard.Event.encode({ summary: { value: [{ tag: 'x', tensor }] } }).finish();
  await expect(readAll(recordsOf([message]))).rejects.toThrow('at byte 0: a record holds no event');
});

test('events are read from bytes, from chunks, and by the browser build', async () => {
  const storage = memoryStorage();
  const writer = new SummaryWriter({ storage });
  writer.addScalar('a', 1, 2, 3);
  await writer.close();
  const bytes = [...storage.files().values()][0]!;
  for (const source of [bytes, [bytes.subarray(0, 30), bytes.subarray(30)]])
    for (const read of [readEvents, inBrowser.readEvents]) {
      const found = [];
      for await (const { values } of read(source)) found.push(...values);
      expect(found).toEqual([{ tag: 'a', plugin: 'scalars', scalar: 1 }]);
    }
});
