// Sums and maxima over the float32 elements of a tensor and its reference, which come in pieces. Elements are added in blocks,
// whose sums do not depend on where a piece ends.

/** Elements that are added together. */
export const blockSize = 4096;
/** Float32 values that lie between a power of two and the next. */
const valuesInBinade = 2 ** 23;

/** What the elements of a tensor and its reference add up to. */
export interface FloatTotals {
  readonly maxAbsolute: number;
  readonly maxRelative: number;
  readonly maxUlps: number;
  readonly cosine: number;
  /** Root mean square of the reference. */
  readonly scale: number;
}

/** Sums over pairs of elements that come in pieces. */
export interface Sums<T> {
  /** Adds a piece; all but the last one have whole blocks. */
  add(a: Float32Array, b: Float32Array): void;
  /** Whether all elements so far are finite: only then the totals say something. */
  readonly isFinite: boolean;
  readonly totals: T;
}

/** The totals of pairs of elements. */
export class FloatSums implements Sums<FloatTotals> {
  #count = 0;
  #maxRelative = 0;
  #maxUlps = 0;
  readonly #products: Products = { dot: 0, squaresA: 0, squaresB: 0 };
  readonly #distances: Distances = { maxAbsolute: 0, relative: 0 };

  add(a: Float32Array, b: Float32Array): void {
    const { length } = a;
    const distances = this.#distances;
    for (let start = 0; start < length; start += blockSize) {
      const end = Math.min(start + blockSize, length);
      addProducts(a, b, start, end, this.#products);
      addDistances(a, b, start, end, distances);
      this.#maxRelative = Math.max(this.#maxRelative, distances.relative);
      // a relative difference r is of less than 2 * valuesInBinade * r / (1 - r) ULPs
      const more = this.#maxUlps + 1;
      if (distances.relative > more / (2 * valuesInBinade + more))
        this.#maxUlps = Math.max(this.#maxUlps, maxUlpsIn(a, b, start, end));
    }
    this.#count += length;
  }

  get isFinite(): boolean {
    return Number.isFinite(this.#products.squaresA + this.#products.squaresB);
  }

  get totals(): FloatTotals {
    const { dot, squaresA, squaresB } = this.#products;
    return {
      maxAbsolute: this.#distances.maxAbsolute,
      maxRelative: this.#maxRelative,
      maxUlps: this.#maxUlps,
      cosine: cosineOf(dot, squaresA, squaresB),
      scale: this.#count === 0 ? 0 : Math.sqrt(squaresB / this.#count),
    };
  }
}

interface Products {
  dot: number;
  squaresA: number;
  squaresB: number;
}

interface Distances {
  maxAbsolute: number;
  /** Of the last block. */
  relative: number;
}

// Loops are functions of their own, which V8 compiles after some calls: code that replaces a running loop is left and entered
// again at each call. A branch that the processor cannot foresee takes more time than the rest of a loop: those here go the
// same way for almost all elements. Two loops with few values each are faster than one with all of them.

function addProducts(a: Float32Array, b: Float32Array, start: number, end: number, sums: Products): void {
  let dot = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = start; i < end; i++) {
    const p = a[i]!;
    const q = b[i]!;
    dot += p * q;
    squaresA += p * p;
    squaresB += q * q;
  }
  sums.dot += dot;
  sums.squaresA += squaresA;
  sums.squaresB += squaresB;
}

function addDistances(a: Float32Array, b: Float32Array, start: number, end: number, found: Distances): void {
  let { maxAbsolute } = found;
  let relative = 0;
  for (let i = start; i < end; i++) {
    const p = a[i]!;
    const q = b[i]!;
    const distance = Math.abs(p - q);
    if (distance > maxAbsolute) maxAbsolute = distance;
    if (distance > relative * Math.abs(q)) relative = Math.max(relative, distance / Math.max(Math.abs(p), Math.abs(q)));
  }
  found.maxAbsolute = maxAbsolute;
  found.relative = relative;
}

function maxUlpsIn(a: Float32Array, b: Float32Array, start: number, end: number): number {
  const [x, y] = [bitsOf(a), bitsOf(b)];
  let most = 0;
  for (let i = start; i < end; i++) most = Math.max(most, ulpsBetween(x[i]!, y[i]!));
  return most;
}

const bitsOf = ({ buffer, byteOffset, length }: Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length);

/** Float32 values from one to another, by their bits: those of one sign are in the order of their bits. */
const ulpsBetween = (m: number, n: number): number =>
  (m ^ n) < 0 ? (m & 0x7fffffff) + (n & 0x7fffffff) : Math.abs(m - n);

const cosineOf = (dot: number, squaresA: number, squaresB: number): number => {
  if (squaresA === 0 && squaresB === 0) return 1;
  return squaresA === 0 || squaresB === 0 ? 0 : Math.max(-1, Math.min(1, dot / Math.sqrt(squaresA * squaresB)));
};

/** `maxAbsolute` and `scale` alone, in less than half of the time. */
export class GapSums implements Sums<Pick<FloatTotals, 'maxAbsolute' | 'scale'>> {
  #count = 0;
  readonly #sums: FourSums = { a: 0, b: 0, c: 0, d: 0, distances: 0, maxAbsolute: 0 };

