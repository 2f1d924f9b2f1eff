// Columns of a scalar whose length is not known before its last point is read.
import type { Discarded } from './restarts.ts';

/** The points of one scalar in one run, in the order in which they were written. Columns have the same length. */
export interface ScalarColumns {
  readonly steps: Float64Array;
  /** seconds since 1970 */
  readonly wallTimes: Float64Array;
  readonly values: Float64Array;
}

/** Points that fit before the array first doubles. */
const initialPoints = 64;

/** Three columns in one array of rows, which doubles when it is full. */
export class GrowingColumns {
  #rows = new Float64Array(3 * initialPoints);
  #count = 0;
  // from index `row` on, points were written after `restarts` restarts; points before the first entry, after none
  readonly #eras: { readonly row: number; readonly restarts: number }[] = [];

  /** @param restarts how many restarts of the training came before the point */
  add(step: number, wallTime: number, value: number, restarts: number): void {
    const at = 3 * this.#count;
    if (at === this.#rows.length) {
      const larger = new Float64Array(2 * at);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[at] = step;
    this.#rows[at + 1] = wallTime;
    this.#rows[at + 2] = value;
    if (restarts > (this.#eras.at(-1)?.restarts ?? 0)) this.#eras.push({ row: this.#count, restarts });
    this.#count += 1;
  }

  /**
   * Counts the points that restarts discard, and removes them where `drop` is true.
   * @param limits from `discardLimits`
   */
  discard(limits: readonly number[], drop: boolean): Discarded {
    const rows = this.#rows;
    let [kept, era, limit, step] = [0, 0, limits[0]!, Number.POSITIVE_INFINITY];
    for (let row = 0; row < this.#count; row++) {
      for (let next = this.#eras[era]; next && next.row <= row; next = this.#eras[era]) {
        limit = limits[next.restarts]!;
        era += 1;
      }
      if (rows[3 * row]! >= limit) {
        step = Math.min(step, limit);
        continue;
      }
      if (drop) rows.copyWithin(3 * kept, 3 * row, 3 * row + 3);
      kept += 1;
    }
    const points = this.#count - kept;
    if (drop) this.#count = kept;
    return { points, step };
  }

  /** The columns; undefined without a point. */
  columns(): ScalarColumns | undefined {
    if (this.#count === 0) return undefined;
    const column = (which: number): Float64Array => {
      const numbers = new Float64Array(this.#count);
      for (let i = 0; i < this.#count; i++) numbers[i] = this.#rows[3 * i + which]!;
      return numbers;
    };
    return { steps: column(0), wallTimes: column(1), values: column(2) };
  }
}
