// How far the values of one tensor are from those of a reference.
import type { Dtype, Elements } from '../../tensors.ts';
import { shapeText } from '../../tensors.ts';

/** Elements of a tensor that were read from a backend or a file. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly values: Elements;
}

/** The difference of a tensor from its reference, over the elements of both. */
export interface Difference {
  /** Largest absolute difference of elements that are finite in both. */
  readonly maxAbsolute: number;
  /** Largest difference of two finite elements, divided by the larger of their magnitudes. */
  readonly maxRelative: number;
  /** Largest number of float32 values from an element to its reference; 0 for other dtypes. */
  readonly maxUlps: number;
  /** Elements that are NaN or infinite on one side and not the same on the other. */
  readonly notFinite: number;
  /** Elements that differ, by dtypes whose elements are compared exactly: int32, bool and string. */
  readonly unequal: number;
  /** Cosine of the angle between the two as vectors of their finite elements; 1 where both are zero. */
  readonly cosine: number;
  /** Root mean square of the finite elements of the reference. */
  readonly scale: number;
  /** The shapes or dtypes, where these differ: nothing else is compared then, unless the shapes are equal. */
  readonly mismatch?: string;
}

const none: Difference = {
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
  const kind = ({ dtype, shape }: HostTensor): string => `${dtype} ${shapeText(shape)}`;
  const mismatch = kind(tested) === kind(reference) ? {} : { mismatch: `${kind(tested)}, not ${kind(reference)}` };
  if (`${tested.shape}` !== `${reference.shape}`) return { ...none, ...mismatch };
  if (tested.dtype === 'string' || reference.dtype === 'string')
    return { ...none, unequal: unequalTexts(tested.values, reference.values), ...mismatch };
  const [a, b] = [tested.values, reference.values] as [ArrayLike<number>, ArrayLike<number>];
  const isFloat = reference.dtype === 'float32' || reference.dtype === 'complex64';
  if (isFloat && a instanceof Float32Array && b instanceof Float32Array)
    return { ...(isSameBits(a, b) ? { ...none, scale: scaleOf(b) } : floats(a, b)), ...mismatch };
  return { ...numbers(a, b, isFloat), ...mismatch };
}

/** Whether a difference is none, to the last bit but for the sign of a zero or a NaN's payload. */
export const isNone = ({ maxAbsolute, notFinite, unequal, mismatch }: Difference): boolean =>
  maxAbsolute === 0 && notFinite === 0 && unequal === 0 && mismatch === undefined;

function isSameBits(a: Float32Array, b: Float32Array): boolean {
  const x = new Int32Array(a.buffer, a.byteOffset, a.length);
  const y = new Int32Array(b.buffer, b.byteOffset, b.length);
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

/** Root mean square of the finite elements; 0 where there are none. */
export function scaleOf(values: Float32Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    // false for NaN and infinities
    if (value - value !== 0) continue;
    sum += value * value;
    count += 1;
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

/** One pass over both arrays; the order of float32 values is that of their bits, by which ULPs are counted. */
function floats(a: Float32Array, b: Float32Array): Difference {
  const bits = [a, b].map(({ buffer, byteOffset, length }) => new Int32Array(buffer, byteOffset, length));
  const [x, y] = bits as [Int32Array, Int32Array];
  let maxAbsolute = 0;
  let maxRelative = 0;
  let maxUlps = 0;
  let notFinite = 0;
  let dot = 0;
  let squaresA = 0;
  let squaresB = 0;
  let count = 0;
  // a pair of arrays for each element would take most of the time
  for (let i = 0; i < a.length; i++) {
    const p = a[i]!;
    const q = b[i]!;
    const gap = p - q;
    if (gap - gap !== 0) {
      if (p !== q && !(Number.isNaN(p) && Number.isNaN(q))) notFinite += 1;
      continue;
    }
    dot += p * q;
    squaresA += p * p;
    squaresB += q * q;
    count += 1;
    if (gap === 0) continue;
    const distance = gap < 0 ? -gap : gap;
    if (distance > maxAbsolute) maxAbsolute = distance;
    const magnitudeA = p < 0 ? -p : p;
    const magnitudeB = q < 0 ? -q : q;
    const larger = magnitudeA > magnitudeB ? magnitudeA : magnitudeB;
    if (distance > maxRelative * larger) maxRelative = distance / larger;
    // an ULP is at least a 2 ** 24th of a value, so that fewer fit between values this near
    const smaller = magnitudeA > magnitudeB ? magnitudeB : magnitudeA;
    if (p * q > 0 && distance * 2 ** 24 <= maxUlps * smaller) continue;
    const m = x[i]!;
    const n = y[i]!;
    const ulps = Math.abs((m < 0 ? -(m & 0x7fffffff) : m) - (n < 0 ? -(n & 0x7fffffff) : n));
    if (ulps > maxUlps) maxUlps = ulps;
  }
  const scale = count === 0 ? 0 : Math.sqrt(squaresB / count);
  return { ...none, maxAbsolute, maxRelative, maxUlps, notFinite, cosine: cosineOf(dot, squaresA, squaresB), scale };
}

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
export function errorOf(difference: Difference, inputScale: number): number {
  const { maxAbsolute, notFinite, unequal, mismatch, scale } = difference;
  if (notFinite > 0 || unequal > 0 || mismatch !== undefined) return Number.POSITIVE_INFINITY;
  return maxAbsolute === 0 ? 0 : maxAbsolute / Math.max(scale, inputScale / 1000, Number.MIN_VALUE);
}
