// What cannot be written is refused with one clause, before anything is.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { memoryStorage, SummaryWriter, UserError } from '../../../src/index.ts';

const triangle = [
  [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
  ],
];
const ones = [1, 1, 1];

const now = 1_795_517_757_250;

const cases: readonly (readonly [string, (writer: SummaryWriter) => void])[] = [
  ['the value of a must be one number, got the shape [2]', (w) => w.addScalar('a', [1, 2])],
  ['the value of a must be one number, got the shape [2, 1]', (w) => w.addScalar('a', tf.zeros([2, 1]))],
  ['the value of a must be numbers, got a tensor of string', (w) => w.addScalar('a', tf.scalar('x'))],
  ['the value of b must be one number, got the shape [0]', (w) => w.addScalars('a', { ok: 1, b: [] })],
  [
    'the name of a run must be without a NUL character, got "a_b\\u0000"',
    (w) => w.addScalars('a', { ok: 1, 'b\0': 2 }),
  ],
  [
    'the name of a run must be at most 255 bytes, got 256: "a_éééééééééééééééééééééééééééééééééééééé…"',
    (w) => w.addScalars('a', { ok: 1, ['é'.repeat(127)]: 2 }),
  ],
  [
    'the name of a run must be at most 255 bytes, got 256: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
    (w) => w.addHparams({ a: 1 }, { b: 1 }, 'x'.repeat(256)),
  ],
  [
    'the name of an embedding must be at most 255 bytes, got 256: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"',
    (w) => w.addEmbedding([[1]], undefined, undefined, 0, 'x'.repeat(256)),
  ],
  [
    'the name of an embedding must be without a NUL character, got "a\\u0000"',
    (w) => w.addEmbedding([[1]], undefined, undefined, 0, 'a\0'),
  ],
  ['the values of a must be an object of values by name, got 2', (w) => w.addScalars('a', 2 as never)],
  ['metrics must be an object of values by name, got undefined', (w) => w.addHparams({ a: 1 }, undefined as never)],
  ['the layout must be an object of values by name, got 1', (w) => w.addCustomScalars(1 as never)],
  ['the tag must be a string, got undefined', (w) => w.addScalar(undefined as never, 2)],
  ['the tag must be a string, got 1', (w) => w.addScalar(1 as never, 2, 0, 1, 'title')],
  ['the tag must be a string, got 1', (w) => w.addHistogram(1 as never, [2])],
  ['the tag must be a string, got undefined', (w) => w.addText(undefined as never, 'text')],
  ['globalStep must be a whole number, got "1"', (w) => w.addScalar('a', 1, '1' as unknown as number)],
  ['wallTime must be in seconds since 1970, got NaN', (w) => w.addScalar('a', 1, 0, Date.parse('yesterday') / 1000)],
  [
    `wallTime must be in seconds since 1970, got ${now}: divide milliseconds by 1000`,
    (w) => w.addScalar('a', 1, 0, now),
  ],
  [
    `wallTime must be in seconds since 1970, got ${now}: divide milliseconds by 1000`,
    (w) => w.addScalar('a', 1, 0, now, 'title'),
  ],
  [
    `wallTime must be in seconds since 1970, got ${now}: divide milliseconds by 1000`,
    (w) => w.addScalars('a', { b: 1 }, 0, now),
  ],
  [
    `wallTime must be in seconds since 1970, got ${now}: divide milliseconds by 1000`,
    (w) => w.addText('a', 'b', 0, now),
  ],
  [
    `wallTime must be in seconds since 1970, got ${now}: divide milliseconds by 1000`,
    (w) => w.addCustomScalarsMultilinechart(['a'], 'b', 'c', now),
  ],
  ['wallTime must be in seconds since 1970, got Infinity', (w) => w.addHparams({}, {}, 'a', 0, { wallTime: Infinity })],
  [
    'wallTime must be in seconds since 1970, got "2026-01-02T00:00:00.000Z"',
    (w) => w.addTensor('a', 1, 0, new Date('2026-01-02') as never),
  ],
  [
    'the extremes of the histogram of a must be finite, got NaN',
    (w) => w.addHistogramRaw('a', Number.NaN, 1, 1, 1, 1, [1], [1]),
  ],
  [
    'the limits of the histogram of a must be finite, got Infinity',
    (w) => w.addHistogramRaw('a', 0, 1, 1, 1, 1, [Infinity], [1]),
  ],
  [
    'the extremes of the histogram of a must be finite, got -1e+39',
    (w) => w.addHistogramRaw('a', -1e39, 1, 1, 1, 1, [1], [1]),
  ],
  [
    'the counts of the histogram of a must be at least 0, got -2',
    (w) => w.addHistogramRaw('a', 0, 1, 1, 1, 1, [0, 1], [1, -2]),
  ],
  [
    'the limits of the histogram of a must grow, got 1 after 2',
    (w) => w.addHistogramRaw('a', 0, 1, 1, 1, 1, [2, 1], [1, 1]),
  ],
  [
    'the sound of a must be from -1 to 1, got whole numbers up to 32768: samples of 16 bits come in an Int16Array, or are divided by 32768',
    (w) => w.addAudio('a', [0, -32_768, 12]),
  ],
  [
    'the sound of a must be from -1 to 1, got whole numbers up to 2: samples of 16 bits come in an Int16Array, or are divided by 32768',
    (w) => w.addAudio('a', Float32Array.of(0, 2)),
  ],
  [
    'the tags of the chart untitled must be regular expressions, got a(',
    (w) => w.addCustomScalarsMultilinechart(['a(']),
  ],
  ['the tags of the chart untitled must be regular expressions, got *', (w) => w.addCustomScalarsMultilinechart(['*'])],
  [
    'the tags of the chart untitled must be regular expressions, got (?<n>a)',
    (w) => w.addCustomScalarsMultilinechart(['(?<n>a)']),
  ],
  ['globalStep must be a whole number, got NaN', (w) => w.addTensor('a', 1, Number.NaN)],
  ['the values of a must be numbers, got bigints', (w) => w.addTensor('a', new BigInt64Array(1) as never)],
  ['the labels of pr must be 1, one a prediction, got 2', (w) => w.addPrCurve('pr', [1, 0], [0.5])],
  ['the weights of pr must be one or 1, one a prediction, got 3', (w) => w.addPrCurve('pr', [1], [1], 0, 10, ones)],
  ['the labels of pr must be 0 or 1, got 2', (w) => w.addPrCurve('pr', [2], [0.5])],
  ['the predictions of pr must lie between 0 and 1, got NaN', (w) => w.addPrCurve('pr', [1], [Number.NaN])],
  ['the predictions of pr must lie between 0 and 1, got 1.5', (w) => w.addPrCurve('pr', [1], [1.5])],
  [
    'numThresholds must be a whole number from 2 to 1000000, got 1000000000',
    (w) => w.addPrCurve('pr', [1], [1], 0, 1e9),
  ],
  [
    'sampleRate must be a whole number from 1 to 1073741823, got 1000000000000',
    (w) => w.addAudio('a', tf.zeros([2, 2]), 0, 1e12),
  ],
  ['numThresholds must be a whole number from 2 to 1000000, got 1', (w) => w.addPrCurve('pr', [1], [1], 0, 1)],
  [
    'the recalls of raw must be 3, one a threshold, got 1',
    (w) => w.addPrCurveRaw('raw', ones, ones, ones, ones, ones, [1]),
  ],
  [
    'the true positives of raw must be 5, one a threshold, got 3',
    (w) => w.addPrCurveRaw('raw', ones, ones, ones, ones, ones, ones, 0, 5),
  ],
  ['the vertices of m must have shape [batch, vertices, 3], got [3, 3]', (w) => w.addMesh('m', triangle[0]!)],
  [
    'the faces of m must have shape [1, 1, 3], got [2, 1, 3]',
    (w) => w.addMesh('m', triangle, undefined, [[ones], [ones]]),
  ],
  ['the colors of m must have shape [1, 3, 3], got [1, 1, 3]', (w) => w.addMesh('m', triangle, [[ones]])],
  [
    'the faces of m must be whole numbers from 0 to 2, got 3',
    (w) => w.addMesh('m', triangle, undefined, [[[0, 1, 3]]]),
  ],
  [
    'the colors of m must be whole numbers from 0 to 255, got 0.5',
    (w) => w.addMesh('m', triangle, [[ones, ones, [0.5, 0, 0]]]),
  ],
  ['the config of m must be an object, got [1]', (w) => w.addMesh('m', triangle, undefined, undefined, [1] as never)],
  [
    'unknown kind of the chart c: Bar (one of Multiline, Margin)',
    (w) => w.addCustomScalars({ a: { c: ['Bar', ['x']] } } as never),
  ],
  ['the chart untitled needs a list of tags, got []', (w) => w.addCustomScalarsMultilinechart([])],
  [
    'the chart untitled needs three tags, value, lower and upper, got 2',
    (w) => w.addCustomScalarsMarginchart(['a', 'b']),
  ],
  [
    'hyperparameter a must be a string, a number or a boolean, got an array',
    (w) => w.addHparams({ a: [1] as never }, {}),
  ],
  ['hyperparameters must be an object of values by name, got ["a"]', (w) => w.addHparams(['a'] as never, {})],
  ['the value of b must be a number, got string', (w) => w.addHparams({}, { b: 'x' as never })],
  [
    'lr is 0.3, which is not in its domain (one of 0.1, 0.2)',
    (w) => w.addHparams({ lr: 0.3 }, {}, 'a', 0, { hparamDomainDiscrete: { lr: [0.1, 0.2] } }),
  ],
  [
    'the domain of lr must be of numbers, got string: high',
    (w) => w.addHparams({ lr: 0.3 }, {}, 'a', 0, { hparamDomainDiscrete: { lr: [0.3, 'high'] } }),
  ],
  [
    'the domain of rate is of no hyperparameter (one of lr, depth)',
    (w) => w.addHparams({ lr: 0.3, depth: 1 }, {}, 'a', 0, { hparamDomainInterval: { rate: [0, 1] } }),
  ],
  [
    'lr is 3, which is not in its domain (0 to 1)',
    (w) => w.addHparams({ lr: 3 }, {}, 'a', 0, { hparamDomainInterval: { lr: [0, 1] } }),
  ],
  [
    'the interval of lr must grow, got 1 to 0',
    (w) => w.addHparams({ lr: 0.3 }, {}, 'a', 0, { hparamDomainInterval: { lr: [1, 0] } }),
  ],
  ['the name of a trial must be a text, got {"step":0}', (w) => w.addHparams({}, {}, { step: 0 } as unknown as string)],
  ['name must name a folder, got ".."', (w) => w.addHparams({}, {}, '..')],
  ['the matrix of default must have shape [points, dimensions], got [2]', (w) => w.addEmbedding([1, 2])],
  ['the labels of default must be 1, one a point, got 2', (w) => w.addEmbedding([[1, 2]], ['a', 'b'])],
  ['labels of 2 columns need a metadataHeader that names them', (w) => w.addEmbedding([[1]], [['a', 'b']])],
  [
    'the pictures of default must be 1, one a point, got 2',
    (w) => w.addEmbedding([[1]], undefined, [[[[1]]], [[[1]]]]),
  ],
  ['the pictures of default must be square, got 2 by 1 pixels', (w) => w.addEmbedding([[1]], undefined, [[[[1, 1]]]])],
  [
    'the pictures of default must fit a square of 8192 pixels, got 2 by 2 of 5000: 10000',
    (w) => w.addEmbedding([[1], [2]], undefined, { shape: [2, 1, 5000, 5000], dtype: 'float32', dataSync: () => [] }),
  ],
  [
    'the labels of default must have 2 columns, as the header has, got 1',
    (w) => w.addEmbedding([[1]], [['a']], undefined, undefined, undefined, ['x', 'y']),
  ],
];

