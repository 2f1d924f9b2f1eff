// Types of a tensor that was read.

export interface ReadTensor {
  /** as numpy names it: float32, int64, bool, string …; half floats are read into float32 */
  readonly dtype: string;
  readonly shape: readonly number[];
  /**
   * Row-major; of complex numbers the real and the imaginary part alternately; of strings their bytes. Where a file lists
   * fewer numbers than the shape has, and the last stands for the rest, the array is made at the first access.
   */
  readonly values: ReadNumbers | readonly Uint8Array[];
}

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
