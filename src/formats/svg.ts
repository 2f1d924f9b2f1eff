// A picture as SVG, for papers and pages: no script, no foreign objects, titles as tooltips, light and dark by CSS.
import { arrowOf } from '../graph/layout/arrow.ts';
import type { Rect, Route } from '../graph/layout/layout.ts';
import { routePath } from '../graph/layout/routePath.ts';
import { type AmountName, amountNames, type Picture, type PictureNode } from '../graph/picture/picture.ts';
import { spelled } from '../text/printable.ts';
import { amountTexts, amountTitles, shapeText, shownAmounts } from './amountText.ts';
import {
  type BoxText,
  type Drawing,
  type DrawingOptions,
  draw,
  leafIndent,
  stackHeight,
  textSize,
  titleIndent,
  wordsWidth,
} from './drawing.ts';
import { escapeXml } from './escapeXml.ts';
import { needsLength, textWidth } from './fontWidth.ts';
import type { Theme } from './pictureWords.ts';
import { heatSteps, roleClass, styleSheet } from './svgStyle.ts';

export interface SvgOptions extends DrawingOptions {
  /** Colours boxes by their share of this amount instead of by type. */
  readonly heat?: AmountName;
  /** `auto` by default: light or dark as the reader's system is. */
  readonly theme?: Theme;
}

