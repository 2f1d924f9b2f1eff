// Shapes, dtypes and elements of tensors.

/** tf.js's data types. */
export type Dtype = 'float32' | 'int32' | 'bool' | 'complex64' | 'string';

/** Sizes of the axes, outermost first. */
export type Shape = readonly number[];

/** The elements of a tensor in row-major order; complex64 as alternating real and imaginary parts, a string as UTF-8 bytes. */
export type Elements = ArrayLike<number> | readonly Uint8Array[];

/** Bytes of one element in tf.js's memory; strings have no fixed size and count 0. */
export const bytesPerElement: Readonly<Record<Dtype, number>> = {
  float32: 4,
  int32: 4,
  bool: 1,
  complex64: 8,
  string: 0,
};

/** Names of tf.js's data types. */
export const dtypes = Object.keys(bytesPerElement) as readonly Dtype[];

/** The typed array in which tf.js holds the elements of a dtype of numbers. */
export const typedArrays = { float32: Float32Array, int32: Int32Array, bool: Uint8Array } as const;

/**
 * The typed array that holds the elements of a dtype of numbers as TensorFlow stores them: complex ones as alternating real
 * and imaginary parts, 16-bit floats as their bits.
 */
export const elementArrays = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  bfloat16: Uint16Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  bool: Uint8Array,
  complex64: Float32Array,
  complex128: Float64Array,
} as const;

/** The product of `dims`, 1 where there are none. */
export const product = (dims: Shape): number => dims.reduce((a, b) => a * b, 1);

/** A shape as it is printed: `[1, 3, 224, 224]`. */
export const shapeText = (shape: readonly (number | string | null)[]): string => `[${shape.join(', ')}]`;
