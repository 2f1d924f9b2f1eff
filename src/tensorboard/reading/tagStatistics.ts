// What is told of a tag. In: its steps, times and values, one by one. Out: ranges, gaps and counts.
import type { ReadValue } from './readValue.ts';

export interface InspectedTag {
  readonly tag: string;
  readonly plugin: string;
  readonly count: number;
  readonly minStep: number;
  readonly maxStep: number;
  /** seconds since 1970, the least and the greatest */
  readonly minWallTime: number;
  readonly maxWallTime: number;
  /** how often a step was lower than the one before it: TensorBoard's fast loader drops the points from there on */
  readonly backwards: number;
  /** the distance that most steps have to the one before */
  readonly usualGap?: number;
  /** how many distances are longer */
  readonly gaps: number;
  /** the longest of them, and the step before it */
  readonly largestGap?: { readonly steps: number; readonly after: number };
  /** of the numbers of a scalar; the extremes are of finite ones */
  readonly scalar?: { readonly last: number; readonly min?: number; readonly max?: number; readonly notFinite: number };
  /** nodes of a graph that stands under the tag */
  readonly nodes?: number;
}

// of so many distances each is counted apart
const manyGaps = 10_000;

export class TagFacts {
  readonly #tag: string;
  readonly #plugin: string;
  #count = 0;
  #step = 0;
  #steps = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #times = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #backwards = 0;
  // of a tag with several steps
  #gaps: Map<number, number> | undefined;
  #largest = { steps: 0, after: 0 };
  #last: number | undefined;
  #extremes = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number];
  #notFinite = 0;
  #nodes: number | undefined;

  constructor({ tag, plugin }: ReadValue) {
    this.#tag = tag;
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
    const [usual, often] = counts.reduce((most, gap) => (gap[1] > most[1] ? gap : most), [0, 0]);
    const gaps = counts.reduce((sum, [gap, count]) => (gap > usual ? sum + count : sum), 0);
    const [min, max] = this.#extremes;
    return {
      tag: this.#tag,
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
