// Curves as an SVG: what is drawn where, with hostile names and values.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curvesSvg } from '../../src/curves/curvesSvg.ts';
import { drawLine } from '../../src/curves/linePath.ts';

const count = (text: string, part: string): number => text.split(part).length - 1;

test('each scalar is a chart with a line and a legend for each run', () => {
  const curves = ['a', 'b'].map((name, i) => ({ name, steps: [0, 1, 2], values: [i, i + 1, 4] }));
  const svg = curvesSvg([
    { title: 'loss', curves },
    { title: 'accuracy', curves: curves.slice(0, 1) },
  ]);
  expect(count(svg, 'class="line" stroke="#0072b2" d=')).toBe(2);
  expect(count(svg, '<title>a</title>')).toBe(2);
  expect(svg).toContain('>a 4</text>');
  expect(svg).toContain('>accuracy</text>');
  expect(svg).not.toContain('NaN');
});

test('smoothing draws the curves faintly behind their averages', () => {
  const chart = { title: 'loss', curves: [{ name: 'a', steps: [0, 1, 2], values: [1, 0, 1] }] };
  expect(count(curvesSvg([chart], { smoothing: 0.5 }), 'class="line faint"')).toBe(1);
  expect(count(curvesSvg([chart]), 'class="line faint"')).toBe(0);
});

test('names and titles of any letters are text', () => {
  const hostile = '</text><script>alert(1)</script>"&\u0000\u001b[31m';
  const svg = curvesSvg([{ title: hostile, curves: [{ name: hostile, steps: [0], values: [1] }] }]);
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u001b');
  expect(svg).toContain('&lt;script&gt;');
});

test('a curve without a finite value is told, and one point is a dot', () => {
  const nan = { name: 'a', steps: [0, 1], values: [Number.NaN, Number.POSITIVE_INFINITY] };
  expect(curvesSvg([{ title: 'loss', curves: [nan] }])).toContain('no finite number');
  expect(curvesSvg([{ title: 'loss', curves: [{ name: 'a', steps: [5], values: [2] }] }])).toContain('<circle');
});

test('a curve of a million points has at most four for each pixel column, its extremes among them', () => {
  const steps = Float64Array.from({ length: 1_000_000 }, (_, i) => i);
  const values = steps.map((i) => (i === 123_456 ? 100 : Math.sin(i)));
  const { path } = drawLine(
    steps,
    values,
    (step) => step / 2000,
    (value) => -value,
  );
  expect(path.split('L').length).toBeLessThanOrEqual(4 * 501);
  expect(path).toContain(' -100');
});

test('every pixel column of a drawn line spans the values that fall into it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 300 }),
      (list) => {
        const steps = list.map((_, i) => i);
        const { path, dots } = drawLine(
          steps,
          list,
          (step) => step / 10,
          (value) => value,
        );
        const ys = [...path.matchAll(/[ML]\S+ (\S+?)(?=[ML]|$)/g)]
          .map(([, y]) => Number(y))
          .concat(dots.map(([, y]) => y));
        expect(Math.max(...ys)).toBeCloseTo(
          Math.max(...list),
          -Math.floor(Math.log10(Math.abs(Math.max(...list)) + 1)),
        );
        expect(ys.length).toBeLessThanOrEqual(4 * (steps.length / 10 + 1));
      },
    ),
  );
});
