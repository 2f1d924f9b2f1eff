// TensorFlow's TensorProto. In: numbers in row-major order, a shape, a dtype. Out: the message.
import { tensorboard } from '../../proto/generated/messages.js';

const types = {
  float32: { dtype: tensorboard.DataType.DT_FLOAT, array: Float32Array },
  float64: { dtype: tensorboard.DataType.DT_DOUBLE, array: Float64Array },
  int8: { dtype: tensorboard.DataType.DT_INT8, array: Int8Array },
  int16: { dtype: tensorboard.DataType.DT_INT16, array: Int16Array },
  int32: { dtype: tensorboard.DataType.DT_INT32, array: Int32Array },
  uint8: { dtype: tensorboard.DataType.DT_UINT8, array: Uint8Array },
  uint16: { dtype: tensorboard.DataType.DT_UINT16, array: Uint16Array },
  uint32: { dtype: tensorboard.DataType.DT_UINT32, array: Uint32Array },
  bool: { dtype: tensorboard.DataType.DT_BOOL, array: Uint8Array },
  /** real and imaginary part in turn */
  complex64: { dtype: tensorboard.DataType.DT_COMPLEX64, array: Float32Array },
};

export type TensorDtype = keyof typeof types;
export const tensorDtypes = Object.keys(types) as TensorDtype[];

export const shapeProto = (shape: readonly number[]): tensorboard.ITensorShapeProto => ({
  dim: shape.map((size) => ({ size })),
});

/** The numbers lie as TensorFlow lays them out, little-endian; what lies so already is not copied. */
export function tensorProto(
  numbers: ArrayLike<number>,
  shape: readonly number[],
  as: TensorDtype,
): tensorboard.ITensorProto {
  const { dtype, array } = types[as];
  const laid = numbers instanceof array ? numbers : new array(numbers);
  const tensorContent = new Uint8Array(laid.buffer, laid.byteOffset, laid.byteLength);
  return { dtype, tensorShape: shapeProto(shape), tensorContent };
}

const utf8 = new TextEncoder();

export function stringsProto(
  strings: readonly (string | Uint8Array)[],
  shape: readonly number[],
): tensorboard.ITensorProto {
  const stringVal = strings.map((text) => (typeof text === 'string' ? utf8.encode(text) : text));
  return { dtype: tensorboard.DataType.DT_STRING, tensorShape: shapeProto(shape), stringVal };
}
