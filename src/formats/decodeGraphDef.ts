// Reads TensorFlow's GraphDef message, whoever wrote it: the inverse of graphDef.ts, without the elements of tensors.
import { dtypeOf } from '../dialects/tensorflow/dataTypes.ts';
import { messageOf, UserError } from '../errors.ts';
import type {
  Attribute,
  Attributes,
  FunctionArgument,
  FunctionCall,
  Graph,
  GraphFunction,
  GraphNode,
  NodeDtype,
  NodeShape,
} from '../graph/graph.ts';
import { tensorboard } from '../proto/generated/messages.js';

type Entries = Readonly<Record<string, tensorboard.IAttrValue>> | null | undefined;

/**
 * Reads a GraphDef of any program as a graph to look at: constants come without their elements. Attributes of dtypes that
 * this package does not know are left out.
 * @throws UserError for bytes that are no GraphDef
 */
export function decodeGraphDef(bytes: Uint8Array): Graph {
  try {
    return graphOf(tensorboard.GraphDef.decode(bytes));
  } catch (error) {
    throw new UserError(`the bytes are no GraphDef: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

export function graphOf({ node, library, versions }: tensorboard.IGraphDef): Graph {
  const functions = (library?.function ?? []).map(functionOf);
  return {
    nodes: (node ?? []).map(nodeOf),
    ...(functions.length > 0 && { functions }),
    producer: versions?.producer ?? 0,
  };
}

const nodeOf = ({ name, op, input, attr }: tensorboard.INodeDef): GraphNode => ({
  name: name ?? '',
  op: op ?? '',
  inputs: input ?? [],
  attributes: decoded(attr),
});

function functionOf({ signature, nodeDef, ret, attr }: tensorboard.IFunctionDef): GraphFunction {
  const named = (list: readonly tensorboard.OpDef.IArgDef[] | null | undefined): FunctionArgument[] =>
    // an argument whose dtype an attribute decides
    (list ?? []).map(({ name, type }) => ({ name: name ?? '', type: dtypeOf(type) ?? 'variant' }));
  return {
    name: signature?.name ?? '',
    inputs: named(signature?.inputArg),
    outputs: named(signature?.outputArg),
    nodes: (nodeDef ?? []).map(nodeOf),
    results: { ...ret },
    attributes: decoded(attr),
  };
}

function decoded(entries: Entries): Attributes {
  const attributes: Record<string, Attribute> = {};
  for (const [name, value] of Object.entries(entries ?? {})) {
    const attribute = attributeOf(value);
    // a name such as __proto__ is a property as well
    if (attribute) Object.defineProperty(attributes, name, { value: attribute, enumerable: true });
  }
  return attributes;
}

const utf8 = new TextDecoder();
const text = (bytes: Uint8Array): string => utf8.decode(bytes);

function attributeOf({ s, i, f, b, type, shape, tensor, list, func }: tensorboard.IAttrValue): Attribute | undefined {
  if (s != null) return { s: text(s) };
  if (i != null) return { i: Number(i) };
  if (f != null) return { f };
  if (b != null) return { b };
  if (shape) return { shape: shapeOf(shape) };
  if (func) return { func: callOf(func) };
  if (list) return listOf(list);
  const dtype = knownDtype(tensor ? tensor.dtype : type);
  if (dtype === undefined) return undefined;
  return tensor ? { tensor: { dtype, shape: tensor.tensorShape ? shapeOf(tensor.tensorShape) : [] } } : { type: dtype };
}

/** An empty list has lost its kind, and is one of numbers. */
function listOf({ s, i, f, b, type, shape, func }: tensorboard.AttrValue.IListValue): Attribute {
  if (s?.length) return { strings: s.map(text) };
  if (f?.length) return { floats: f };
  if (b?.length) return { bools: b };
  if (shape?.length) return { shapes: shape.map(shapeOf) };
  if (func?.length) return { funcs: func.map(callOf) };
  if (type?.length) return { types: type.flatMap((one) => knownDtype(one) ?? []) };
  return { ints: (i ?? []).map(Number) };
}

const callOf = ({ name, attr }: tensorboard.INameAttrList): FunctionCall => ({
  name: name ?? '',
  attributes: decoded(attr),
});

const shapeOf = ({ dim, unknownRank }: tensorboard.ITensorShapeProto): NodeShape =>
  unknownRank ? null : (dim ?? []).map(({ size }) => Number(size ?? 0));

/** A reference to a dtype, as graphs of TensorFlow 1 have them, is 100 more than the dtype. */
const knownDtype = (type: number | null | undefined): NodeDtype | undefined =>
  dtypeOf(type && type > 100 ? type - 100 : type);
