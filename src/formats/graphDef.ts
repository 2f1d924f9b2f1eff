// TensorFlow's GraphDef message.

import { dataTypes } from '../dialects/tensorflow/dataTypes.ts';
import { UserError } from '../errors.ts';
import type { Attribute, Attributes, Graph, GraphFunction, GraphNode, NodeDtype } from '../graph/graph.ts';
import { tensorboard } from '../proto/generated/messages.js';
import { field, joined } from '../proto/wire.ts';
import { graphInside, shapeMessage, tensorMessage } from './tensorProto.ts';

const utf8 = new TextEncoder();

/** A longer array, in bytes, is not copied into its message. */
const long = 2 ** 16;

/** The bytes of a GraphDef with names that TensorBoard shows, but TensorFlow may refuse. */
export const encodeGraph = (graph: Graph): Uint8Array => joined(graphParts(graph));

/** The bytes of a GraphDef in pieces; long arrays are those of the graph, not copies. */
export function graphParts({ nodes, functions = [], device, producer }: Graph): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let short: tensorboard.INodeDef[] = [];
  const encodeShort = (): void => {
    if (short.length > 0) parts.push(tensorboard.GraphDef.encode({ node: short }).finish());
    short = [];
  };
  for (const node of nodes.map((node) => ({ ...nodeDef(node), ...(device && { device }) }))) {
    const key = Object.keys(node.attr).find((name) => (node.attr[name]!.tensor?.tensorContent?.length ?? 0) > long);
    if (key === undefined) short.push(node);
    else {
      encodeShort();
      parts.push(...longNode(node, key));
    }
  }
  encodeShort();
  const library = functions.length > 0 ? { library: { function: functions.map(functionDef) } } : {};
  parts.push(tensorboard.GraphDef.encode({ ...library, versions: { producer } }).finish());
  return parts;
}

// GraphDef.node = 1 ⊃ NodeDef.attr = 5 { key = 1, value = 2 } ⊃ AttrValue.tensor = 8 ⊃ TensorProto.tensor_content = 4
function longNode(node: NodeMessage, key: string): Uint8Array[] {
  const { [key]: value, ...attr } = node.attr;
  const { tensorContent, ...about } = value!.tensor!;
  const tensor = [tensorboard.TensorProto.encode(about).finish(), ...field(4, [tensorContent!])];
  const entry = [...field(1, [utf8.encode(key)]), ...field(2, field(8, tensor))];
  return field(1, [tensorboard.NodeDef.encode({ ...node, attr }).finish(), ...field(5, entry)]);
}

interface NodeMessage extends tensorboard.INodeDef {
  readonly attr: Record<string, tensorboard.IAttrValue>;
}

const nodeDef = ({ name, op, inputs, attributes }: GraphNode): NodeMessage => ({
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
  if ('shape' in value) return { shape: shapeMessage(value.shape) };
  if ('shapes' in value) return { list: { shape: value.shapes.map(shapeMessage) } };
  if ('tensor' in value) {
    const { dtype, shape: dims, values } = value.tensor;
    return { tensor: { ...tensorMessage(dtype, values), tensorShape: shapeMessage(dims) } };
  }
  if ('graph' in value) throw new UserError(graphInside);
  if ('func' in value) return { func: called(value.func) };
  if ('funcs' in value) return { list: { func: value.funcs.map(called) } };
  return value;
}

const called = (call: { readonly name: string; readonly attributes: Attributes }): tensorboard.INameAttrList => ({
  name: call.name,
  attr: encoded(call.attributes),
});
