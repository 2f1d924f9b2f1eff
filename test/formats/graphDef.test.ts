// The bytes of tensors in a GraphDef, read back by protobufjs.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { encodeGraph, graphParts } from '../../src/formats/graphDef.ts';
import type { Graph, TensorValue } from '../../src/graph/graph.ts';
import { trace } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/generated/messages.js';

const { DataType } = tensorboard;
const bytes = (...values: number[]) => Uint8Array.from(values);

const graphOf = (tensor: TensorValue): Graph => ({
  nodes: [{ name: 'a', op: 'Const', inputs: [], attributes: { value: { tensor }, dtype: { type: tensor.dtype } } }],
  producer: 2000,
});

/** The fields of the tensor that were written. */
function encoded(tensor: TensorValue): unknown {
  const { node, versions } = tensorboard.GraphDef.decode(encodeGraph(graphOf(tensor)));
  expect([node[0]!.name, node[0]!.op, versions!.producer]).toEqual(['a', 'Const', 2000]);
  const { tensorShape, ...fields } = node[0]!.attr!.value!.tensor!;
  expect(tensorShape!.dim!.map(({ size }) => Number(size))).toEqual(tensor.shape);
  const written = Object.entries(fields).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return Object.fromEntries(written.map(([name, value]) => [name, plain(value)]));
}

// protobufjs reads into Node's Buffer
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Uint8Array ? Uint8Array.from(value) : value;
};

test('few numbers are listed one by one, in every dtype', () => {
  const f = Float32Array.of(9, 1, 2.5).subarray(1);
  for (const values of [f, [1, 2.5]])
    expect(encoded({ dtype: 'float32', shape: [2], values })).toEqual({ dtype: DataType.DT_FLOAT, floatVal: [1, 2.5] });
  expect(encoded({ dtype: 'complex64', shape: [2], values: [1, 2, 3, 4] })).toEqual({
    dtype: DataType.DT_COMPLEX64,
    scomplexVal: [1, 2, 3, 4],
  });
  expect(encoded({ dtype: 'int32', shape: [2], values: [-1, 7] })).toEqual({
    dtype: DataType.DT_INT32,
    intVal: [-1, 7],
  });
  expect(encoded({ dtype: 'bool', shape: [2], values: [0, 1] })).toEqual({
    dtype: DataType.DT_BOOL,
    boolVal: [false, true],
  });
});

test.each([17, 2 ** 14 + 1])('%i numbers are written as bytes, in every dtype', (length) => {
  const shape = [length];
  const numbers = Array.from({ length }, (_, i) => i - 5);
  for (const values of [numbers, Float32Array.from([9, ...numbers]).subarray(1)])
    expect(encoded({ dtype: 'float32', shape, values })).toEqual({
      dtype: DataType.DT_FLOAT,
      tensorContent: new Uint8Array(Float32Array.from(numbers).buffer),
    });
  expect(encoded({ dtype: 'int32', shape, values: numbers })).toEqual({
    dtype: DataType.DT_INT32,
    tensorContent: new Uint8Array(Int32Array.from(numbers).buffer),
  });
  expect(encoded({ dtype: 'bool', shape, values: new Uint8Array(length).fill(1) })).toEqual({
    dtype: DataType.DT_BOOL,
    tensorContent: new Uint8Array(length).fill(1),
  });
});

test('a long array is not copied: its part of the graph is its own memory', () => {
  const values = new Float32Array(2 ** 15 + 1);
  const parts = graphParts(graphOf({ dtype: 'float32', shape: [values.length], values }));
  expect(parts.filter(({ buffer }) => buffer === values.buffer).map(({ length }) => length)).toEqual([
    values.byteLength,
  ]);
});

test('a message of 2^31 bytes is refused with its size', () => {
  // the same array again and again: nothing of that size is made
  const values = new Float32Array(2 ** 24);
  const [node] = graphOf({ dtype: 'float32', shape: [values.length], values }).nodes;
  const graph: Graph = { nodes: Array.from({ length: 32 }, () => node!), producer: 2000 };
  expect(() => encodeGraph(graph)).toThrow('a graph of 2.1 GB: protobuf reads messages of less than 2^31 bytes');
});

test('strings keep their bytes, text or not', () => {
  const values = [bytes(0xff, 0), bytes(), bytes(0x61)];
  expect(encoded({ dtype: 'string', shape: [3], values })).toEqual({
    dtype: DataType.DT_STRING,
    stringVal: values,
  });
});

test('a model may make a string, and take one as input', () => {
  const outside = tf.tensor1d(['ü'], 'string');
  const join = (x: tf.Tensor) => tf.concat([x, tf.tensor1d(['a']), outside] as tf.Tensor1D[]);
  const { nodes } = tensorflowGraph(trace(join, [{ shape: [1], dtype: 'string' }]));
  outside.dispose();
  const constants = nodes.flatMap(({ attributes: { value } }) => (value && 'tensor' in value ? [value.tensor] : []));
  expect(constants).toEqual([
    { dtype: 'string', shape: [1], values: [bytes(0x61)] },
    { dtype: 'string', shape: [1], values: [bytes(0xc3, 0xbc)] },
    { dtype: 'int32', shape: [], values: [0] },
  ]);
});
