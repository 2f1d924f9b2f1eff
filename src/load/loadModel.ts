// The library's door to models in files.
import { openFile } from '#openFile';
import { expectCount } from '../checks.ts';
import { UserError } from '../errors.ts';
import { expectOptions } from '../options.ts';
import type { RequestHeaders } from '../storage/fetchPieces.ts';
import { blobSource, type FileSource } from '../storage/fileSource.ts';
import type { InputSpec, OpenInput } from '../trace/inputs.ts';
import type { Traceable } from '../trace/traceable.ts';
import type { ConverterLibrary, LayersLibrary, LoadedModel } from './loadedModel.ts';
import { loadModelFile } from './loaders.ts';

/** Options of `loadModel`. */
export interface LoadModelOptions<
  Layers extends LayersLibrary = LayersLibrary,
  Converter extends ConverterLibrary = ConverterLibrary,
> {
  /** `import * as layers from '@tensorflow/tfjs-layers'`, or `tf` of '@tensorflow/tfjs'; needed for a tf.LayersModel. */
  readonly layers?: Layers;
  /** `import * as converter from '@tensorflow/tfjs-converter'`, or `tf` of '@tensorflow/tfjs'; needed for a tf.GraphModel. */
  readonly converter?: Converter;
  /** Headers of requests to the server of an address, such as Authorization; a server that it redirects to gets none of them. */
  readonly headers?: RequestHeaders;
  /** The batch of `inputs` where the model leaves it open; 1 unless given. */
  readonly batchSize?: number;
}

/** The models that the given libraries build. */
export type ModelOf<Layers extends LayersLibrary, Converter extends ConverterLibrary> =
  | ([Layers] extends [never] ? never : Awaited<ReturnType<Layers['loadLayersModel']>>)
  | ([Converter] extends [never] ? never : Awaited<ReturnType<Converter['loadGraphModel']>>);

/** A model from a file: `model` and `inputs` are the arguments of `trace`, `profile`, `saveGraph` and the writer's `addGraph`. */
export interface ModelFromFile<Model = Traceable> extends Omit<LoadedModel, 'model' | 'inputs'> {
  /** A tf.LayersModel or a tf.GraphModel, as the library that was given builds it. */
  readonly model: Model;
  /** The declared inputs with the batch in place; undefined where the model declares none, or leaves another axis open. */
  readonly inputs: readonly InputSpec[] | undefined;
  /** The declared inputs, open axes null. */
  readonly openInputs: readonly OpenInput[] | undefined;
  /** Frees the tensors of the model, which cannot be used afterwards. */
  dispose(): void;
}

/**
 * Loads a model without a backend that computes: a tf.LayersModel or a tf.GraphModel from a model.json, a Keras 3 model from
 * the model.json that the converter makes of it or from its `.keras` archive. Weights of layers are declared, and read from
 * their files when `readWeights()` or `fill()` is called; afterwards the model computes.
 * @param source path of the file, of a folder with a model.json, or an `http:` or `https:` URL, next to which the weight files
 * lie; in a browser also a File, or a list of the model's file and its weight files. The file may hold a topology alone, such
 * as Keras's `to_json()`. From a URL no more than the topology is fetched until numbers are asked for; a server must answer
 * within 30 s, send something each 30 s and all of a file in 15 minutes, and redirect five times at most
 * @throws UserError for a file that cannot be read or built, and for an option that the file needs and that is missing
 * @example
 * import * as layers from '@tensorflow/tfjs-layers';
 * const { model, inputs } = await loadModel('model.keras', { layers });
 * const { calls } = trace(model, inputs);
 */
export async function loadModel<Layers extends LayersLibrary = never, Converter extends ConverterLibrary = never>(
  source: string | Blob | readonly Blob[],
  options: LoadModelOptions<Layers, Converter> = {},
): Promise<ModelFromFile<ModelOf<Layers, Converter>>> {
  expectOptions(options, ['layers', 'converter', 'headers', 'batchSize']);
  const { layers, converter, headers, batchSize = 1 } = options;
  expectCount('batchSize', batchSize, 1);
  const file = sourceOf(source, headers);
  const { inputs: openInputs, ...loaded } = await loadModelFile(file, {
    layers: () => required(layers, 'layers', 'loadLayersModel', `${file.path} holds a tf.LayersModel`),
    converter: () => required(converter, 'converter', 'loadGraphModel', `${file.path} holds a tf.GraphModel`),
    registerHint: 'register it with tf.serialization.registerClass',
  });
  return {
    ...loaded,
    model: loaded.model as ModelOf<Layers, Converter>,
    openInputs,
    inputs: openInputs && closedInputs(openInputs, batchSize),
    // each library's class has it; their common type names what a trace needs
    dispose: () => (loaded.model as unknown as { dispose(): void }).dispose(),
  };
}

function sourceOf(source: string | Blob | readonly Blob[], headers?: RequestHeaders): FileSource {
  if (typeof source === 'string') return openFile(source, headers);
  const files = [source].flat();
  if (files.length > 0 && files.every((file) => file instanceof Blob)) return blobSource(files);
  throw new UserError('a model must be a path, an address, a File or a list of Files, got another value');
}

/** @throws UserError for a library that is missing, or that lacks `loader`, as tf.layers does, which makes single layers */
function required<T extends object>(library: T | undefined, option: string, loader: keyof T, reason: string): T {
  if (typeof library?.[loader] === 'function') return library;
  const got = library === undefined ? 'undefined' : `a value without ${String(loader)}`;
  throw new UserError(
    `${reason}: give the option ${option}, import * as ${option} from '@tensorflow/tfjs-${option}', got ${got}`,
  );
}

function closedInputs(inputs: readonly OpenInput[], batch: number): readonly InputSpec[] | undefined {
  if (inputs.some(({ shape }) => shape.slice(1).includes(null))) return undefined;
  return inputs.map((input) => ({ ...input, shape: input.shape.map((dim) => dim ?? batch) }));
}
