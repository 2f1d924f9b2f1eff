// TensorFlow's GraphDef message. In: a graph. Out: its bytes.
import type { Attribute, Attributes, Graph, GraphFunction, GraphNode, NodeDtype, NodeShape } from '../graph/graph.ts';
import { tensorboard } from '../proto/messages.js';
import { tensor } from './tensorProto.ts';
import { dataTypes } from './types.ts';

const utf8 = new TextEncoder();

export function encodeGraph({ nodes, functions = [], producer }: Graph): Uint8Array {
  return tensorboard.GraphDef.encode({
    node: nodes.map(nodeDef),
    ...(functions.length > 0 && { library: { function: functions.map(functionDef) } }),
    versions: { producer },
  }).finish();
}

const nodeDef = ({ name, op, inputs, attributes }: GraphNode): tensorboard.INodeDef => ({
  name,
  op,
  input: [...inputs],
  attr: encoded(attributes),
});

const functionDef = ({
  name,
  inputs,
  outputs,
  nodes,
  results,
  attributes,
}: GraphFunction): tensorboard.IFunctionDef => {
  const argument = (arg: { readonly name: string; readonly type: NodeDtype }) => ({
    name: arg.name,
    type: dataTypes[arg.type],
  });
  return {
    signature: { name, inputArg: inputs.map(argument), outputArg: outputs.map(argument) },
    nodeDef: nodes.map(nodeDef),
    ret: { ...results },
    attr: encoded(attributes),
  };
};

const encoded = (attributes: Attributes): Record<string, tensorboard.IAttrValue> =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, attribute(value)]));

function attribute(value: Attribute): tensorboard.IAttrValue {
  if ('type' in value) return { type: dataTypes[value.type] };
  if ('types' in value) return { list: { type: value.types.map((type) => dataTypes[type]) } };
  if ('s' in value) return { s: utf8.encode(value.s) };
  if ('strings' in value) return { list: { s: value.strings.map((text) => utf8.encode(text)) } };
  if ('ints' in value) return { list: { i: [...value.ints] } };
  if ('floats' in value) return { list: { f: [...value.floats] } };
  if ('bools' in value) return { list: { b: [...value.bools] } };
  if ('shape' in value) return { shape: shape(value.shape) };
  if ('shapes' in value) return { list: { shape: value.shapes.map(shape) } };
  if ('tensor' in value) {
    const { dtype, shape: dims, values } = value.tensor;
    return { tensor: { ...tensor(dtype, values), tensorShape: shape(dims) } };
  }
  if ('func' in value) return { func: called(value.func) };
  if ('funcs' in value) return { list: { func: value.funcs.map(called) } };
  return value;
}

const called = (call: { readonly name: string; readonly attributes: Attributes }): tensorboard.INameAttrList => ({
  name: call.name,
  attr: encoded(call.attributes),
});

const shape = (dims: NodeShape): tensorboard.ITensorShapeProto =>
  dims === null ? { unknownRank: true } : { dim: dims.map((size) => ({ size })) };