/** The same picture gives the same text. */
export function svg(picture: Picture, { heat, theme = 'auto', ...options }: SvgOptions = {}): string {
  const drawing = draw(picture, options);
  const { layout } = drawing;
  const legend = heat ? heatLegend(drawing, heat) : undefined;
  const width = Math.ceil(Math.max(layout.width, legend?.width ?? 0));
  const height = Math.ceil(layout.height + (legend?.height ?? 0));
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(picture.name)}</title>`,
    `<style>${styleSheet(theme, heat !== undefined)}</style>`,
    `<rect class="bg" width="${width}" height="${height}"/>`,
    // lines of 1 px fill whole pixels
    '<g transform="translate(.5 .5)">',
    ...groups(drawing),
    ...layout.routes.flatMap((route) => edge(drawing, route)),
    ...labels(drawing),
    ...boxes(drawing, heat),
    ...(legend ? [`<g transform="translate(24 ${layout.height})">${legend.text}</g>`] : []),
    '</g></svg>\n',
  ];
  return parts.join('\n');
}

/** From a group's name to its numbers. */
const numbersIndent = 8;

const num = (value: number): string => String(Math.round(value * 10) / 10);

function groups({ picture, texts, layout }: Drawing): string[] {
  const depth: number[] = [];
  return picture.nodes.flatMap((node, i) => {
    depth.push(node.parent === -1 ? 0 : depth[node.parent]! + 1);
    const rect = layout.boxes[i];
    const text = texts[i]!;
    if (!rect || text.style !== 'open') return [];
    const { x, y } = rect;
    const at = x + titleIndent;
    const failed = node.state === 'failed' ? ' x' : '';
    const box = `<rect class="g g${depth[i]! % 2}${failed}" ${attributes(rect)} rx="8"/>`;
    return [`<g>${tooltip(node)}${box}${words(text, at, y + 19, 'left', text.numbers)}</g>`];
  });
}

const attributes = ({ x, y, width, height }: Rect): string =>
  `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`;

/** The whole name and all that is known, shown where the pointer rests. */
function tooltip(node: PictureNode): string {
  const { path, type, outputs, amounts, parameters = [], state, count, size } = node;
  const lines = [
    spelled(path),
    ...(count === undefined ? [] : [`${count} equal ones, the first is shown`]),
    [spelled(type), ...outputs.map(shapeText).filter((shape) => shape !== '')].join(' '),
    ...(size > 1 ? [`${size} nodes`] : []),
    ...shownAmounts(amounts, amountNames).map(([name, text]) =>
      name === 'params' ? `${amounts[name]} parameters` : `${amountTitles[name]}: ${text}`,
    ),
    ...parameters.slice(0, 12).map(({ path, shape, dtype }) => `${spelled(path)} ${shapeText(shape)} ${dtype}`),
    ...(state === undefined ? [] : [stateTexts[state]]),
  ];
  return `<title>${lines
    .filter((line) => line !== '')
    .map(escapeXml)
    .join('\n')}</title>`;
}

const stateTexts = {
  failed: 'the forward pass failed here',
  notRun: 'did not run',
  missing: 'no node of the graph makes this input',
} satisfies Record<NonNullable<PictureNode['state']>, string>;

/** Type and name in one line, from its left or around its middle, with a group's numbers after them. */
function words(text: BoxText, x: number, y: number, at: 'left' | 'middle', numbers = ''): string {
  if (needsLength(text.type + text.name))
    return heldWords(text, at === 'left' ? x : x - wordsWidth(text) / 2, y, numbers);
  const name = text.name === '' ? '' : `<tspan class="q"> ${escapeXml(text.name)}</tspan>`;
  const after = numbers === '' ? '' : `<tspan class="s" dx="${numbersIndent / 2}"> ${escapeXml(numbers)}</tspan>`;
  const anchor = at === 'left' ? '' : ' class="c"';
  const type = `<tspan class="t">${escapeXml(text.type)}</tspan>`;
  return `<text x="${num(x)}" y="${num(y)}"${anchor} xml:space="preserve">${type}${name}${after}</text>`;
}

/** Words whose width no table knows, or that run from right to left: each a text of its own, held to its room. */
function heldWords({ type, name }: BoxText, left: number, y: number, numbers: string): string {
  let x = left;
  const parts: string[] = [];
  const held = (text: string, width: number, className: string): void => {
    if (width > 0)
      parts.push(
        `<text class="${className}" x="${num(x)}" y="${num(y)}" textLength="${num(width)}" lengthAdjust="spacingAndGlyphs" xml:space="preserve">${escapeXml(text)}</text>`,
      );
    x += width;
  };
  held(type, textWidth(type, textSize, true), 't');
  if (name !== '') x += textWidth(' ', textSize);
  held(name, textWidth(name, textSize), 'q');
  if (numbers !== '') parts.push(smallText(numbers, x + numbersIndent, y, 's'));
  return parts.join('');
}

const smallText = (text: string, x: number, y: number, className: string): string =>
  `<text class="${className}" x="${num(x)}" y="${num(y)}">${escapeXml(text)}</text>`;

/** One route, with an arrow where an edge ends. */
function edge({ direction, picture }: Drawing, route: Route): string[] {
  const { points, back, to, edges } = route;
  const isDotted =
    back || edges.every((i) => picture.edges[i]!.control || picture.nodes[picture.edges[i]!.from]!.state);
  const line = (list: Route['points']): string =>
    `<path class="e${isDotted ? ' d' : ''}" d="${routePath({ ...route, points: list }, direction)}"/>`;
  if (to.border) return [line(points)];
  const arrow = arrowOf(route, direction);
  return [line(arrow.points), `<path class="h" d="${arrow.head}"/>`];
}

const labels = ({ layout, shapes }: Drawing): string[] =>
  layout.labels.map(({ x, y, width, height, edge }) =>
    smallText(shapes[edge]!, x + width / 2, y + height / 2 + 4, 'l'),
  );

function boxes({ picture, texts, layout }: Drawing, heat: AmountName | undefined): string[] {
  const shares = heat ? heatShares(picture, texts, heat) : [];
  return picture.nodes.flatMap((node, i) => {
    const rect = layout.boxes[i];
    const text = texts[i]!;
    if (!rect || text.style === 'open') return [];
    const share = shares[i];
    const heatClass = !share ? '' : ` h${Math.round(Math.sqrt(share) * (heatSteps - 1))}`;
    return [`<g>${tooltip(node)}${box(node, text, rect, heatClass)}</g>`];
  });
}

function box(node: PictureNode, text: BoxText, rect: Rect, heatClass: string): string {
  const { x, y, width } = rect;
  const height = rect.height - (text.isStack ? stackHeight : 0);
  const marks = `${node.state === 'failed' ? ' x' : node.state ? ' u' : ''}${heatClass}`;
  const role = node.role === 'end' ? 'o' : roleClass[node.role];
  const middle = y + height / 2 + 4;
  if (text.style === 'end')
    return `<rect class="z" ${attributes({ ...rect, height })} rx="${height / 2}"/>${words(text, x + width / 2, middle, 'middle')}`;
  if (text.style === 'pill') {
    const shape = `<rect class="b ${role}${marks}" ${attributes({ ...rect, height })} rx="${height / 2}"/>`;
    const cards = stack(text, rect, height, height / 2);
    if (text.numbers === '') return cards + shape + words(text, x + width / 2, middle, 'middle');
    return (
      cards +
      shape +
      words(text, x + leafIndent, middle, 'left') +
      smallText(text.numbers, x + width - leafIndent, middle, 's r')
    );
  }
  const isClosed = text.style === 'closed';
  const radius = isClosed ? 8 : 6;
  const shape = `<rect class="b${marks}" ${attributes({ ...rect, height })} rx="${radius}"/>`;
  const hasStripe = !isClosed && heatClass === '' && node.state !== 'failed';
  const stripe = hasStripe ? `<path class="i ${role}" d="${stripePath(x, y, height)}"/>` : '';
  const line = isClosed ? y + 19 : middle;
  const left = x + (isClosed ? titleIndent : leafIndent);
  const numbers = text.numbers === '' ? '' : smallText(text.numbers, x + width - 10, line, 's r');
  const below = isClosed ? smallText(text.below, left, y + 36, 's') : '';
  return stack(text, rect, height, radius) + shape + stripe + words(text, left, line, 'left') + numbers + below;
}

/** A bar of 4 px at the left, with the corners of its box. */
const stripePath = (x: number, y: number, height: number): string =>
  `M${num(x + 4)} ${num(y)}V${num(y + height)}A6 6 0 0 1 ${num(x)} ${num(y + height - 6)}V${num(y + 6)}A6 6 0 0 1 ${num(x + 4)} ${num(y)}Z`;

/** Two cards behind a box that stands for several. */
function stack(text: BoxText, { x, y, width }: Rect, height: number, radius: number): string {
  if (!text.isStack) return '';
  return [2, 1]
    .map((card) => {
      const rect = { x: x + card * 4, y: y + (card * stackHeight) / 2, width: width - card * 8, height };
      return `<rect class="k" ${attributes(rect)} rx="${radius}"/>`;
    })
    .join('');
}

/** By box that is filled: its amount beside the largest. */
function heatShares({ nodes }: Picture, texts: readonly BoxText[], heat: AmountName): (number | undefined)[] {
  const amounts = nodes.map(({ amounts }, i) => (texts[i]!.style === 'open' ? undefined : amounts[heat] || 0));
  const largest = amounts.reduce<number>((max, amount) => Math.max(max, amount ?? 0), 0);
  return amounts.map((amount) => (amount === undefined || largest === 0 ? undefined : amount / largest));
}

const rampWidth = 288;

/** The ramp with the amounts that its ends stand for. */
function heatLegend(
  { picture, texts }: Drawing,
  heat: AmountName,
): { readonly text: string; readonly width: number; readonly height: number } {
  const largest = picture.nodes.reduce(
    (max, { amounts }, i) => (texts[i]!.style === 'open' ? max : Math.max(max, amounts[heat] || 0)),
    0,
  );
  const step = rampWidth / heatSteps;
  const ramp = Array.from(
    { length: heatSteps },
    (_, i) => `<rect class="h${i}" x="${num(i * step)}" y="8" width="${num(step)}" height="8"/>`,
  );
  const ticks = [0, 0.5, 1].map((share, i) => {
    const anchor = ['s', 's l', 's r'][i]!;
    return smallText(amountTexts[heat](Math.round(largest * share * share)), share * rampWidth, 32, anchor);
  });
  const caption = smallText(amountTitles[heat], 0, 0, 's');
  return { text: `<g>${ramp.join('')}</g>${caption}${ticks.join('')}`, width: rampWidth + 48, height: 48 };
}
