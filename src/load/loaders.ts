// The table of file formats that models are loaded from.
import { UserError } from '../errors.ts';
import type { FileSource } from '../storage/fileSource.ts';
import { isGraphTopology } from '../trace/adapters/graph/artifacts.ts';
import { isKeras3 } from './keras3/kerasTopology.ts';
import type { LoadedModel, Loader, ModelLibraries } from './loadedModel.ts';
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

/**
 * Loads a model from a file.
 * @throws UserError for a file that cannot be read or that holds no model
 */
export async function loadModelFile(source: FileSource, libraries: ModelLibraries): Promise<LoadedModel> {
  const file = await readModelFile(source);
  const loader = loaders.find(({ accepts }) => accepts(file));
  if (!loader) throw new UserError(`${file.path} holds no model: it lacks modelTopology`);
  return loader.load(file, libraries);
}
