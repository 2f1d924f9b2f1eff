// The library's door to models in files.
import { expectCount } from '../checks.ts';
import { UserError } from '../errors.ts';
import { expectOptions } from '../options.ts';
import type { InputSpec, OpenInput } from '../trace/inputs.ts';
import type { ConverterLibrary, LayersLibrary, LoadedModel } from './loadedModel.ts';
import { loadModelFile } from './loaders.ts';

/** Options of `loadModel`. */
export interface LoadModelOptions {
  /** `import * as layers from '@tensorflow/tfjs-layers'`; needed for a tf.LayersModel. */
  readonly layers?: LayersLibrary;
  /** `import * as converter from '@tensorflow/tfjs-converter'`; needed for a tf.GraphModel. */
  readonly converter?: ConverterLibrary;
  /** The batch of `inputs` where the model leaves it open; 1 unless given. */
  readonly batchSize?: number;
}

/** A model from a file: `model` and `inputs` are the arguments of `trace`, `profile`, `saveGraph` and the writer's `addGraph`. */
export interface ModelFromFile extends Omit<LoadedModel, 'inputs'> {
  /** The declared inputs with the batch in place; undefined where the model declares none, or leaves another axis open. */
  readonly inputs: readonly InputSpec[] | undefined;
  /** The declared inputs, open axes null. */
  readonly openInputs: readonly OpenInput[] | undefined;
}

/**
 * Loads a tf.LayersModel or a tf.GraphModel from a model.json, without a backend that computes: weights of a
 * tf.LayersModel are declared, and read from their files when `readWeights()` or `fill()` is called.
 * @param path of the model.json, or its `http:` or `https:` URL; weight files must lie in its folder
 * @throws UserError for a file that cannot be read or built, and for an option that the file needs and that is missing
 * @example
 * import * as layers from '@tensorflow/tfjs-layers';
 * const { model, inputs } = await loadModel('model.json', { layers });
 * const { calls } = trace(model, inputs);
 */
export async function loadModel(path: string, options: LoadModelOptions = {}): Promise<ModelFromFile> {
  expectOptions(options, ['layers', 'converter', 'batchSize']);
  const { layers, converter, batchSize = 1 } = options;
  expectCount('batchSize', batchSize, 1);
  const { inputs: openInputs, ...loaded } = await loadModelFile(path, {
    layers: () => required(layers, 'layers', '@tensorflow/tfjs-layers', `${path} holds a tf.LayersModel`),
    converter: () => required(converter, 'converter', '@tensorflow/tfjs-converter', `${path} holds a tf.GraphModel`),
    registerHint: 'register it with tf.serialization.registerClass',
  });
  return { ...loaded, openInputs, inputs: openInputs && closedInputs(openInputs, batchSize) };
}

function required<T>(library: T | undefined, option: string, packageName: string, reason: string): T {
  if (library === undefined)
    throw new UserError(
      `${reason}: give the option ${option}, import * as ${option} from '${packageName}', got undefined`,
    );
  return library;
}

function closedInputs(inputs: readonly OpenInput[], batch: number): readonly InputSpec[] | undefined {
  if (inputs.some(({ shape }) => shape.slice(1).includes(null))) return undefined;
  return inputs.map((input) => ({ ...input, shape: input.shape.map((dim) => dim ?? batch) }));
}
