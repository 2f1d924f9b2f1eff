// Sums and maxima over the float32 elements of a tensor and its reference. Both are read in pieces, and added in blocks, so that
// a sum does not depend on the size of the pieces.

/** Elements of a block: their sum is made first, then added to the total. */
export const blockSize = 4096;
/** How many float32 values there are from a power of two to below the next one. */
const valuesInBinade = 2 ** 23;

/** Totals over all pairs of elements, by the definitions of `Difference`. */
export interface FloatTotals {
  readonly maxAbsolute: number;
  readonly maxRelative: number;
  readonly maxUlps: number;
  readonly cosine: number;
  /** Root mean square of the reference. */
  readonly scale: number;
}

/** Adds up pairs of elements: `a` of the tested tensor, `b` of the reference. */
export interface Sums<T> {
  /** Adds a piece, whose length is a multiple of `blockSize` except for the last piece. */
  add(a: Float32Array, b: Float32Array): void;
  /** Whether all elements added so far are finite; the totals have no meaning otherwise. */
  readonly isFinite: boolean;
  readonly totals: T;
}

/** Computes all totals. */
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
      // a relative difference of r is less than 2 * valuesInBinade * r / (1 - r) ULPs: most blocks cannot raise the maximum
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
  /** The largest relative difference in the last block. */
  relative: number;
}

// Each loop is a function that is called once a block. V8 compiles it after some calls; a single loop over all elements would
// be replaced by compiled code while it runs, anew for each tensor. Branches go the same way for almost all elements: one that
// the processor predicts wrongly takes more time than the rest of the iteration. Two loops with few variables each are faster
// than one with all of them.

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
  let max = 0;
  for (let i = start; i < end; i++) max = Math.max(max, ulpsBetween(x[i]!, y[i]!));
  return max;
}

const bitsOf = ({ buffer, byteOffset, length }: Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length);

/** ULPs between two float32 numbers, by their bits, which are in the order of the numbers where these have one sign. */
const ulpsBetween = (m: number, n: number): number =>
  (m ^ n) < 0 ? (m & 0x7fffffff) + (n & 0x7fffffff) : Math.abs(m - n);

const cosineOf = (dot: number, squaresA: number, squaresB: number): number => {
  if (squaresA === 0 && squaresB === 0) return 1;
  return squaresA === 0 || squaresB === 0 ? 0 : Math.max(-1, Math.min(1, dot / Math.sqrt(squaresA * squaresB)));
};

/** Computes `maxAbsolute` and `scale` alone, in less than half of the time of `FloatSums`. */
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

/** Four sums of squares, which the processor adds at the same time: with one sum, each addition waits for the one before. */
interface FourSums {
  a: number;
  b: number;
  c: number;
  d: number;
  /** The sum of absolute differences, which is finite only where all elements are. */
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

/**
 * Whether all elements are equal by `isEqual`. Two are compared at a time, as one float64: equal bits are equal numbers except for
 * NaN, whose pair is compared once more element by element, and other bits are unequal except for zeros.
 */
export function areEqual(a: Float32Array, b: Float32Array): boolean {
  const isAligned = a.byteOffset % 8 === 0 && b.byteOffset % 8 === 0;
  const pairs = isAligned ? a.length >> 1 : 0;
  const [x, y] = [a, b].map(
    ({ buffer, byteOffset }) => new Float64Array(buffer, isAligned ? byteOffset : 0, pairs),
  ) as [Float64Array, Float64Array];
  for (let i = 0; i < pairs; i++)
    if (x[i] !== y[i] && !(isEqualAt(a, b, 2 * i) && isEqualAt(a, b, 2 * i + 1))) return false;
  for (let i = 2 * pairs; i < a.length; i++) if (!isEqualAt(a, b, i)) return false;
  return true;
}

const isEqualAt = (a: Float32Array, b: Float32Array, i: number): boolean => isEqual(a[i]!, b[i]!);

/** Whether two numbers are equal; here NaN equals NaN, and zeros of both signs are equal. */
export const isEqual = (a: number, b: number): boolean => Object.is(a + 0, b + 0);
