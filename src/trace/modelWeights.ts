// The numbers of a model's state by the paths that its trace gives them. In: a model. Out: arrays in row-major order.
import * as tf from '@tensorflow/tfjs-core';
import { isGraphModel } from './adapters/graph/artifacts.ts';
import { graphNumbers } from './adapters/graph/graphAdapter.ts';
import { isLayersModel, layerNumbers, layerTree } from './adapters/layers/layerTree.ts';
import { isUndrawn } from './backend/shapeBackend.ts';
import type { Traceable } from './traceModel.ts';

export type Weights = ReadonlyMap<string, { readonly values: ArrayLike<number> }>;

/**
 * Reads every parameter and buffer from the backend; one that was never filled is drawn. For a function: every
 * tf.Variable that lives, by its name.
 */
export function weightsOf(model: Traceable): Weights {
  if (typeof model !== 'function' && isLayersModel(model)) return layerNumbers(model);
  if (typeof model !== 'function' && isGraphModel(model)) return graphNumbers(model);
  const tensors: Iterable<[string, tf.Tensor]> =
    typeof model === 'function'
      ? Object.entries(tf.engine().registeredVariables)
      : [...model.stateDict()].map(([path, parameter]) => [path, parameter.value]);
  return new Map([...tensors].map(([path, tensor]) => [path, { values: tensor.dataSync() }]));
}

/**
 * How many of a model's parameters and buffers nobody gave numbers: `weightsOf` draws their initial ones. Of a function's
 * variables, of a converted model, and of weights that tf.layers drew by itself, none.
 */
export function countUndrawn(model: Traceable): number {
  if (typeof model === 'function' || isGraphModel(model)) return 0;
  if (isLayersModel(model)) return [...layerTree(model).weights.keys()].filter(isUndrawn).length;
  // another copy of this package may not say
  return new Set([...model.stateDict().values()].filter(({ isFilled }) => isFilled === false)).size;
}
