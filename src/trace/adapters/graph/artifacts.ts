// A converted TensorFlow model, recognised by its structure, and the graph that it came with. In: a tf.GraphModel, or what
// a model.json holds. Out: nodes as they lie in the file, and the model's ends by name.

import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import { parseNodeInput } from '../../../names/nodeInput.ts';
import type { GraphTopology, SignatureTensor, TopologyNode } from '../../sourceGraph.ts';
import type { GraphModelLike, GraphModelTensor } from '../../traceable.ts';

/** What a signature says of an input or output. */
export interface TensorInfo {
  readonly name: string;
  readonly dtype?: unknown;
  readonly tensorShape?: {
    readonly dim?: readonly { readonly size?: string | number }[];
    readonly unknownRank?: boolean;
  };
  /** of a table: the number that the graph which fills it knows it by */
  readonly resourceId?: unknown;
}

type Signature = Readonly<Record<string, Readonly<Record<string, TensorInfo>> | undefined>>;

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
  readonly initialized: readonly TensorInfo[];
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

const signatureEntries = (model: GraphModelLike, side: 'inputs' | 'outputs'): [string, TensorInfo][] =>
  Object.entries(((model.modelSignature ?? {}) as Signature)[side] ?? {});

const declaredShape = ({ tensorShape }: TensorInfo): Pick<SignatureTensor, 'shape'> =>
  tensorShape?.dim && !tensorShape.unknownRank ? { shape: tensorShape.dim.map(({ size = 0 }) => Number(size)) } : {};

/** By node, what the model is handed with a table: tf.js feeds it by itself. */
export const tableInputs = (model: GraphModelLike): Map<string, TensorInfo> =>
  new Map(
    signatureEntries(model, 'inputs').flatMap(([, end]) =>
      end.resourceId !== undefined || end.dtype === 'DT_RESOURCE'
        ? [[parseNodeInput(end.name).node, end] as const]
        : [],
    ),
  );

/** What the model takes from its caller. */
export function inputsOf(model: GraphModelLike): GraphModelTensor[] {
  const tables = tableInputs(model);
  return model.inputs.filter(({ name }) => !tables.has(name));
}

/** The model's ends, under the names of its signature where it has one. */
export function signatureTensors(model: GraphModelLike, side: 'inputs' | 'outputs'): SignatureTensor[] {
  const ends = side === 'inputs' ? inputsOf(model) : model.outputs;
  const nodes = new Set(ends.map(({ name }) => name));
  // of two names of one tensor tf.js knows the last
  const signed = new Map(signatureEntries(model, side).map(([name, end]) => [end.name, [name, end] as const]));
  const there = [...signed.values()].filter(([, { name }]) => nodes.has(parseNodeInput(name).node));
  if (there.length === 0) return ends.map(({ name }) => ({ name, node: name, output: 0 }));
  const names = new Set(there.map(([name]) => name));
  return there.map(([key, end]) => {
    // what TensorFlow's signature does not tell apart the converter calls by its tensor, `name:0`
    const short = key.replace(/:0$/, '');
    const type = end.dtype !== undefined && { type: end.dtype };
    return { name: names.has(short) ? key : short, ...parseNodeInput(end.name), ...declaredShape(end), ...type };
  });
}
