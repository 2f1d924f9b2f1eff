// Curves as they stand in a terminal.
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { type PlotOptions, plot } from '../../cli/inspect/plot.ts';
import type { Curve } from '../../src/curves/curve.ts';
import { curvesSvg } from '../../src/curves/curvesSvg.ts';
import { labels, ticks } from '../../src/curves/ticks.ts';

const steps = Array.from({ length: 41 }, (_, i) => 5 * i);
const train: Curve = { name: 'train', steps, values: steps.map((step) => 2 * Math.exp(-step / 60)) };
const valid: Curve = {
  name: 'valid',
  steps,
  values: steps.map((step) => (step > 80 && step < 120 ? Number.NaN : 2 * Math.exp(-step / 100))),
};
const plain: PlotOptions = { width: 60, height: 14, colours: false };
const shown = (title: string, curves: readonly Curve[], options: Partial<PlotOptions> = {}) =>
  `\n${plot({ title, curves }, { ...plain, ...options })}`;

test('one curve is drawn with its axes', () => {
  expect(shown('loss', [train])).toMatchInlineSnapshot(`
    "
    loss
    2.0 ┤⠑⢄
        │  ⠣⡀
    1.5 ┤   ⠈⠢⢄
        │      ⠑⢄
        │        ⠑⠢⣀
    1.0 ┤           ⠉⠒⢄⡀
        │              ⠈⠑⠢⣀⡀
    0.5 ┤                  ⠈⠉⠒⠢⢄⣀⣀⡀
        │                         ⠈⠉⠒⠒⠢⠤⠤⣀⣀⣀
        │                                   ⠉⠉⠑⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀
        └┬──────────────────────────┬──────────────────────────┬
         0                         100                       200
      train 0.07135
    "
  `);
});

test('two curves without colours are drawn with letters, and a gap stands for a value that is not finite', () => {
  expect(shown('loss', [train, valid])).toMatchInlineSnapshot(`
    "
    loss
    2.0 ┤a⢦⡀
        │  ⠫⡒b⣀
    1.5 ┤   ⠈⠢⢄⠉⠢⢄⡀
        │      ⠑⢄ ⠈⠑⠢⢄
        │        ⠑⠢⣀  ⠉⠑⠒⠤⣀⡀
    1.0 ┤           ⠉⠒⢄⡀   ⠈b⠒⠢⠄
        │              ⠈a⠢⣀⡀
    0.5 ┤                  ⠈⠉⠒⠢⢄⣀⣀⡀      ⠈⠑b⠒⠢⠤⠤⣀⣀⡀
        │                         ⠈⠉⠒⠒⠢a⠤⣀⣀⣀      ⠈⠉⠉⠑⠒⠒⠒⠢b⠤⠤⢄⣀b
        │                                   ⠉⠉⠑⠒⠒⠒⠒⠒⠤⠤a⠤⠤⠤⠤⣀⣀⣀⣀a
        └┬──────────────────────────┬──────────────────────────┬
         0                         100                       200
      a train 0.07135   b valid 0.2707 (7 not finite)
    "
  `);
});

test('two curves are drawn in two colours', () => {
  const text = shown('loss', [train, valid], { colours: true });
  expect(text).toContain('\u001b[36m━━\u001b[39m train 0.07135   \u001b[35m━━\u001b[39m valid 0.2707 (7 not finite)');
  const bare = stripVTControlCharacters(text);
  expect(bare).toMatchInlineSnapshot(`
    "
    loss
    2.0 ┤⠑⢦⡀
        │  ⠫⡒⠤⣀
    1.5 ┤   ⠈⠢⢄⠉⠢⢄⡀
        │      ⠑⢄ ⠈⠑⠢⢄
        │        ⠑⠢⣀  ⠉⠑⠒⠤⣀⡀
    1.0 ┤           ⠉⠒⢄⡀   ⠈⠉⠒⠢⠄
        │              ⠈⠑⠢⣀⡀
    0.5 ┤                  ⠈⠉⠒⠢⢄⣀⣀⡀      ⠈⠑⠒⠒⠢⠤⠤⣀⣀⡀
        │                         ⠈⠉⠒⠒⠢⠤⠤⣀⣀⣀      ⠈⠉⠉⠑⠒⠒⠒⠢⠤⠤⠤⢄⣀⣀
        │                                   ⠉⠉⠑⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀
        └┬──────────────────────────┬──────────────────────────┬
         0                         100                       200
      ━━ train 0.07135   ━━ valid 0.2707 (7 not finite)
    "
  `);
});

