// Weights of tf.layers that are initialized when they are first read: a table or a graph needs only their shapes.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../../errors.ts';
import { declaredTensor, enterHolder, enterShapeBackend } from '../../backend/shapeBackend.ts';

type AddWeight = (
  name: string,
  shape: number[],
  dtype: tf.DataType | undefined,
  initializer: { apply(shape: number[], dtype?: tf.DataType): tf.Tensor },
  ...rest: unknown[]
) => unknown;

/** The part of @tensorflow/tfjs-layers that makes weights. */
export interface WeightedLibrary {
  readonly layers: { readonly Layer: { readonly prototype: object } };
}

/**
 * Returns what `build` returns, such as a model of tf.layers. Weights that layers add meanwhile are initialized when they are
 * first read. No backend needs to be registered.
 * @param library the copy of @tensorflow/tfjs-layers whose layers are built
 * @param build makes the model, or a promise of it
 * @throws UserError for a library without layers, and what `build` throws
 */
export function withLazyWeights<T>(library: WeightedLibrary, build: () => T): T {
  const prototype = (library as Partial<WeightedLibrary> | undefined)?.layers?.Layer?.prototype;
  if (prototype === undefined || typeof build !== 'function')
    throw new UserError(
      `withLazyWeights takes the library of layers, such as tf of import * as tf from '@tensorflow/tfjs', and a function that makes the model`,
    );
  const { hold, leave } =
    tf.engine().backendNames().length > 0 ? enterHolder() : { hold: now, leave: enterShapeBackend() };
  const undo = addWeightsLazily(prototype, hold);
  const restore = (): void => {
    undo();
    leave();
  };
  let built: T;
  try {
    built = build();
  } catch (error) {
    restore();
    throw error;
  }
  if (built instanceof Promise) return built.finally(restore) as T;
  restore();
  return built;
}

const now = <T>(body: () => T): T => body();

/**
 * Has layers declare their weights without initializing them.
 * @param hold runs a body on a backend that owns declared tensors; unless given, the shape-only backend must be active
 * @returns a function that ends this
 */
export function addWeightsLazily(layerPrototype: object, hold = now): () => void {
  const prototype = layerPrototype as { addWeight: AddWeight };
  const { addWeight } = prototype;
  prototype.addWeight = function (name, shape, dtype, initializer, ...rest) {
    return hold(() => addWeight.call(this, name, shape, dtype, initializer && lazy(initializer), ...rest));
  };
  return () => {
    prototype.addWeight = addWeight;
  };
}

const lazy = (initializer: Parameters<AddWeight>[3]): Parameters<AddWeight>[3] => ({
  apply: (shape, dtype = 'float32') =>
    declaredTensor(shape, dtype, () => tf.tidy(() => initializer.apply(shape, dtype).dataSync()) as tf.BackendValues),
});
