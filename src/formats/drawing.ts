// What stands in each box of a picture and how large that makes it, and where the layout puts it.
import type { Direction, Layout, LayoutBox, LayoutEdge } from '../graph/layout/layout.ts';
import { layoutGraph } from '../graph/layout/layoutGraph.ts';
import {
  type AmountName,
  childrenOf,
  type Picture,
  type PictureNode,
  type PictureState,
} from '../graph/picture/picture.ts';
import { spelled } from '../text/printable.ts';
import { amountLabels, countText, shapeText } from './amountText.ts';
import { cutToWidth, textWidth } from './fontWidth.ts';

export const textSize = 12;
const smallSize = 11;
const titleHeight = 30;
export const titleIndent = 12;
export const leafIndent = 14;
const leafMaxWidth = 320;
const leafMinWidth = 120;
/** Words of a title band are shorter: they would push what is inside the group apart. */
const typeMaxWidth = { open: 150, other: 220 };
const nameMaxWidth = { open: 100, other: 200 };

/** `leaf`: a layer. `pill`: an op. `end`: an input or output. `closed`: a group whose inside is not drawn. */
type BoxStyle = 'leaf' | 'pill' | 'end' | 'closed' | 'open';

export interface BoxText {
  readonly style: BoxStyle;
  readonly type: string;
  readonly name: string;
  readonly numbers: string;
  /** The second line of a closed group. */
  readonly below: string;
  /** Cards are drawn behind it: it stands for several. */
  readonly isStack: boolean;
}

export interface Drawing {
  readonly picture: Picture;
  readonly texts: readonly BoxText[];
  readonly layout: Layout;
  readonly direction: Direction;
  /** By edge: the shape on it, '' where none is shown. */
  readonly shapes: readonly string[];
}

export interface DrawingOptions {
  readonly direction?: Direction;
  readonly show?: readonly AmountName[];
}

export function draw(picture: Picture, { direction = 'down', show = [] }: DrawingOptions = {}): Drawing {
  const { nodes, edges } = picture;
  const { of } = childrenOf(picture);
  const texts = nodes.map((node, i) => textOf(node, of[i]!.length > 0, show));
  const shapes = shapesOn(picture);
  const boxes = sizesOf(picture, texts, shapes);
  const links = edges.map(({ from, to, output }, i): LayoutEdge => {
    const text = shapes[i]!;
    if (text === '') return { from, to, output };
    return { from, to, output, label: { width: Math.ceil(textWidth(text, smallSize)) + 4, height: 14 } };
  });
  return { picture, texts, layout: layoutGraph({ boxes, edges: links }, { direction }), direction, shapes };
}

function textOf(node: PictureNode, hasChildren: boolean, show: readonly AmountName[]): BoxText {
  const { kind, count, size, amounts, parameters } = node;
  const isStack = count !== undefined;
  const isPlain = size === 1 || isStack;
  const style: BoxStyle = hasChildren
    ? 'open'
    : kind === 'input' || kind === 'output'
      ? 'end'
      : size > (count ?? 1)
        ? 'closed'
        : isPlain && (kind === 'op' || kind === 'kernel' || kind === 'node') && !parameters
          ? 'pill'
          : 'leaf';
  const numbers = amountLabels(amounts, show).join(' · ');
  const each = isStack ? size / count : size;
  const below = style === 'closed' ? `${countText(each)} nodes${isStack ? ' each' : ''}` : '';
  return {
    style,
    ...wordsOf(node, style === 'open' ? 'open' : 'other'),
    numbers: style === 'end' ? '' : numbers,
    below,
    isStack,
  };
}

const stateMarks = { failed: 'failed', notRun: 'not run', missing: 'missing' } satisfies Record<PictureState, string>;

