// TensorFlow's TensorProto, without its shape. In: a dtype and elements as tf.js holds them. Out: the message's fields.
import type { NodeDtype } from '../graph/graph.ts';
import type { tensorboard } from '../proto/messages.js';
import type { Elements } from '../trace/trace.ts';
import { UserError } from '../userError.ts';
import { dataTypes } from './types.ts';

const arrays = {
  float32: Float32Array,
  float64: Float64Array,
  complex64: Float32Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  bool: Uint8Array,
} satisfies Partial<Record<NodeDtype, unknown>>;

/** @throws UserError for elements of a dtype that tf.js has no numbers of */
export function tensor(dtype: NodeDtype, values: Elements | undefined): tensorboard.ITensorProto {
  const about = { dtype: dataTypes[dtype] };
  if (values === undefined) return about;
  if (dtype === 'string') return { ...about, stringVal: [...(values as readonly Uint8Array[])] };
  return { ...about, tensorContent: content(dtype, values as ArrayLike<number>) };
}

/** The numbers as TensorFlow lays them out; what lies so already is not copied. */
function content(dtype: NodeDtype, values: ArrayLike<number>): Uint8Array {
  // tf.js keeps TensorFlow's 64-bit integers as 32-bit ones
  if (dtype === 'int64' || dtype === 'uint64') return bytes(BigInt64Array.from(values as number[], BigInt));
  if (!Object.hasOwn(arrays, dtype)) throw new UserError(`a constant of dtype ${dtype} cannot be written`);
  const kind = arrays[dtype as keyof typeof arrays];
  return bytes(values instanceof kind ? values : new kind(values));
}

const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
