import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { SummaryWriter } from '../../src/index.ts';
import { Linear } from '../../src/nn.ts';
import { events } from './events.ts';

const logdir = () => mkdtempSync(join(tmpdir(), 'logs-'));
const bytes = (writer: SummaryWriter) => statSync(writer.path!).size;

test('two writers in one second have two files, and a closed one says so', async () => {
  const folder = logdir();
  const writers = [new SummaryWriter({ logdir: folder }), new SummaryWriter({ logdir: folder })];
  writers[0]!.addScalar('loss', 0.5, 3);
  await writers[0]!.flush();
  expect(writers[0]!.getLogdir()).toBe(folder);
  expect(readdirSync(folder).length).toBe(2);
  const [version, scalar] = events(writers[0]!.path!);
  expect(version!.fileVersion).toBe('brain.Event:2');
  expect([Number(scalar!.step), scalar!.summary!.value![0]]).toEqual([
    3,
    expect.objectContaining({ tag: 'loss', simpleValue: 0.5 }),
  ]);
  for (const writer of writers) await writer.close();
  expect(() => writers[0]!.addScalar('loss', 1)).toThrow('is closed');
});

test('events wait until the queue is full, a flush, or a close', async () => {
  const writer = new SummaryWriter({ logdir: logdir(), maxQueue: 3 });
  const sizes = [bytes(writer)];
  for (let step = 0; step < 4; step++) {
    writer.addScalar('loss', step, step, 100 + step);
    sizes.push(bytes(writer));
  }
  const [start, one, two, three, four] = sizes as [number, number, number, number, number];
  expect([one, two, four]).toEqual([start, start, three]);
  expect(three).toBeGreaterThan(start);
  await writer.flush({ sync: true });
  expect(bytes(writer)).toBeGreaterThan(four);
  writer.addScalar('loss', Number.NaN, 4, 104);
  await writer.close();
  await writer.close();
  const scalars = events(writer.path!).slice(1);
  expect(
    scalars.map(({ step, wallTime, summary }) => [Number(step), wallTime, summary!.value![0]!.simpleValue]),
  ).toEqual([
    [0, 100, 0],
    [1, 101, 1],
    [2, 102, 2],
    [3, 103, 3],
    [4, 104, Number.NaN],
  ]);
});

test('events that have waited for flushSecs are written without a flush', async () => {
  vi.useFakeTimers();
  const writer = new SummaryWriter({ logdir: logdir(), flushSecs: 5 });
  writer.addScalar('loss', 1);
  const waiting = bytes(writer);
  vi.advanceTimersByTime(4999);
  expect(bytes(writer)).toBe(waiting);
  vi.advanceTimersByTime(1);
  expect(bytes(writer)).toBeGreaterThan(waiting);
  vi.useRealTimers();
  await writer.close();
});

test('a process that ends without a close ends at once, and what waited is written', () => {
  const folder = logdir();
  const library = new URL('../../dist/index.js', import.meta.url);
  const program = `import { SummaryWriter } from '${library}';
    const writer = new SummaryWriter({ logdir: ${JSON.stringify(folder)} });
    writer.addScalar('loss', 0.25);`;
  execFileSync(process.execPath, ['--input-type=module', '-e', program], { timeout: 20_000 });
  const [file] = readdirSync(folder);
  expect(events(join(folder, file!)).map(({ what }) => what)).toEqual(['fileVersion', 'summary']);
});

test('purgeStep writes a session that starts at that step, and the file names its writer', async () => {
  await using writer = new SummaryWriter({ logdir: logdir(), purgeStep: 7, filenameSuffix: '.again' });
  expect(writer.path).toMatch(/\.again$/);
  const [version, session] = events(writer.path!);
  expect([version!.fileVersion, version!.sourceMetadata!.writer]).toEqual(['brain.Event:2', 'gmlp-viz']);
  expect([session!.what, Number(session!.step), session!.sessionLog!.status]).toEqual(['sessionLog', 7, 1]);
});

test('without writeToDisk there is no folder', async () => {
  const folder = join(logdir(), 'none');
  const writer = new SummaryWriter({ logdir: folder, writeToDisk: false });
  writer.addScalar('loss', 1);
  await writer.close();
  expect([writer.path, readdirSync(join(folder, '..'))]).toEqual([undefined, []]);
});

test('without a logdir the folder has the date, the host and the comment', () => {
  const { logdir: folder } = new SummaryWriter({ comment: '_lr0.1', writeToDisk: false });
  expect(folder).toMatch(/^runs[\\/][A-Z][a-z]{2}\d\d_\d\d-\d\d-\d\d_.+_lr0\.1$/);
});