  add(a: Float32Array, b: Float32Array): void {
    for (let start = 0; start < a.length; start += blockSize)
      addGap(a, b, start, Math.min(start + blockSize, a.length), this.#sums);
    this.#count += a.length;
  }

  get isFinite(): boolean {
    return Number.isFinite(this.#sums.distances);
  }

  get totals(): Pick<FloatTotals, 'maxAbsolute' | 'scale'> {
    const { a, b, c, d, maxAbsolute } = this.#sums;
    return { maxAbsolute, scale: this.#count === 0 ? 0 : Math.sqrt((a + b + c + d) / this.#count) };
  }
}

/** Four sums of squares, since an addition waits for the one before. */
interface FourSums {
  a: number;
  b: number;
  c: number;
  d: number;
  distances: number;
  maxAbsolute: number;
}

function addGap(x: Float32Array, y: Float32Array, start: number, end: number, sums: FourSums): void {
  let { a, b, c, d, distances, maxAbsolute } = sums;
  let i = start;
  for (; i + 3 < end; i += 4) {
    const p = y[i]!;
    const q = y[i + 1]!;
    const r = y[i + 2]!;
    const s = y[i + 3]!;
    const one = Math.abs(x[i]! - p);
    const two = Math.abs(x[i + 1]! - q);
    const three = Math.abs(x[i + 2]! - r);
    const four = Math.abs(x[i + 3]! - s);
    if (one > maxAbsolute) maxAbsolute = one;
    if (two > maxAbsolute) maxAbsolute = two;
    if (three > maxAbsolute) maxAbsolute = three;
    if (four > maxAbsolute) maxAbsolute = four;
    distances += one + two + (three + four);
    a += p * p;
    b += q * q;
    c += r * r;
    d += s * s;
  }
  for (; i < end; i++) {
    const distance = Math.abs(x[i]! - y[i]!);
    if (distance > maxAbsolute) maxAbsolute = distance;
    distances += distance;
    a += y[i]! * y[i]!;
  }
  sums.a = a;
  sums.b = b;
  sums.c = c;
  sums.d = d;
  sums.distances = distances;
  sums.maxAbsolute = maxAbsolute;
}

/** Whether all elements are the same: two at a time, as float64, which differ where bits do except for NaN and zeros. */
export function isSame(a: Float32Array, b: Float32Array): boolean {
  const isAligned = a.byteOffset % 8 === 0 && b.byteOffset % 8 === 0;
  const pairs = isAligned ? a.length >> 1 : 0;
  const [x, y] = [a, b].map(
    ({ buffer, byteOffset }) => new Float64Array(buffer, isAligned ? byteOffset : 0, pairs),
  ) as [Float64Array, Float64Array];
  for (let i = 0; i < pairs; i++)
    if (x[i] !== y[i] && !(isSameAt(a, b, 2 * i) && isSameAt(a, b, 2 * i + 1))) return false;
  for (let i = 2 * pairs; i < a.length; i++) if (!isSameAt(a, b, i)) return false;
  return true;
}

const isSameAt = (a: Float32Array, b: Float32Array, i: number): boolean => isEqual(a[i]!, b[i]!);

/** Whether two numbers are the same, or both NaN; zeros of both signs are. */
export const isEqual = (a: number, b: number): boolean => Object.is(a + 0, b + 0);
