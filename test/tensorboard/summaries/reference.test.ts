// What tensorboardX writes for the same calls (golden/reference/events/make.py), byte for byte but for the class of data,
// which it leaves out, and what the tests name.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SummaryWriter } from '../../../src/index.ts';
import { tensorboard } from '../../../src/proto/generated/messages.js';
import { tensorboard as plugins } from '../../../src/proto/generated/plugins.js';
import { decodedPng } from '../../media/golden.ts';
import { encoded, written } from '../written.ts';

interface Golden {
  readonly step: number;
  readonly wallTime: number;
  readonly events: Readonly<Record<string, string>>;
  readonly hparams: readonly string[];
  readonly embeddings: Readonly<Record<string, string>>;
  /** RGB */
  readonly sprites: Readonly<Record<string, string>>;
}
const golden: Golden = JSON.parse(
  readFileSync(new URL('../../golden/reference/events/summaries.json', import.meta.url), 'utf8'),
);
const { step, wallTime } = golden;

const labels = [1, 0, 1, 1, 0, 0, 1, 0];
const predictions = [0.9, 0.8, 0.7, 0.6, 0.55, 0.3, 0.2, 0];
const weights = [1, 0.5, 2, 1, 1, 0.25, 3, 1];
const vertices = [
  [
    [0.5, -0.5, 0],
    [1, 0.25, -1],
    [0, 0, 1],
  ],
];
const colors = [
  [
    [255, 0, 0],
    [0, 128, 0],
    [1, 2, 3],
  ],
];
const config = { camera: { cls: 'PerspectiveCamera', fov: 75 } };

const calls: Readonly<Record<string, (writer: SummaryWriter) => void>> = {
  scalar: (writer) => writer.addScalar('train/loss', 0.1, step, wallTime),
  scalarDescribed: (writer) => writer.addScalar('train/loss', 0.1, step, wallTime, 'Loss', 'of *training*'),
  histogramRaw: (writer) => writer.addHistogramRaw('w', -1, 2, 3, 1.5, 5.25, [0, 1, 2], [1, 0, 2], step, wallTime),
  text: (writer) => writer.addText('note', '**bold** über', step, wallTime),
  prCurve: (writer) => writer.addPrCurve('pr', labels, predictions, step, 11, undefined, wallTime),
  prCurveSingle: (writer) =>
    writer.addPrCurve('pr', labels, Float32Array.from(predictions), step, 11, undefined, wallTime),
  prCurveWeighted: (writer) =>
    writer.addPrCurve('pr', labels.map(Boolean), predictions, step, undefined, weights, wallTime),
  prCurveRaw: (writer) =>
    writer.addPrCurveRaw(
      'raw',
      [4, 3, 1],
      [4, 2, 0],
      [0, 2, 4],
      [0, 1, 3],
      [0.5, 0.6, 1],
      new Float32Array([1, 0.75, 0.25]),
      step,
      3,
      undefined,
      wallTime,
    ),
  mesh: (writer) => writer.addMesh('mesh', vertices, colors, [[[0, 1, 2]]], config, step, wallTime),
  points: (writer) => writer.addMesh('cloud', vertices, undefined, undefined, undefined, step, wallTime),
};

/** Without what TensorBoard would add on reading. */
function asReference(event: tensorboard.IEvent): tensorboard.IEvent {
  for (const { metadata, simpleValue } of event.summary?.value ?? []) {
    if (!metadata) continue;
    expect(metadata.dataClass).toBeGreaterThan(0);
    delete metadata.dataClass;
    if (simpleValue != null) delete metadata.pluginData;
    // a field apart from the defaults, where Python puts blanks into JSON
    const { pluginName, content } = metadata.pluginData ?? {};
    if (pluginName !== 'mesh') continue;
    const about = plugins.mesh.MeshPluginData.decode(content!);
    about.jsonConfig = about.jsonConfig.replaceAll(/[:,]/g, '$& ');
    metadata.pluginData!.content = plugins.mesh.MeshPluginData.encode(about).finish();
  }
  return event;
}

test.each(Object.keys(calls))('%s', async (name) => {
  const { events } = await written(calls[name]!);
  expect(events.map((event) => encoded(asReference(event)))).toEqual([golden.events[name]]);
});