test('a chart fits a narrow terminal', () => {
  const text = shown('loss', [train, valid], { width: 26, height: 10 });
  expect(text).toMatchInlineSnapshot(`
    "
    loss
    2 ┤a⣄
      │ ⠈⠫b⠤⡀
    1 ┤   ⠈⠢⢌⠑⠒⠤⡀
      │      ⠉⠑⠤⣀⡀  ⠠⠤⣀⣀b
      │          ⠈⠉⠑⠒a⠤⠤⠬⠭⣉⣉⣒b
      └┬─────────────────────┬
       0                   200
      a train 0.07135
      b valid 0.2707
    "
  `);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(26);
});

test('a terminal narrower than the labels gets the narrowest chart', () => {
  expect(
    shown('loss', [{ ...train, values: Array.from(train.values, (v) => v * 1e-12) }], { width: 14, height: 8 }),
  ).toMatchInlineSnapshot(`
    "
    loss
    ┤⠱⡀
    │ ⠘⡄
    ┤  ⠈⠓⢄⡀
    │     ⠈⠑⠒⠤⠤⢄⣀⣀
    └┬───────────┬
     0         200
      train
    "
  `);
});

test('a curve of one point, of one value or of no finite value is drawn', () => {
  expect(shown('once', [{ name: '.', steps: [7], values: [0.25] }], { height: 9 })).toMatchInlineSnapshot(`
    "
    once
         │
    0.26 ┤
         │                           ●
    0.24 ┤
         │
         └───────────────────────────┬──────────────────────────
                                     7
      last 0.25
    "
  `);
  expect(shown('same', [{ name: '.', steps: [0, 1], values: [3, 3] }], { height: 9 })).toMatchInlineSnapshot(`
    "
    same
    3.2 ┤
        │
    3.0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
        │
    2.8 ┤
        └┬─────────────────────────────────────────────────────┬
         0                                                     1
      last 3
    "
  `);
  expect(shown('none', [{ name: '.', steps: [0, 1], values: [Number.NaN, Number.NEGATIVE_INFINITY] }])).toBe(
    '\nnone\n  no finite number\n  last -Infinity (2 not finite)\n',
  );
});

test('the largest floats are drawn, and control characters of a name are spelled out', () => {
  const most = Number.MAX_VALUE;
  expect(
    shown('a\u001b[2Jb', [{ name: '.', steps: [0, 1, 2], values: [-most, most, 0] }], { height: 9 }),
  ).toMatchInlineSnapshot(`
    "
    a\\u{1b}[2Jb
            │                     ⣀⡠⠔⠒⠉⠉⠒⠒⠒⠤⠤⢄⣀⣀⡀
     1e+308 ┤               ⢀⣀⠤⠔⠊⠉              ⠈⠉⠉⠒⠒⠒⠤⠤⠤⣀⣀⡀
          0 ┤          ⢀⡠⠤⠒⠊⠁                              ⠈⠉⠉⠑⠒
    -1e+308 ┤     ⣀⡠⠔⠒⠉⠁
            │⣀⠤⠔⠊⠉
            └┬────────────────────────┬────────────────────────┬
             0                        1                        2
      last 0
    "
  `);
});

