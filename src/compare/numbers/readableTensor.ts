// Tensors as a comparison reads them: in pieces, so that no copy of all their elements is held next to a backend's own.
import type { Dtype, Elements } from '../../tensors.ts';
import { product } from '../../tensors.ts';

/** A tensor whose elements are read in pieces. */
export interface ReadableTensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  /** Elements in row-major order, `end` left out. An element of complex64 is two numbers, which `start` and `end` count. */
  read(start: number, end: number): Elements;
}

/** A tensor as its elements. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly values: Elements;
}

/** Elements of the smallest piece: 128 KB of float32. */
export const minPiece = 2 ** 15;

/**
 * How many elements are read at once where `room` bytes are free: all, or a part, of which one side is cut out before it is
 * copied. Cutting a part out takes a backend more time than the copy. A multiple of the blocks in which `floatSums.ts` adds.
 */
export const pieceIn =
  (room: number): PieceSize =>
  (count) =>
    2 * 4 * count <= room ? count : minPiece * Math.max(1, Math.floor(room / (3 * 4 * minPiece)));

/** Elements of a piece of a tensor with `count` of them. */
export type PieceSize = (count: number) => number;

const all: PieceSize = (count) => count;

/** How many numbers or strings a tensor is read as. */
export const readCount = ({ shape, dtype }: Pick<HostTensor, 'shape' | 'dtype'>): number =>
  product(shape) * (dtype === 'complex64' ? 2 : 1);

/** Reads all elements of a tensor. */
export const hostTensor = (tensor: ReadableTensor): HostTensor => ({
  shape: tensor.shape,
  dtype: tensor.dtype,
  values: tensor.read(0, readCount(tensor)),
});

/** A tensor that is read from its elements. */
export const readableTensor = ({ shape, dtype, values }: HostTensor): ReadableTensor => ({
  shape,
  dtype,
  read: (start, end) => elementsFrom(values, start, end),
});

/** Elements of an array, as a view where it is a typed one. */
export function elementsFrom(values: Elements, start: number, end: number): Elements {
  if (start === 0 && end === values.length) return values;
  return ArrayBuffer.isView(values)
    ? (values as Float32Array).subarray(start, end)
    : (Array.prototype.slice.call(values, start, end) as Elements);
}

interface Piece {
  readonly start: number;
  readonly a: Elements;
  readonly b: Elements;
}

/** The same pieces of two tensors that have as many elements. */
export class Pieces {
  /** Elements of each tensor. */
  readonly length: number;
  readonly #a: ReadableTensor;
  readonly #b: ReadableTensor;
  readonly #size: number;
  /** The last piece: the next visit of all begins with it where the last one ended there. */
  #last: Piece | undefined;

  constructor(a: ReadableTensor, b: ReadableTensor, size = all) {
    this.length = readCount(b);
    this.#size = Math.max(1, size(this.length));
    this.#a = a;
    this.#b = b;
  }

  /** Visits the pieces in order, one that is empty for tensors without elements, up to one for which `visit` returns false. */
  every<T extends Elements>(visit: (a: T, b: T) => boolean): boolean {
    for (let start = 0; start === 0 || start < this.length; start += this.#size)
      if (!this.#visit(start, visit)) return false;
    return true;
  }

  /** A function of its own, whose end lets go of the piece. */
  #visit<T extends Elements>(start: number, visit: (a: T, b: T) => boolean): boolean {
    const { a, b } = this.#piece(start);
    return visit(a as T, b as T);
  }

  /** Whether both tensors are read as float32. */
  get areFloat32(): boolean {
    const { a, b } = this.#piece(0);
    return a instanceof Float32Array && b instanceof Float32Array;
  }

  #piece(start: number): Piece {
    if (this.#last?.start === start) return this.#last;
    // the former piece is gone before the next one is read
    this.#last = undefined;
    const end = Math.min(start + this.#size, this.length);
    const a = this.#a.read(start, end);
    this.#last = { start, a, b: this.#a === this.#b ? a : this.#b.read(start, end) };
    return this.#last;
  }
}
