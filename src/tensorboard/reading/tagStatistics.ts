// Statistics of a tag: ranges of its steps, times and values, and gaps between its steps.
import type { ReadValue } from './readValue.ts';
import { type Saved, type SavedRow, savedNumber } from './savedRow.ts';

/** Statistics of a tag's values in one run. */
export interface InspectedTag {
  readonly tag: string;
  /** the plugin of TensorBoard that shows the tag, such as `scalars` */
  readonly plugin: string;
  /** how many values there are */
  readonly count: number;
  readonly minStep: number;
  readonly maxStep: number;
  /** seconds since 1970, as `maxWallTime` */
  readonly minWallTime: number;
  readonly maxWallTime: number;
  /** how often a step is lower than the one before it: TensorBoard's fast loader drops all points from there on */
  readonly backwards: number;
  /** the most frequent distance from a step to the next */
  readonly usualGap?: number;
  /** how many distances are longer than `usualGap` */
  readonly gaps: number;
  /** the longest distance, and the step before it */
  readonly largestGap?: { readonly steps: number; readonly after: number };
  /** the last number of a scalar; the minimum and maximum of its finite numbers; how many are not finite */
  readonly scalar?: { readonly last: number; readonly min?: number; readonly max?: number; readonly notFinite: number };
  /** how many nodes the graph of the tag has */
  readonly nodes?: number;
}

// more different distances than these are not counted
const manyGaps = 10_000;

export class TagFacts {
  readonly tag: string;
  readonly #plugin: string;
  #count = 0;
  #step = 0;
  #steps = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #times = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #backwards = 0;
  // counts by distance, where the tag has several steps
  #gaps: Map<number, number> | undefined;
  #largest = { steps: 0, after: 0 };
  #last: number | undefined;
  #extremes = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #notFinite = 0;
  #nodes: number | undefined;

  constructor({ tag, plugin }: Pick<ReadValue, 'tag' | 'plugin'>) {
    this.tag = tag;
    this.#plugin = plugin;
  }

  add(step: number, wallTime: number, { scalar }: ReadValue, nodes: number | undefined): void {
    if (this.#count > 0) this.#addGap(step - this.#step);
    this.#count += 1;
    this.#step = step;
    widen(this.#steps, step);
    widen(this.#times, wallTime);
    this.#nodes = nodes ?? this.#nodes;
    if (scalar === undefined) return;
    this.#last = scalar;
    if (Number.isFinite(scalar)) widen(this.#extremes, scalar);
    else this.#notFinite += 1;
  }

  facts(): InspectedTag {
    const counts = [...(this.#gaps ?? [])];
    const [usual, often] = counts.reduce((max, gap) => (gap[1] > max[1] ? gap : max), [0, 0]);
    const gaps = counts.reduce((sum, [gap, count]) => (gap > usual ? sum + count : sum), 0);
    const [min, max] = this.#extremes;
    return {
      tag: this.tag,
      plugin: this.#plugin,
      count: this.#count,
      minStep: this.#steps[0],
      maxStep: this.#steps[1],
      minWallTime: this.#times[0],
      maxWallTime: this.#times[1],
      backwards: this.#backwards,
      ...(often > 0 && { usualGap: usual }),
      gaps,
      ...(gaps > 0 && { largestGap: this.#largest }),
      ...(this.#last !== undefined && {
        scalar: { last: this.#last, ...(min <= max && { min, max }), notFinite: this.#notFinite },
      }),
      ...(this.#nodes !== undefined && { nodes: this.#nodes }),
    };
  }

  /** The statistics as a row for `restored`. */
  saved(): Saved {
    const numbers = [this.#step, ...this.#steps, ...this.#times, this.#backwards, ...this.#extremes, this.#notFinite];
    return [
      this.tag,
      this.#plugin,
      this.#count,
      ...numbers.map(savedNumber),
      savedNumber(this.#largest.steps),
      savedNumber(this.#largest.after),
      this.#last === undefined ? null : savedNumber(this.#last),
      this.#nodes ?? null,
      [...(this.#gaps ?? [])].map((gap) => gap.map(savedNumber)),
    ];
  }

  /** @throws an error for what is no row of `saved` */
  static restored(row: SavedRow): TagFacts {
    const facts = new TagFacts({ tag: row.text(), plugin: row.text() });
    facts.#count = row.count();
    facts.#step = row.number();
    facts.#steps = [row.number(), row.number()];
    facts.#times = [row.number(), row.number()];
    facts.#backwards = row.count();
    facts.#extremes = [row.number(), row.number()];
    facts.#notFinite = row.count();
    facts.#largest = { steps: row.number(), after: row.number() };
    facts.#last = row.optionalNumber();
    facts.#nodes = row.optionalNumber();
    const gaps = row.list((each) => [each.number(), each.count()] as const);
    if (gaps.length > 0) facts.#gaps = new Map(gaps);
    return facts;
  }

  #addGap(gap: number): void {
    if (gap < 0) {
      this.#backwards += 1;
      return;
    }
    this.#gaps ??= new Map();
    const count = this.#gaps.get(gap);
    if (count !== undefined || this.#gaps.size < manyGaps) this.#gaps.set(gap, (count ?? 0) + 1);
    if (gap > this.#largest.steps) this.#largest = { steps: gap, after: this.#step };
  }
}

function widen(range: [number, number], value: number): void {
  if (value < range[0]) range[0] = value;
  if (value > range[1]) range[1] = value;
}