test.each(cases)('%s', async (clause, call) => {
  await tf.setBackend('cpu');
  const storage = memoryStorage();
  const writer = new SummaryWriter({ logdir: 'logs', storage });
  const before = storage.files();
  expect(() => tf.tidy(() => call(writer))).toThrow(new UserError(clause));
  await writer.flush();
  expect(storage.files()).toEqual(before);
  await writer.close();
});

test('names that TensorBoard would not tell apart are refused the second time', async () => {
  const storage = memoryStorage();
  await using writer = new SummaryWriter({ logdir: 'logs', storage });
  writer.addHparams({ lr: 1 }, {}, 'trial');
  expect(() => writer.addHparams({ lr: 2 }, {}, 'trial')).toThrow(
    new UserError('the run trial has hyperparameters already'),
  );
  writer.addEmbedding([[1]]);
  const clause =
    'projector_config.pbtxt has tensor_name: "default:00000" with other files: give another tag or globalStep';
  expect(() => writer.addEmbedding([[1]], ['a'])).toThrow(new UserError(clause));
});

test('a column that an earlier trial with domains lacks, and a second trial in one folder', () => {
  const writer = new SummaryWriter({ logdir: 'logs', storage: memoryStorage() });
  writer.addHparams({ lr: 0.3 }, { loss: 1 }, 'a/b', 0, { hparamDomainInterval: { lr: [0, 1] } });
  expect(() => writer.addHparams({ lr: 0.3, dropout: 0.1 }, { loss: 1 }, 'b')).toThrow(
    'the trial b must have columns that the first trial with domains has, got dropout: TensorBoard shows those alone (lr, loss)',
  );
  expect(() => writer.addHparams({ lr: 0.3 }, { accuracy: 1 }, 'b')).toThrow('got accuracy: TensorBoard shows those');
  writer.addHparams({}, { loss: 2 }, 'b');
  expect(() => writer.addHparams({ lr: 0.3 }, {}, 'a_b')).toThrow('the run a_b has hyperparameters already');
});
