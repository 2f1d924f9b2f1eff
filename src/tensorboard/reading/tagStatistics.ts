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
  /** the most frequent distance from a step to the next other one */
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

/** Counts a tag's values as they are read, without keeping them. */
export class TagStatistics {
  readonly tag: string;
  readonly #plugin: string;
  #count = 0;
  #step = 0;
  // numbers of their own, since a log may have hundreds of thousands of tags: a pair would be an object for each
  #minStep = Number.POSITIVE_INFINITY;
  #maxStep = Number.NEGATIVE_INFINITY;
  #minTime = Number.POSITIVE_INFINITY;
  #maxTime = Number.NEGATIVE_INFINITY;
  #backwards = 0;
  // counts by distance, where the tag has several steps
  #gaps: Map<number, number> | undefined;
  #largest: { readonly steps: number; readonly after: number } | undefined;
  #last: number | undefined;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
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
    if (step < this.#minStep) this.#minStep = step;
    if (step > this.#maxStep) this.#maxStep = step;
    if (wallTime < this.#minTime) this.#minTime = wallTime;
    if (wallTime > this.#maxTime) this.#maxTime = wallTime;
    this.#nodes = nodes ?? this.#nodes;
    if (scalar !== undefined) this.#addScalar(scalar);
  }

  facts(): InspectedTag {
    const [min, max] = [this.#min, this.#max];
    return {
      tag: this.tag,
      plugin: this.#plugin,
      count: this.#count,
      minStep: this.#minStep,
      maxStep: this.#maxStep,
      minWallTime: this.#minTime,
      maxWallTime: this.#maxTime,
      backwards: this.#backwards,
      ...this.#gapFacts(),
      ...(this.#last !== undefined && {
        scalar: { last: this.#last, ...(min <= max && { min, max }), notFinite: this.#notFinite },
      }),
      ...(this.#nodes !== undefined && { nodes: this.#nodes }),
    };
  }

  /** The statistics as a row for `restored`. */
  saved(): Saved {
    const { steps, after } = this.#largest ?? {};
    return [
      this.tag,
      this.#plugin,
      this.#count,
      ...[this.#step, this.#minStep, this.#maxStep, this.#minTime, this.#maxTime].map(savedNumber),
      this.#backwards,
      [...(this.#gaps ?? [])].map((gap) => gap.map(savedNumber)),
      savedNumber(steps),
      savedNumber(after),
      ...[this.#last, this.#min, this.#max].map(savedNumber),
      this.#notFinite,
      savedNumber(this.#nodes),
    ];
  }

  /** @throws an error for what is no row of `saved` */
  static restored(row: SavedRow): TagStatistics {
    const facts = new TagStatistics({ tag: row.text(), plugin: row.text() });
    facts.#count = row.count();
    facts.#step = row.number();
    facts.#minStep = row.number();
    facts.#maxStep = row.number();
    facts.#minTime = row.number();
    facts.#maxTime = row.number();
    facts.#backwards = row.count();
    const gaps = row.list((each) => [each.number(), each.count()] as const);
    if (gaps.length > 0) facts.#gaps = new Map(gaps);
    const [steps, after] = [row.optionalNumber(), row.optionalNumber()];
    if (steps !== undefined && after !== undefined) facts.#largest = { steps, after };
    facts.#last = row.optionalNumber();
    facts.#min = row.number();
    facts.#max = row.number();
    facts.#notFinite = row.count();
    facts.#nodes = row.optionalNumber();
    return facts;
  }

  #addScalar(scalar: number): void {
    this.#last = scalar;
    if (!Number.isFinite(scalar)) {
      this.#notFinite += 1;
      return;
    }
    if (scalar < this.#min) this.#min = scalar;
    if (scalar > this.#max) this.#max = scalar;
  }

  #gapFacts(): Pick<InspectedTag, 'usualGap' | 'gaps' | 'largestGap'> {
    if (!this.#gaps) return { gaps: 0 };
    const counts = [...this.#gaps];
    const [usual, often] = counts.reduce((max, gap) => (gap[1] > max[1] ? gap : max), [0, 0]);
    const gaps = counts.reduce((sum, [gap, count]) => (gap > usual ? sum + count : sum), 0);
    return {
      ...(often > 0 && { usualGap: usual }),
      gaps,
      ...(gaps > 0 && this.#largest && { largestGap: this.#largest }),
    };
  }

  #addGap(gap: number): void {
    if (gap < 0) {
      this.#backwards += 1;
      return;
    }
    // several values of one step
    if (gap === 0) return;
    this.#gaps ??= new Map();
    const count = this.#gaps.get(gap);
    if (count !== undefined || this.#gaps.size < manyGaps) this.#gaps.set(gap, (count ?? 0) + 1);
    if (gap > (this.#largest?.steps ?? 0)) this.#largest = { steps: gap, after: this.#step };
  }
}
