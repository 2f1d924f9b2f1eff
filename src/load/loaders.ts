// The table of file formats that models are loaded from.
import { UserError } from '../errors.ts';
import type { FileSource } from '../storage/fileSource.ts';
import { isGraphTopology } from '../trace/adapters/graph/artifacts.ts';
import { isKeras3 } from './keras3/kerasTopology.ts';
import type { LoadedModel, Loader, ModelFile, ModelLibraries } from './loadedModel.ts';
import { readModelFile } from './modelFile.ts';

/** The loaders, in the order in which they are tried. */
const loaders: readonly Loader[] = [
  {
    // a Keras 3 model, which tf.js itself does not load: the model.json of the converter, or the archive of Keras
    accepts: ({ isArchive, json }) => isArchive || isKeras3(json.modelTopology),
    load: async (file, libraries) => (await import('./kerasModel.ts')).loadKeras(file, libraries),
  },
  {
    // a tf.GraphModel, as tensorflowjs_converter writes it; some files of converted models lack the field `format`
    accepts: ({ json }) => isGraphTopology(json.modelTopology),
    load: async (file, libraries) => (await import('./graphModelJson.ts')).loadGraphJson(file, libraries),
  },
  {
    // a tf.LayersModel, as model.save writes it
    accepts: ({ json }) => typeof json.modelTopology === 'object' && json.modelTopology !== null,
    load: async (file, libraries) => (await import('./layersModelJson.ts')).loadLayersJson(file, libraries),
  },
];

/** Whether a file is a topology without anything around it, as `model.toJSON()` of tf.js and `to_json()` of Keras 2 give it. */
const isBareTopology = ({ json, isArchive }: ModelFile): boolean =>
  !isArchive && typeof json.class_name === 'string' && typeof json.config === 'object' && json.config !== null;

/**
 * Loads a model from a file.
 * @throws UserError for a file that cannot be read or that holds no model
 */
export async function loadModelFile(source: FileSource, libraries: ModelLibraries): Promise<LoadedModel> {
  const read = await readModelFile(source);
  if (Array.isArray(read.json))
    throw new UserError(
      `${read.path} holds no model: it lists weights without a topology, which the program of their model builds`,
    );
  const file = isBareTopology(read) ? { ...read, json: { modelTopology: read.json } } : read;
  const loader = loaders.find(({ accepts }) => accepts(file));
  if (!loader) throw new UserError(`${file.path} holds no model: it lacks modelTopology`);
  return loader.load(file, libraries);
}
