// Elements of tensors as the bytes that protobuf messages hold.
import { UserError } from '../errors.ts';
import { bfloatBits, halfBits } from '../float16.ts';
import type { NodeDtype } from '../graph/graph.ts';

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  bool: Uint8Array,
  /** alternating real and imaginary parts */
  complex64: Float32Array,
} satisfies Partial<Record<NodeDtype, unknown>>;

/** Dtypes of numbers whose elements a typed array holds. */
export type TensorDtype = keyof typeof arrays;
export const tensorDtypes = Object.keys(arrays) as TensorDtype[];

/** The elements in row-major order, little-endian, as TensorFlow stores them. */
export function elementBytes(dtype: NodeDtype, numbers: ArrayLike<number>): Uint8Array {
  // tf.js keeps TensorFlow's 64-bit integers as 32-bit ones
  if (dtype === 'int64' || dtype === 'uint64') return bytesOf(BigInt64Array.from(numbers as number[], BigInt));
  if (dtype === 'float16') return bytesOf(Uint16Array.from(numbers, halfBits));
  if (dtype === 'bfloat16') return bytesOf(Uint16Array.from(numbers, bfloatBits));
  if (dtype === 'complex128') return bytesOf(Float64Array.from(numbers));
  if (!Object.hasOwn(arrays, dtype)) throw new UserError(`a constant of dtype ${dtype} cannot be written`);
  const array = arrays[dtype as TensorDtype];
  return bytesOf(numbers instanceof array ? numbers : new array(numbers));
}

/** Bytes of one element as `elementBytes` writes it. @throws UserError for a dtype that it does not write */
export const elementSize = (dtype: NodeDtype): number => elementBytes(dtype, [0]).length;

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
