// The kinds of models that can be traced. Models of tf.layers and of the converter are recognised by their structure, since
// a user's project may have its own copy of tf.js.
import type * as tf from '@tensorflow/tfjs-core';
import type { AnyModule } from '../nn/module.ts';

/** A weight of a tf.layers layer (its class `LayerVariable`). */
export interface LayerWeight {
  readonly originalName: string;
  readonly shape: readonly (number | null)[];
  trainable: boolean;
  /** The current values. */
  read(): tf.Tensor;
}

/** The members by which a layer of tf.layers is recognised. */
export interface LayerLike {
  readonly name: string;
  readonly weights: readonly LayerWeight[];
  /** Computes the layer’s outputs; a subclass overrides it. */
  call(...args: never[]): unknown;
  /** Calls the layer, building it first if it was never used. */
  apply(...args: never[]): unknown;
  /** The name under which the class is registered, such as `Dense`. */
  getClassName(): string;
}

/** The members by which a tf.LayersModel or tf.Sequential is recognised. */
export interface LayersModelLike extends LayerLike {
  readonly layers: readonly LayerLike[];
  readonly built: boolean;
  /** Makes the weights for inputs of this shape. */
  build(inputShape: never): void;
}

/** An input or output of a tf.GraphModel; an axis of any size is -1. */
export interface GraphModelTensor {
  readonly name: string;
  readonly shape?: readonly number[];
  readonly dtype?: string;
}

/** The members by which a tf.GraphModel is recognised. */
export interface GraphModelLike {
  readonly inputs: readonly GraphModelTensor[];
  readonly outputs: readonly GraphModelTensor[];
  readonly inputNodes: readonly string[];
  readonly outputNodes: readonly string[];
  readonly weights: Readonly<Record<string, readonly tf.Tensor[]>>;
  readonly modelSignature: unknown;
  /** Runs a graph without control flow. */
  execute(inputs: tf.NamedTensorMap, outputs?: string | string[]): tf.Tensor | tf.Tensor[];
  /** Runs any graph, one with control flow too. */
  executeAsync(inputs: tf.NamedTensorMap, outputs?: string | string[]): Promise<tf.Tensor | tf.Tensor[]>;
  /** Hands topology and weights to `handler`. */
  save(handler: tf.io.IOHandler): Promise<unknown>;
}

/**
 * A function of tensors: a model without modules, whose parameters are the variables it reads. Declared as a method's type, which
 * a function of a tf.Tensor2D fits, too.
 */
export type TensorFunction = {
  /** Computes tensors, or a list or record of tensors. */
  run(...inputs: tf.Tensor[]): unknown;
}['run'];

/** A model that `trace` takes: a Module, a tf.LayersModel, a tf.GraphModel, or a function of tensors. */
export type Traceable = AnyModule | LayersModelLike | GraphModelLike | TensorFunction;
