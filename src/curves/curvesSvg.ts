// Curves as an SVG picture, a chart for each scalar, one below the other.
import { expectOptions, type OptionNames } from '../options.ts';
import { printable } from '../text/printable.ts';
import { type Curve, finiteSteps, inOrder, rangeOf, valuesOf } from './curve.ts';
import { drawLine } from './linePath.ts';
import { smoothed } from './smoothed.ts';
import { labels, ticks, widened } from './ticks.ts';

/** A chart: the curves of one scalar in several runs. */
export interface Chart {
  /** the scalar's name */
  readonly title: string;
  readonly curves: readonly Curve[];
}

/** Options of `curvesSvg`. */
export interface CurvesSvgOptions {
  /** pixels; 640 */
  readonly width?: number;
  /** pixels of one chart without its legend; 260 */
  readonly height?: number;
  /** the weight of the values before, as in TensorBoard; 0. Above 0 the curves themselves are drawn faintly. */
  readonly smoothing?: number;
}

const optionNames: OptionNames<CurvesSvgOptions> = { width: true, height: true, smoothing: true };

// colours that differ for most kinds of colour blindness, legible on white and on black (Okabe and Ito, "Color Universal Design")
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c6bb1', '#888888'];
const style = `
  svg { background: #fff; color: #1f2328; font: 12px ui-sans-serif, system-ui, sans-serif; }
  text { fill: currentColor; } .title { font-size: 14px; font-weight: 600; } .tick { fill: #59636e; font-size: 11px; }
  .grid { stroke: #d8dee4; } .axis { stroke: #8c959f; } .line { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
  .faint { opacity: 0.3; stroke-width: 1; }
  @media (prefers-color-scheme: dark) {
    svg { background: #0d1117; color: #e6edf3; } .tick { fill: #9198a1; } .grid { stroke: #2a313c; } .axis { stroke: #656c76; }
  }`;

const margin = { left: 64, right: 16, top: 34, bottom: 26 };
const legendLine = 18;
// estimates in pixels: letters of the legend and of a title are about this wide in most fonts
const letterWidth = 7.2;
const titleLetterWidth = 8.6;

/**
 * Draws curves over steps. Values that are not finite leave gaps; a title or name of any letters is text.
 *
 *     const runs = await readRuns('logs');
 *     const curves = runs.map(({ run, scalars }) => ({ name: run, ...scalars.get('loss') }));
 *     writeFileSync('loss.svg', curvesSvg([{ title: 'loss', curves }], { smoothing: 0.6 }));
 *
 * @throws UserError for a smoothing that is not from 0 to below 1
 */
export function curvesSvg(charts: readonly Chart[], options: CurvesSvgOptions = {}): string {
  expectOptions(options, optionNames);
  const { width = 640, height = 260, smoothing = 0 } = options;
  let top = 0;
  const parts = charts.map(({ title, curves }) => {
    const legend = legendRows(curves, width);
    const whole = height + legend.length * legendLine + 16;
    const body = chart({ title, curves: curves.map(inOrder) }, { width, height, smoothing });
    const rows = legend.flatMap((row, i) => row.map((item) => legendItem(item, height + 12 + i * legendLine)));
    const group = `<g transform="translate(0 ${top})">${[...body, ...rows].join('\n')}</g>`;
    top += whole;
    return group;
  });
  const heads = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${top}" viewBox="0 0 ${width} ${top}" role="img">`;
  return `${heads}\n<style>${style}\n</style>\n${parts.join('\n')}\n</svg>\n`;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly smoothing: number;
}

