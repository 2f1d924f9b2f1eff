// A Keras 3 model as files that tf.js itself loads: a model.json and its shards.
import { UserError } from '../errors.ts';
import { bytesPerElement, product } from '../tensors.ts';
import { buildKeras } from './buildKeras.ts';
import type { Assigned, LayerVariable } from './keras3/assignWeights.ts';
import { isKeras3 } from './keras3/kerasTopology.ts';
import type { StoredArray } from './keras3/storedArrays.ts';
import { kerasFile } from './kerasFiles.ts';
import type { ModelFile, ModelLibraries } from './loadedModel.ts';

/** Files of a converted model. */
export interface ConvertedModel {
  /** The content of model.json. */
  readonly json: object;
  readonly shards: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Classes in the model that the module of our layers registers, by Keras's names. */
  readonly suppliedClasses: readonly string[];
  /** Classes in the model that are neither tf.js's nor ours. */
  readonly customClasses: readonly string[];
}

// a browser caches files of this size, as the converter says
const maxShardBytes = 4 * 2 ** 20;

/**
 * Converts a Keras 3 model. Weights are written as float32 or int32, as the variables of tf.js have it, and layers by their own
 * names where tf.js can tell them apart.
 * @param version of this package, for the file
 * @throws UserError for a model that is none of Keras 3, that has a layer which tf.js can run in no form, or that cannot be built
 */
export async function convertKeras(
  file: ModelFile,
  libraries: ModelLibraries,
  version: string,
): Promise<ConvertedModel> {
  if (!file.isArchive && !isKeras3(file.json.modelTopology))
    throw new UserError(`${file.path} is no Keras 3 model, and needs no conversion: tf.js loads what it can of it`);
  const built = await buildKeras(kerasFile(file), libraries, true);
  const { placeholders, customClasses, assigned } = built;
  const [first] = placeholders;
  if (first)
    throw new UserError(
      `${file.path} cannot be converted: tf.js lacks ${first.reason}, which the layer ${first.path.join('.')} (${first.className}) needs`,
    );
  const named = assigned && namedArrays(built.model.weights as readonly LayerVariable[], await assigned());
  const topology = named ? withoutInitializers(built.topology) : built.topology;
  const { weights, shards } = named ? await sharded(named) : { weights: [], shards: [] };
  const paths = shards.map(({ name }) => name);
  const json = {
    format: 'layers-model',
    generatedBy: `gmlp-viz ${version}`,
    convertedBy: null,
    modelTopology: { keras_version: 'tfjs-layers 4.22.0', backend: 'tensor_flow.js', model_config: topology },
    ...(named && { weightsManifest: [{ paths, weights }] }),
  };
  return {
    json,
    shards,
    suppliedClasses: [...new Set(suppliedIn(topology))].sort(),
    customClasses,
  };
}

interface NamedArray extends StoredArray {
  readonly name: string;
  readonly dtype: LayerVariable['dtype'];
}

/** The arrays by tf.js's names, in its order. @throws UserError for two weights of one name, which tf.js does not load */
function namedArrays(variables: readonly LayerVariable[], assigned: Assigned): NamedArray[] {
  const taken = new Set<string>();
  return variables.map((variable) => {
    const { originalName: name, dtype } = variable;
    if (taken.has(name)) throw new UserError(`two weights are called ${name}, and tf.js loads neither`);
    taken.add(name);
    return { name, dtype, ...assigned.get(variable)! };
  });
}

/** The topology with zeros in place of each initializer, whose numbers the weights replace: some take long, or need more of tf.js. */
const withoutInitializers = (topology: object): object =>
  JSON.parse(
    JSON.stringify(topology, (key, value) =>
      key.endsWith('_initializer') && value !== null ? { class_name: 'Zeros', config: {} } : value,
    ),
  );

async function sharded(
  arrays: readonly NamedArray[],
): Promise<{ weights: object[]; shards: ConvertedModel['shards'] }> {
  // float32 and int32 have elements of the same size
  const size = arrays.reduce((sum, { shape }) => sum + product(shape), 0) * bytesPerElement.float32;
  const data = new Uint8Array(size);
  let at = 0;
  for (const { dtype, read } of arrays) {
    const stored = await read();
    const { buffer, length } = dtype === 'int32' ? Int32Array.from(stored) : Float32Array.from(stored);
    data.set(new Uint8Array(buffer), at);
    at += length * bytesPerElement[dtype];
  }
  const count = Math.max(1, Math.ceil(size / maxShardBytes));
  return {
    weights: arrays.map(({ name, shape, dtype }) => ({ name, shape, dtype })),
    shards: Array.from({ length: count }, (_, i) => ({
      name: `group1-shard${i + 1}of${count}.bin`,
      bytes: data.subarray(i * maxShardBytes, (i + 1) * maxShardBytes),
    })),
  };
}

/** Class names and activations of ours in a topology, without their package. */
function suppliedIn(value: unknown): string[] {
  if (typeof value === 'string') return /^keras3(-ops)?>/.test(value) ? [value.replace(/^.*>/, '')] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(suppliedIn) : [];
}
