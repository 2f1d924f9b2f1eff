// Curves in a terminal, with axes and a legend.

import { type Curve, finiteSteps, inOrder, rangeOf, valuesOf } from '../../src/curves/curve.ts';
import type { Chart } from '../../src/curves/curvesSvg.ts';
import { smoothed } from '../../src/curves/smoothed.ts';
import { labels, ticks, widened } from '../../src/curves/ticks.ts';
import { printable } from '../../src/text/printable.ts';
import { textWidth } from '../../src/text/textWidth.ts';
import { Canvas, type Cell } from './brailleCanvas.ts';

/** A curve in the order of its steps, as lists. */
interface PlottedCurve extends Curve {
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

export interface PlotOptions {
  /** Width and height of the chart in cells. */
  readonly width: number;
  readonly height: number;
  /** Whether curves have colours; letters mark them otherwise. */
  readonly colours: boolean;
  /** The weight of the values before, as in TensorBoard; 0. */
  readonly smoothing?: number;
}

// colours that are legible on light and dark terminals: cyan, magenta, green, yellow, blue, red
const colours = [36, 35, 32, 33, 34, 31];
const letters = 'abcdefghijklmnopqrstuvwxyz';
// distance in cells between the letters of a curve
const letterEvery = 14;
const minColumns = 10;
const minRows = 4;

/** Draws a chart with axes and a legend, in lines of text. */
export function plot({ title, curves: given }: Chart, options: PlotOptions): string {
  const curves = given.map((curve): PlottedCurve => {
    const { name, steps, values } = inOrder(curve);
    return { name, steps: Array.from(steps), values: Array.from(smoothed(values, options.smoothing ?? 0)) };
  });
  const heading = printable(title);
  const legend = legendOf(curves, options);
  const x = rangeOf(finiteSteps(curves));
  // values that are not smoothed have the range, as in the SVG, which draws them too
  const y = rangeOf(valuesOf(given));
  if (!x || !y) return [heading, '  no finite number', ...legend, ''].join('\n');
  const rows = Math.max(minRows, options.height - 3 - legend.length);
  const yTicks = ticks(...widened(...y), Math.max(2, Math.ceil(rows / 3)));
  const named = labels(yTicks);
  const widest = Math.max(...named.map((label) => label.length));
  const margin = options.width - widest - 2 < minColumns ? 0 : widest + 1;
  const columns = Math.max(minColumns, options.width - margin - 1);
  const canvas = new Canvas(columns, rows);
  const toX = scale(widened(...x), canvas.width);
  const toY = scale(widened(...y), canvas.height);
  const below = (dot: number): number => canvas.height - 1 - dot;
  for (const [owner, curve] of curves.entries()) draw(canvas, curve, owner, toX, (value) => below(toY(value)));
  const cells = canvas.rows();
  for (const [owner, curve] of curves.entries()) enlarge(cells, curve, owner, toX, (value) => below(toY(value)));
  if (!options.colours && curves.length > 1) mark(cells, curves, toX, (value) => below(toY(value)));
  const labelOf = new Map(yTicks.map((tick, i) => [below(toY(tick)) >> 2, named[i]!]));
  const body = cells.map((row, i) => {
    const label = labelOf.get(i);
    const axis = label === undefined ? '│' : '┤';
    return (margin ? `${(label ?? '').padStart(widest)} ` : '') + axis + painted(row, options.colours);
  });
  return [heading, ...body, ...xAxis(x, columns, margin, toX), ...legend, ''].join('\n');
}

const scale =
  ([min, max]: readonly [number, number], dots: number) =>
  (value: number): number =>
    // halves first: the difference of two large numbers may not be finite
    Math.round(((value / 2 - min / 2) / (max / 2 - min / 2)) * (dots - 1));

type Scale = (value: number) => number;

function draw(canvas: Canvas, { steps, values }: PlottedCurve, owner: number, toX: Scale, toY: Scale): void {
  let last: readonly [number, number] | undefined;
  for (const [i, step] of steps.entries()) {
    const value = values[i]!;
    const here = Number.isFinite(value) ? ([toX(step), toY(value)] as const) : undefined;
    if (here && last) canvas.line(...last, ...here, owner);
    else if (here) canvas.dot(...here, owner);
    last = here;
  }
}

/** Enlarges points without neighbours, whose one dot is too small to see. */
function enlarge(rows: Cell[][], { steps, values }: PlottedCurve, owner: number, toX: Scale, toY: Scale): void {
  for (const [i, value] of values.entries())
    if (Number.isFinite(value) && !Number.isFinite(values[i - 1]) && !Number.isFinite(values[i + 1]))
      rows[toY(value) >> 2]![toX(steps[i]!) >> 1] = { text: '●', owner };
}

/** Puts the letter of each curve on some of its points. */
function mark(rows: Cell[][], curves: readonly PlottedCurve[], toX: Scale, toY: Scale): void {
  for (const [owner, { steps, values }] of curves.entries()) {
    // letters of curves with the same steps are offset from each other
    let next = (owner * 3) % letterEvery;
    const put = (i: number): void => {
      const [column, row] = [toX(steps[i]!) >> 1, toY(values[i]!) >> 2];
      rows[row]![column] = { text: letterOf(owner), owner };
    };
    let lastFinite = -1;
    for (const [i, step] of steps.entries()) {
      if (!Number.isFinite(values[i])) continue;
      lastFinite = i;
      if (toX(step) >> 1 < next) continue;
      put(i);
      next = (toX(step) >> 1) + letterEvery;
    }
    if (lastFinite >= 0) put(lastFinite);
  }
}

const letterOf = (owner: number): string => letters[owner % letters.length]!;
const coloured = (text: string, owner: number): string => `\u001b[${colours[owner % colours.length]}m${text}\u001b[39m`;

function painted(row: readonly Cell[], withColours: boolean): string {
  if (!withColours)
    return row
      .map(({ text }) => text)
      .join('')
      .trimEnd();
  const length = 1 + row.findLastIndex((cell) => cell.text !== ' ');
  let text = '';
  for (let i = 0; i < length; ) {
    const { owner } = row[i]!;
    let end = i;
    while (end < length && (row[end]!.owner === owner || row[end]!.text === ' ')) end += 1;
    const run = row
      .slice(i, end)
      .map((cell) => cell.text)
      .join('');
    text += run.trim() === '' ? run : coloured(run, owner);
    i = end;
  }
  return text;
}

function xAxis(range: [number, number], columns: number, margin: number, toX: Scale): string[] {
  const [min, max] = range;
  const steps = min === max ? [min] : ticks(min, max, Math.max(2, Math.floor(columns / 12)), true);
  const line = new Array<string>(columns).fill('─');
  let words = '';
  for (const step of steps) {
    const column = toX(step) >> 1;
    const label = step.toLocaleString('en-US');
    // under its tick, inside the picture
    const start = Math.min(Math.max(0, column - (label.length >> 1)), columns - label.length);
    if (start < 0 || (words !== '' && start <= words.length)) continue;
    words = words.padEnd(start) + label;
    line[column] = '┬';
  }
  const blank = ' '.repeat(margin);
  return [`${blank}└${line.join('')}`, `${blank} ${words}`];
}

function legendOf(curves: readonly PlottedCurve[], { width, colours: withColours }: PlotOptions): string[] {
  const items = curves.map(({ name, values }, owner) => {
    const odd = values.filter((value) => !Number.isFinite(value)).length;
    const mark = withColours ? '━━' : curves.length > 1 ? letterOf(owner) : '';
    const shown = name === '.' && curves.length === 1 ? 'last' : printable(name);
    const last = values.length > 0 ? ` ${short(values.at(-1)!)}` : '';
    const whole = `${mark} ${shown}`.trimStart();
    // where room is short, the name is kept longest
    const fitting = [`${whole}${last}${odd > 0 ? ` (${odd} not finite)` : ''}`, `${whole}${last}`, whole];
    const text = fitting.find((words) => textWidth(words) <= width - 2) ?? `${whole.slice(0, width - 3)}…`;
    return { text: withColours ? coloured(mark, owner) + text.slice(mark.length) : text, width: textWidth(text) };
  });
  const lines: string[] = [];
  let used = width;
  for (const item of items) {
    if (used + 3 + item.width > width) {
      lines.push(`  ${item.text}`);
      used = 2 + item.width;
    } else {
      lines.push(`${lines.pop()}   ${item.text}`);
      used += 3 + item.width;
    }
  }
  return lines;
}

// four digits are enough next to a chart
const short = (value: number): string => (Number.isFinite(value) ? `${Number(value.toPrecision(4))}` : `${value}`);