test('custom scalars may be given in one call or in several', async () => {
  const layout = {
    losses: { all: ['Multiline', ['loss/.*', 'val']], band: ['Margin', ['v', 'lo', 'hi']] },
    rates: { lr: ['Multiline', ['lr']] },
  } as const;
  const one = await written((writer) => writer.addCustomScalars(layout, wallTime));
  const several = await written((writer) => {
    writer.addCustomScalarsMultilinechart(['loss/.*', 'val'], 'losses', 'all', wallTime);
    writer.addCustomScalarsMarginchart(['v', 'lo', 'hi'], 'losses', 'band', wallTime);
    writer.addCustomScalars({ rates: { lr: ['Multiline', ['lr']] } }, wallTime);
  });
  for (const { events } of [one, several])
    expect(encoded(asReference({ ...events.at(-1)!, step }))).toBe(golden.events.customScalars);
});

describe('the events of hyperparameters', async () => {
  const hparams = { lr: 0.1, layers: 2, bias: true, tied: false, optimizer: 'adam', none: null };
  const metrics = { 'hparam/accuracy': 0.5 };
  const { events: bare } = await written(
    (writer) => writer.addHparams(hparams, metrics, 'trial', 4, { wallTime }),
    'trial',
  );
  const { events } = await written(
    (writer) => writer.addHparams(hparams, metrics, 'trial', 4, { wallTime, hparamDomainInterval: { lr: [0, 1] } }),
    'trial',
  );
  const { HParamsPluginData } = plugins.hparams;
  const content = ({ summary }: tensorboard.IEvent) => {
    const [{ tag, metadata }] = summary!.value as [tensorboard.Summary.IValue];
    return { tag, data: HParamsPluginData.decode(metadata!.pluginData!.content!) };
  };

  test.each(golden.hparams.map((hex, i) => [content(tensorboard.Event.decode(Buffer.from(hex, 'hex'))), i] as const))(
    '$0.tag',
    (expected, i) => {
      const { tag, data } = content(events[i]!);
      // the reference has no times, and a map has no order
      delete data.sessionStartInfo?.startTimeSecs;
      delete data.sessionEndInfo?.endTimeSecs;
      delete data.experiment?.hparamInfos?.find(({ name }) => name === 'lr')?.domainInterval;
      expect({ tag, data }).toEqual(expected);
      const [{ metadata, tensor }] = events[i]!.summary!.value as [tensorboard.Summary.IValue];
      expect([events[i]!.wallTime, metadata!.dataClass, tensor!.dtype]).toEqual([wallTime, 2, 1]);
    },
  );

  test('without a domain no experiment names the columns of the whole table', () => {
    expect(bare.map(({ summary }) => summary!.value![0]!.tag)).toEqual([
      '_hparams_/session_start_info',
      '_hparams_/session_end_info',
      'hparam/accuracy',
    ]);
  });

  test('the metric is a scalar of the same run', () => {
    expect(events[3]).toMatchObject({ summary: { value: [{ tag: 'hparam/accuracy', simpleValue: 0.5 }] } });
    expect([Number(events[3]!.step), events.length]).toEqual([4, 4]);
  });
});

test('an embedding writes its tensor, metadata, sprite and config', async () => {
  const mat = [
    [0.5, -1.25],
    [1e-3, 2.5],
    [0.1, 1234.5],
  ];
  const { storage } = await written((writer) => {
    writer.addEmbedding(mat, ['a', 'b', 'c'], undefined, 7, 'words/en%');
    const rows = [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ];
    // twice is once
    for (let n = 0; n < 2; n++) writer.addEmbedding(mat, rows, undefined, undefined, undefined, ['word', 'count']);
    // [points, channels, 2, 2]
    const pictures = (channels: number) =>
      [0, 1, 2].map((n) =>
        Array.from({ length: channels }, (_, c) =>
          [0, 1].map((y) => [0, 1].map((x) => (n * 12 + c * 4 + y * 2 + x - 2) / 32)),
        ),
      );
    writer.addEmbedding(mat, undefined, pictures(3), 1, 'pictures');
    writer.addEmbedding(mat, ['a', 'b', 'c'], pictures(1), 2, 'grey');
  });
  const files = [...storage.files()].filter(([path]) => !path.includes('tfevents'));
  const texts = files.filter(([path]) => !path.endsWith('.png'));
  const sprites = files.filter(([path]) => path.endsWith('.png'));
  const inRun = <T>(entries: [string, T][]) =>
    Object.fromEntries(entries.map(([path, it]) => [path.slice('logs/'.length), it]));
  expect(inRun(texts.map(([path, bytes]) => [path, Buffer.from(bytes).toString()]))).toEqual(golden.embeddings);
  const rgb = (bytes: Uint8Array) => Buffer.from(decodedPng(bytes).bytes).toString('hex');
  expect(inRun(sprites.map(([path, bytes]) => [path, rgb(bytes)]))).toEqual(golden.sprites);
});
