// TensorFlow's enum of dtypes.
import type { NodeDtype } from '../../graph/graph.ts';
import { tensorboard } from '../../proto/generated/messages.js';

const { DataType } = tensorboard;

export const dataTypes = {
  bfloat16: DataType.DT_BFLOAT16,
  bool: DataType.DT_BOOL,
  complex128: DataType.DT_COMPLEX128,
  complex64: DataType.DT_COMPLEX64,
  float16: DataType.DT_HALF,
  float32: DataType.DT_FLOAT,
  float64: DataType.DT_DOUBLE,
  int16: DataType.DT_INT16,
  int32: DataType.DT_INT32,
  int64: DataType.DT_INT64,
  int8: DataType.DT_INT8,
  qint16: DataType.DT_QINT16,
  qint32: DataType.DT_QINT32,
  qint8: DataType.DT_QINT8,
  quint16: DataType.DT_QUINT16,
  quint8: DataType.DT_QUINT8,
  resource: DataType.DT_RESOURCE,
  string: DataType.DT_STRING,
  uint16: DataType.DT_UINT16,
  uint32: DataType.DT_UINT32,
  uint64: DataType.DT_UINT64,
  uint8: DataType.DT_UINT8,
  variant: DataType.DT_VARIANT,
} satisfies Record<NodeDtype, number>;

const byNumber = new Map<unknown, NodeDtype>(
  Object.entries(dataTypes).map(([name, number]) => [number, name as NodeDtype]),
);

/** Returns the dtype of an enum name such as `DT_FLOAT`, or of its number; undefined for any other value. */
export function dtypeOf(type: unknown): NodeDtype | undefined {
  const number = typeof type === 'string' ? DataType[type as keyof typeof DataType] : type;
  return byNumber.get(number);
}