test('a million points are drawn in the same size', () => {
  const many = Array.from({ length: 1_000_000 }, (_, i) => i);
  const text = shown('wave', [{ name: '.', steps: many, values: many.map((i) => Math.sin(i / 1e5)) }], { height: 10 });
  expect(text).toMatchInlineSnapshot(`
    "
    wave
     1 ┤    ⢀⡤⠖⠋⠉⠉⠙⠲⢤⡀                         ⣀⡴⠒⠋⠉⠉⠓⠲⢤⡀
       │  ⣠⠞⠉        ⠉⠳⣄                     ⣠⠞⠁        ⠙⠲⣄
     0 ┤⣠⠞⠁            ⠈⠳⣄                 ⣠⠞⠁            ⠈⠳⣄
       │                 ⠈⠳⣄             ⣠⠞⠁                ⠈⠳⣄
       │                   ⠈⠳⣄        ⢀⡤⠞⠁                    ⠈⠳
    -1 ┤                     ⠈⠙⠲⢤⣀⣀⣀⡤⠖⠋
       └┬───────────────────────────┬───────────────────────────
        0                        500,000
      last -0.544
    "
  `);
});

test.each([0, 0.9])('a plot with smoothing %d has the axes and ranges of the SVG', (smoothing) => {
  const noisy: Curve = { name: 'run', steps, values: steps.map((step) => Math.exp(-step / 60) + Math.sin(step)) };
  // so large that both have room for as many ticks
  const [heading, ...lines] = shown('loss', [noisy], { width: 90, height: 22, smoothing }).trim().split('\n');
  const svg = curvesSvg([{ title: 'loss', curves: [noisy] }], { smoothing });
  const textsOf = (anchor: string) =>
    [...svg.matchAll(new RegExp(`text-anchor="${anchor}">([^<]+)<`, 'g'))].map(([, text]) => text);
  expect(heading).toBe('loss');
  const rows = lines.slice(
    0,
    lines.findIndex((line) => line.includes('└')),
  );
  const yLabels = rows.flatMap((line) => /^ *(\S+) ┤/.exec(line)?.[1] ?? []);
  expect(yLabels.toReversed()).toEqual(textsOf('end'));
  expect(lines[rows.length + 1]!.trim().split(/ +/)).toEqual(textsOf('middle'));
  // both have their ticks at the same parts of the height
  const top = (label: string) => rows.findIndex((line) => line.trimStart().startsWith(`${label} ┤`));
  const pixel = (label: string) =>
    Number(new RegExp(`y="([\\d.]+)" text-anchor="end">${label.replace('.', '\\.')}<`).exec(svg)![1]) - 4;
  const [high, low] = [yLabels[0]!, yLabels.at(-1)!];
  // the box of the picture is 34 to 234 pixels high, that of the terminal has all rows
  for (const label of [high, low])
    expect(Math.abs((top(label) + 0.5) / rows.length - (pixel(label) - 34) / 200)).toBeLessThan(1 / rows.length);
});

test.each([
  [0, 1, 5, [0, 0.5, 1]],
  [0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.03, 2.4, 5, [0.5, 1, 1.5, 2]],
  [1e-9, 3e-9, 3, [1e-9, 2e-9, 3e-9]],
  [-3e38, 3e38, 3, [-2e38, 0, 2e38]],
])('the ticks from %d to %d are round numbers', (min, max, most, expected) => {
  const found = ticks(min, max, most);
  expect(found.length).toBe(expected.length);
  for (const [i, tick] of found.entries()) expect(Math.abs(tick - expected[i]!)).toBeLessThan((max - min) * 1e-9);
});

test.each([
  [
    [0, 0.5, 1],
    ['0.0', '0.5', '1.0'],
  ],
  [
    [0, 50, 100],
    ['0', '50', '100'],
  ],
  [
    [1e-9, 1.5e-9, 2e-9],
    ['1.0e-9', '1.5e-9', '2.0e-9'],
  ],
  [
    [0, 1e7, 2e7],
    ['0', '1e+7', '2e+7'],
  ],
])('the labels of %j are short and distinct', (numbers, expected) => {
  expect(labels(numbers)).toEqual(expected);
});

test('each of 300 curves has its own colour in the picture, that of its name in the legend', () => {
  const curves = Array.from({ length: 300 }, (_, i) => ({ name: `${i}`, steps: [0], values: [i] }));
  const picture = plot({ title: 'loss', curves }, { width: 60, height: 400, colours: true });
  const colourOf = (text: string): string | undefined => picture.match(new RegExp(`\\u001b\\[(\\d+)m${text}`))?.[1];
  // the highest point is that of the last curve
  expect(colourOf('●')).toBe(colourOf('━━\\S* 299'));
});
