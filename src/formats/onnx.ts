// ONNX's ModelProto: a graph with its weights as initializers, inside the file or in another one next to it.
// https://github.com/onnx/onnx/blob/main/docs/IR.md
import manifest from '../../package.json' with { type: 'json' };
import { constantOp, inputOp, numberOf, shapesOf, tensorOf, typesOf } from '../dialects/onnx/onnxNodes.ts';
import { UserError } from '../errors.ts';
import type { Attribute, GraphNode, NodeDtype, SignedGraph, TensorInfo, TensorValue } from '../graph/graph.ts';
import { outputText, parseUnspelledInput } from '../names/nodeInput.ts';
import { uniqueNames } from '../names/uniqueNames.ts';
import { onnx } from '../proto/generated/onnx.js';
import { field, joined, lengthOf, type Part, piecesOf } from '../proto/wire.ts';
import { product } from '../tensors.ts';
import { elementBytes, elementSize } from './elementBytes.ts';
import type { FilePair } from './format.ts';

const { DataType } = onnx.TensorProto;
const { AttributeType } = onnx.AttributeProto;

/** The oldest version of ONNX's format that has each operator set; readers refuse a newer one than they know. */
const irVersions: readonly (readonly [opset: number, version: number])[] = [
  [17, 8],
  [19, 9],
  [21, 10],
  [23, 11],
  [24, 12],
];

const dataTypes: Partial<Record<NodeDtype, number>> = {
  bool: DataType.BOOL,
  float32: DataType.FLOAT,
  float64: DataType.DOUBLE,
  int32: DataType.INT32,
  int64: DataType.INT64,
  string: DataType.STRING,
  uint8: DataType.UINT8,
};

const dataType = (dtype: NodeDtype): number => {
  const type = dataTypes[dtype];
  if (type === undefined) throw new UserError(`a tensor of dtype ${dtype} cannot be written as ONNX`);
  return type;
};

/** The two files of a model. */
export interface OnnxFiles {
  /** The ModelProto. */
  readonly model: readonly Part[];
  /** Elements of initializers that the model refers to, where they are kept outside. */
  readonly data: readonly Part[];
}

/**
 * Returns the parts of a ModelProto. Long arrays are those of the graph, and read when they are written.
 * @param dataName the name of the file for long initializers; unless given, they are inside
 * @throws UserError for a graph of other ops than ONNX's
 */
export function onnxFiles(graph: SignedGraph, dataName?: string): OnnxFiles {
  const { opset, metadata = {} } = graph;
  if (opset === undefined) throw new UserError('the graph is not one of ONNX ops: onnxGraph makes one');
  const names = valueNames(graph, uniqueNames());
  const { inputs, outputs } = graph.signature;
  const ends = new Set([...inputs, ...outputs].map(({ name }) => name));
  const constants = graph.nodes.filter(({ op }) => op === constantOp);
  const nodes = graph.nodes.filter(({ op }) => op !== constantOp && op !== inputOp);
  const data: Part[] = [];
  let offset = 0;
  const outside = (bytes: Part): Entry[] => {
    const at = offset;
    const gap = (pageBytes - (bytes.length % pageBytes)) % pageBytes;
    data.push(bytes, new Uint8Array(gap));
    offset += bytes.length + gap;
    return entries({ location: dataName!, offset: `${at}`, length: `${bytes.length}` });
  };
  const graphParts = [
    ...nodes.flatMap((node) => field(1, [nodeMessage(node, names)])),
    onnx.GraphProto.encode({ name: graphName(metadata) }).finish(),
    ...constants.flatMap((node) =>
      field(5, initializer(names(node.name), tensorOf(node)!, dataName ? outside : undefined)),
    ),
    onnx.GraphProto.encode({
      input: graph.signature.inputs.map(valueInfo),
      output: graph.signature.outputs.map(valueInfo),
      valueInfo: innerValues(nodes, names, ends),
    }).finish(),
  ];
  const about = onnx.ModelProto.encode({
    irVersion: irVersions.findLast(([from]) => opset >= from)![1],
    opsetImport: [{ domain: '', version: opset }],
    producerName: manifest.name,
    producerVersion: manifest.version,
    modelVersion: 0,
    metadataProps: entries(metadata),
  }).finish();
  return { model: [about, ...field(7, graphParts)], data };
}

