// Rows of plain values as JSON, and their reader, which believes nothing of them.

/** A value of a row that is kept as JSON. */
export type Saved = string | number | null | readonly Saved[];

/** A number as JSON: those that JSON lacks become text, undefined becomes null. */
export function savedNumber(value: number | undefined): Saved {
  if (value === undefined) return null;
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : `${value}`;
}

const unusual = ['NaN', 'Infinity', '-Infinity', '-0'];

/** Takes the values of a row from its start. Each method throws where the next value is of another kind. */
export class SavedRow {
  readonly #values: readonly unknown[];
  #at = 0;

  constructor(row: unknown) {
    if (!Array.isArray(row)) throw new Error('a row is missing');
    this.#values = row;
  }

  text(): string {
    return expectKind(this.#next(), 'string') as string;
  }

  number(): number {
    const value = this.#next();
    return typeof value === 'string' && unusual.includes(value)
      ? Number(value)
      : (expectKind(value, 'number') as number);
  }

  /** A count or an index: a whole number from 0 on. */
  count(): number {
    const value = this.number();
    if (!Number.isSafeInteger(value) || value < 0) throw new Error('a count is wrong');
    return value;
  }

  optionalNumber(): number | undefined {
    if (this.#values[this.#at] !== null) return this.number();
    this.#at += 1;
    return undefined;
  }

  list<T>(read: (row: SavedRow) => T): T[] {
    const rows = this.#next();
    if (!Array.isArray(rows)) throw new Error('a list is missing');
    return rows.map((row) => read(new SavedRow(row)));
  }

  #next(): unknown {
    return this.#values[this.#at++];
  }
}

function expectKind(value: unknown, kind: 'string' | 'number'): unknown {
  if (typeof value !== kind) throw new Error(`a ${kind} is missing`);
  return value;
}
