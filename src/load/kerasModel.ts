// Builds a tf.LayersModel from a Keras 3 topology: a model.json of the converter, or a `.keras` archive.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import type { LayersModule } from '../keras3/layerKind.ts';
import { registerKeras3 } from '../keras3/layers.ts';
import type { Weights } from '../trace/adapter.ts';
import { layerTree } from '../trace/adapters/layers/layerTree.ts';
import { adapterOf } from '../trace/adapters.ts';
import {
  type Assigned,
  assignByGroups,
  assignInOrder,
  shapesOfLayers,
  type WeightedLayer,
} from './keras3/assignWeights.ts';
import { type KerasModel, parseModel } from './keras3/kerasTopology.ts';
import { registerPlaceholder } from './keras3/placeholders.ts';
import type { Placeholder } from './keras3/rewriteLayer.ts';
import { rewriteModel } from './keras3/rewriteModel.ts';
import type { StoredArrays } from './keras3/storedArrays.ts';
import { buildModel } from './layersModelJson.ts';
import type { BuiltLayersModel, LoadedModel, ModelLibraries } from './loadedModel.ts';

/** A Keras 3 model as its file has it. */
export interface KerasFile {
  readonly path: string;
  /** The model as an object with class_name and config. */
  readonly topology: unknown;
  /** Lists the arrays of the weights; undefined where no file holds weights. */
  readonly arrays: (() => Promise<StoredArrays>) | undefined;
  /** Whether arrays are named as in an archive's HDF5 file, by groups, and not by Keras's paths of variables. */
  readonly isGrouped: boolean;
}

/**
 * Builds the model.
 * @throws UserError for a topology that cannot be read or built
 */
export async function loadKeras(file: KerasFile, libraries: ModelLibraries): Promise<LoadedModel> {
  const library = libraries.layers();
  registerKeras3(library as unknown as LayersModule);
  registerPlaceholder(library);
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const isRegistered = (className: string): boolean => Object.hasOwn(classNameMap, className);
  const { topology, placeholders } = rewriteModel(file.topology, isRegistered);
  const keras = parseModel(file.topology);
  if (placeholders.length > 0) await giveShapes(placeholders, keras, file);
  const model = await buildModel(library, topology).catch((error: Error) => {
    throw new UserError(`${file.path} cannot be built: ${error.message}`, { cause: error });
  });
  const { arrays } = file;
  const notes = placeholders.map((placeholder) => noteOf(placeholder, libraries.registerHint));
  const loaded = { model, inputs: adapterOf(model).inputs, notes };
  if (!arrays) return loaded;
  const assigned = async (): Promise<Assigned> => {
    try {
      const assign = file.isGrouped ? assignByGroups : assignInOrder;
      return assign(keras, model as unknown as WeightedLayer, await arrays());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(`the weights of ${file.path} cannot be read: ${error.message}`, { cause: error });
    }
  };
  return {
    ...loaded,
    readWeights: async () => weightsByPath(model, await assigned()),
    fill: async () => fillWeights(await assigned()),
  };
}

/** Gives placeholders the weights that their layers have in the file. */
async function giveShapes(
  placeholders: readonly Placeholder[],
  keras: KerasModel,
  { arrays, isGrouped }: KerasFile,
): Promise<void> {
  const stored = await arrays?.().catch(() => undefined);
  if (!stored) return;
  const shapesOf = shapesOfLayers(keras, stored, isGrouped);
  for (const { path, weightShapes } of placeholders) weightShapes.push(...shapesOf(path));
}

const noteOf = ({ path, className, reason }: Placeholder, registerHint: string): string =>
  `${path.join('.')} (${className}) is a placeholder with Keras's output shape, since tf.js lacks ${reason}: ${registerHint}`;

interface WrittenVariable {
  read(): tf.Tensor;
  write(value: tf.Tensor): unknown;
}

async function weightsByPath(model: BuiltLayersModel, assigned: Assigned): Promise<Weights> {
  const { weights } = layerTree(model);
  const read = new Map<string, { readonly values: ArrayLike<number> }>();
  for (const [variable, array] of assigned) {
    const path = weights.get((variable as unknown as WrittenVariable).read());
    if (path !== undefined) read.set(path, { values: await array.read() });
  }
  return read;
}

async function fillWeights(assigned: Assigned): Promise<void> {
  for (const [variable, { shape, read }] of assigned) {
    const values = await read();
    tf.tidy(() => {
      (variable as unknown as WrittenVariable).write(tf.tensor(values, [...shape], 'float32'));
    });
  }
}