/** Offsets of arrays in the other file are multiples of this, so that a reader can map them into memory. */
const pageBytes = 4096;

const graphName = (metadata: Readonly<Record<string, string>>): string => metadata.model || 'model';

type Entry = onnx.IStringStringEntryProto;
const entries = (values: Readonly<Record<string, string>>): Entry[] =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

type NameMaker = (text: string) => string;
/** Names of tensors by their text in a graph, and a maker of names for the graphs inside of it. */
type ValueNames = NameMaker & { readonly unique: NameMaker };

/**
 * Names the tensors of a graph; an input or output of the whole graph has its name in the signature.
 * @param unique makes names that no other graph of the model has
 * @param captured names of the last inputs, which are tensors of the outer graph
 */
function valueNames({ signature }: SignedGraph, unique: NameMaker, captured: readonly string[] = []): ValueNames {
  const known = new Map<string, string>([['', '']]);
  const plain = (tensor: string): string => outputText(parseUnspelledInput(tensor));
  const own = signature.inputs.length - captured.length;
  for (const [i, { tensor }] of signature.inputs.slice(own).entries()) known.set(plain(tensor), captured[i]!);
  for (const { name, tensor } of [...signature.inputs.slice(0, own), ...signature.outputs])
    known.set(plain(tensor), unique(name));
  const names = (text: string): string => {
    const name = known.get(text) ?? unique(text);
    known.set(text, name);
    return name;
  };
  return Object.assign(names, { unique });
}

const nodeMessage = (node: GraphNode, names: ValueNames): Uint8Array => {
  const { name, op, attributes } = node;
  const { _namespace: namespace, _captures: captures } = attributes;
  const given = Object.entries(attributes).filter(([key]) => !key.startsWith('_'));
  const count = node.inputs.length - numberOf(captures, 0);
  const inputs = node.inputs.map(names);
  const attribute = given.map(([key, value]) =>
    'graph' in value
      ? { name: key, type: AttributeType.GRAPH, g: innerGraph(key, value.graph, names, inputs.slice(count)) }
      : attributeMessage(key, value),
  );
  return onnx.NodeProto.encode({
    input: inputs.slice(0, count),
    output: shapesOf(node).map((_, output) => names(outputText({ node: name, output }))),
    name,
    opType: op,
    attribute,
    ...(namespace && 's' in namespace && { metadataProps: entries({ namespace: namespace.s }) }),
  }).finish();
};

/** A graph inside a node, with its constants as initializers. */
function innerGraph(
  name: string,
  graph: SignedGraph,
  { unique }: ValueNames,
  captured: readonly string[],
): onnx.IGraphProto {
  const names = valueNames(graph, unique, captured);
  const inputs = graph.signature.inputs.slice(0, graph.signature.inputs.length - captured.length);
  const named = (info: TensorInfo) => valueInfo({ ...info, name: names(outputText(parseUnspelledInput(info.tensor))) });
  const nodes = graph.nodes.filter(({ op }) => op !== constantOp && op !== inputOp);
  const ends = new Set(graph.signature.outputs.map(({ tensor }) => names(outputText(parseUnspelledInput(tensor)))));
  return {
    name,
    node: nodes.map((node) => onnx.NodeProto.decode(nodeMessage(node, names))),
    initializer: graph.nodes
      .filter(({ op }) => op === constantOp)
      .map((node) => onnx.TensorProto.decode(joined(tensorParts(tensorOf(node)!, names(node.name))))),
    input: inputs.map(named),
    output: graph.signature.outputs.map(named),
    valueInfo: innerValues(nodes, names, ends),
  };
}

const utf8 = new TextEncoder();

function attributeMessage(name: string, value: Attribute): onnx.IAttributeProto {
  if ('i' in value) return { name, type: AttributeType.INT, i: value.i };
  if ('f' in value) return { name, type: AttributeType.FLOAT, f: value.f };
  if ('s' in value) return { name, type: AttributeType.STRING, s: utf8.encode(value.s) };
  if ('ints' in value) return { name, type: AttributeType.INTS, ints: [...value.ints] };
  if ('type' in value) return { name, type: AttributeType.INT, i: dataType(value.type) };
  if ('tensor' in value)
    return { name, type: AttributeType.TENSOR, t: onnx.TensorProto.decode(joined(tensorParts(value.tensor))) };
  throw new UserError(`the attribute ${name} cannot be written as ONNX`);
}

