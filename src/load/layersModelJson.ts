// A tf.LayersModel from the topology in a model.json, its weights declared and not drawn. In: the user's tf.layers and
// parsed JSON. Out: a model.

import * as tf from '@tensorflow/tfjs-core';
import type { Elements } from '../tensors.ts';
import { type WeightedLibrary, withLazyWeights } from '../trace/adapters/layers/lazyWeights.ts';
import type { LayersModelLike } from '../trace/traceable.ts';
import { expectBuildable } from './layersTopology.ts';

/** What of @tensorflow/tfjs-layers builds a model. */
export interface LayersLibrary extends WeightedLibrary {
  loadLayersModel(handler: { load(): Promise<{ modelTopology: object }> }): Promise<LoadedModel>;
}

interface LoadedModel extends LayersModelLike {
  loadWeights(weights: tf.NamedTensorMap, strict: boolean): void;
}

/**
 * @throws UserError for layers that take from others that are not there, or from themselves
 * @throws what tf.layers says of a topology that it cannot build
 */
export async function modelOf(library: LayersLibrary, topology: object): Promise<LoadedModel> {
  expectBuildable(topology);
  const load = async () => ({ modelTopology: topology });
  return withLazyWeights(library, () => library.loadLayersModel({ load }));
}

type Arrays = ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: Elements }>;

/** Puts numbers into a model's weights. @param arrays by the names that its weights manifest knows them by */
export function fillWeights(model: LoadedModel, arrays: Arrays): void {
  const tensors = [...arrays].map(([name, { shape, values }]) => [
    name,
    tf.tensor(values as tf.TypedArray, [...shape]),
  ]);
  const named: tf.NamedTensorMap = Object.fromEntries(tensors);
  model.loadWeights(named, false);
  tf.dispose(named);
}
