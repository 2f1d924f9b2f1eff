// Tensors that a comparison reads in pieces, so that it holds no copy of all their elements next to the backend's own.
import type { Dtype, Elements } from '../../tensors.ts';
import { product } from '../../tensors.ts';

/** A tensor whose elements are read in pieces. */
export interface ReadableTensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  /** Reads the elements from `start` to below `end`, in row-major order. A complex64 element counts as two. */
  read(start: number, end: number): Elements;
}

/** A tensor whose elements are in JavaScript's memory. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  readonly values: Elements;
}

/** Elements of the smallest piece: 128 KB of float32. */
export const minPiece = 2 ** 15;

/**
 * Chooses how many elements of two tensors are read at once where `room` bytes are free: all where both copies fit; else a part,
 * of which one side holds a slice and the copy of it. To slice takes a backend more time than to copy. A part is a multiple of
 * the blocks in which `floatSums.ts` adds.
 */
export const pieceIn =
  (room: number): PieceSize =>
  (count) =>
    2 * 4 * count <= room ? count : minPiece * Math.max(1, Math.floor(room / (3 * 4 * minPiece)));

/** Returns how many elements of a tensor with `count` of them are read at once. */
export type PieceSize = (count: number) => number;

const all: PieceSize = (count) => count;

/** How many numbers or strings a tensor is read as; a complex64 element is two numbers. */
export const readCount = ({ shape, dtype }: Pick<HostTensor, 'shape' | 'dtype'>): number =>
  product(shape) * (dtype === 'complex64' ? 2 : 1);

/** Reads all elements of a tensor into JavaScript's memory. */
export const hostTensor = (tensor: ReadableTensor): HostTensor => ({
  shape: tensor.shape,
  dtype: tensor.dtype,
  values: tensor.read(0, readCount(tensor)),
});

/** A tensor in JavaScript's memory, to be read as those of backends are. */
export const readableTensor = ({ shape, dtype, values }: HostTensor): ReadableTensor => ({
  shape,
  dtype,
  read: (start, end) => elementsFrom(values, start, end),
});

/** Returns elements of an array: a view of a typed array, a copy of another one. */
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

/** Reads two tensors that have as many elements, piece by piece. */
export class Pieces {
  /** Elements of each tensor. */
  readonly length: number;
  readonly #a: ReadableTensor;
  readonly #b: ReadableTensor;
  readonly #size: number;
  /** The piece that was read last: the first one, where it is the only one, is not read again by the next visit. */
  #last: Piece | undefined;

  constructor(a: ReadableTensor, b: ReadableTensor, size = all) {
    this.length = readCount(b);
    this.#size = Math.max(1, size(this.length));
    this.#a = a;
    this.#b = b;
  }

  /**
   * Visits the pieces in order until `visit` returns false; tensors without elements have one empty piece.
   * @returns whether no visit returned false
   */
  every<T extends Elements>(visit: (a: T, b: T) => boolean): boolean {
    for (let start = 0; start === 0 || start < this.length; start += this.#size)
      if (!this.#visit(start, visit)) return false;
    return true;
  }

  /** A function of its own, so that no variable of the loop holds a piece while the next one is read. */
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
