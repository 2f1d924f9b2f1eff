// Every kind that has a dashboard and no picture: written, served by real TensorBoard through both loaders, read back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodedPng } from '../media/golden.ts';
import { python } from './python.ts';
import { ask, askBytes, serve } from './tensorboard.ts';
import {
  embedded,
  labels,
  loss,
  pictures,
  predictions,
  ring,
  steps,
  weights,
  words,
  writeTraining,
} from './training.ts';

let logdir: string;
beforeAll(async () => {
  logdir = await writeTraining();
});

interface Curve {
  readonly step: number;
  readonly wall_time: number;
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly true_positives: readonly number[];
  readonly false_positives: readonly number[];
  readonly true_negatives: readonly number[];
  readonly false_negatives: readonly number[];
  readonly thresholds: readonly number[];
}
type Metrics = readonly {
  readonly name: { readonly tag: string };
  readonly value: number;
  readonly trainingStep: number;
}[];
interface Groups {
  readonly sessionGroups: readonly {
    readonly name: string;
    readonly hparams: Readonly<Record<string, unknown>>;
    readonly metricValues: Metrics;
    readonly sessions: readonly {
      readonly startTimeSecs: number;
      readonly endTimeSecs: number;
      readonly status: string;
    }[];
  }[];
}

const single = (numbers: readonly number[]) => numbers.map(Math.fround);

/** A curve as it is defined: what is predicted at a threshold or above it counts as true. */
function expectedCurve(step: number, thresholds: number): Omit<Curve, 'wall_time' | 'thresholds'> {
  const scores = predictions(step);
  const count = (truth: boolean, above: boolean, k: number) =>
    labels.filter((label, i) => label === truth && scores[i]! * (thresholds - 1) >= k === above).length;
  const all = Array.from({ length: thresholds }, (_, k) => k);
  const [tp, fp, tn, fn] = [
    all.map((k) => count(true, true, k)),
    all.map((k) => count(false, true, k)),
    all.map((k) => count(false, false, k)),
    all.map((k) => count(true, false, k)),
  ] as const;
  return {
    step,
    precision: single(tp.map((n, k) => n / Math.max(1e-7, n + fp[k]!))),
    recall: single(tp.map((n, k) => n / (n + fn[k]!))),
    true_positives: tp,
    false_positives: fp,
    true_negatives: tn,
    false_negatives: fn,
  };
}

