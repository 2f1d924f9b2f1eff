// Every summary byte for byte, with a fixed clock (golden/snapshot/events.json; UPDATE=1 writes it anew).
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SummaryWriter } from '../../../src/index.ts';
import { encodePng } from '../../../src/media/png.ts';
import { encoded, written } from '../written.ts';

const wallTime = 1_795_517_757.25;
const step = 3;
const square = [
  [
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 0],
    [0, 1, 0],
  ],
];
const red = { data: Uint8Array.of(255, 0, 0), shape: [3, 1, 1] };
const twoFrames = { data: Uint8Array.of(255, 0, 0, 0, 0, 255), shape: [1, 2, 3, 1, 1] };
const png = encodePng({ width: 1, height: 1, channels: 3, bytes: red.data });

const calls: Readonly<Record<string, (writer: SummaryWriter) => void>> = {
  addScalar: (w) => w.addScalar('loss', 0.5, step, wallTime),
  'addScalar with a title': (w) => w.addScalar('loss', [Number.NaN], step, wallTime, 'Loss', 'how far off'),
  addHistogram: (w) => w.addHistogram('w', [0, 0.5, 1], step, 2, wallTime),
  addHistogramRaw: (w) => w.addHistogramRaw('w', 0, 1, 2, 1, 1, [0.5, 1], [1, 1], step, wallTime),
  addText: (w) => w.addText('note', '**bold**', step, wallTime),
  addTensor: (w) => w.addTensor('t', new Float32Array([1, Number.POSITIVE_INFINITY]), step, wallTime),
  addPrCurve: (w) => w.addPrCurve('pr', [true, false], [0.9, 0.1], step, 3, 2, wallTime),
  addPrCurveRaw: (w) => w.addPrCurveRaw('pr', [1, 0], [1, 0], [0, 1], [0, 1], [0.5, 1], [1, 0], step, 2, 1, wallTime),
  addMesh: (w) => w.addMesh('m', square, [square[0]!], [[[0, 1, 2]]], { lights: [] }, step, wallTime),
  addCustomScalars: (w) => w.addCustomScalars({ a: { b: ['Margin', ['v', 'l', 'u']] } }, wallTime),
  addHparams: (w) =>
    w.addHparams({ lr: 0.1, on: false, by: 'adam', depth: 2 }, { 'hparam/loss': 1 }, '.', step, {
      hparamDomainDiscrete: { lr: [0.1, 0.01], on: [true, false] },
      hparamDomainInterval: { depth: [1, 8] },
      wallTime,
    }),
  addImage: (w) => w.addImage('i', red, step, wallTime),
  addImages: (w) => w.addImages('i', { ...red, shape: [1, 3, 1, 1] }, step, wallTime),
  addImageWithBoxes: (w) => w.addImageWithBoxes('i', red, [[0, 0, 0, 0]], step, wallTime),
  addFigure: (w) => w.addFigure('i', png, step, true, wallTime),
  'addFigure of two': (w) => w.addFigure('i', [png, png], step, true, wallTime),
  addVideo: (w) => w.addVideo('i', twoFrames, step, 10, wallTime),
  addAudio: (w) => w.addAudio('i', [0, 1, -1], step, 8000, wallTime),
};

const file = new URL('../../golden/snapshot/events.json', import.meta.url);

test('the bytes of every call of a writer are as they were', async () => {
  const made: Record<string, string[]> = {};
  for (const [name, call] of Object.entries(calls)) made[name] = (await written(call)).events.map(encoded);
  if (process.env.UPDATE === '1') writeFileSync(file, `${JSON.stringify(made, null, 1)}\n`);
  expect(made).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
