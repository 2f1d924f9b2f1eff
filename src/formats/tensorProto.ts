// TensorFlow's TensorProto, without its shape. In: a dtype and elements as tf.js holds them. Out: the message's fields.

import { dataTypes } from '../dialects/tensorflow/dataTypes.ts';
import { UserError } from '../errors.ts';
import type { NodeDtype } from '../graph/graph.ts';
import type { tensorboard } from '../proto/generated/messages.js';
import type { Elements } from '../tensors.ts';

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

/** A tensor of more elements than this is written as its bytes, which are shorter, and less legible. */
const few = 16;

/** @throws UserError for elements of a dtype that tf.js has no numbers of */
export function tensor(dtype: NodeDtype, values: Elements | undefined): tensorboard.ITensorProto {
  const about = { dtype: dataTypes[dtype] };
  if (values === undefined) return about;
  if (dtype === 'string') return { ...about, stringVal: [...(values as readonly Uint8Array[])] };
  const numbers = values as ArrayLike<number>;
  const legible = numbers.length <= few ? listed(dtype, numbers) : undefined;
  return { ...about, ...(legible ?? { tensorContent: content(dtype, numbers) }) };
}

/** As a reader sees them, where the message has a list of the dtype. */
function listed(dtype: NodeDtype, numbers: ArrayLike<number>): tensorboard.ITensorProto | undefined {
  const list = Array.from(numbers);
  switch (dtype) {
    case 'float32':
      return { floatVal: list };
    case 'complex64':
      return { scomplexVal: list };
    case 'bool':
      return { boolVal: list.map(Boolean) };
    case 'int64':
      return { int64Val: list };
    case 'int8':
    case 'int16':
    case 'int32':
    case 'uint8':
    case 'uint16':
      return { intVal: list };
    default:
      return undefined;
  }
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
