// Types of a tensor that was read.

/** A tensor that was read. */
export interface ReadTensor {
  /** the name that numpy has: float32, int64, bool, string …; values of half floats are a Float32Array */
  readonly dtype: string;
  readonly shape: readonly number[];
  /**
   * the elements in row-major order: complex numbers as alternating real and imaginary parts, strings as UTF-8 bytes. Where a
   * file lists fewer numbers than the shape has, so that the last one stands for the rest, the array is made at each access
   */
  readonly values: ReadNumbers | readonly Uint8Array[];
}

/** The values of a tensor of numbers. */
export type ReadNumbers =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;
