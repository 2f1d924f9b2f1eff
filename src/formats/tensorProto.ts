// TensorFlow's TensorProto and TensorShapeProto.

import { dataTypes } from '../dialects/tensorflow/dataTypes.ts';
import type { NodeDtype, NodeShape } from '../graph/graph.ts';
import type { tensorboard } from '../proto/generated/messages.js';
import type { Elements } from '../tensors.ts';
import { elementBytes, type TensorDtype } from './elementBytes.ts';

/** A tensor of more elements is written as bytes, which are shorter than a list but less legible. */
const maxListed = 16;

/**
 * A tensor without its shape, whose few elements a reader of the text format can read.
 * @param values left out for a tensor whose elements are unknown
 * @throws UserError for elements of a dtype that no typed array holds
 */
export function tensorMessage(dtype: NodeDtype, values: Elements | undefined): tensorboard.ITensorProto {
  const message = { dtype: dataTypes[dtype] };
  if (values === undefined) return message;
  if (dtype === 'string') return { ...message, stringVal: [...(values as readonly Uint8Array[])] };
  const numbers = values as ArrayLike<number>;
  const listed = numbers.length <= maxListed ? listedElements(dtype, numbers) : undefined;
  return { ...message, ...(listed ?? { tensorContent: elementBytes(dtype, numbers) }) };
}

/** A tensor whose elements are bytes; a typed array of the same dtype is not copied. */
export const bytesTensor = (
  numbers: ArrayLike<number>,
  shape: readonly number[],
  dtype: TensorDtype,
): tensorboard.ITensorProto => ({
  dtype: dataTypes[dtype],
  tensorShape: shapeMessage(shape),
  tensorContent: elementBytes(dtype, numbers),
});

const utf8 = new TextEncoder();

export const stringTensor = (
  strings: readonly (string | Uint8Array)[],
  shape: readonly number[],
): tensorboard.ITensorProto => ({
  dtype: dataTypes.string,
  tensorShape: shapeMessage(shape),
  stringVal: strings.map((text) => (typeof text === 'string' ? utf8.encode(text) : text)),
});

export const shapeMessage = (shape: NodeShape): tensorboard.ITensorShapeProto =>
  shape === null ? { unknownRank: true } : { dim: shape.map((size) => ({ size })) };

/** Returns undefined for a dtype that has no list in the message. */
function listedElements(dtype: NodeDtype, numbers: ArrayLike<number>): tensorboard.ITensorProto | undefined {
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

/** The error text of a node that holds a graph, where TensorFlow's ops call functions. */
export const graphInside = 'a GraphDef holds no graph inside a node: encodeOnnx writes a graph of ONNX ops';
