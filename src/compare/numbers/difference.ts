// How far the values of one tensor are from those of a reference.
import type { Elements } from '../../tensors.ts';
import { shapeText } from '../../tensors.ts';
import { areEqual, blockSize, FloatSums, GapSums, isEqual, type Sums } from './floatSums.ts';
import { hostTensor, type PieceSize, Pieces, type ReadableTensor, readCount } from './readableTensor.ts';

/** The largest difference of a tensor from its reference. */
export interface Gap {
  /** Largest absolute difference of elements that are finite in both. */
  readonly maxAbsolute: number;
  /** How many elements are NaN or infinite on either side, and not equal. */
  readonly notFinite: number;
  /** How many elements of int32, bool or string differ, whose values are compared exactly. */
  readonly unequal: number;
  /** Root mean square of the finite elements of the reference; 0 where no element differs, since it is not computed then. */
  readonly scale: number;
  /** Both shapes and dtypes, where these differ; elements are compared only where the shapes are equal. Or why a kernel failed. */
  readonly mismatch?: string;
}

/** The difference of a tensor from its reference, over the elements of both. */
export interface Difference extends Gap {
  /** Largest difference of two finite elements, divided by the larger of their magnitudes. */
  readonly maxRelative: number;
  /** Largest distance of an element from its reference, in ULPs of float32; 0 for other dtypes. */
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

/** Compares a tensor with its reference. @param size of the pieces in which both are read; all at once unless given */
export const differenceOf = (tested: ReadableTensor, reference: ReadableTensor, size?: PieceSize): Difference =>
  compared(tested, reference, () => new FloatSums(), size);

/** Computes the largest difference alone, in less than half of the time of `differenceOf`. */
export const gapOf = (tested: ReadableTensor, reference: ReadableTensor, size?: PieceSize): Gap =>
  gapIn(compared(tested, reference, () => new GapSums(), size));

/** Returns the fields of `Gap` alone, so that a result holds no others. */
export const gapIn = ({ maxAbsolute, notFinite, unequal, scale, mismatch }: Gap): Gap => ({
  maxAbsolute,
  notFinite,
  unequal,
  scale,
  ...(mismatch !== undefined && { mismatch }),
});

/** Whether a difference is none: to the last bit, except for the sign of a zero and the payload of a NaN. */
export const isNone = ({ maxAbsolute, notFinite, unequal, mismatch }: Gap): boolean =>
  maxAbsolute === 0 && notFinite === 0 && unequal === 0 && mismatch === undefined;

/** @param newSums adds up float32 elements, all of which are finite */
function compared(
  tested: ReadableTensor,
  reference: ReadableTensor,
  newSums: () => Sums<Partial<Difference>>,
  size: PieceSize | undefined,
): Difference {
  const kind = ({ dtype, shape }: ReadableTensor): string => `${dtype} ${shapeText(shape)}`;
  const mismatch = kind(tested) === kind(reference) ? {} : { mismatch: `${kind(tested)}, not ${kind(reference)}` };
  if (`${tested.shape}` !== `${reference.shape}` || readCount(tested) !== readCount(reference))
    return { ...none, scale: scaleOf(reference, size), ...mismatch };
  if (tested.dtype === 'string' || reference.dtype === 'string')
    return { ...none, unequal: unequalTexts(hostTensor(tested).values, hostTensor(reference).values), ...mismatch };
  const pieces = new Pieces(tested, reference, size);
  if (!isFloat(reference) || !pieces.areFloat32) return { ...numbers(pieces, isFloat(reference)), ...mismatch };
  if (pieces.every(areEqual)) return { ...none, ...mismatch };
  const totals = totalsOf(pieces, newSums());
  return { ...(totals ? { ...none, ...totals } : floats(pieces)), ...mismatch };
}

const isFloat = ({ dtype }: ReadableTensor): boolean => dtype === 'float32' || dtype === 'complex64';

/** The totals of all pairs of elements; undefined where an element is not finite. */
function totalsOf<T>(pieces: Pieces, sums: Sums<T>): T | undefined {
  const areFinite = pieces.every<Float32Array>((a, b) => {
    sums.add(a, b);
    return sums.isFinite;
  });
  return areFinite ? sums.totals : undefined;
}

/** The difference of the elements that are finite on both sides, as float32. */
function floats(pieces: Pieces): Difference {
  const sums = new FloatSums();
  const notFinite = addFinite(pieces, sums);
  return { ...none, ...sums.totals, notFinite };
}

/**
 * Adds the elements that are finite on both sides, in whole blocks.
 * @returns how many of the others differ
 */
function addFinite(pieces: Pieces, sums: Pick<FloatSums, 'add'>): number {
  const [p, q] = [new Float32Array(blockSize), new Float32Array(blockSize)];
  let [count, notFinite] = [0, 0];
  pieces.every<ArrayLike<number>>((a, b) => {
    for (let i = 0; i < b.length; i++) {
      const [x, y] = [Math.fround(a[i]!), Math.fround(b[i]!)];
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        if (!isEqual(x, y)) notFinite += 1;
        continue;
      }
      p[count] = x;
      q[count] = y;
      count += 1;
      if (count < blockSize) continue;
      sums.add(p, q);
      count = 0;
    }
    return true;
  });
  sums.add(p.subarray(0, count), q.subarray(0, count));
  return notFinite;
}

/** The difference of elements of any dtype but string. @param areFloats whether they are not compared exactly */
function numbers(pieces: Pieces, areFloats: boolean): Difference {
  const { unequal: _, ...found } = floats(pieces);
  if (areFloats) return { ...found, unequal: 0 };
  let [unequal, maxAbsolute] = [0, 0];
  pieces.every<ArrayLike<number>>((a, b) => {
    for (let i = 0; i < b.length; i++) {
      if (isEqual(a[i]!, b[i]!)) continue;
      unequal += 1;
      const gap = Math.abs(a[i]! - b[i]!);
      if (gap > maxAbsolute) maxAbsolute = gap;
    }
    return true;
  });
  return { ...found, maxAbsolute, maxUlps: 0, unequal };
}

function unequalTexts(a: Elements, b: Elements): number {
  const text = (value: unknown): string => (typeof value === 'string' ? value : `${[...(value as Uint8Array)]}`);
  let unequal = 0;
  for (let i = 0; i < b.length; i++) if (text(a[i]) !== text(b[i])) unequal += 1;
  return unequal;
}

/** Root mean square of the finite elements; 0 where there are none, and of dtypes that are compared exactly. */
export function scaleOf(tensor: ReadableTensor, size?: PieceSize): number {
  if (!isFloat(tensor)) return 0;
  const pieces = new Pieces(tensor, tensor, size);
  const totals = pieces.areFloat32 ? totalsOf(pieces, new GapSums()) : undefined;
  if (totals) return totals.scale;
  const finite = new GapSums();
  addFinite(pieces, finite);
  return finite.totals.scale;
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
