// Builds a tf.LayersModel from a Keras 3 topology, and finds its weights.
import * as tf from '@tensorflow/tfjs-core';
import { reasonOfTfjs, UserError } from '../errors.ts';
import type { LayersModule } from '../kerasLayers/layerKind.ts';
import { registerKeras3 } from '../kerasLayers/layers.ts';
import { isBuiltIn } from '../trace/adapters/layers/builtInLayers.ts';
import {
  type Assigned,
  assignByGroups,
  assignInOrder,
  shapesOfLayers,
  type WeightedLayer,
} from './keras3/assignWeights.ts';
import { type KerasModel, parseModel } from './keras3/kerasTopology.ts';
import { type LayerNames, layerNames } from './keras3/names.ts';
import { registerPlaceholder } from './keras3/placeholders.ts';
import type { Placeholder, RewrittenLayer } from './keras3/rewriteLayer.ts';
import { type RewrittenModel, rewriteModel } from './keras3/rewriteModel.ts';
import type { StoredArrays } from './keras3/storedArrays.ts';
import { buildModel } from './layersModelJson.ts';
import type { BuiltLayersModel, ModelLibraries } from './loadedModel.ts';

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

/** A model built by tf.js from a Keras 3 file. */
export interface BuiltKeras {
  readonly model: BuiltLayersModel;
  /** The topology that tf.js built it from. */
  readonly topology: RewrittenLayer;
  readonly placeholders: readonly Placeholder[];
  /** Classes in it that the user registered. */
  readonly customClasses: readonly string[];
  /** Finds the array of each variable. @throws UserError where arrays and variables differ */
  readonly assigned: (() => Promise<Assigned>) | undefined;
}

/**
 * Builds the model.
 * @param areDistinct whether layers of nested models get names of their own, where another model has a layer of that name
 * @throws UserError for a topology that cannot be read or built
 */
export async function buildKeras(file: KerasFile, libraries: ModelLibraries, areDistinct = false): Promise<BuiltKeras> {
  const library = libraries.layers();
  // the library is given by its members that build a model
  registerKeras3(library as unknown as LayersModule);
  registerPlaceholder(library);
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  const isRegistered = (name: string): boolean => Object.hasOwn(classNameMap, name);
  const known = {
    isRegistered,
    registerHint: libraries.registerHint,
    isCustom: (name: string): boolean => isRegistered(name) && !isBuiltIn(classNameMap[name]![0]),
  };
  const read = (): { keras: KerasModel; names: LayerNames; rewritten: RewrittenModel } => {
    const keras = parseModel(file.topology);
    const names = layerNames(keras, areDistinct);
    return { keras, names, rewritten: rewriteModel(keras, names, known) };
  };
  const { keras, names, rewritten } = named(file.path, read);
  const { topology, placeholders, customClasses } = rewritten;
  if (placeholders.length > 0) await giveShapes(placeholders, keras, file);
  const model = await buildModel(library, topology).catch((error: Error) => {
    throw new UserError(`${file.path} cannot be built: ${reasonOfTfjs(error)}`, { cause: error });
  });
  const { arrays } = file;
  const assign = file.isGrouped ? assignByGroups : assignInOrder;
  const assigned = async (): Promise<Assigned> => {
    try {
      return assign(keras, names, model as unknown as WeightedLayer, await arrays!());
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(`the weights of ${file.path} cannot be read: ${error.message}`, { cause: error });
    }
  };
  return { model, topology, placeholders, customClasses, assigned: arrays && assigned };
}

/** Adds the file to the errors of `read`. */
function named<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${path} cannot be built: ${error.message}`, { cause: error });
  }
}

/** Gives placeholders the weights that their layers have in the file. */
async function giveShapes(
  placeholders: readonly Placeholder[],
  keras: KerasModel,
  { arrays, isGrouped }: KerasFile,
): Promise<void> {
  // a file that cannot be read is refused when its numbers are asked for
  const stored = await arrays?.().catch(() => undefined);
  if (!stored) return;
  const shapesOf = shapesOfLayers(keras, stored, isGrouped);
  for (const { path, weightShapes } of placeholders) weightShapes.push(...shapesOf(path));
}
