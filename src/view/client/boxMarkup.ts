// A box as SVG, in coordinates of its own.

import { type BoxText, type BoxTexts, gap, indents, titleHeight } from './boxText.ts';
import { fillOf, type Heat } from './heat.ts';
import type { Box, Model } from './model.ts';
import type { SceneBox } from './scene.ts';
import type { ShownTree } from './shownTree.ts';
import type { Ruler } from './textRuler.ts';
import { escaped, marks, stateOf } from './wording.ts';

export interface MarkupParts {
  readonly model: Model;
  readonly tree: ShownTree;
  readonly texts: BoxTexts;
  readonly ruler: Ruler;
}

export interface Markup {
  readonly className: string;
  readonly inner: string;
}

const radii = { leaf: 6, closed: 8, open: 8 } as const;
/** Of the cards behind a fold. */
const card = 4;

const num = (value: number): string => String(Math.round(value * 10) / 10);

/** Everything about a box, at sizes that can be read. */
export function nearMarkup(parts: MarkupParts, scene: SceneBox, heat: Heat): Markup {
  const { model, tree, texts } = parts;
  const box = model.boxes[scene.id]!;
  const text = texts.fitted(scene.id, scene.width);
  const fill = heat.metric && text.shape !== 'open' ? fillOf(heat, box.amounts[heat.metric]) : undefined;
  const isStack = tree.isFolded(scene.id) && text.shape !== 'open';
  const width = scene.width - (isStack ? card : 0);
  const style = fill ? ` style="fill:${fill.colour};stroke:${fill.colour}"` : '';
  const shape = `${isStack ? cards(scene) : ''}<rect class="box" width="${num(width)}" height="${num(scene.height)}" rx="${radiusOf(text, scene)}"${style}/>`;
  return {
    className: classOf(box, scene, fill ? (fill.isLight ? 'on-light' : 'on-dark') : ''),
    inner: shape + contents(parts, box, scene, text, width),
  };
}

function contents({ ruler }: MarkupParts, box: Box, scene: SceneBox, text: BoxText, width: number): string {
  const { shape, number, under } = text;
  const middle = num(scene.height / 2 + 4);
  const left = indents[shape];
  const right = (y: number | string): string =>
    number === '' ? '' : `<text class="num" x="${num(width - 10)}" y="${y}" text-anchor="end">${number}</text>`;
  if (shape === 'open') {
    const after =
      left + lead(text, ruler) + ruler(text.type, 'type') + (text.name ? gap + ruler(text.name, 'name') : 0);
    const beside = number === '' ? '' : `<text class="num" x="${num(after + 10)}" y="19">${number}</text>`;
    const band = `<rect class="band" width="${num(scene.width)}" height="${titleHeight}" rx="8"/>`;
    return `${band}<path class="chevron" d="M13 13l4 4 4-4"/>${words(text, left, 19)}${beside}`;
  }
  if (shape === 'closed') {
    const below = `<text class="under" x="${left}" y="36">${escaped(under)}</text>`;
    return `<path class="chevron" d="M14 11l4 4-4 4"/>${words(text, left, 20)}${right(20)}${below}`;
  }
  if (shape === 'ring')
    return `<circle class="ring" cx="8" cy="${num(scene.height / 2)}" r="4"/>${words(text, left, middle)}`;
  if (shape === 'pill' || shape === 'end') return words(text, scene.width / 2, middle, true);
  const stripe = `<path class="stripe" d="M4 0V${scene.height}A6 6 0 0 1 0 ${scene.height - 6}V6A6 6 0 0 1 4 0z"/>`;
  const state =
    under === '' ? '' : `<text class="under" x="${num(width - 10)}" y="${middle}" text-anchor="end">${under}</text>`;
  return `${stripe}${words(text, left, middle)}${state || right(middle)}`;
}

const lead = ({ mark }: BoxText, ruler: Ruler): number => (mark && marks[mark] ? ruler(`${marks[mark]} `, 'type') : 0);

function words({ mark, type, name }: BoxText, x: number, y: number | string, isCentred = false): string {
  const sign = mark && marks[mark] ? `<tspan class="mark">${marks[mark]} </tspan>` : '';
  const second = name === '' ? '' : `<tspan class="name" dx="${gap}">${escaped(name)}</tspan>`;
  const anchor = isCentred ? ' text-anchor="middle"' : '';
  return `<text x="${num(x)}" y="${y}"${anchor} xml:space="preserve">${sign}<tspan class="type">${escaped(type)}</tspan>${second}</text>`;
}

function cards({ width, height }: SceneBox): string {
  return [2, 1]
    .map(
      (n) =>
        `<rect class="card" x="${n * card}" y="${n * card}" width="${num(width - n * card)}" height="${num(height - 2)}" rx="8"/>`,
    )
    .join('');
}

function radiusOf({ shape }: BoxText, { height }: SceneBox): number {
  return shape === 'pill' || shape === 'end' || shape === 'ring' ? height / 2 : radii[shape];
}

function classOf(box: Box, { shape, depth }: SceneBox, onHeat: string): string {
  const state = stateOf(box);
  const role = shape === 'open' || shape === 'closed' ? 'group' : box.role;
  return ['node', shape, `r-${role}`, `d${depth % 2}`, state && `s-${state}`, onHeat].filter(Boolean).join(' ');
}

/** Steps of zoom between which the texts of small boxes keep their size. */
export const farStep = (zoom: number): number => Math.floor(Math.log(zoom) / Math.log(1.2));

/** The outline of a box with its name where that can still be read, for a zoom below a half. */
export function farMarkup({ model, texts, ruler }: MarkupParts, scene: SceneBox, heat: Heat, zoom: number): Markup {
  const box = model.boxes[scene.id]!;
  const text = texts.textOf(scene.id);
  const { width, height, shape } = scene;
  const fill = heat.metric && shape !== 'open' ? fillOf(heat, box.amounts[heat.metric]) : undefined;
  const style = fill ? ` style="fill:${fill.colour};stroke:${fill.colour}"` : '';
  const outline = `<rect class="box" width="${num(width)}" height="${num(height)}" rx="${radiusOf(text, scene)}"${style}/>`;
  const className = classOf(box, scene, fill ? (fill.isLight ? 'on-light' : 'on-dark') : '');
  const scale = 1.2 ** farStep(zoom);
  const room = shape === 'open' ? { width: width - 24, height: titleHeight } : { width: width - 8, height };
  const size = Math.min(11 / scale, room.height * 0.7, (12 * room.width) / ruler(text.type, 'type'));
  if (size * scale < 8) return { className, inner: outline };
  const at = shape === 'open' ? `x="12"` : `x="${num(width / 2)}" text-anchor="middle"`;
  const y = (shape === 'open' ? titleHeight : height) / 2 + size * 0.36;
  return {
    className,
    inner: `${outline}<text class="far" ${at} y="${num(y)}" style="font-size:${num(size)}px">${escaped(text.type)}</text>`,
  };
}