// TensorProto.raw_data = 9
function tensorParts(tensor: TensorValue, name?: string): Part[] {
  const { dtype, shape } = tensor;
  const about: onnx.ITensorProto = {
    dims: [...(shape ?? [])],
    dataType: dataType(dtype),
    ...(name !== undefined && { name }),
  };
  if (dtype === 'string')
    return [
      onnx.TensorProto.encode({ ...about, stringData: [...((tensor.values ?? []) as readonly Uint8Array[])] }).finish(),
    ];
  return [onnx.TensorProto.encode(about).finish(), ...field(9, [elementsOf(tensor)])];
}

/** Initializers of fewer bytes stay in the model, and are read at once. */
const longBytes = 1024;

/** The elements as they stand in a file. A graph to look at has none. */
function elementsOf(tensor: TensorValue): Part {
  const { dtype, shape } = tensor;
  const bytes = (): Uint8Array => elementBytes(dtype, (tensor.values ?? []) as ArrayLike<number>);
  const length = product(shape ?? []) * elementSize(dtype);
  return length < longBytes || !('values' in tensor) ? bytes() : { length, bytes };
}

function initializer(name: string, tensor: TensorValue, outside?: (bytes: Part) => Entry[]): Part[] {
  const { dtype, shape } = tensor;
  const elements = dtype === 'string' ? undefined : elementsOf(tensor);
  if (!outside || !elements || elements.length < longBytes) return tensorParts(tensor, name);
  return [
    onnx.TensorProto.encode({
      name,
      dims: [...(shape ?? [])],
      dataType: dataType(dtype),
      dataLocation: onnx.TensorProto.DataLocation.EXTERNAL,
      externalData: outside(elements),
    }).finish(),
  ];
}

/** Shapes and dtypes of the tensors between nodes. @param ends names of inputs and outputs */
function innerValues(nodes: readonly GraphNode[], names: NameMaker, ends: ReadonlySet<string>): onnx.IValueInfoProto[] {
  return nodes.flatMap((node) =>
    shapesOf(node).flatMap((shape, output) => {
      const name = names(outputText({ node: node.name, output }));
      return ends.has(name) ? [] : [valueInfo({ name, dtype: typesOf(node)[output]!, shape })];
    }),
  );
}

const valueInfo = ({ name, dtype, shape, axes }: Omit<TensorInfo, 'tensor'>): onnx.IValueInfoProto => {
  // a size that is not known has neither value nor name
  const dim = (size: number, axis: number) => {
    const dimParam = axes?.[axis];
    return size >= 0 ? { dimValue: size } : dimParam ? { dimParam } : {};
  };
  return {
    name,
    type: { tensorType: { elemType: dataType(dtype), ...(shape && { shape: { dim: shape.map(dim) } }) } },
  };
};

/** A longer message is not read. */
const maxBytes = 2 ** 31 - 1;

/**
 * Returns the pieces of a model's file, with its weights inside where that can be read, else in a file of its own.
 * @throws UserError for a graph of other ops than ONNX's, and for loops or branches whose own weights are too long
 */
export function onnxPieces(graph: SignedGraph, fileName: string, limit = maxBytes): Iterable<Uint8Array> | FilePair {
  const { model } = onnxFiles(graph);
  if (lengthOf(model) <= limit) return piecesOf(model);
  const name = `${fileName}.data`;
  const { model: parts, data } = onnxFiles(graph, name);
  // the weights of a loop's or branch's own stay in the model
  if (lengthOf(parts) > maxBytes)
    throw new UserError(
      `the model takes ${lengthOf(parts)} bytes without its long weights, and at most ${maxBytes} can be read`,
    );
  return { pieces: piecesOf(parts), companion: { name, pieces: piecesOf(data) } };
}

/**
 * Returns the bytes of a model that onnxruntime loads, with its weights inside.
 * @param graph what `onnxGraph` returned
 * @throws UserError for a graph of other ops, and for one of 2^31 bytes and more, which `saveGraph` writes with the weights
 * in a file of their own
 */
export const encodeOnnx = (graph: SignedGraph): Uint8Array => joined(onnxFiles(graph).model);
