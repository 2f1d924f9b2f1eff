// Text of users that no UTF-8 can hold, in every place that takes text; names of folders and files that meet.
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { memoryStorage, pointsOf, SummaryWriter } from '../../src/index.ts';
import { Linear, Module } from '../../src/nn.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';
import { tensorboard as plugins } from '../../src/proto/generated/plugins.js';
import { tensorboard as saved } from '../../src/proto/generated/savedModel.js';
import { eventFileStem } from '../../src/storage/eventFileName.ts';
import { wellFormed } from '../../src/wellFormed.ts';
import { written } from './written.ts';

// what slice() leaves of an emoji, in front or behind
const [front, back] = ['cut \u{1f600}'.slice(0, 5), '\u{1f600} cut'.slice(1)];
const long = 'x'.repeat(300);
// a folder's name is at most 255 bytes
const folderName = (text: string): string => text.replaceAll(long, 'x'.repeat(40));

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Every field of the wire type LEN, however deep, which may be text. */
const isText = (bytes: Uint8Array): boolean => {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
};

test('half a surrogate pair becomes U+FFFD, a whole pair stays', () => {
  for (const text of [front, back, `${front}${long}`, `\u{1f600}${back}\u{1f600}`, '', 'größer', '\ud83d\ud83d\ude00'])
    expect(new TextEncoder().encode(wellFormed(text))).toEqual(new TextEncoder().encode(text));
});

// each half as bytes of protobufjs's own: CESU-8
const half = /\xed[\xa0-\xbf][\x80-\xbf]/;
const image = { data: new Float32Array(12), shape: [3, 2, 2] };
const png = (text: string) => Object.assign(() => text, { toString: () => text });

const calls: Readonly<Record<string, (writer: SummaryWriter, text: string) => void>> = {
  addScalar: (w, text) => w.addScalar(text, 1),
  'addScalar with a title': (w, text) => w.addScalar('a', 1, 0, undefined, text, text),
  addScalars: (w, text) => w.addScalars(folderName(text), { [folderName(text)]: 1 }),
  addHistogram: (w, text) => w.addHistogram(text, [1, 2, 3]),
  addText: (w, text) => w.addText(text, text),
  addTensor: (w, text) => w.addTensor(text, tf.tensor1d([text])),
  addImage: (w, text) => w.addImage(text, image),
  addImageWithBoxes: (w, text) => w.addImageWithBoxes(text, image, [[0, 0, 1, 1]], 0, undefined, 'CHW', text),
  addAudio: (w, text) => w.addAudio(text, [0, 0.5]),
  addMesh: (w, text) => w.addMesh(text, [[[0, 0, 0]]], undefined, undefined, { [text]: text }),
  addPrCurve: (w, text) => w.addPrCurve(text, [1], [0.5]),
  addCustomScalars: (w, text) => w.addCustomScalars({ [text]: { [text]: ['Multiline', ['a', text]] } }),
  addHparams: (w, text) =>
    w.addHparams({ [text]: text }, { [text]: 1 }, folderName(text), 0, { hparamDomainDiscrete: { [text]: [text] } }),
  'addHparams of a function': (w, text) =>
    w.addHparams({ by: Object.defineProperty(png(text), 'name', { value: text }) }, {}),
  addEmbedding: (w, text) =>
    w.addEmbedding(
      [[1], [2]],
      [
        [text, text],
        [text, 2],
      ],
      undefined,
      0,
      folderName(text),
      [text, text],
    ),
};

test.each(Object.entries(calls))('%s writes UTF-8 alone', async (_, call) => {
  for (const text of [front, back, `${front}${long}`, `${long}${back}${long}`]) {
    const { storage } = await written((writer) => {
      call(writer, text);
      writer.addScalar('after', 1);
    });
    for (const [path, bytes] of storage.files()) {
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(half);
      if (!/tfevents|png$/.test(path)) expect(isText(bytes)).toBe(true);
    }
  }
});