describe.each(['rust', 'python'] as const)('the %s loader', (loader) => {
  let url: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ url, close } = await serve(logdir, loader));
  });
  afterAll(() => close());

  const json = async <T>(path: string, body?: unknown): Promise<T> =>
    JSON.parse(await ask(url, `data/plugin/${path}`, body));
  const bytes = async (path: string) => Uint8Array.from((await askBytes(url, `data/plugin/${path}`)).bytes).buffer;

  test('scalars, one with a title and a description', async () => {
    const tags = await json<Record<string, Record<string, unknown>>>('scalars/tags');
    expect(tags['.']).toMatchObject({
      'loss/valid': { displayName: 'Validation loss', description: '<p>of the <em>held-out</em> part</p>' },
    });
    const points = await json('scalars/scalars?run=.&tag=loss/train');
    expect(points).toEqual(Array.from({ length: steps }, (_, step) => [1000 + step, step, Math.fround(loss(step))]));
    expect(await json('scalars/scalars?run=rate_slow&tag=rate')).toEqual([[1000, 0, Math.fround(0.1)]]);
  });

  test('histograms', async () => {
    const served = await json<[number, number, [number, number, number][]][]>(
      'histograms/histograms?run=.&tag=layer/weights',
    );
    expect(served.map(([wall, step]) => [wall, step])).toEqual(
      Array.from({ length: steps }, (_, step) => [1000 + step, step]),
    );
    const last = weights(steps - 1);
    const [from, to] = [Math.min(...last), Math.max(...last)];
    const width = (to - from) / 30;
    // the Rust loader also serves the empty bin on the left
    const bins = served.at(-1)![2].filter(([, , count]) => count > 0);
    expect(bins.map(([, , count]) => count)).toEqual(
      Array.from(
        { length: 30 },
        (_, bin) => last.filter((x) => Math.min(29, Math.floor((x - from) / width)) === bin).length,
      ),
    );
    bins.forEach(([left], bin) => {
      expect(left).toBeCloseTo(from + bin * width, 5);
    });
  });

  test('text', async () => {
    expect(await json('text/text?run=.&tag=model%2Ftext_summary')).toEqual([
      {
        step: 3,
        wall_time: 1003,
        text: expect.stringMatching(/<h2>gMLP<\/h2>\n<table>[\s\S]*<td><strong>0<\/strong><\/td>\n<td>462,152<\/td>/),
      },
    ]);
  });

  test.each([
    ['classifier', 127],
    ['fine', 501],
  ])('precision and recall of %s at %i thresholds', async (tag, thresholds) => {
    const { '.': served } = await json<Record<string, Curve[]>>(`pr_curves/pr_curves?run=.&tag=${tag}`);
    expect(served!.map(({ step, wall_time: wall }) => [step, wall])).toEqual([0, 1, 2, 3, 4].map((n) => [n, 1000 + n]));
    for (const { wall_time: _, thresholds: indices, ...curve } of served!) {
      const expected = expectedCurve(curve.step, thresholds);
      // TensorBoard cuts off where nothing is predicted true
      const shown = expected.true_positives.findLastIndex((n, k) => n + expected.false_positives[k]! > 0) + 1;
      const { step, ...rows } = expected;
      expect(curve).toEqual({
        step,
        ...Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, row.slice(0, shown)])),
      });
      indices.forEach((index, k) => {
        expect(index).toBeCloseTo(k / (thresholds - 1), 12);
      });
    }
  });

  test('a curve of counts', async () => {
    const { '.': served } = await json<Record<string, Curve[]>>('pr_curves/pr_curves?run=.&tag=counted');
    expect(served).toHaveLength(5);
    expect(served![2]).toMatchObject({
      step: 2,
      precision: single([0.5, 0.6, 1]),
      recall: [1, 0.75, 0.25],
      true_positives: [4, 3, 1],
      false_positives: [4, 2, 0],
      true_negatives: [0, 2, 4],
      false_negatives: [0, 1, 3],
      thresholds: [0, 0.5, 1],
    });
  });

  test('meshes', async () => {
    const { vertices, faces, colors } = ring();
    const part = (tag: string, type: string, step: number) =>
      bytes(`mesh/data?run=.&tag=${tag}&content_type=${type}&sample=0&step=${step}`);
    expect(await json('mesh/tags')).toEqual({ '.': { solid: { samples: 1 }, cloud: { samples: 1 } } });
    expect(new Float32Array(await part('cloud', 'VERTEX', 0))).toEqual(Float32Array.from(vertices.flat(2)));
    expect(new Float32Array(await part('solid', 'VERTEX', 4))).toEqual(
      Float32Array.from(vertices[0]!.flatMap(([x, y, z]) => [x!, y!, z! * 1.5])),
    );
    expect(new Int32Array(await part('solid', 'FACE', 4))).toEqual(Int32Array.from(faces.flat(2)));
    expect(new Uint8Array(await part('solid', 'COLOR', 4))).toEqual(Uint8Array.from(colors.flat(2)));
    const about = await json<{ config: string; step: number; components: number }[]>('mesh/meshes?run=.&tag=cloud');
    expect(about).toMatchObject([{ step: 0, components: 2, data_shape: [1, 360, 3] }]);
    expect(JSON.parse(about[0]!.config)).toEqual({ camera: { cls: 'PerspectiveCamera', fov: 75 } });
  });

  test('custom scalars of two calls', async () => {
    expect(await json('custom_scalars/layout')).toMatchObject({
      category: [
        {
          title: 'losses',
          chart: [
            { title: 'both', multiline: { tag: ['loss/.*'] } },
            { title: 'band', margin: { series: [{ value: 'band/mean', lower: 'band/lower', upper: 'band/upper' }] } },
          ],
        },
      ],
    });
    const { tag_to_events: matched } = await json<{ tag_to_events: Record<string, unknown[]> }>(
      'custom_scalars/scalars?run=.&tag=loss/.*',
    );
    expect(Object.entries(matched).map(([tag, { length }]) => [tag, length])).toEqual(
      expect.arrayContaining([
        ['loss/train', steps],
        ['loss/valid', steps],
      ]),
    );
  });

  test('hyperparameters and metrics', async () => {
    const experiment = await json<{ hparamInfos: { name: string }[]; metricInfos: { name: { tag: string } }[] }>(
      'hparams/experiment',
      {},
    );
    const infos = new Map(experiment.hparamInfos.map((info) => [info.name, info]));
    expect(Object.fromEntries(infos)).toMatchObject({
      bias: { type: 'DATA_TYPE_BOOL', domainDiscrete: [true, false] },
      depth: { type: 'DATA_TYPE_FLOAT64', domainInterval: { minValue: 1, maxValue: 8 } },
      lr: { type: 'DATA_TYPE_FLOAT64', domainDiscrete: [0.1, 0.01, 0.001] },
      optimizer: { type: 'DATA_TYPE_STRING' },
    });
    expect(experiment.metricInfos.map(({ name }) => name.tag)).toEqual(['hparam/accuracy', 'hparam/loss']);
    const asked = { colParams: [], startIndex: 0, sliceSize: 10, allowedStatuses: ['STATUS_SUCCESS'] };
    const { sessionGroups } = await json<Groups>('hparams/session_groups', asked);
    const rows = sessionGroups.map(({ name, hparams, metricValues, sessions }) => ({
      name,
      hparams,
      metrics: Object.fromEntries(
        metricValues.map(({ name: { tag }, value, trainingStep }) => [tag, [value, trainingStep]]),
      ),
      times: sessions.map(({ startTimeSecs, endTimeSecs }) => [startTimeSecs, endTimeSecs]),
    }));
    expect(rows.sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
      [0.1, 0.01, 0.001].flatMap((lr, n) =>
        [true, false].map((bias) => ({
          name: `trial-${n}-${bias ? 'bias' : 'plain'}`,
          hparams: { lr, bias, optimizer: n === 0 ? 'sgd' : 'adam', depth: n + 1 },
          metrics: {
            'hparam/accuracy': [Math.fround(0.7 + 0.1 * n + (bias ? 0.05 : 0)), 5],
            'hparam/loss': [Math.fround(0.5 - 0.1 * n), 5],
          },
          times: [[1000, 1000]],
        })),
      ),
    );
  });

  test('embeddings', async () => {
    const { embeddings } = await json<{ embeddings: { tensorName: string; tensorShape: number[] }[] }>(
      'projector/info?run=.',
    );
    expect(embeddings.map(({ tensorName, tensorShape }) => [tensorName, tensorShape])).toEqual([
      ['words:00000', [10, 3]],
      ['rows:00004', [10, 3]],
      ['patterns:00005', [60, 3]],
    ]);
    // 8 by 8 pictures of 16 by 16 pixels
    const { bytes: sprite } = await askBytes(url, 'data/plugin/projector/sprite_image?run=.&name=patterns:00005');
    const { width, height, channels, bytes: rgb } = decodedPng(sprite);
    expect([width, height, channels]).toEqual([128, 128, 3]);
    const given = pictures().dataSync();
    const at = (n: number, c: number, i: number) =>
      rgb[(((n >> 3) * 16 + (i >> 4)) * 128 + (n & 7) * 16 + (i & 15)) * 3 + c];
    expect(given.every((value, k) => value === at(Math.floor(k / 768), Math.floor(k / 256) % 3, k % 256))).toBe(true);
    expect(Array.from({ length: 256 }, (_, i) => at(60, 0, i)).every((value) => value === 0)).toBe(true);
    for (const name of ['words:00000', 'rows:00004'])
      expect(new Float32Array(await bytes(`projector/tensor?run=.&name=${name}`))).toEqual(
        Float32Array.from(embedded.flat()),
      );
    const labelled = (name: string) => ask(url, `data/plugin/projector/metadata?run=.&name=${name}`);
    expect(await labelled('words:00000')).toBe(`${words.slice(0, 9).join('\n')}\n"\\n"\n`);
    expect((await labelled('rows:00004')).split('\n').slice(0, 2)).toEqual(['word\tnumber', 'cat\t0']);
  });

  test('tensors, as TensorBoard’s own providers give them', () => {
    expect(python('tensors.py', { logdir, loader })).toEqual({
      state: [[3, 1003, 'float64', '[[1.0, nan]]']],
      single: [[3, 1003, 'float32', '[0.10000000149011612, -inf]']],
      mask: [[3, 1003, 'bool', '[True, False]']],
    });
  });
});
