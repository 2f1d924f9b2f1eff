// A graph of named nodes, before it is spelled in any file format. Attributes keep the format's kinds.
import type { Dtype, Elements } from '../tensors.ts';

/** tf.js's dtypes, and the others of TensorFlow's that a converted model names. */
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

/** null where not even the rank is known; an axis is -1 where its size is not. */
export type NodeShape = readonly number[] | null;

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
  | { readonly func: FunctionCall }
  | { readonly funcs: readonly FunctionCall[] };

export type Attributes = Readonly<Record<string, Attribute>>;

export interface TensorValue {
  readonly dtype: NodeDtype;
  readonly shape: NodeShape;
  /** left out where a graph is only looked at: TensorFlow reads zeros */
  readonly values?: Elements;
}

/** A function of the graph's library, by name. */
export interface FunctionCall {
  readonly name: string;
  readonly attributes: Attributes;
}

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  /** `node`, `node:output` or `^control`; inside a function `node:name:output` */
  readonly inputs: readonly string[];
  readonly attributes: Attributes;
  /** of what it was made: the index in `Trace.calls` of a kernel, an op, or a module that is one node */
  readonly call?: number;
  /** holds, or reads, a parameter or buffer */
  readonly parameter?: true;
}

/** A body of a loop, a branch or a call. */
export interface GraphFunction {
  readonly name: string;
  readonly inputs: readonly FunctionArgument[];
  readonly outputs: readonly FunctionArgument[];
  readonly nodes: readonly GraphNode[];
  /** by the name of an output: the `node:name:output`, or the input, that gives it */
  readonly results: Readonly<Record<string, string>>;
  readonly attributes: Attributes;
}

interface FunctionArgument {
  readonly name: string;
  readonly type: NodeDtype;
}

/** An input or output of the whole graph, under the name that its users know. */
export interface TensorInfo {
  readonly name: string;
  /** `node:output` */
  readonly tensor: string;
  readonly dtype: NodeDtype;
  readonly shape: NodeShape;
}

interface GraphSignature {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly functions?: readonly GraphFunction[];
  /** what the graph takes and gives, where it can be run */
  readonly signature?: GraphSignature;
  /** on which every node ran, `/device:CPU:0` */
  readonly device?: string;
  /** names of the trace's module calls, by their index in `Trace.calls` */
  readonly scopes?: ReadonlyMap<number, string>;
  /** the version of GraphDef whose rules the nodes follow */
  readonly producer: number;
}

/** A graph that can be run. */
export interface SignedGraph extends Graph {
  readonly signature: GraphSignature;
}
