// The first and the last of many items, so that a table of them is short and little is held.

/** Collects items, and holds half of `limit` from the start and half from the end. */
export class FirstAndLast<T> {
  readonly #first: T[] = [];
  #last: T[] = [];
  readonly #limit: number;
  #count = 0;

  /** @param limit how many items are held, at least 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many items were added. */
  get count(): number {
    return this.#count;
  }

  /** How many items between the first and the last are not held. */
  get leftOut(): number {
    return Math.max(0, this.#count - this.#limit);
  }

  add(item: T): void {
    this.#count += 1;
    if (this.#first.length < Math.ceil(this.#limit / 2)) this.#first.push(item);
    else this.#last.push(item);
    // cut now and then, not for each item
    if (this.#last.length > 2 * this.#limit) this.#last = this.#ending();
  }

  /** @param gap the item that stands for those that are left out */
  rows<R>(rowOf: (item: T) => R, gap: R): R[] {
    return [...this.#first.map(rowOf), ...(this.leftOut > 0 ? [gap] : []), ...this.#ending().map(rowOf)];
  }

  #ending(): T[] {
    return this.#last.slice(Math.max(0, this.#last.length - Math.floor(this.#limit / 2)));
  }
}
