// Builds a tf.LayersModel from a model.json: its weights are declared, and read only when they are asked for.
import * as tf from '@tensorflow/tfjs-core';
import { reasonOfTfjs, UserError } from '../errors.ts';
import type { Elements } from '../tensors.ts';
import type { Weights } from '../trace/adapter.ts';
import { weightPaths } from '../trace/adapters/layers/layerTree.ts';
import { withLazyWeights } from '../trace/adapters/layers/lazyWeights.ts';
import { adapterOf } from '../trace/adapters.ts';
import { manifestGroups, readWeights as readArrays } from '../weights/manifest.ts';
import { expectBuildable } from './layersTopology.ts';
import type { BuiltLayersModel, LayersLibrary, LoadedModel, ModelFile, ModelLibraries } from './loadedModel.ts';
import { refuseUnread } from './unread.ts';

/**
 * Builds the model of a parsed model.json.
 * @throws UserError for a manifest with a fault, and for a topology that tf.layers cannot build
 */
export async function loadLayersJson(
  { path, json, source }: ModelFile,
  libraries: ModelLibraries,
): Promise<LoadedModel> {
  const { modelTopology: topology, weightsManifest: manifest } = json;
  const stored = manifest === undefined ? [] : manifestGroups(manifest).flatMap(({ weights }) => weights);
  const model = await buildModel(libraries.layers(), topology as object).catch((error: Error) => {
    throw new UserError(`${path} cannot be built: ${unbuildable(error, topology as object, libraries.registerHint)}`, {
      cause: error,
    });
  });
  const { inputs } = adapterOf(model);
  if (manifest === undefined) return { model, inputs };
  const names = new Set(stored.map(({ name }) => name));
  refuseUnread(
    model.weights.filter(({ originalName }) => names.has(originalName)),
    path,
  );
  const read = () => readArrays(manifest, source.beside);
  const readWeights = async (): Promise<Weights> => {
    const arrays = await read();
    return new Map(
      [...weightPaths(model)].flatMap(([name, weightPath]) => {
        const values = arrays.get(name)?.values;
        return ArrayBuffer.isView(values) ? [[weightPath, { values }]] : [];
      }),
    );
  };
  return { model, inputs, readWeights, fill: async () => fillWeights(model, await read()) };
}

/**
 * Builds a model from a topology, without drawing its weights.
 * @throws UserError for layers that read from layers which are not there, or from themselves
 * @throws the error of tf.layers for a topology that it cannot build
 */
export async function buildModel(library: LayersLibrary, topology: object): Promise<BuiltLayersModel> {
  expectBuildable(topology);
  const load = async () => ({ modelTopology: topology });
  return withLazyWeights(library, () => library.loadLayersModel({ load }));
}

type Arrays = ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Elements }>;

/** Puts arrays into a model's weights. @param arrays keyed by the names of the weights manifest */
function fillWeights(model: BuiltLayersModel, arrays: Arrays): void {
  const tensors = [...arrays].map(([name, { shape, values }]) => [
    name,
    tf.tensor(values as tf.TypedArray, [...shape]),
  ]);
  const named: tf.NamedTensorMap = Object.fromEntries(tensors);
  model.loadWeights(named, false);
  tf.dispose(named);
}

function unbuildable(error: Error, topology: object, registerHint: string): string {
  const { name, message } = error;
  // JavaScript's own message says nothing about the file
  if (name === 'TypeError') return `the settings of a layer are not as tf.js writes them (${message})`;
  const [, kind, unregistered] = /^Unknown (\w+): (\w+)\. This may/.exec(message) ?? [];
  if (!kind) return reasonOfTfjs(error);
  const others = kind === 'layer' ? unknownLayers(topology).filter((layer) => layer !== unregistered) : [];
  const rest = others.length > 0 ? `, nor are the layers ${others.join(', ')}: for each of them` : ',';
  return `the ${kind} ${unregistered} is none of tf.js${rest} ${registerHint}`;
}

/** Classes of layers of a topology that tf.js's registry lacks; none where tf.layers registers its own in another copy of tf.js. */
function unknownLayers(topology: object): string[] {
  const registered = tf.serialization.SerializationMap.getMap().classNameMap;
  if (!Object.hasOwn(registered, 'Dense')) return [];
  const unknown = new Set<string>();
  const waiting: unknown[] = [topology];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { layers, layer, config } = value as Readonly<Record<string, unknown>>;
    for (const one of [...(Array.isArray(layers) ? layers : []), layer]) {
      const name: unknown = one?.class_name ?? one?.className;
      if (typeof name === 'string' && !Object.hasOwn(registered, name)) unknown.add(name);
      waiting.push(one);
    }
    waiting.push(config, (value as { model_config?: unknown }).model_config);
  }
  return [...unknown].sort();
}
