// Weights of tf.layers that are drawn when they are first read: a table or a graph needs their shapes alone. In: the
// library and what builds a model. Out: the model.
import * as tf from '@tensorflow/tfjs-core';
import { declaredTensor, enterHolder, enterShapeBackend } from '../../backend/shapeBackend.ts';

type AddWeight = (
  name: string,
  shape: number[],
  dtype: tf.DataType | undefined,
  initializer: { apply(shape: number[], dtype?: tf.DataType): tf.Tensor },
  ...rest: unknown[]
) => unknown;

/** What of @tensorflow/tfjs-layers makes weights. */
export interface WeightedLibrary {
  readonly layers: { readonly Layer: { readonly prototype: object } };
}

/**
 * What `build` returns, such as a model of tf.layers; of weights that its layers add meanwhile the numbers are drawn from
 * their initializers when they are first read. No backend needs to be registered.
 * @throws what `build` throws
 */
export function withLazyWeights<T>(library: WeightedLibrary, build: () => T): T {
  const { hold, leave } =
    tf.engine().backendNames().length > 0 ? enterHolder() : { hold: now, leave: enterShapeBackend() };
  const undo = addWeightsLazily(library.layers.Layer.prototype, hold);
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

/** Has layers declare their weights, where the shape-only backend is active or `hold` sees to it. @returns what ends it */
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
