// Events of every kind, drawn by fast-check: as protobuf is given them, and as they are read.
import fc from 'fast-check';
import { tensorboard } from '../../../src/proto/generated/messages.js';

const number = fc.double({ noDefaultInfinity: false });

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

/** One event of any kind. */
export const anyEvent = fc
  .tuple(fc.oneof(tagged, others), some(fc.maxSafeInteger()), some(fc.double({ noNaN: true })))
  .map(
    ([[event, read], step, wallTime]): Case<tensorboard.IEvent> => [
      { ...event, ...(step !== undefined && { step }), ...(wallTime !== undefined && { wallTime }) },
      // 0 and -0 are not told apart where a field is left out
      { values: [], step: step ?? 0, wallTime: wallTime ?? 0, ...read },
    ],
  );
