// The graph that a converted TensorFlow model came with, as its model.json holds it and as a Trace keeps it.
import type { Elements } from '../tensors.ts';

/** TensorFlow's NodeDef in JSON: keys in camel case, bytes in base64, 64-bit integers as text. */
export interface TopologyNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, unknown>>;
}

/** An argument or result of a TopologyFunction: TensorFlow's ArgDef. */
export interface TopologyArgument {
  readonly name: string;
  readonly type: unknown;
}

/** TensorFlow's FunctionDef: the body of a loop, a branch or a call. */
export interface TopologyFunction {
  readonly signature: {
    readonly name: string;
    readonly inputArg?: readonly TopologyArgument[];
    readonly outputArg?: readonly TopologyArgument[];
  };
  readonly nodeDef?: readonly TopologyNode[];
  readonly ret?: Readonly<Record<string, string>>;
  readonly attr?: Readonly<Record<string, unknown>>;
}

/** TensorFlow's GraphDef in JSON. */
export interface GraphTopology {
  readonly node: readonly TopologyNode[];
  readonly library?: { readonly function?: readonly TopologyFunction[] };
  readonly versions?: { readonly producer?: unknown };
}

/** An input or output of the model: its name in the signature, and the tensor of the graph that it is. */
export interface SignatureTensor {
  readonly name: string;
  readonly node: string;
  /** The index among the node's outputs. */
  readonly output: number;
  /** TensorFlow's name of the dtype, where the signature has one: tf.js has no 64-bit integers. */
  readonly type?: unknown;
  /** The shape in the signature, with -1 for an axis of any size. */
  readonly shape?: readonly number[];
}

/** A lookup table and the graph that fills it. */
export interface GraphTable {
  /** TensorFlow's name of the dtype of the keys. */
  readonly keyType: unknown;
  /** TensorFlow's name of the dtype of the values. */
  readonly valueType: unknown;
  /** The tensor among `nodes` that holds the keys, [size], as `node` or `node:output`. */
  readonly keys: string;
  /** The tensor among `nodes` that holds the values, [size]. */
  readonly values: string;
  /** The nodes that compute keys and values, in topological order. */
  readonly nodes: readonly TopologyNode[];
}

/** The graph of a converted model, and which values and calls of the Trace belong to its nodes. */
export interface SourceGraph {
  readonly topology: GraphTopology;
  readonly inputs: readonly SignatureTensor[];
  readonly outputs: readonly SignatureTensor[];
  /** Indices in `Trace.values` of each node's outputs, undefined for an output that was not seen. */
  readonly values: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** Index in `Trace.calls` of each node's op. */
  readonly calls: ReadonlyMap<string, number>;
  /** Elements of constants that are no parameters, by node; `topology` leaves them out. */
  readonly constants: ReadonlyMap<string, Elements>;
  /** Paths of parameters, by node. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The prefix that the names of each module's nodes share, without its last slash; '' for the root. */
  readonly prefixes: readonly string[];
  /** How many nodes lead to an output, constants left out. */
  readonly nodes: number;
  /** Lookup tables by the node that represents the table in this graph; undefined for a table that nothing fills. */
  readonly tables: ReadonlyMap<string, GraphTable | undefined>;
  /** Nodes that could not run on shapes alone: their count, and the first one's name and op. */
  readonly notRun?: { readonly nodes: number; readonly node: string; readonly op: string };
}
