// Types of the loaders: the parsed file, the libraries that build a model from it, and the loaded model.
import type * as tf from '@tensorflow/tfjs-core';
import type { FileSource } from '../storage/fileSource.ts';
import type { Weights } from '../trace/adapter.ts';
import type { WeightedLibrary } from '../trace/adapters/layers/lazyWeights.ts';
import type { OpenInput } from '../trace/inputs.ts';
import type { GraphModelLike, LayersModelLike, Traceable } from '../trace/traceable.ts';

/** A model, with the inputs that it declares and access to the weights of its files. */
export interface LoadedModel {
  readonly model: Traceable;
  /** The declared inputs; undefined where the model declares none, such as a function. */
  readonly inputs: readonly OpenInput[] | undefined;
  /** Whether it is a function with arguments: of tensors, or one that makes a model. */
  readonly mayMakeModel?: boolean;
  /** Reads the weights from the model's files, by parameter path; undefined where no file holds weights. */
  readonly readWeights?: () => Promise<Weights>;
  /** Puts the weights of the files into the model, so that it computes with them; undefined where it has them already. */
  readonly fill?: () => Promise<void>;
  /** What is to be said about the model, a clause each. */
  readonly notes?: readonly string[];
}

/** A parsed model.json, or the config.json of a `.keras` archive. */
export interface ModelFile {
  /** Path, URL or name. */
  readonly path: string;
  /** The file, and those next to it. */
  readonly source: FileSource;
  readonly json: Readonly<Record<string, unknown>>;
  /** Whether the file is an archive. */
  readonly isArchive: boolean;
}

/** A tf.LayersModel, as tf.layers builds it. */
export interface BuiltLayersModel extends LayersModelLike {
  /** Sets weights by name. @param strict whether each weight of the model must be given */
  loadWeights(weights: tf.NamedTensorMap, strict: boolean): void;
}

/** The part of @tensorflow/tfjs-layers that builds a model. */
export interface LayersLibrary extends WeightedLibrary {
  /** tf.loadLayersModel: builds the model of a topology. */
  loadLayersModel(handler: { load(): Promise<{ modelTopology: object }> }): Promise<BuiltLayersModel>;
}

/** The part of @tensorflow/tfjs-converter that builds a model. */
export interface ConverterLibrary {
  /** tf.loadGraphModel: builds the model of a graph and its weights. */
  loadGraphModel(handler: { load(): Promise<object> }): Promise<GraphModelLike>;
}

/** Libraries that build models, each asked for when a file needs it. */
export interface ModelLibraries {
  /** @throws UserError where tf.layers is not there */
  layers(): LayersLibrary;
  /** @throws UserError where the converter is not there */
  converter(): ConverterLibrary;
  /** What to do about a layer that is none of tf.js, for the error text. */
  readonly registerHint: string;
}

/** Builds models from one kind of file. */
export interface Loader {
  accepts(file: ModelFile): boolean;
  load(file: ModelFile, libraries: ModelLibraries): Promise<LoadedModel>;
}
