// Builds a tf.GraphModel, a converted TensorFlow model, from a model.json and its shards.
import * as tf from '@tensorflow/tfjs-core';
import { reasonOfTfjs, UserError } from '../errors.ts';
import type { Weights } from '../trace/adapter.ts';
import { isGraphTopology } from '../trace/adapters/graph/artifacts.ts';
import { expectSignature, expectValidGraph } from '../trace/adapters/graph/validGraph.ts';
import { adapterOf } from '../trace/adapters.ts';
import { enterShapeBackend } from '../trace/backend/shapeBackend.ts';
import { readWeights } from '../trace/modelWeights.ts';
import type { GraphTopology } from '../trace/sourceGraph.ts';
import type { GraphModelLike } from '../trace/traceable.ts';
import { type DeclaredTensors, declareWeights, fillDeclared, graphWeights } from './graphWeights.ts';
import type { LoadedModel, ModelFile, ModelLibraries } from './loadedModel.ts';

/**
 * Builds the model of a parsed model.json.
 * @throws UserError for shards that do not hold what the manifest says, and for a graph that tf.js cannot build
 */
export async function loadGraphJson(
  { path, json, source }: ModelFile,
  libraries: ModelLibraries,
): Promise<LoadedModel> {
  const topology = json.modelTopology as GraphTopology;
  // tf.js would loop for ever over some graphs
  expectBuildable(path, topology, json);
  const { loadGraphModel } = libraries.converter();
  const manifest = json.weightsManifest ?? [];
  const { specs, data, others } = await graphWeights(manifest, source.beside);
  const { modelInitializer, ...artifacts } = json;
  const initialized = usesTable(topology) ? { modelInitializer } : {};
  const load = async () => ({ ...artifacts, ...initialized, weightSpecs: specs, weightData: data });
  // a model that is only traced on shapes needs no backend that computes
  const leave = tf.engine().backendNames().length > 0 ? undefined : enterShapeBackend();
  let model: GraphModelLike;
  try {
    model = await loadGraphModel({ load });
  } catch (error) {
    const bare = topology.library?.function?.find(({ signature }) => signature.inputArg === undefined);
    const reason = bare
      ? `tf.js reads no function that takes nothing, as the branch ${bare.signature.name} does`
      : reasonOfTfjs(error);
    throw new UserError(`${path} cannot be built: ${reason}`, { cause: error });
  } finally {
    leave?.();
  }
  const declared = declareWeights(others, path);
  addWeights(model as WeightedGraph, declared);
  const fill = () => fillDeclared(declared, manifest, source.beside);
  const readFilled = async (): Promise<Weights> => {
    await fill();
    return readWeights(adapterOf(model));
  };
  return { model, inputs: adapterOf(model).inputs, readWeights: readFilled, fill };
}

/** The part of a tf.GraphModel that holds its weights: tf.js loads no model without their numbers. */
interface WeightedGraph extends GraphModelLike {
  readonly executor: { weightMap: Record<string, tf.Tensor[]> };
  readonly initializer?: { weightMap: Record<string, tf.Tensor[]> };
}

function addWeights({ executor, initializer }: WeightedGraph, declared: DeclaredTensors): void {
  const added = Object.fromEntries([...declared].map(([name, tensor]) => [name, [tensor]]));
  const weightMap = { ...executor.weightMap, ...added };
  // the setter notes which tensors a run must not dispose of
  executor.weightMap = weightMap;
  if (initializer) initializer.weightMap = weightMap;
}

function expectBuildable(path: string, topology: GraphTopology, json: ModelFile['json']): void {
  const { modelInitializer, signature, userDefinedMetadata } = json;
  try {
    expectValidGraph(topology);
    if (!topology.versions) throw new UserError('the graph has no versions, which tf.js reads');
    // older files have the signature in the user's metadata
    const older = typeof userDefinedMetadata === 'object' ? Reflect.get(userDefinedMetadata ?? {}, 'signature') : null;
    for (const one of [signature, older]) expectSignature(one, topology);
    if (isGraphTopology(modelInitializer)) expectValidGraph(modelInitializer);
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${path} cannot be read: ${error.message}`, { cause: error });
    throw error;
  }
}

// a table without a lookup would make every run asynchronous
const usesTable = ({ node }: GraphTopology): boolean => node.some(({ op }) => /Table/.test(op));
