// TensorFlow's GraphDef message. In: a graph. Out: its bytes.
import type { Attribute, Graph, TensorValue } from '../graph/graph.ts';
import { tensorboard } from '../proto/messages.js';
import type { Dtype } from '../trace/trace.ts';

const utf8 = new TextEncoder();

const types = {
  float32: tensorboard.DataType.DT_FLOAT,
  int32: tensorboard.DataType.DT_INT32,
  bool: tensorboard.DataType.DT_BOOL,
  complex64: tensorboard.DataType.DT_COMPLEX64,
  string: tensorboard.DataType.DT_STRING,
} satisfies Record<Dtype, number>;

export function encodeGraph({ nodes, producer }: Graph): Uint8Array {
  return tensorboard.GraphDef.encode({
    node: nodes.map(({ name, op, inputs, attributes }) => ({
      name,
      op,
      input: [...inputs],
      attr: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, attribute(value)])),
    })),
    versions: { producer },
  }).finish();
}

function attribute(value: Attribute): tensorboard.IAttrValue {
  if ('type' in value) return { type: types[value.type] };
  if ('s' in value) return { s: utf8.encode(value.s) };
  if ('strings' in value) return { list: { s: value.strings.map((text) => utf8.encode(text)) } };
  if ('ints' in value) return { list: { i: [...value.ints] } };
  if ('shape' in value) return { shape: shape(value.shape) };
  if ('shapes' in value) return { list: { shape: value.shapes.map(shape) } };
  if ('tensor' in value) return { tensor: tensor(value.tensor) };
  return value;
}

const shape = (dims: readonly number[]): tensorboard.ITensorShapeProto => ({ dim: dims.map((size) => ({ size })) });

function tensor({ dtype, shape: dims, values }: TensorValue): tensorboard.ITensorProto {
  const about = { dtype: types[dtype], tensorShape: shape(dims) };
  if (dtype === 'string') return { ...about, stringVal: [...(values as readonly Uint8Array[])] };
  return { ...about, tensorContent: content(dtype, values as ArrayLike<number>) };
}

const arrays = {
  float32: Float32Array,
  complex64: Float32Array,
  int32: Int32Array,
  bool: Uint8Array,
} satisfies Record<Exclude<Dtype, 'string'>, unknown>;

/** The numbers as TensorFlow lays them out; what lies so already is not copied. */
function content(dtype: keyof typeof arrays, values: ArrayLike<number>): Uint8Array {
  const array = values instanceof arrays[dtype] ? values : new arrays[dtype](values);
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
