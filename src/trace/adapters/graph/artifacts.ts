// A tf.GraphModel, recognised by its structure, and the graph and signature that it was loaded with.
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { GraphTopology, SignatureTensor, TopologyNode } from '../../sourceGraph.ts';
import type { GraphModelLike, GraphModelTensor } from '../../traceable.ts';

/** TensorFlow's TensorInfo: an input or output in a signature. */
export interface TensorInfo {
  readonly name: string;
  readonly dtype?: unknown;
  readonly tensorShape?: {
    readonly dim?: readonly { readonly size?: string | number }[];
    readonly unknownRank?: boolean;
  };
  /** The number by which the initializer graph refers to a table. */
  readonly resourceId?: unknown;
}

type Signature = Readonly<Record<string, Readonly<Record<string, TensorInfo>> | undefined>>;

/** Whether a value is a tf.GraphModel. */
export function isGraphModel(value: unknown): value is GraphModelLike {
  if (typeof value !== 'object' || value === null) return false;
  const methods = ['execute', 'executeAsync', 'save'].every((name) => typeof Reflect.get(value, name) === 'function');
  return methods && Array.isArray(Reflect.get(value, 'inputNodes')) && Array.isArray(Reflect.get(value, 'outputNodes'));
}

/** Whether the topology of a model.json is a converted graph: some files do not tell their format. */
export const isGraphTopology = (topology: unknown): topology is GraphTopology =>
  typeof topology === 'object' && topology !== null && Array.isArray(Reflect.get(topology, 'node'));

/** The graphs that a tf.GraphModel was loaded from. */
export interface GraphArtifacts {
  readonly topology: GraphTopology;
  /** Nodes that run once, before the model, and fill its tables. */
  readonly initializer: readonly TopologyNode[];
  /** The tables that these pass to inputs of the model. */
  readonly initialized: readonly TensorInfo[];
}

/** The graphs of a model. @throws UserError for a model that does not pass its graph to a handler when it is saved */
export function artifactsOf(model: GraphModelLike): GraphArtifacts {
  let artifacts: tf.io.ModelArtifacts = {};
  // tf.js has no other public way to them; the model passes them on before `save` returns
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

const signatureEntries = (model: GraphModelLike, side: 'inputs' | 'outputs'): [string, TensorInfo][] =>
  Object.entries(((model.modelSignature ?? {}) as Signature)[side] ?? {});

const declaredShape = ({ tensorShape }: TensorInfo): Pick<SignatureTensor, 'shape'> =>
  tensorShape?.dim && !tensorShape.unknownRank ? { shape: tensorShape.dim.map(({ size = 0 }) => Number(size)) } : {};

/** The inputs of the model that are tables, which tf.js feeds by itself, keyed by node. */
export const tableInputs = (model: GraphModelLike): Map<string, TensorInfo> =>
  new Map(
    signatureEntries(model, 'inputs').flatMap(([, end]) =>
      end.resourceId !== undefined || end.dtype === 'DT_RESOURCE'
        ? [[parseNodeInput(end.name).node, end] as const]
        : [],
    ),
  );

/** The inputs that the caller of the model gives. */
export function inputsOf(model: GraphModelLike): GraphModelTensor[] {
  const tables = tableInputs(model);
  return model.inputs.filter(({ name }) => !tables.has(name));
}

/** The model's inputs or outputs, under the names of its signature where it has one. */
export function signatureTensors(model: GraphModelLike, side: 'inputs' | 'outputs'): SignatureTensor[] {
  const ends = side === 'inputs' ? inputsOf(model) : model.outputs;
  const nodes = new Set(ends.map(({ name }) => name));
  // tf.js knows the last of several names of one tensor
  const signed = new Map(signatureEntries(model, side).map(([name, end]) => [end.name, [name, end] as const]));
  const there = [...signed.values()].filter(([, { name }]) => nodes.has(parseNodeInput(name).node));
  if (there.length === 0) return ends.map(({ name }) => ({ name, node: name, output: 0 }));
  const names = new Set(there.map(([name]) => name));
  return there.map(([key, end]) => {
    // the converter calls a tensor without a name in the signature `name:0`
    const short = key.replace(/:0$/, '');
    const type = end.dtype !== undefined && { type: end.dtype };
    return { name: names.has(short) ? key : short, ...parseNodeInput(end.name), ...declaredShape(end), ...type };
  });
}
