// The files that hold a Keras 3 model: a model.json of the converter, and a `.keras` archive.
import { manifestGroups, readWeights } from '../weights/manifest.ts';
import type { KerasFile } from './buildKeras.ts';
import { readWeightsFile } from './keras3/archive.ts';
import { hdf5Arrays } from './keras3/hdf5.ts';
import { isObject } from './keras3/kerasTopology.ts';
import type { StoredArrays } from './keras3/storedArrays.ts';
import type { ModelFile } from './loadedModel.ts';

/**
 * The Keras 3 model of a file, unread.
 * @throws UserError for a weights manifest with a fault
 */
export const kerasFile = (file: ModelFile): KerasFile => (file.isArchive ? archive(file) : modelJson(file));

function archive({ path, json, source }: ModelFile): KerasFile {
  let arrays: Promise<StoredArrays> | undefined;
  const read = async (): Promise<StoredArrays> => {
    const all = await hdf5Arrays(await readWeightsFile(source));
    return new Map([...all].filter(([name]) => !name.startsWith('optimizer/')));
  };
  return { path, topology: json, isGrouped: true, arrays: () => (arrays ??= read()) };
}

function modelJson({ path, json, source }: ModelFile): KerasFile {
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
  return {
    path,
    topology: isObject(topology.model_config) ? topology.model_config : topology,
    arrays: manifest === undefined ? undefined : arrays,
    // a model.json made of a .keras archive has the names of its HDF5 file
    isGrouped: specs.some(({ name }) => /(^|\/)vars\/\d+$/.test(name)),
  };
}
