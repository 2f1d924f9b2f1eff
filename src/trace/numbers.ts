// The numbers of a model's state by the paths that its trace gives them. In: a model. Out: arrays in row-major order.
import * as tf from '@tensorflow/tfjs-core';
import { isLayersModel, layerNumbers } from './layers.ts';
import type { Traceable } from './record.ts';

export type Numbers = ReadonlyMap<string, { readonly values: ArrayLike<number> }>;

/**
 * Reads every parameter and buffer from the backend; one that was never filled is drawn. For a function: every
 * tf.Variable that lives, by its name.
 */
export function numbersOf(model: Traceable): Numbers {
  if (typeof model !== 'function' && isLayersModel(model)) return layerNumbers(model);
  const tensors: Iterable<[string, tf.Tensor]> =
    typeof model === 'function'
      ? Object.entries(tf.engine().registeredVariables)
      : [...model.stateDict()].map(([path, parameter]) => [path, parameter.value]);
  return new Map([...tensors].map(([path, tensor]) => [path, { values: tensor.dataSync() }]));
}
