// Elements of tensors as the bytes that protobuf messages hold.
import { UserError } from '../errors.ts';
import { bfloatBits, halfBits } from '../float16.ts';
import type { NodeDtype } from '../graph/graph.ts';
import { elementArrays } from '../tensors.ts';

/** Dtypes of numbers that a typed array of JavaScript holds as they are. */
export const tensorDtypes = [
  'float32',
  'float64',
  'int8',
  'int16',
  'int32',
  'uint8',
  'uint16',
  'uint32',
  'bool',
  'complex64',
] as const satisfies readonly (keyof typeof elementArrays)[];
export type TensorDtype = (typeof tensorDtypes)[number];

/** The elements in row-major order, little-endian, as TensorFlow stores them. */
export function elementBytes(dtype: NodeDtype, numbers: ArrayLike<number>): Uint8Array {
  // tf.js keeps TensorFlow's 64-bit integers as 32-bit ones
  if (dtype === 'int64' || dtype === 'uint64') return bytesOf(BigInt64Array.from(numbers as number[], BigInt));
  if (dtype === 'float16') return bytesOf(Uint16Array.from(numbers, halfBits));
  if (dtype === 'bfloat16') return bytesOf(Uint16Array.from(numbers, bfloatBits));
  if (!Object.hasOwn(elementArrays, dtype)) throw new UserError(`a constant of dtype ${dtype} cannot be written`);
  const array = elementArrays[dtype as TensorDtype | 'complex128'];
  return bytesOf(numbers instanceof array ? numbers : new array(numbers));
}

/** Bytes of one element as `elementBytes` writes it. @throws UserError for a dtype that it does not write */
export const elementSize = (dtype: NodeDtype): number => elementBytes(dtype, [0]).length;

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
