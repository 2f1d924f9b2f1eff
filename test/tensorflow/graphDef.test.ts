// The bytes of tensors in a GraphDef, read back by protobufjs.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { TensorValue } from '../../src/graph/graph.ts';
import { trace } from '../../src/index.ts';
import { tensorboard } from '../../src/proto/messages.js';
import { tensorflowGraph } from '../../src/tensorflow/build.ts';
import { encodeGraph } from '../../src/tensorflow/graphDef.ts';

const { DataType } = tensorboard;
const bytes = (...values: number[]) => Uint8Array.from(values);
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer, byteOffset, byteLength).slice();

function encoded(tensor: TensorValue): unknown {
  const node = { name: 'a', op: 'Const', inputs: [], attributes: { value: { tensor } } };
  const graph = tensorboard.GraphDef.decode(encodeGraph({ nodes: [node], producer: 2000 }));
  const { dtype, tensorContent, stringVal } = graph.node[0]!.attr!.value!.tensor!;
  return { dtype, content: bytesOf(tensorContent!), strings: stringVal!.map(bytesOf) };
}

test('numbers of every dtype', () => {
  const f = Float32Array.of(9, 1, 2.5).subarray(1);
  for (const values of [f, [1, 2.5]])
    expect(encoded({ dtype: 'float32', shape: [2], values })).toEqual({
      dtype: DataType.DT_FLOAT,
      content: bytesOf(f),
      strings: [],
    });
  expect(encoded({ dtype: 'complex64', shape: [2], values: [1, 2, 3, 4] })).toEqual({
    dtype: DataType.DT_COMPLEX64,
    content: bytesOf(Float32Array.of(1, 2, 3, 4)),
    strings: [],
  });
  expect(encoded({ dtype: 'int32', shape: [2], values: [-1, 7] })).toEqual({
    dtype: DataType.DT_INT32,
    content: bytesOf(Int32Array.of(-1, 7)),
    strings: [],
  });
  expect(encoded({ dtype: 'bool', shape: [2], values: [0, 1] })).toEqual({
    dtype: DataType.DT_BOOL,
    content: bytes(0, 1),
    strings: [],
  });
});

test('strings keep their bytes, text or not', () => {
  const values = [bytes(0xff, 0), bytes(), bytes(0x61)];
  expect(encoded({ dtype: 'string', shape: [3], values })).toEqual({
    dtype: DataType.DT_STRING,
    content: bytes(),
    strings: values,
  });
});

test('a model makes a string, and takes one from outside', () => {
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
