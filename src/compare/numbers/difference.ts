// How far the values of one tensor are from those of a reference.
import type { Dtype, Elements } from '../../tensors.ts';
import { shapeText } from '../../tensors.ts';

/** Elements of a tensor that were read from a backend or a file. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly values: Elements;
}

/** The largest difference of a tensor from its reference. */
export interface Gap {
  /** Largest absolute difference of elements that are finite in both. */
  readonly maxAbsolute: number;
  /** Elements that are NaN or infinite on one side and not the same on the other. */
  readonly notFinite: number;
  /** Elements that differ, by dtypes whose elements are compared exactly: int32, bool and string. */
  readonly unequal: number;
  /** Root mean square of the finite elements of the reference; 0 where no element differs, since nothing is measured by it. */
  readonly scale: number;
  /** The shapes or dtypes, where these differ: nothing else is compared then, unless the shapes are equal. */
  readonly mismatch?: string;
}

/** The difference of a tensor from its reference, over the elements of both. */
export interface Difference extends Gap {
  /** Largest difference of two finite elements, divided by the larger of their magnitudes. */
  readonly maxRelative: number;
  /** Largest number of float32 values from an element to its reference; 0 for other dtypes. */
  readonly maxUlps: number;
  /** Cosine of the angle between the two as vectors of their finite elements; 1 where both are zero. */
  readonly cosine: number;
}

/** No difference. */
export const none: Difference = {
  maxAbsolute: 0,
  maxRelative: 0,
  maxUlps: 0,
  notFinite: 0,
  unequal: 0,
  cosine: 1,
  scale: 0,
};

/** Compares a tensor with its reference. */
export function differenceOf(tested: HostTensor, reference: HostTensor): Difference {
  return compared(tested, reference, (a, b) => finiteFloats(a, b) ?? floats(a, b));
}

/** The same for the largest difference alone, in a third of the time. */
export function gapOf(tested: HostTensor, reference: HostTensor): Gap {
  return gapIn(compared(tested, reference, (a, b) => finiteGap(a, b) ?? floats(a, b)));
}

/** The largest difference of a whole one. */
export const gapIn = ({ maxAbsolute, notFinite, unequal, scale, mismatch }: Gap): Gap => ({
  maxAbsolute,
  notFinite,
  unequal,
  scale,
  ...(mismatch !== undefined && { mismatch }),
});

type Floats = (a: Float32Array, b: Float32Array) => Difference;

function compared(tested: HostTensor, reference: HostTensor, of: Floats): Difference {
  const kind = ({ dtype, shape }: HostTensor): string => `${dtype} ${shapeText(shape)}`;
  const mismatch = kind(tested) === kind(reference) ? {} : { mismatch: `${kind(tested)}, not ${kind(reference)}` };
  if (`${tested.shape}` !== `${reference.shape}`) return { ...none, scale: scaleOf(reference), ...mismatch };
  if (tested.dtype === 'string' || reference.dtype === 'string')
    return { ...none, unequal: unequalTexts(tested.values, reference.values), ...mismatch };
  const [a, b] = [tested.values, reference.values] as [ArrayLike<number>, ArrayLike<number>];
  if (isFloat(reference) && a instanceof Float32Array && b instanceof Float32Array)
    return { ...(isSame(a, b) ? none : of(a, b)), ...mismatch };
  return { ...numbers(a, b, isFloat(reference)), ...mismatch };
}

/** Whether a difference is none, to the last bit except for the sign of a zero or a NaN's payload. */
export const isNone = ({ maxAbsolute, notFinite, unequal, mismatch }: Gap): boolean =>
  maxAbsolute === 0 && notFinite === 0 && unequal === 0 && mismatch === undefined;

