// The files that hold a Keras 3 model: a model.json of the converter, and a `.keras` archive.
import { manifestGroups, readWeights } from '../weights/manifest.ts';
import { readWeightsFile } from './keras3/archive.ts';
import { hdf5Arrays } from './keras3/hdf5.ts';
import { isObject } from './keras3/kerasTopology.ts';
import type { StoredArrays } from './keras3/storedArrays.ts';
import { loadKeras } from './kerasModel.ts';
import type { LoadedModel, ModelFile, ModelLibraries } from './loadedModel.ts';

/**
 * Builds the model of a `.keras` archive.
 * @throws UserError for a model that cannot be read or built
 */
export async function loadKerasArchive(file: ModelFile, libraries: ModelLibraries): Promise<LoadedModel> {
  const { path, json, source } = file;
  const arrays = async (): Promise<StoredArrays> => {
    const all = await hdf5Arrays(await readWeightsFile(source));
    return new Map([...all].filter(([name]) => !name.startsWith('optimizer/')));
  };
  return loadKeras({ path, topology: json, arrays, isGrouped: true }, libraries);
}

/**
 * Builds the model of a model.json that the converter wrote from Keras 3.
 * @throws UserError for a manifest with a fault, and for a model that cannot be read or built
 */
export async function loadKerasJson(
  { path, json, source }: ModelFile,
  libraries: ModelLibraries,
): Promise<LoadedModel> {
  const topology = json.modelTopology as Readonly<Record<string, unknown>>;
  const { weightsManifest: manifest } = json;
  const specs = manifest === undefined ? [] : manifestGroups(manifest).flatMap(({ weights }) => weights);
  let read: ReturnType<typeof readWeights> | undefined;
  const values = async (name: string): Promise<Float32Array> => {
    read ??= readWeights(manifest, source.beside);
    return (await read).get(name)!.values as Float32Array;
  };
  const arrays = async (): Promise<StoredArrays> =>
    new Map(specs.map(({ name, shape }) => [name, { shape, read: () => values(name) }]));
  return loadKeras(
    {
      path,
      topology: isObject(topology.model_config) ? topology.model_config : topology,
      arrays: manifest === undefined ? undefined : arrays,
      isGrouped: specs.some(({ name }) => /(^|\/)vars\/\d+$/.test(name)),
    },
    libraries,
  );
}