/** Type and name; where one says the other, as `Conv_0` says `Conv`, only one of them. */
function wordsOf(
  { type, name, count, kind, state }: PictureNode,
  use: keyof typeof typeMaxWidth,
): { readonly type: string; readonly name: string } {
  const times = count === undefined ? '' : `${count} × `;
  const rest = name.toLowerCase().startsWith(type.toLowerCase()) ? name.slice(type.length) : undefined;
  // a layer's type is known by how it is spelled
  const isSame = rest !== undefined && /^[_-]?\d*$/.test(rest) && (kind !== 'module' || name.startsWith(type));
  const [first, second] = type === '' || isSame ? [name || type, ''] : [type, name];
  // not by colour alone
  const mark = state === undefined ? '' : stateMarks[state];
  const whole = `${times}${spelled(first)}`;
  return {
    type: cutToWidth(whole, typeMaxWidth[use], textSize, true),
    name: [cutToWidth(spelled(second), nameMaxWidth[use], textSize), mark].filter((word) => word !== '').join(' · '),
  };
}

/** The width of type and name in one line. */
export const wordsWidth = ({ type, name }: BoxText): number =>
  textWidth(type, textSize, true) + (name === '' ? 0 : textWidth(` ${name}`, textSize));

const even = (size: number): number => 2 * Math.ceil(size / 2);

function sizesOf({ nodes, edges }: Picture, texts: readonly BoxText[], shapes: readonly string[]): LayoutBox[] {
  // the layers of a group are of one width, so that their numbers stand under each other
  const leafWidth = new Map<number, number>();
  const natural = nodes.map((node, i) => {
    const text = texts[i]!;
    const words = wordsWidth(text);
    const numbers = text.numbers === '' ? 0 : textWidth(text.numbers, smallSize) + 16;
    if (text.style === 'pill' || text.style === 'end') return Math.max(52, words + (numbers && numbers - 8) + 28);
    const width = Math.min(
      Math.max(leafMinWidth, words + numbers + leafIndent + 12),
      Math.max(leafMaxWidth, words + numbers + leafIndent + 12),
    );
    if (text.style === 'leaf') leafWidth.set(node.parent, Math.max(leafWidth.get(node.parent) ?? 0, width));
    return text.style === 'open' ? words + numbers + titleIndent : width;
  });
  const withOutputs = roomForOutputs(nodes.length, edges, shapes);
  const height = { leaf: 30, pill: 26, end: 28, closed: 46, open: titleHeight } satisfies Record<BoxStyle, number>;
  return nodes.map((node, i) => {
    const { style, isStack } = texts[i]!;
    const own = style === 'leaf' ? leafWidth.get(node.parent)! : natural[i]!;
    return {
      parent: node.parent,
      width: even(Math.max(own, withOutputs[i]!)),
      height: height[style] + (isStack && style !== 'open' ? stackHeight : 0),
      title: { width: Math.ceil(natural[i]!), height: titleHeight },
      weight: node.amounts.params ?? 0,
    };
  });
}

/** Of the cards behind a box that stands for several. */
export const stackHeight = 6;

/** A box with two or three outputs is wide enough for the others to pass the label of the middle one. */
function roomForOutputs(count: number, edges: Picture['edges'], shapes: readonly string[]): number[] {
  const outputs = new Map<number, Set<number>>();
  const label = new Map<number, number>();
  for (const [i, { from, output }] of edges.entries()) {
    const set = outputs.get(from) ?? new Set<number>();
    outputs.set(from, set.add(output));
    label.set(from, Math.max(label.get(from) ?? 0, shapes[i] === '' ? 0 : textWidth(shapes[i]!, smallSize)));
  }
  return Array.from({ length: count }, (_, i) => {
    const distinct = outputs.get(i)?.size ?? 0;
    return distinct === 2 || distinct === 3 ? label.get(i)! + 40 + (distinct - 2) * 12 : 0;
  });
}

/** Shapes where they differ from what the box took in. */
function shapesOn({ edges }: Picture): string[] {
  const taken = new Map<number, Set<string>>();
  const texts = edges.map(({ shape }) => shapeText(shape));
  for (const [i, { to }] of edges.entries()) taken.set(to, (taken.get(to) ?? new Set()).add(texts[i]!));
  // an output has one shape, whoever wrote the file
  const first = new Map<string, string>();
  return edges.map(({ from, output, control }, i) => {
    const key = `${from} ${output}`;
    const text = first.get(key) ?? texts[i]!;
    first.set(key, text);
    return control || taken.get(from)?.has(text) ? '' : text;
  });
}
