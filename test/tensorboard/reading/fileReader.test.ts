// What the writer wrote is what the reader reads; corruption anywhere gives its own error and never an event that was not.
import { appendFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as inBrowser from '../../../src/browser.ts';
import { memoryStorage, type OnCorruption, type ReadEvent, readEvents, SummaryWriter } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { recordsOf } from '../events.ts';

const folder = mkdtempSync(join(tmpdir(), 'events-'));

async function all(source: string | Uint8Array, onCorruption: OnCorruption = 'throw', chunk = 1 << 20) {
  const corruption: { offset: number; reason: string }[] = [];
  const found: ReadEvent[] = [];
  async function* chunks(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const from = typeof source === 'string' ? source : chunks(source);
  for await (const event of readEvents(from, { onCorruption, reportCorruption: (d) => corruption.push(d) }))
    found.push(event);
  return { found, corruption };
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
      const { found, corruption } = await all(readFileSync(path), 'throw', chunk);
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

const bytes = fc.uint8Array({ maxLength: 40 });
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const count = fc.nat({ max: 1_000_000 });
const some = <T>(part: fc.Arbitrary<T>) => fc.option(part, { nil: undefined });
const { DataType, DataClass } = tensorboard;

/** What protobuf is given, and what is read of it. */
type Case<T> = readonly [written: T, read: object];

// every dtype in both of its forms: listed one by one, and as bytes
const numberTensor: fc.Arbitrary<Case<tensorboard.ITensorProto>> = fc
  .constantFrom(
    ['DT_FLOAT', 'float32', 'floatVal', Float32Array],
    ['DT_DOUBLE', 'float64', 'doubleVal', Float64Array],
    ['DT_COMPLEX128', 'complex128', 'dcomplexVal', Float64Array],
    ['DT_INT8', 'int8', 'intVal', Int8Array],
    ['DT_UINT8', 'uint8', 'intVal', Uint8Array],
    ['DT_INT16', 'int16', 'intVal', Int16Array],
    ['DT_UINT16', 'uint16', 'intVal', Uint16Array],
    ['DT_INT32', 'int32', 'intVal', Int32Array],
    ['DT_UINT32', 'uint32', 'uint32Val', Uint32Array],
    ['DT_BOOL', 'bool', 'boolVal', Uint8Array],
  )
  .chain(([name, dtype, field, Numbers]) =>
    fc.tuple(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 6 }), fc.boolean()).map(([numbers, packed]) => {
      const values = Numbers.from(numbers);
      const shape = dtype === 'complex128' ? [values.length >> 1] : [values.length];
      const whole = dtype === 'complex128' ? values.subarray(0, shape[0]! * 2) : values;
      return [
        {
          dtype: DataType[name as keyof typeof DataType],
          tensorShape: { dim: shape.map((size) => ({ size })) },
          ...(packed
            ? { tensorContent: new Uint8Array(whole.slice().buffer) }
            : { [field]: field === 'boolVal' ? Array.from(whole, Boolean) : Array.from(whole) }),
        },
        { dtype, shape, values: whole },
      ] as const;
    }),
  );
const textTensor: fc.Arbitrary<Case<tensorboard.ITensorProto>> = fc
  .array(bytes, { minLength: 2, maxLength: 3 })
  .map((stringVal) => [
    { dtype: DataType.DT_STRING, tensorShape: { dim: [{ size: stringVal.length }] }, stringVal },
    { dtype: 'string', shape: [stringVal.length], values: stringVal },
  ]);

const metadata: fc.Arbitrary<Case<tensorboard.ISummaryMetadata>> = fc
  .record({
    pluginName: fc.constantFrom('mesh', 'hparams', 'of_my_own'),
    content: bytes,
    displayName: text,
    description: text,
  })
  .map(({ pluginName, content, displayName, description }) => [
    {
      pluginData: { pluginName, content },
      displayName,
      summaryDescription: description,
      dataClass: DataClass.DATA_CLASS_TENSOR,
    },
    {
      plugin: pluginName,
      dataClass: 'tensor',
      ...(content.length > 0 && { content }),
      ...(displayName && { displayName }),
      ...(description && { description }),
    },
  ]);

const values: fc.Arbitrary<Case<tensorboard.Summary.IValue>> = fc.oneof(
  number.map((simpleValue): Case<object> => [{ simpleValue }, { plugin: 'scalars', scalar: Math.fround(simpleValue) }]),
  fc.tuple(number, fc.array(number, { maxLength: 5 })).map(([sum, bucket]): Case<object> => {
    const histogram = { min: -1, max: 2, num: 3, sum, sumSquares: 5, bucketLimit: bucket.map((_, i) => i), bucket };
    const { bucketLimit, ...rest } = histogram;
    return [{ histo: { ...rest, bucketLimit } }, { plugin: 'histograms', histogram }];
  }),
  fc
    .record({ width: count, height: count, colorspace: fc.integer({ min: 1, max: 4 }), encodedImageString: bytes })
    .map((image): Case<object> => {
      const { width, height, colorspace: channels, encodedImageString: encoded } = image;
      return [{ image }, { plugin: 'images', images: [{ width, height, channels, encoded }] }];
    }),
  fc
    .record({
      sampleRate: count,
      numChannels: count,
      lengthFrames: count,
      encodedAudioString: bytes,
      contentType: text,
    })
    .map((audio): Case<object> => {
      const {
        sampleRate,
        numChannels: channels,
        lengthFrames: frames,
        contentType,
        encodedAudioString: encoded,
      } = audio;
      return [
        { audio: { ...audio, sampleRate: Math.fround(sampleRate) } },
        { plugin: 'audio', audio: [{ sampleRateHz: Math.fround(sampleRate), channels, frames, contentType, encoded }] },
      ];
    }),
  fc.tuple(fc.oneof(numberTensor, textTensor), metadata).map(
    ([[tensor, readTensor], [said, read]]): Case<object> => [
      { tensor, metadata: said },
      { ...read, tensor: readTensor },
    ],
  ),
);

const tagged = fc
  .array(values, { maxLength: 3 })
  .map(
    (list): Case<tensorboard.IEvent> => [
      { summary: { value: list.map(([value], i) => ({ tag: `tag ${i}`, ...value })) } },
      { values: list.map(([, read], i) => ({ tag: `tag ${i}`, ...read })) },
    ],
  );
const others = fc.oneof(
  bytes.map((graphDef): Case<tensorboard.IEvent> => [{ graphDef }, { graph: graphDef }]),
  bytes.map((metaGraphDef): Case<tensorboard.IEvent> => [{ metaGraphDef }, { metaGraph: metaGraphDef }]),
  fc
    .tuple(text, bytes)
    .map(
      ([tag, runMetadata]): Case<tensorboard.IEvent> => [
        { taggedRunMetadata: { tag, runMetadata } },
        { runMetadata: { tag, bytes: runMetadata } },
      ],
    ),
  fc
    .tuple(fc.constantFrom('start', 'stop', 'checkpoint'), text, text)
    .map(
      ([status, checkpointPath, msg]): Case<tensorboard.IEvent> => [
        { sessionLog: { status: { start: 1, stop: 2, checkpoint: 3 }[status], checkpointPath, msg } },
        { session: { status, checkpointPath, message: msg } },
      ],
    ),
  text.map(
    (message): Case<tensorboard.IEvent> => [
      { logMessage: { level: 30, message } },
      { log: { level: 'warn', message } },
    ],
  ),
  fc.tuple(text, text).map(
    ([fileVersion, writer]): Case<tensorboard.IEvent> => [
      { fileVersion, sourceMetadata: { writer } },
      { ...(fileVersion && { fileVersion }), ...(writer && { writer }) },
    ],
  ),
);
const anyEvent = fc.tuple(fc.oneof(tagged, others), some(fc.maxSafeInteger()), some(fc.double({ noNaN: true }))).map(
  ([[event, read], step, wallTime]): Case<tensorboard.IEvent> => [
    { ...event, ...(step !== undefined && { step }), ...(wallTime !== undefined && { wallTime }) },
    // 0 and -0 are not told apart where a field is left out
    { values: [], step: step ?? 0, wallTime: wallTime ?? 0, ...read },
  ],
);

test('events of every kind, of any writer, are read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, { maxLength: 8 }), fc.integer({ min: 1, max: 200 }), async (events, chunk) => {
      const bytes = recordsOf(events.map(([event]) => tensorboard.Event.encode(event).finish()));
      const { found } = await all(bytes, 'throw', chunk);
      expect(found.map(({ offset: _, ...event }) => event)).toEqual(events.map(([, read]) => read));
    }),
    { numRuns: 300 },
  );
});

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
  const { found } = await all(recordsOf(messages));
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
  await expect(all(recordsOf([message]))).rejects.toThrow('at byte 0: a record holds no event');
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

test('a growing file is followed, also through records that come in parts, until the reader is closed', async () => {
  const path = await written((writer) => writer.addScalar('a', 0, 0, 100));
  const bytes = readFileSync(path);
  const first = (await all(path)).found[1]!.offset;
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
])('%s is refused', async (reading, clause) => {
  await expect(reading().next()).rejects.toThrow(clause);
});

const small = await written((writer) => {
  for (let step = 0; step < 3; step++) writer.addScalar('a', step, step, 100 + step);
});
const whole = readFileSync(small);
const good = (await all(small)).found;

test('an error names the file, the offset and the reason', async () => {
  const path = join(folder, 'cut');
  writeFileSync(path, whole.subarray(0, whole.length - 3));
  const { found, corruption } = await all(path, 'stop');
  const last = (await all(small)).found.at(-1)!.offset;
  expect(found).toHaveLength(good.length - 1);
  expect(corruption).toEqual([{ offset: last, reason: `it ends ${whole.length - 3 - last} bytes into a record` }]);
  await expect(all(path)).rejects.toThrow(`${path} is corrupt at byte ${last}: it ends`);
});
