// Columns of a scalar whose length is not known before its last point is read.

/** The points of one scalar in one run, in the order in which they were written. Columns have the same length. */
export interface ScalarColumns {
  readonly steps: Float64Array;
  /** seconds since 1970 */
  readonly wallTimes: Float64Array;
  readonly values: Float64Array;
}

const firstLength = 64;

/** Three columns in one array of rows, which doubles when it is full. */
export class GrowingColumns {
  #rows = new Float64Array(3 * firstLength);
  #count = 0;
  // rows from `row` on came after so many restarts of the training; before the first entry after none
  readonly #eras: { readonly row: number; readonly restarts: number }[] = [];

  /** Whether no point was added. */
  get isEmpty(): boolean {
    return this.#count === 0;
  }

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
   * Drops points that a restart discards, or counts them alone.
   * @param limits from `discardLimits`
   * @returns how many there are
   */
  discard(limits: readonly number[], isDropped: boolean): number {
    const rows = this.#rows;
    let [kept, era, limit] = [0, 0, limits[0]!];
    for (let row = 0; row < this.#count; row++) {
      for (let next = this.#eras[era]; next && next.row <= row; next = this.#eras[era]) {
        limit = limits[next.restarts]!;
        era += 1;
      }
      if (rows[3 * row]! >= limit) continue;
      if (isDropped) rows.copyWithin(3 * kept, 3 * row, 3 * row + 3);
      kept += 1;
    }
    const discarded = this.#count - kept;
    if (isDropped) this.#count = kept;
    return discarded;
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
