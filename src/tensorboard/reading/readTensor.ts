// TensorProto in each form that TensorFlow writes, as dtype, shape and values.

import { bfloat, half } from '../../float16.ts';
import { tensorboard } from '../../proto/generated/messages.js';
import type { ReadNumbers, ReadTensor } from './readTensorTypes.ts';
import { repeatedTensor } from './repeatedTensor.ts';

interface DtypeRow {
  readonly dtype: string;
  /** values from `tensor_content` */
  readonly content: (bytes: ArrayBuffer) => ReadNumbers;
  /** values from the fields that list them one by one, such as `float_val` */
  readonly listed: (tensor: tensorboard.ITensorProto) => ReadNumbers;
  /** numbers per element, 2 for complex ones; 1 */
  readonly parts?: number;
}

type Listed = readonly (number | bigint | { toString(): string } | boolean)[] | null | undefined;
const big = (listed: Listed): bigint[] => Array.from(listed ?? [], (value) => BigInt(`${value}`));
const bfloats = (bits: ArrayLike<number>): Float32Array => Float32Array.from(bits, bfloat);
const halves = (bits: ArrayLike<number>): Float32Array => Float32Array.from(bits, half);

const ints = (
  dtype: string,
  Numbers:
    | Int8ArrayConstructor
    | Uint8ArrayConstructor
    | Int16ArrayConstructor
    | Uint16ArrayConstructor
    | Int32ArrayConstructor,
): DtypeRow => ({
  dtype,
  content: (bytes) => new Numbers(bytes),
  listed: ({ intVal }) => Numbers.from(intVal ?? []),
});
const floats = (dtype: string, parts: number): DtypeRow => ({
  dtype,
  parts,
  content: (bytes) => new Float32Array(bytes),
  listed: ({ floatVal, scomplexVal }) => Float32Array.from((parts === 2 ? scomplexVal : floatVal) ?? []),
});
const doubles = (dtype: string, parts: number): DtypeRow => ({
  dtype,
  parts,
  content: (bytes) => new Float64Array(bytes),
  listed: ({ doubleVal, dcomplexVal }) => Float64Array.from((parts === 2 ? dcomplexVal : doubleVal) ?? []),
});

// TensorFlow's types.proto; quantized types are read as the integers that they hold
const rows: Readonly<Partial<Record<keyof typeof tensorboard.DataType, DtypeRow>>> = {
  DT_FLOAT: floats('float32', 1),
  DT_DOUBLE: doubles('float64', 1),
  DT_COMPLEX64: floats('complex64', 2),
  DT_COMPLEX128: doubles('complex128', 2),
  DT_INT8: ints('int8', Int8Array),
  DT_UINT8: ints('uint8', Uint8Array),
  DT_INT16: ints('int16', Int16Array),
  DT_UINT16: ints('uint16', Uint16Array),
  DT_INT32: ints('int32', Int32Array),
  DT_QINT8: ints('qint8', Int8Array),
  DT_QUINT8: ints('quint8', Uint8Array),
  DT_QINT16: ints('qint16', Int16Array),
  DT_QUINT16: ints('quint16', Uint16Array),
  DT_QINT32: ints('qint32', Int32Array),
  DT_UINT32: {
    dtype: 'uint32',
    content: (bytes) => new Uint32Array(bytes),
    listed: ({ uint32Val }) => Uint32Array.from(uint32Val ?? []),
  },
  DT_INT64: {
    dtype: 'int64',
    content: (bytes) => new BigInt64Array(bytes),
    listed: ({ int64Val }) => BigInt64Array.from(big(int64Val)),
  },
  DT_UINT64: {
    dtype: 'uint64',
    content: (bytes) => new BigUint64Array(bytes),
    listed: ({ uint64Val }) => BigUint64Array.from(big(uint64Val)),
  },
  DT_BOOL: {
    dtype: 'bool',
    content: (bytes) => new Uint8Array(bytes),
    listed: ({ boolVal }) => Uint8Array.from(boolVal ?? [], Number),
  },
  DT_HALF: {
    dtype: 'float16',
    content: (bytes) => halves(new Uint16Array(bytes)),
    listed: ({ halfVal }) => halves(halfVal ?? []),
  },
  DT_BFLOAT16: {
    dtype: 'bfloat16',
    content: (bytes) => bfloats(new Uint16Array(bytes)),
    listed: ({ halfVal }) => bfloats(halfVal ?? []),
  },
};

/** @throws RangeError for bytes that are no values of the dtype, and for another number of values than the shape has */
export function readTensor(tensor: tensorboard.ITensorProto): ReadTensor {
  const shape = (tensor.tensorShape?.dim ?? []).map(({ size }) => Number(size ?? 0));
  const name = tensorboard.DataType[tensor.dtype ?? 0] as keyof typeof tensorboard.DataType | undefined;
  if (name === 'DT_STRING')
    return { dtype: 'string', shape, values: (tensor.stringVal ?? []).map((text) => new Uint8Array(text)) };
  const row = name && rows[name];
  // a resource handle or a variant holds no values
  if (!row) return { dtype: (name ?? `${tensor.dtype}`).replace(/^DT_/, '').toLowerCase(), shape, values: [] };
  const { parts = 1 } = row;
  const count = shape.reduce((product, size) => product * size, parts);
  const { tensorContent } = tensor;
  const values = tensorContent?.length ? row.content(new Uint8Array(tensorContent).buffer) : row.listed(tensor);
  if (values.length === count) return { dtype: row.dtype, shape, values };
  return repeatedTensor(row.dtype, shape, values, count, parts);
}