function chart({ title, curves }: Chart, { width, height, smoothing }: Size): string[] {
  const room = Math.floor((width - margin.left - margin.right) / titleLetterWidth);
  const heading = `<text class="title" x="${margin.left}" y="20">${escaped(shortened(printable(title), room))}</text>`;
  const x = rangeOf(finiteSteps(curves));
  const y = rangeOf(valuesOf(curves));
  if (!x || !y) return [heading, `<text class="tick" x="${margin.left}" y="44">no finite number</text>`];
  const box = { left: margin.left, right: width - margin.right, top: margin.top, bottom: height - margin.bottom };
  const toX = scale(widened(...x), box.left, box.right);
  const toY = scale(widened(...y), box.bottom, box.top);
  const yTicks = ticks(...widened(...y), 6);
  const xTicks = x[0] === x[1] ? [x[0]] : ticks(...x, Math.max(2, Math.floor(width / 90)), true);
  const yTexts = labels(yTicks);
  return [
    heading,
    ...yTicks.map(
      (tick, i) =>
        `<path class="grid" d="M${box.left} ${at(toY(tick))}H${box.right}"/>` +
        `<text class="tick" x="${box.left - 6}" y="${at(toY(tick) + 4)}" text-anchor="end">${yTexts[i]}</text>`,
    ),
    `<path class="axis" d="M${box.left} ${box.bottom}H${box.right}"/>`,
    ...xTicks.map(
      (tick) =>
        `<path class="axis" d="M${at(toX(tick))} ${box.bottom}v4"/>` +
        `<text class="tick" x="${at(toX(tick))}" y="${box.bottom + 17}" text-anchor="middle">${tick.toLocaleString('en-US')}</text>`,
    ),
    ...curves.flatMap((curve, i) => {
      const colour = colours[i % colours.length]!;
      const raw = drawn(curve, curve.values, colour, smoothing > 0 ? 'line faint' : 'line');
      return smoothing > 0 ? [raw, drawn(curve, smoothed(curve.values, smoothing), colour, 'line')] : [raw];
    }),
  ];

  function drawn({ name, steps }: Curve, values: ArrayLike<number>, colour: string, kind: string): string {
    const { path, dots } = drawLine(steps, values, toX, toY);
    const circles = dots.map(([cx, cy]) => `<circle cx="${at(cx)}" cy="${at(cy)}" r="2.5" fill="${colour}"/>`);
    return `<g><title>${escaped(name)}</title><path class="${kind}" stroke="${colour}" d="${path}"/>${circles.join('')}</g>`;
  }
}

/** A linear scale; halves come first, since the difference of two large numbers may not be finite. */
const scale =
  ([min, max]: readonly [number, number], from: number, to: number) =>
  (value: number): number =>
    from + ((value / 2 - min / 2) / (max / 2 - min / 2)) * (to - from);

const at = (pixels: number): number => Number(pixels.toFixed(1));

interface LegendItem {
  readonly text: string;
  readonly colour: string;
  readonly x: number;
}

/** Names and last values in rows that fit the width; a name longer than a row loses its middle. */
function legendRows(curves: readonly Curve[], width: number): LegendItem[][] {
  const rows: LegendItem[][] = [];
  let right = Number.POSITIVE_INFINITY;
  const room = Math.floor((width - margin.left - margin.right - 20) / letterWidth);
  for (const [i, curve] of curves.entries()) {
    const last = curve.values[curve.values.length - 1];
    const value = last === undefined ? '' : ` ${Number.isFinite(last) ? Number(last.toPrecision(4)) : last}`;
    const text = shortened(printable(curve.name), Math.max(8, room - value.length)) + value;
    const size = 22 + text.length * letterWidth + 14;
    if (right + size > width - margin.right) {
      rows.push([]);
      right = margin.left;
    }
    rows.at(-1)!.push({ text, colour: colours[i % colours.length]!, x: right });
    right += size;
  }
  return rows;
}

function legendItem({ text, colour, x }: LegendItem, y: number): string {
  return (
    `<path class="line" stroke="${colour}" stroke-width="3" d="M${at(x)} ${y - 4}h16"/>` +
    `<text x="${at(x + 22)}" y="${y}">${escaped(text)}</text>`
  );
}

function shortened(text: string, length: number): string {
  const letters = [...text];
  if (letters.length <= length) return text;
  const kept = length - 1;
  return `${letters.slice(0, Math.ceil(kept / 2)).join('')}…${letters.slice(-Math.floor(kept / 2)).join('')}`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => printable(text).replace(/[&<>"]/g, (letter) => escapes[letter]!);
