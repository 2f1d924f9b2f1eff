// A box as SVG, in coordinates of its own.

import { type BoxText, type BoxTexts, gap, indents, titleHeight } from './boxText.ts';
import { fillOf, type Heat } from './heat.ts';
import { type Box, type Model, twinClass } from './model.ts';
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

/** Texts that are not in the label of the box, such as numbers, stand beside the item: a reader would hear other words. */
export interface Markup {
  readonly className: string;
  readonly item: string;
  readonly beside: string;
}

const radii = { leaf: 6, closed: 8, open: 8 } as const;
/** Of the cards behind a fold. */
const card = 4;

const num = (value: number): string => String(Math.round(value * 10) / 10);

/** Everything about a box, at sizes that can be read. */
export function nearMarkup(parts: MarkupParts, scene: SceneBox, heat: Heat): Markup {
  const { model, tree, texts } = parts;
  const box = model.boxes[scene.id]!;
  const text = texts.fitted(scene.id, scene.shape === 'open' ? scene.titleRoom : scene.width);
  const fill = heat.metric && text.shape !== 'open' ? fillOf(heat, box.amounts[heat.metric]) : undefined;
  const isStack = tree.isFolded(scene.id) && text.shape !== 'open';
  const width = scene.width - (isStack ? card : 0);
  const style = fill ? ` style="fill:${fill.colour}"` : '';
  const shape = `${isStack ? cards(scene) : ''}<rect class="box" width="${num(width)}" height="${num(scene.height)}" rx="${radiusOf(text, scene)}"${style}/>`;
  const { item, beside } = contents(parts, box, scene, text, width);
  const onHeat = fill ? (fill.isLight ? 'on-light' : 'on-dark') : '';
  return { className: classOf(model, box, scene, onHeat), item: shape + item, beside };
}

type Contents = Pick<Markup, 'item' | 'beside'>;

function contents({ model, ruler }: MarkupParts, box: Box, scene: SceneBox, text: BoxText, width: number): Contents {
  const { shape, number, under } = text;
  const middle = scene.height / 2 + 4;
  const left = indents[shape];
  const right = (name: string, content: string, y: number): string =>
    aside(name, content, `x="${num(width - 10)}" y="${num(y)}" text-anchor="end"`);
  const wordsWidth =
    lead(text, ruler) + ruler(text.type, 'type') + (text.name === '' ? 0 : gap + ruler(text.name, 'name'));
  const put = (before: string, x: number, y: number, others: string): Contents => {
    const { item, beside } = words(text, x, y, ruler);
    return { item: before + item, beside: beside + others };
  };
  if (shape === 'open') {
    const band = `<rect class="band" width="${num(scene.width)}" height="${titleHeight}" rx="8"/>`;
    const after = aside('num', number, `x="${num(left + wordsWidth + 10)}" y="19"`);
    return put(`${band}<path class="chevron" d="M13 13l4 4 4-4"/>`, left, 19, after);
  }
  if (shape === 'closed') {
    const stripe = twinClass(model, box) === '' ? '' : stripeOf(scene);
    const below = aside('under', under, `x="${left}" y="36"`);
    return put(`${stripe}<path class="chevron" d="M14 11l4 4-4 4"/>`, left, 20, right('num', number, 20) + below);
  }
  if (shape === 'ring')
    return put(`<circle class="ring" cx="8" cy="${num(scene.height / 2)}" r="4"/>`, left, middle, '');
  if (shape === 'pill' || shape === 'end') return put('', (scene.width - wordsWidth) / 2, middle, '');
  return put(stripeOf(scene), left, middle, right('under', under, middle) || right('num', number, middle));
}

/** A text beside the item, '' for none. */
const aside = (name: string, content: string, at: string): string =>
  content === '' ? '' : `<text class="${name}" aria-hidden="true" ${at}>${escaped(content)}</text>`;

/** A bar at the left, with the corners of its box. */
const stripeOf = ({ height }: SceneBox): string =>
  `<path class="stripe" d="M4 0V${height}A6 6 0 0 1 0 ${height - 6}V6A6 6 0 0 1 4 0z"/>`;

const lead = ({ mark }: BoxText, ruler: Ruler): number => (mark && marks[mark] ? ruler(`${marks[mark]} `, 'type') : 0);

/** Type and name in one line: in the item if the label has them as they are, beside it if they are cut. */
function words(text: BoxText, x: number, y: number, ruler: Ruler): Contents {
  const { mark, type, name, isCut } = text;
  const sign = mark && marks[mark] ? aside('mark', marks[mark], `x="${num(x)}" y="${num(y)}"`) : '';
  const start = x + lead(text, ruler);
  // the space is a part of the gap
  const second = name === '' ? '' : ` <tspan class="name" dx="2">${escaped(name)}</tspan>`;
  const hidden = isCut ? ' aria-hidden="true"' : '';
  const line = `<text${hidden} x="${num(start)}" y="${num(y)}" xml:space="preserve"><tspan class="type">${escaped(type)}</tspan>${second}</text>`;
  return isCut ? { item: '', beside: sign + line } : { item: line, beside: sign };
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

function classOf(model: Model, box: Box, { shape, depth }: SceneBox, onHeat: string): string {
  const state = stateOf(box);
  const isGroup = shape === 'open' || shape === 'closed';
  const twin = isGroup && twinClass(model, box);
  const role = isGroup ? 'group' : box.role;
  return ['node', shape, `r-${role}`, `d${depth % 2}`, twin && `twin ${twin}`, state && `s-${state}`, onHeat]
    .filter(Boolean)
    .join(' ');
}

/** Steps of zoom between which the texts of small boxes keep their size. */
export const farStep = (zoom: number): number => Math.floor(Math.log(zoom) / Math.log(1.2));

/** The outline of a box with its name where that can still be read, for a zoom below a half. */
export function farMarkup({ model, texts, ruler }: MarkupParts, scene: SceneBox, heat: Heat, zoom: number): Markup {
  const box = model.boxes[scene.id]!;
  const text = texts.textOf(scene.id);
  const { width, height, shape } = scene;
  const fill = heat.metric && shape !== 'open' ? fillOf(heat, box.amounts[heat.metric]) : undefined;
  const style = fill ? ` style="fill:${fill.colour}"` : '';
  const outline = `<rect class="box" width="${num(width)}" height="${num(height)}" rx="${radiusOf(text, scene)}"${style}/>`;
  const className = classOf(model, box, scene, fill ? (fill.isLight ? 'on-light' : 'on-dark') : '');
  const scale = 1.2 ** farStep(zoom);
  const room = shape === 'open' ? { width: width - 24, height: titleHeight } : { width: width - 24, height };
  const size = Math.min(11 / scale, room.height * 0.7, (12 * room.width) / ruler(text.type, 'type'));
  if (size * scale < 8) return { className, item: outline, beside: '' };
  const at = shape === 'open' ? `x="12"` : `x="${num(width / 2)}" text-anchor="middle"`;
  const y = (shape === 'open' ? titleHeight : height) / 2 + size * 0.36;
  const spot = `${at} y="${num(y)}" style="font-size:${num(size)}px"`;
  return { className, item: outline, beside: aside('distant', text.type, spot) };
}
