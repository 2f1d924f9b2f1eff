// A canvas of dots in a terminal: each cell is a Braille character of two columns and four rows of dots.

// the bits of Unicode's Braille patterns, [row][column]
const bits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

export interface Cell {
  readonly text: string;
  /** The curve that last drew in it. */
  readonly owner: number;
}

export class Canvas {
  /** Width and height in dots. */
  readonly width: number;
  readonly height: number;
  readonly #columns: number;
  readonly #dots: Uint8Array;
  readonly #owners: Uint32Array;

  constructor(columns: number, rows: number) {
    this.width = 2 * columns;
    this.height = 4 * rows;
    this.#columns = columns;
    this.#dots = new Uint8Array(columns * rows);
    this.#owners = new Uint32Array(columns * rows);
  }

  /** Draws a dot; x and y are counted from the upper left corner. */
  dot(x: number, y: number, owner: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    const cell = (y >> 2) * this.#columns + (x >> 1);
    this.#dots[cell]! |= bits[(y & 3) as 0 | 1 | 2 | 3][(x & 1) as 0 | 1];
    this.#owners[cell] = owner;
  }

  line(fromX: number, fromY: number, toX: number, toY: number, owner: number): void {
    const steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY), 1);
    for (let i = 0; i <= steps; i++)
      this.dot(Math.round(fromX + ((toX - fromX) * i) / steps), Math.round(fromY + ((toY - fromY) * i) / steps), owner);
  }

  rows(): Cell[][] {
    const rows: Cell[][] = [];
    for (let start = 0; start < this.#dots.length; start += this.#columns)
      rows.push(
        Array.from(this.#dots.subarray(start, start + this.#columns), (dots, column) => ({
          text: dots === 0 ? ' ' : String.fromCodePoint(0x2800 + dots),
          owner: this.#owners[start + column]!,
        })),
      );
    return rows;
  }
}