/** Whether all elements are the same: two at a time, as float64, which differ where bits do except for NaN and zeros. */
function isSame(a: Float32Array, b: Float32Array): boolean {
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

const isSameAt = (a: Float32Array, b: Float32Array, i: number): boolean => Object.is(a[i]! + 0, b[i]! + 0);

const isFloat = ({ dtype }: HostTensor): boolean => dtype === 'float32' || dtype === 'complex64';

/** Root mean square of the finite elements; 0 where there are none, and of dtypes that are compared exactly. */
export function scaleOf(tensor: HostTensor): number {
  if (!isFloat(tensor)) return 0;
  const values = tensor.values as ArrayLike<number>;
  return meanRoot(values instanceof Float32Array ? values : new Float32Array(values));
}

function meanRoot(values: Float32Array): number {
  // four sums, since an addition waits for the one before
  let [a, b, c, d] = [0, 0, 0, 0];
  const { length } = values;
  for (let i = 0; i + 3 < length; i += 4) {
    a += values[i]! * values[i]!;
    b += values[i + 1]! * values[i + 1]!;
    c += values[i + 2]! * values[i + 2]!;
    d += values[i + 3]! * values[i + 3]!;
  }
  for (let i = length & ~3; i < length; i++) a += values[i]! * values[i]!;
  const sum = a + b + c + d;
  if (!Number.isFinite(sum)) return meanRoot(values.filter(Number.isFinite));
  return length === 0 ? 0 : Math.sqrt(sum / length);
}

const bitsOf = ({ buffer, byteOffset, length }: Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length);

/** Float32 values that lie between a power of two and the next. */
const valuesInBinade = 2 ** 23;
/** Elements whose ULPs are computed together, or not at all. */
const blockSize = 4096;

/** What is summed over the blocks of two arrays. */
interface Sums {
  dot: number;
  squaresA: number;
  squaresB: number;
  maxAbsolute: number;
  /** Of the last block. */
  relative: number;
}

/** The difference of arrays whose elements are finite; undefined where one is not. */
function finiteFloats(a: Float32Array, b: Float32Array): Difference | undefined {
  const { length } = a;
  const sums: Sums = { dot: 0, squaresA: 0, squaresB: 0, maxAbsolute: 0, relative: 0 };
  let [maxRelative, maxUlps] = [0, 0];
  for (let start = 0; start < length; start += blockSize) {
    const end = Math.min(start + blockSize, length);
    addBlock(a, b, start, end, sums);
    maxRelative = Math.max(maxRelative, sums.relative);
    // a relative difference r is of less than 2 * valuesInBinade * r / (1 - r) ULPs
    const more = maxUlps + 1;
    if (sums.relative > more / (2 * valuesInBinade + more)) maxUlps = Math.max(maxUlps, maxUlpsIn(a, b, start, end));
  }
  const { dot, squaresA, squaresB, maxAbsolute } = sums;
  if (!Number.isFinite(squaresA + squaresB)) return undefined;
  const [cosine, scale] = [cosineOf(dot, squaresA, squaresB), rootMean(squaresB, length)];
  return { ...none, maxAbsolute, maxRelative, maxUlps, cosine, scale };
}

/**
 * Adds one block. A function of its own, which V8 compiles after some calls: code that replaces a running loop is left and
 * entered again at each call. A branch that the processor cannot foresee takes more time than the rest, so that the one here
 * goes the same way for almost all elements.
 */
function addBlock(a: Float32Array, b: Float32Array, start: number, end: number, sums: Sums): void {
  let [dot, squaresA, squaresB, relative] = [0, 0, 0, 0];
  let { maxAbsolute } = sums;
  for (let i = start; i < end; i++) {
    const p = a[i]!;
    const q = b[i]!;
    dot += p * q;
    squaresA += p * p;
    squaresB += q * q;
    const distance = Math.abs(p - q);
    maxAbsolute = Math.max(maxAbsolute, distance);
    if (distance > relative * Math.abs(q)) relative = Math.max(relative, distance / Math.max(Math.abs(p), Math.abs(q)));
  }
  sums.dot += dot;
  sums.squaresA += squaresA;
  sums.squaresB += squaresB;
  sums.maxAbsolute = maxAbsolute;
  sums.relative = relative;
}

function maxUlpsIn(a: Float32Array, b: Float32Array, start: number, end: number): number {
  const [x, y] = [bitsOf(a), bitsOf(b)];
  let most = 0;
  for (let i = start; i < end; i++) most = Math.max(most, ulpsBetween(x[i]!, y[i]!));
  return most;
}

/** Float32 values from one to another, by their bits: those of one sign are in the order of their bits. */
const ulpsBetween = (m: number, n: number): number =>
  (m ^ n) < 0 ? (m & 0x7fffffff) + (n & 0x7fffffff) : Math.abs(m - n);

/** `maxAbsolute` alone; undefined where an element is not finite. */
function finiteGap(a: Float32Array, b: Float32Array): Difference | undefined {
  let maxAbsolute = 0;
  const { length } = a;
  for (let start = 0; start < length; start += blockSize)
    maxAbsolute = maxDistance(a, b, start, Math.min(start + blockSize, length), maxAbsolute);
  if (!(maxAbsolute < Number.POSITIVE_INFINITY)) return undefined;
  return { ...none, maxAbsolute, scale: meanRoot(b) };
}

/** The largest absolute difference in a block, `least` at the least; NaN for what is NaN or an infinity on both sides. */
function maxDistance(a: Float32Array, b: Float32Array, start: number, end: number, least: number): number {
  // two maxima, since each comparison waits for the one before
  let [even, odd] = [least, least];
  let i = start;
  for (; i + 1 < end; i += 2) {
    even = Math.max(even, Math.abs(a[i]! - b[i]!));
    odd = Math.max(odd, Math.abs(a[i + 1]! - b[i + 1]!));
  }
  if (i < end) even = Math.max(even, Math.abs(a[i]! - b[i]!));
  return Math.max(even, odd);
}

/** As `finiteFloats`, of the elements that are finite on both sides. */
function floats(a: Float32Array, b: Float32Array): Difference {
  const finite = a.map((value, i) => Number(Number.isFinite(value) && Number.isFinite(b[i]!)));
  let notFinite = 0;
  for (const [i, one] of finite.entries()) if (one === 0 && !isSameAt(a, b, i)) notFinite += 1;
  const [p, q] = [a, b].map((all) => all.filter((_, i) => finite[i] === 1)) as [Float32Array, Float32Array];
  return { ...finiteFloats(p, q)!, notFinite };
}

const rootMean = (squares: number, count: number): number => (count === 0 ? 0 : Math.sqrt(squares / count));

const cosineOf = (dot: number, squaresA: number, squaresB: number): number => {
  if (squaresA === 0 && squaresB === 0) return 1;
  return squaresA === 0 || squaresB === 0 ? 0 : Math.max(-1, Math.min(1, dot / Math.sqrt(squaresA * squaresB)));
};

function numbers(a: ArrayLike<number>, b: ArrayLike<number>, isFloat: boolean): Difference {
  const { unequal: _, ...found } = floats(new Float32Array(a), new Float32Array(b));
  let unequal = 0;
  let maxAbsolute = 0;
  for (let i = 0; i < b.length; i++) {
    if (Object.is(a[i]! + 0, b[i]! + 0)) continue;
    unequal += 1;
    const gap = Math.abs(a[i]! - b[i]!);
    if (gap > maxAbsolute) maxAbsolute = gap;
  }
  return isFloat ? { ...found, unequal: 0 } : { ...found, maxAbsolute, maxUlps: 0, unequal };
}

function unequalTexts(a: Elements, b: Elements): number {
  const text = (value: unknown): string => (typeof value === 'string' ? value : `${[...(value as Uint8Array)]}`);
  let unequal = 0;
  for (let i = 0; i < b.length; i++) if (text(a[i]) !== text(b[i])) unequal += 1;
  return unequal;
}

/**
 * A difference as one number, which `--tolerance` bounds: the largest absolute difference in parts of the reference's scale.
 * The scale is the root mean square of the reference, or a thousandth of that of the inputs where this is larger: a
 * difference of large numbers may be all but zero, and then has the rounding error of the large ones.
 * @returns Infinity for elements that are not finite, or not equal where they are compared exactly, and for other shapes
 */
export function errorOf({ maxAbsolute, notFinite, unequal, mismatch, scale }: Gap, inputScale: number): number {
  if (notFinite > 0 || unequal > 0 || mismatch !== undefined) return Number.POSITIVE_INFINITY;
  return maxAbsolute === 0 ? 0 : maxAbsolute / Math.max(scale, inputScale / 1000, Number.MIN_VALUE);
}
