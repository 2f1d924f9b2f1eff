// The texts in a box, cut to its room, and the room that they need.
import { type Box, firstMetric, type MetricName, type Model } from './model.ts';
import type { ShownTree } from './shownTree.ts';
import { cutTo, type Ruler } from './textRuler.ts';
import { type MarkName, markOf, marks, markTitles, metrics, nodesText, titleOf } from './wording.ts';

/** `leaf`: a layer. `pill`: an op. `end`: an input or output. `closed` and `open`: a group. `ring`: a missing input. */
export type BoxShape = 'leaf' | 'pill' | 'end' | 'closed' | 'open' | 'ring';

export interface BoxText {
  readonly shape: BoxShape;
  readonly mark: MarkName | undefined;
  readonly type: string;
  readonly name: string;
  /** At the right, '' where there is none. */
  readonly number: string;
  /** Second line of a closed group. */
  readonly under: string;
  /** Whether `type` or `name` lost a part. */
  readonly isCut: boolean;
}

type Words = Pick<BoxText, 'type' | 'name' | 'isCut'>;

export interface BoxSize {
  readonly width: number;
  readonly height: number;
}

export const titleHeight = 30;
/** Words of a title band are shorter: they would push what is inside the group apart. */
const maxType = { open: 150, other: 220 };
const maxName = { open: 100, other: 180 };
/** A type without a name may fill a layer's box. */
const maxAlone = { open: maxType.open, other: 268 };
const maxLeaf = 292;
const minLeaf = 120;
const minClosed = 148;
const minPill = 56;
/** From one text to the next. */
export const gap = 6;
const numberGap = 18;

/** Left of the texts. */
export const indents = { leaf: 14, closed: 28, open: 28, pill: 13, end: 15, ring: 16 } satisfies Record<
  BoxShape,
  number
>;
const rightRoom = { leaf: 10, closed: 12, open: 18, pill: 13, end: 15, ring: 4 } satisfies Record<BoxShape, number>;
const heights = { leaf: 30, pill: 26, end: 28, closed: 46, open: titleHeight, ring: 20 } satisfies Record<
  BoxShape,
  number
>;

/** Ops and ends are as wide as their words. */
const hasNumber = { leaf: true, closed: true, open: true, pill: false, end: false, ring: false } satisfies Record<
  BoxShape,
  boolean
>;

export class BoxTexts {
  readonly #model: Model;
  readonly #tree: ShownTree;
  readonly #ruler: Ruler;
  readonly #known = { open: new Map<number, Words>(), other: new Map<number, Words>() };
  /** The amount at the right of each box. */
  metric: MetricName;

  constructor(model: Model, tree: ShownTree, ruler: Ruler) {
    this.#model = model;
    this.#tree = tree;
    this.#ruler = ruler;
    this.metric = firstMetric(model.data) ?? 'params';
  }