test.each(['tensorflow', 'torch'] as const)('node names of the %s dialect are UTF-8', async (dialect) => {
  class Named extends Module {
    readonly child = new Linear(2, 1);
    constructor() {
      super();
      Object.assign(this, { [front]: new Linear(1, 1), [back]: this.child });
    }
    override forward(x: tf.Tensor): tf.Tensor {
      return (this as unknown as Record<string, Linear>)[front]!.apply(this.child.apply(x));
    }
  }
  const model = new Named();
  const { storage } = await written((writer) => {
    writer.addGraph(model, { shape: [1, 2] }, { dialect });
    writer.addGraph(model, { shape: [1, 2] }, { dialect, tag: front, depth: 1 });
  });
  for (const bytes of storage.files().values()) expect(Buffer.from(bytes).toString('latin1')).not.toMatch(half);
});

test('the messages of every module of src/proto encode UTF-8', () => {
  for (const bytes of [
    tensorboard.NodeDef.encode({ name: front, input: [back] }).finish(),
    plugins.Layout.encode({ category: [{ title: front }] }).finish(),
    saved.SignatureDef.encode({ methodName: back }).finish(),
  ])
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(half);
});

test('an embedding whose name has half a surrogate pair is replaced under its name', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  for (const value of [1, 2]) {
    await using writer = new SummaryWriter({ logdir });
    writer.addEmbedding([[value]], undefined, undefined, 0, `${front}\r`);
  }
});

test('keys of one folder name keep their curves, across tags too', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'curves-'));
  const keys = { 'a/b': 0, a_b: 100, 'a\\b': 200, a_b_1: 300 };
  {
    await using writer = new SummaryWriter({ logdir });
    for (let step = 0; step < 3; step++)
      writer.addScalars(
        'loss',
        Object.fromEntries(Object.entries(keys).map(([key, from]) => [key, from + step])),
        step,
      );
    writer.addScalars('loss/a', { b: 400 });
  }
  const curves: Record<string, number[]> = {};
  for await (const points of pointsOf(logdir))
    for (const { run, value } of points) {
      const name = `${run} ${value.tag}`;
      curves[name] = [...(curves[name] ?? []), value.scalar!];
    }
  expect(curves).toEqual({
    'loss_a_b loss': [0, 1, 2],
    'loss_a_b_1 loss': [100, 101, 102],
    'loss_a_b_2 loss': [200, 201, 202],
    'loss_a_b_1_1 loss': [300, 301, 302],
    'loss_a_b loss/a': [400],
  });
});

test.each([
  [['events.out.tfevents.9999999999.host.1.0'], '99999999991'],
  [['events.out.tfevents.9999999999.host.1.0', 'events.out.tfevents.99999999999.host.1.0'], '999999999991'],
  [['events.out.tfevents.99999999991.host.1.0'], '99999999992'],
  [['events.out.tfevents.9999999998.host'], '9999999999'],
  [['events.out.tfevents.10000000000.host.1.0'], undefined],
])('after the names %j the next file name sorts last', (names, digits) => {
  const stem = eventFileStem(Date.now() / 1000, 'host', names);
  for (const name of names) expect(`${stem}.1.0` > name).toBe(true);
  if (digits) expect(stem).toBe(`events.out.tfevents.${digits}.host`);
});

test('a flush to the disk resolves after the folder was moved', async () => {
  const logdir = mkdtempSync(join(tmpdir(), 'moved-'));
  await using writer = new SummaryWriter({ logdir });
  writer.addScalar('a', 1);
  renameSync(logdir, `${logdir}-away`);
  await writer.flush({ sync: true });
  const found: number[] = [];
  for await (const points of pointsOf(`${logdir}-away`)) found.push(...points.map(({ value }) => value.scalar!));
  expect(found).toEqual([1]);
  // a file stands where the folder was
  writeFileSync(logdir, '');
  await writer.flush({ sync: true });
});

test.each([
  [{ logDir: 'logs' }, 'unknown option: logDir (did you mean logdir? one of logdir, comment, purgeStep, '],
  [{ log_dir: 'logs' }, 'unknown option: log_dir (did you mean logdir? one of '],
  [{ flush_secs: 3 }, 'unknown option: flush_secs (did you mean flushSecs? one of '],
  [['logs'], 'options must be an object such as { logdir }, got ["logs"]'],
])('the options %j are refused', (options, clause) => {
  expect(() => new SummaryWriter(options as never)).toThrow(clause);
  if (!Array.isArray(options))
    expect(() => new SummaryWriter({ storage: memoryStorage(), ...options } as never)).toThrow(clause);
});