test.each([
  [{ maxQueue: 0 }, 'maxQueue must be a whole number of at least 1, got 0'],
  [{ flushSecs: 0 }, 'flushSecs must be between 0 and 2147483 seconds, got 0'],
  [
    { filenameSuffix: 'é'.repeat(65) },
    'filenameSuffix must be a text without NUL and path separators, of at most 128 bytes, got "ééé',
  ],
  [
    { filenameSuffix: '/../x' },
    'filenameSuffix must be a text without NUL and path separators, of at most 128 bytes, got "/../x"',
  ],
  [{ comment: '../x' }, 'comment must be a text without NUL and path separators, of at most 128 bytes, got "../x"'],
  [
    { filenameSuffix: 'a\0' },
    'filenameSuffix must be a text without NUL and path separators, of at most 128 bytes, got "a\\u0000"',
  ],
  [{ maxQueue: '1' as never }, 'maxQueue must be a whole number of at least 1, got "1"'],
  [{ flushSecs: '3' as never }, 'flushSecs must be between 0 and 2147483 seconds, got "3"'],
  [{ writeToDisk: 'no' as never }, 'writeToDisk must be true or false, got "no"'],
  [{ clock: 5 as never }, 'clock must be a function that returns seconds since 1970, got 5'],
  [{ storage: 'logs' as never }, 'storage must be a storage such as memoryStorage(), got "logs"'],
  [{ purgeStep: -1 }, 'purgeStep must be a whole number of at least 0, got -1'],
])('%j is refused before anything is written', (options, clause) => {
  const folder = logdir();
  expect(() => new SummaryWriter({ logdir: folder, ...options })).toThrow(clause);
  expect(readdirSync(folder)).toEqual([]);
});

test('a graph’s input is a tensor, a shape, or several; all give the same bytes', async () => {
  const layer = new Linear(4, 3);
  const graphs = [];
  for (const input of [
    tf.zeros([2, 4]),
    [2, 4],
    [[2, 4]],
    { shape: [2, 4] },
    [{ shape: [2, 4], dtype: 'float32' }],
  ] as const) {
    await using writer = new SummaryWriter({ logdir: logdir(), maxQueue: 1 });
    writer.addGraph(layer, input as readonly number[]);
    graphs.push(events(writer.path!)[1]!.graphDef);
  }
  expect(new Set(graphs.map((graph) => Buffer.from(graph!).toString('hex'))).size).toBe(1);
  expect(() => new SummaryWriter({ writeToDisk: false }).addGraph(layer, [2, 4], { dialect: 'onnx' as never })).toThrow(
    'unknown dialect: onnx (one of tensorflow, torch)',
  );
});

test('scalars of one chart are runs of their own, closed with their writer', async () => {
  const folder = logdir();
  const writer = new SummaryWriter({ logdir: folder });
  writer.addScalars('loss/all', { train: 0.5, 'valid/a': Number.NaN }, 3, 100);
  await writer.close();
  const runs = readdirSync(folder).filter((name) => !name.includes('tfevents'));
  expect(runs).toEqual(['loss_all_train', 'loss_all_valid_a']);
  const last = runs.map((run) => events(join(folder, run, readdirSync(join(folder, run))[0]!)).at(-1)!);
  expect(last.map(({ step, wallTime, summary }) => [Number(step), wallTime, summary!.value![0]!.tag])).toEqual([
    [3, 100, 'loss/all'],
    [3, 100, 'loss/all'],
  ]);
});

test('histograms of tensors and arrays, and texts, are written as events', async () => {
  const writer = new SummaryWriter({ logdir: logdir() });
  await tf.setBackend('cpu');
  const tensor = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  for (const values of [
    tensor,
    new Float32Array([1, 2, 3, 4]),
    [
      [1, 2],
      [3, 4],
    ],
    7,
  ])
    writer.addHistogram('w', values, 1, 2);
  writer.addHistogramRaw('raw', 0, 1, 2, 1, 1, [0.5, 1], [1, 1], 2, 100);
  writer.addText('note', '**bold**', 4);
  await writer.close();
  tensor.dispose();
  const values = events(writer.path!)
    .slice(1)
    .map(({ summary }) => summary!.value![0]!);
  expect(values.slice(0, 5).map(({ histo }) => [histo!.sum, histo!.bucketLimit, histo!.bucket])).toEqual([
    ...Array.from({ length: 3 }, () => [10, [1, 2.5, 4], [0, 2, 2]]),
    [7, [7, 7.5], [0, 1]],
    [1, [0.5, 1], [1, 1]],
  ]);
  const { tag, metadata, tensor: text } = values[5]!;
  expect([tag, metadata!.pluginData!.pluginName, Buffer.from(text!.stringVal![0]!).toString()]).toEqual([
    'note/text_summary',
    'text',
    '**bold**',
  ]);
});

test('values that cannot be written are refused before anything is written', async () => {
  const writer = new SummaryWriter({ logdir: logdir() });
  const before = bytes(writer);
  const wrong = (value: unknown) => value as number;
  expect(() => writer.addScalar('a', wrong('1'))).toThrow('the value of a must be a number, got string');
  expect(() => writer.addScalar('a', 1, 0.5)).toThrow('globalStep must be a whole number, got 0.5');
  expect(() => writer.addScalar('a', 1, wrong('1'))).toThrow('globalStep must be a whole number, got "1"');
  expect(() => writer.addText('a', 'b', wrong(1n))).toThrow('globalStep must be a whole number, got 1n');
  expect(() => writer.addScalars('a', { b: 1, c: wrong(null) })).toThrow('the value of c must be a number, got object');
  expect(() => writer.addHistogram('a', wrong([[1], ['x']]))).toThrow('the values of a must be numbers, got string');
  expect(() => writer.addHistogram('a', [])).toThrow('a histogram needs at least one number');
  expect(() => writer.addHistogramRaw('a', 0, 1, 1, 1, 1, [1], [])).toThrow('1 limits and 0 counts');
  expect(() => writer.addText('a', wrong(3) as unknown as string)).toThrow(
    'the text of a must be a string, got number',
  );
  await writer.flush();
  expect(bytes(writer)).toBe(before);
  expect(readdirSync(writer.logdir)).toHaveLength(1);
  await writer.close();
});