  shapeOf(id: number): BoxShape {
    const { kind, rare } = this.#model.boxes[id]!;
    if (this.#tree.isGroup(id)) return this.#tree.isOpen(id) ? 'open' : 'closed';
    if (kind === 'input' || kind === 'output') return 'end';
    if (kind === 'missing') return 'ring';
    const isOp = kind === 'op' || kind === 'kernel' || kind === 'node';
    return isOp && !rare.parameters ? 'pill' : 'leaf';
  }

  textOf(id: number): BoxText {
    const box = this.#model.boxes[id]!;
    const shape = this.shapeOf(id);
    const amount = box.amounts[this.metric];
    const number = amount > 0 && hasNumber[shape] ? metrics[this.metric].text(amount) : '';
    return { shape, mark: markOf(box), ...this.#words(box, shape), number, under: this.#under(box, shape) };
  }

  /** As `textOf`, with the words cut to what a box, or the free part of a title band, of this width leaves them. */
  fitted(id: number, width: number): BoxText {
    const text = this.textOf(id);
    if (text.shape === 'open') return this.#widened(text, this.#model.boxes[id]!, width);
    const { type: wholeType, name: wholeName } = titleOf(this.#model.boxes[id]!);
    const aside = text.shape === 'leaf' && text.under !== '' ? text.under : text.number;
    const asideWidth = aside === '' ? 0 : this.#ruler(aside, 'small') + 14;
    const rest = width - indents[text.shape] - rightRoom[text.shape] - this.#lead(text) - asideWidth;
    const beside = wholeName === '' ? 0 : gap + this.#ruler(wholeName, 'name');
    const type = cutTo(wholeType, Math.max(Math.min(rest, maxType.other), rest - beside), 'type', this.#ruler);
    const name = cutTo(wholeName, rest - this.#ruler(type, 'type') - gap, 'name', this.#ruler);
    return { ...text, type, name, isCut: type !== wholeType || name !== wholeName };
  }

  /** Words of a title band that were cut, as long as the band as it was laid out has room for them. */
  #widened(text: BoxText, box: Box, width: number): BoxText {
    if (!text.isCut) return text;
    const whole = titleOf(box);
    const rest = width - indents.open - rightRoom.open - this.#lead(text) - this.numberWidth(text) - numberGap;
    const typeRoom = Math.max(rest - (text.name === '' ? 0 : gap + this.#ruler(text.name, 'name')), maxType.open);
    const type = cutTo(whole.type, typeRoom, 'type', this.#ruler);
    const nameRoom = Math.max(rest - this.#ruler(type, 'type') - gap, maxName.open);
    const name = cutTo(whole.name, nameRoom, 'name', this.#ruler);
    return { ...text, type, name, isCut: type !== whole.type || name !== whole.name };
  }

  #words(box: Box, shape: BoxShape): Words {
    const use = shape === 'open' ? 'open' : 'other';
    const known = this.#known[use].get(box.id);
    if (known) return known;
    const { type, name } = titleOf(box);
    const shown = {
      type: cutTo(type, (name === '' ? maxAlone : maxType)[use], 'type', this.#ruler),
      name: cutTo(name, maxName[use], 'name', this.#ruler),
    };
    const words = { ...shown, isCut: shown.type !== type || shown.name !== name };
    this.#known[use].set(box.id, words);
    return words;
  }

  #under({ id, kind, size, children, rare }: Box, shape: BoxShape): string {
    const state = rare.state === 'notRun' ? markTitles[rare.notReached ? 'notReached' : 'notRun'] : '';
    if (shape !== 'closed') return state;
    if (kind !== 'fold' || !this.#tree.isFolded(id)) return state || nodesText(size);
    const each = (size * (rare.period ?? 1)) / children.length;
    return `${nodesText(each)} each`;
  }

  /** Room of the mark before the type. */
  #lead({ mark }: BoxText): number {
    return mark && marks[mark] ? this.#ruler(`${marks[mark]} `, 'type') : 0;
  }

  /** Width of the mark, type and name. */
  wordsWidth(text: BoxText): number {
    const name = text.name === '' ? 0 : gap + this.#ruler(text.name, 'name');
    return this.#lead(text) + this.#ruler(text.type, 'type') + name;
  }

  numberWidth(text: BoxText): number {
    return text.number === '' ? 0 : this.#ruler(text.number, 'small');
  }

  /** Width and height that the texts need; of an open group those of its title band. */
  sizeOf(id: number): BoxSize {
    const text = this.textOf(id);
    const { shape } = text;
    const height = heights[shape];
    // the same whatever amount is shown, so that boxes stay where they are
    const widest = this.#widestNumber(this.#model.boxes[id]!);
    const number = widest > 0 && hasNumber[shape] ? numberGap + widest : 0;
    const width = indents[shape] + this.wordsWidth(text) + rightRoom[shape];
    if (shape === 'open') return { width: Math.ceil(width + number), height };
    if (shape === 'closed') {
      const below = indents.closed + this.#ruler(text.under, 'small') + rightRoom.closed;
      return { width: even(Math.min(maxLeaf + 40, Math.max(minClosed, width + number, below))), height };
    }
    if (shape === 'leaf') {
      const state = text.under === '' ? 0 : this.#ruler(text.under, 'small') + numberGap;
      return { width: even(Math.min(maxLeaf, Math.max(minLeaf, width + number + state))), height };
    }
    return { width: even(shape === 'pill' ? Math.max(minPill, width) : width), height };
  }

  #widestNumber({ amounts }: Box): number {
    let widest = 0;
    for (const name of this.#model.known)
      if (amounts[name] > 0) widest = Math.max(widest, this.#ruler(metrics[name].text(amounts[name]), 'small'));
    return widest;
  }
}

/** Boxes of even sizes have their middles, and so their lines, on whole pixels. */
const even = (size: number): number => 2 * Math.ceil(size / 2);
