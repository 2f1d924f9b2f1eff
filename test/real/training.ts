// A training that was written with every call whose dashboard is looked at here. Out: its logdir.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SummaryWriter } from '../../src/index.ts';

export const steps = 40;
// a wave that repeats: as random as a picture needs
const noise = (n: number): number => Math.sin(n * 12.9898) * 0.5 + Math.sin(n * 78.233) * 0.5;

export const loss = (step: number): number => Math.exp(-step / 12) + 0.03 * noise(step);
export const weights = (step: number): Float32Array =>
  Float32Array.from({ length: 2000 }, (_, i) => noise(i) * (1 + step / 20) + step / 40);

export const labels = Array.from({ length: 400 }, (_, i) => noise(i) > 0);
/** nearer to the labels from step to step */
export const predictions = (step: number): number[] =>
  labels.map((label, i) => Math.min(1, Math.max(0, 0.5 + (label ? 1 : -1) * 0.02 * (step + 1) + 0.4 * noise(i * 7))));

/** A ring of 30 circles of 12 points: vertices and colours [1, 360, 3], triangles [1, 720, 3]. */
export function ring() {
  const [around, across] = [30, 12];
  const at = (i: number, j: number) => (i % around) * across + (j % across);
  const indices = Array.from({ length: around * across }, (_, n) => [Math.floor(n / across), n % across] as const);
  const vertices = indices.map(([i, j]) => {
    const [a, b] = [(2 * Math.PI * i) / around, (2 * Math.PI * j) / across];
    const radius = 0.7 + 0.3 * Math.cos(b);
    return [radius * Math.cos(a), radius * Math.sin(a), 0.3 * Math.sin(b)];
  });
  const faces = indices.flatMap(([i, j]) => [
    [at(i, j), at(i + 1, j), at(i + 1, j + 1)],
    [at(i, j), at(i + 1, j + 1), at(i, j + 1)],
  ]);
  const colors = indices.map(([i, j]) => [
    Math.round(127.5 + 127.5 * Math.cos((2 * Math.PI * i) / around)),
    Math.round(127.5 + 127.5 * Math.cos((2 * Math.PI * j) / across)),
    200,
  ]);
  return { vertices: [vertices], faces: [faces], colors: [colors] };
}

export const words = ['cat', 'dog', 'cow', 'red', 'green', 'blue', 'one', 'two', 'three', '\n'];
/** [words, 3], three clusters of three and one far off */
export const embedded = words.map((_, i) =>
  [0, 1, 2].map((axis) => (Math.floor(i / 3) === axis ? 1 : 0) + 0.2 * noise(i * 3 + axis)),
);

const kinds = ['rings', 'stripes', 'squares'] as const;
/** Sixty points around three corners of a triangle. */
const patterns = Array.from({ length: 60 }, (_, n) => {
  const kind = n % 3;
  const index = [0, 1, 2].map((axis) => (axis === kind ? 1 : 0) + 0.35 * noise(n * 5 + axis));
  return { label: `${kinds[kind]} ${Math.floor(n / 3)}`, index, kind, phase: Math.floor(n / 3) / 4 };
});
/** [60, 3, 16, 16], bytes */
export function pictures() {
  const data = new Uint8Array(patterns.length * 3 * 256);
  patterns.forEach(({ kind, phase }, n) => {
    for (let i = 0; i < 256; i++) {
      const [x, y] = [(i % 16) - 7.5, Math.floor(i / 16) - 7.5];
      const distance = [Math.hypot(x, y), x + y, Math.max(Math.abs(x), Math.abs(y))][kind]!;
      const light = 128 + 120 * Math.sin(distance * 1.2 + phase);
      for (let c = 0; c < 3; c++) data[(n * 3 + c) * 256 + i] = c === kind ? 255 - light / 2 : light;
    }
  });
  return { shape: [patterns.length, 3, 16, 16], dtype: 'int32', dataSync: () => data };
}

/** @param start step n has the wall time `start` + n */
export async function writeTraining(start = 1000): Promise<string> {
  const logdir = mkdtempSync(join(tmpdir(), 'logs-'));
  const writer = new SummaryWriter({ logdir });
  for (let step = 0; step < steps; step++) {
    const at = start + step;
    const value = loss(step);
    writer.addScalar('loss/train', value, step, at);
    writer.addScalar('loss/valid', value + 0.1, step, at, 'Validation loss', 'of the *held-out* part');
    writer.addScalar('band/mean', value, step, at);
    writer.addScalar('band/lower', value - 0.15, step, at);
    writer.addScalar('band/upper', value + 0.15, step, at);
    writer.addHistogram('layer/weights', weights(step), step, 30, at);
  }
  writer.addTensor('state', [[1, Number.NaN]], 3, start + 3);
  writer.addTensor('single', new Float32Array([0.1, Number.NEGATIVE_INFINITY]), 3, start + 3);
  writer.addTensor('mask', [true, false], 3, start + 3);
  writer.addScalars('rate', { fast: 1, slow: 0.1 }, 0, start);
  for (let step = 0; step < 5; step++) {
    const at = start + step;
    writer.addPrCurve('classifier', labels, predictions(step), step, 127, undefined, at);
    writer.addPrCurve('fine', labels, predictions(step), step, 501, undefined, at);
    // the page has one slider for all curves of a run, as long as that of the one it draws first
    writer.addPrCurveRaw(
      'counted',
      [4, 3, 1],
      [4, 2, 0],
      [0, 2, 4],
      [0, 1, 3],
      [0.5, 0.6, 1],
      [1, 0.75, 0.25],
      step,
      3,
    );
    const { vertices, faces, colors } = ring();
    const stretched = vertices.map((points) => points.map(([x, y, z]) => [x!, y!, z! * (1 + step / 8)]));
    writer.addMesh('solid', stretched, colors, faces, undefined, step, at);
  }
  writer.addMesh('cloud', ring().vertices, undefined, undefined, {
    camera: { cls: 'PerspectiveCamera', fov: 75 },
  });
  writer.addText(
    'model',
    '## gMLP\n\n| block | parameters |\n|---|---|\n| **0** | 462,152 |\n\nwith *one* block',
    3,
    start + 3,
  );
  writer.addCustomScalarsMultilinechart(['loss/.*'], 'losses', 'both', start);
  writer.addCustomScalarsMarginchart(['band/mean', 'band/lower', 'band/upper'], 'losses', 'band', start);
  for (const [n, lr] of [0.1, 0.01, 0.001].entries())
    for (const bias of [true, false])
      writer.addHparams(
        { lr, bias, optimizer: n === 0 ? 'sgd' : 'adam', depth: n + 1 },
        { 'hparam/accuracy': 0.7 + 0.1 * n + (bias ? 0.05 : 0), 'hparam/loss': 0.5 - 0.1 * n },
        `trial-${n}-${bias ? 'bias' : 'plain'}`,
        5,
        {
          hparamDomainDiscrete: { lr: [0.1, 0.01, 0.001], bias: [true, false] },
          hparamDomainInterval: { depth: [1, 8] },
          wallTime: start,
        },
      );
  writer.addEmbedding(embedded, words, undefined, 0, 'words');
  const rows = words.map((word, i) => [word, i]);
  writer.addEmbedding(embedded, rows, undefined, 4, 'rows', ['word', 'number']);
  writer.addEmbedding(
    patterns.map(({ index }) => index),
    patterns.map(({ label }) => label),
    pictures(),
    5,
    'patterns',
  );
  await writer.close();
  return logdir;
}
