// A converted TensorFlow model, recognised by its structure, and the graph that it came with. In: a tf.GraphModel, or what
// a model.json holds. Out: nodes as they lie in the file, and the model's ends by name.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import { parseNodeInput as endOf } from '../../../names/nodeInput.ts';
import type { Elements } from '../../../tensors.ts';
import type { GraphTable } from './lookupTables.ts';

/** TensorFlow's NodeDef in JSON: keys in camel case, bytes in base64, 64-bit integers as text. */
export interface TopologyNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, unknown>>;
}

interface TopologyArgument {
  readonly name: string;
  readonly type: unknown;
}

/** TensorFlow's FunctionDef: what loops, branches and calls run. */
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

export interface GraphTopology {
  readonly node: readonly TopologyNode[];
  readonly library?: { readonly function?: readonly TopologyFunction[] };
  readonly versions?: { readonly producer?: unknown };
}

/** An input or output: the name in the model's signature, and the node it is. */
export interface GraphEnd {
  readonly name: string;
  readonly node: string;
  /** which of the node's outputs */
  readonly output: number;
  /** TensorFlow's word for its dtype, where the signature has one: tf.js has no 64-bit integers */
  readonly type?: unknown;
  /** what its signature says, with -1 for an axis of any size */
  readonly shape?: readonly number[];
}

/** What a Trace of a converted model keeps of it. */
export interface SourceGraph {
  readonly topology: GraphTopology;
  readonly inputs: readonly GraphEnd[];
  readonly outputs: readonly GraphEnd[];
  /** indices in `Trace.values` of each node's outputs, undefined where one was not seen */
  readonly values: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** indices in `Trace.calls` of each node's op */
  readonly calls: ReadonlyMap<string, number>;
  /** what the file leaves out: elements of constants that are no parameters, by node */
  readonly constants: ReadonlyMap<string, Elements>;
  /** paths of parameters, by node */
  readonly parameters: ReadonlyMap<string, string>;
  /** of each module what its nodes' names begin with, before a slash; '' for the root */
  readonly prefixes: readonly string[];
  /** how many lead to an output, constants left out */
  readonly nodes: number;
  /** what its nodes look words up in, by the node that stands for it; undefined where nothing fills it */
  readonly tables: ReadonlyMap<string, GraphTable | undefined>;
  /** of nodes that could not be run on shapes alone: how many, and the op that begins it */
  readonly unrun?: { readonly nodes: number; readonly node: string; readonly op: string };
}

/** What a signature says of an input or output. */
export interface Signed {
  readonly name: string;
  readonly dtype?: unknown;
  readonly tensorShape?: {
    readonly dim?: readonly { readonly size?: string | number }[];
    readonly unknownRank?: boolean;
  };
  /** of a table: the number that the graph which fills it knows it by */
  readonly resourceId?: unknown;
}

type Signature = Readonly<Record<string, Readonly<Record<string, Signed>> | undefined>>;

interface End {
  readonly name: string;
  readonly shape?: readonly number[];
  readonly dtype?: string;
}

/** What a tf.GraphModel is known by. */
export interface GraphModelLike {
  readonly inputs: readonly End[];
  readonly outputs: readonly End[];
  readonly inputNodes: readonly string[];
  readonly outputNodes: readonly string[];
  readonly weights: Readonly<Record<string, readonly tf.Tensor[]>>;
  readonly modelSignature: unknown;
  execute(inputs: tf.NamedTensorMap, outputs?: string | string[]): tf.Tensor | tf.Tensor[];
  executeAsync(inputs: tf.NamedTensorMap, outputs?: string | string[]): Promise<tf.Tensor | tf.Tensor[]>;
  save(handler: tf.io.IOHandler): Promise<unknown>;
}

export { endOf };

export function isGraphModel(value: unknown): value is GraphModelLike {
  if (typeof value !== 'object' || value === null) return false;
  const methods = ['execute', 'executeAsync', 'save'].every((name) => typeof Reflect.get(value, name) === 'function');
  return methods && Array.isArray(Reflect.get(value, 'inputNodes')) && Array.isArray(Reflect.get(value, 'outputNodes'));
}

/** Whether a model.json's topology is a converted graph: some files do not say their format. */
export const isGraphTopology = (topology: unknown): topology is GraphTopology =>
  typeof topology === 'object' && topology !== null && Array.isArray(Reflect.get(topology, 'node'));

export interface GraphArtifacts {
  readonly topology: GraphTopology;
  /** nodes that run once, before the model does: they fill its tables */
  readonly initializer: readonly TopologyNode[];
  /** the tables that these hand to the model's inputs */
  readonly initialized: readonly Signed[];
}

/** @throws UserError for a model that does not hand its graph to a handler when it is saved */
export function artifactsOf(model: GraphModelLike): GraphArtifacts {
  let artifacts: tf.io.ModelArtifacts = {};
  // the one public way to them; the model hands them on before it returns
  void model.save({
    save: async (given) => {
      artifacts = given;
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
  const { modelTopology: topology, modelInitializer, initializerSignature } = artifacts;
  if (!isGraphTopology(topology)) throw new UserError('this graph model does not give its graph when it is saved');
  return {
    topology,
    initializer: isGraphTopology(modelInitializer) ? modelInitializer.node : [],
    initialized: Object.values(((initializerSignature ?? {}) as Signature).outputs ?? {}),
  };
}

const signedEnds = (model: GraphModelLike, side: 'inputs' | 'outputs'): [string, Signed][] =>
  Object.entries(((model.modelSignature ?? {}) as Signature)[side] ?? {});

const signedShape = ({ tensorShape }: Signed): Pick<GraphEnd, 'shape'> =>
  tensorShape?.dim && !tensorShape.unknownRank ? { shape: tensorShape.dim.map(({ size = 0 }) => Number(size)) } : {};

/** By node, what the model is handed with a table: tf.js feeds it by itself. */
export const tableInputs = (model: GraphModelLike): Map<string, Signed> =>
  new Map(
    signedEnds(model, 'inputs').flatMap(([, end]) =>
      end.resourceId !== undefined || end.dtype === 'DT_RESOURCE' ? [[endOf(end.name).node, end] as const] : [],
    ),
  );

/** What the model takes from its caller. */
export function inputsOf(model: GraphModelLike): End[] {
  const tables = tableInputs(model);
  return model.inputs.filter(({ name }) => !tables.has(name));
}

/** The model's ends, under the names of its signature where it has one. */
export function endsOf(model: GraphModelLike, side: 'inputs' | 'outputs'): GraphEnd[] {
  const ends = side === 'inputs' ? inputsOf(model) : model.outputs;
  const nodes = new Set(ends.map(({ name }) => name));
  // of two names of one tensor tf.js knows the last
  const signed = new Map(signedEnds(model, side).map(([name, end]) => [end.name, [name, end] as const]));
  const there = [...signed.values()].filter(([, { name }]) => nodes.has(endOf(name).node));
  if (there.length === 0) return ends.map(({ name }) => ({ name, node: name, output: 0 }));
  const names = new Set(there.map(([name]) => name));
  return there.map(([key, end]) => {
    // what TensorFlow's signature does not tell apart the converter calls by its tensor, `name:0`
    const short = key.replace(/:0$/, '');
    const type = end.dtype !== undefined && { type: end.dtype };
    return { name: names.has(short) ? key : short, ...endOf(end.name), ...signedShape(end), ...type };
  });
}
