// A graph of named nodes, before it is written in any file format. Attributes have the kinds of GraphDef's AttrValue.
import type { Dtype, Elements } from '../tensors.ts';

/** A dtype of tf.js, or another one of TensorFlow that a converted model may name. */
export type NodeDtype =
  | Dtype
  | 'bfloat16'
  | 'complex128'
  | 'float16'
  | 'float64'
  | 'int16'
  | 'int64'
  | 'int8'
  | 'qint16'
  | 'qint32'
  | 'qint8'
  | 'quint16'
  | 'quint8'
  | 'resource'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'uint8'
  | 'variant';

/** Sizes of the axes, -1 for an unknown size; null where the rank is unknown. */
export type NodeShape = readonly number[] | null;

/** One attribute of a node, of one of the kinds of GraphDef's AttrValue, or a graph inside a node of ONNX. */
export type Attribute =
  | { readonly type: NodeDtype }
  | { readonly types: readonly NodeDtype[] }
  | { readonly s: string }
  | { readonly strings: readonly string[] }
  | { readonly i: number }
  | { readonly f: number }
  | { readonly floats: readonly number[] }
  | { readonly b: boolean }
  | { readonly bools: readonly boolean[] }
  | { readonly ints: readonly number[] }
  | { readonly shape: NodeShape }
  | { readonly shapes: readonly NodeShape[] }
  | { readonly tensor: TensorValue }
  | { readonly graph: SignedGraph }
  | { readonly func: FunctionCall }
  | { readonly funcs: readonly FunctionCall[] };

/** Attributes of a node by name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** A constant tensor. */
export interface TensorValue {
  readonly dtype: NodeDtype;
  readonly shape: NodeShape;
  /** Elements in row-major order; left out in a graph to look at, where TensorFlow would read zeros. */
  readonly values?: Elements;
}

/** A reference to a function in the library of the graph. */
export interface FunctionCall {
  readonly name: string;
  readonly attributes: Attributes;
}

/** One op of a graph. */
export interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** `node`, `node:output` or `^control`; `node:argument:output` inside a function. */
  readonly inputs: readonly string[];
  readonly attributes: Attributes;
  /** Index in `Trace.calls` of the kernel, op or collapsed module that became this node. */
  readonly call?: number;
  /** Whether the node holds or reads a parameter or buffer. */
  readonly parameter?: true;
}

/** The body of a loop, a branch or a call. */
export interface GraphFunction {
  readonly name: string;
  readonly inputs: readonly FunctionArgument[];
  readonly outputs: readonly FunctionArgument[];
  readonly nodes: readonly GraphNode[];
  /** The `node:argument:output`, or the function's input, of each output by name. */
  readonly results: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
}

/** An input or output of a function. */
export interface FunctionArgument {
  readonly name: string;
  readonly type: NodeDtype;
}

/** An input or output of the whole graph, with the name that its users know. */
export interface TensorInfo {
  readonly name: string;
  /** `node:output` */
  readonly tensor: string;
  readonly dtype: NodeDtype;
  readonly shape: NodeShape;
  /** The sizes of open axes as expressions, such as `batch` and `2*h`; null for an axis that is fixed or not explained. */
  readonly axes?: readonly (string | null)[];
}

/** The inputs and outputs of a graph that can be run. */
export interface GraphSignature {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
}

/** A graph to look at; `SignedGraph` is one that can be run. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly functions?: readonly GraphFunction[];
  /** Inputs and outputs, of a graph that can be run. */
  readonly signature?: GraphSignature;
  /** Device that every node ran on, such as `/device:CPU:0`. */
  readonly device?: string;
  /** Scopes of the module calls, by index in `Trace.calls`. */
  readonly scopes?: ReadonlyMap<number, string>;
  /** Version of GraphDef whose rules the nodes follow. */
  readonly producer: number;
  /** The operator set of ONNX that the nodes are ops of; absent for other ops. */
  readonly opset?: number;
  /** Facts about the model that a file of ONNX holds, by name. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A graph with inputs and outputs, which can be run. */
export interface SignedGraph extends Graph {
  readonly signature: GraphSignature;
}
