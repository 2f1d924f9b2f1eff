// The values of a model's parameters and buffers, by the paths that its trace gives them.
import type { ModelAdapter, Weights } from './adapter.ts';
import { adapterOf } from './adapters.ts';
import type { Traceable } from './traceable.ts';

/**
 * Reads the values of every parameter and buffer from the backend; those that were never initialized are initialized. For a
 * function: of every tf.Variable that lives, by its name.
 */
export const weightsOf = (model: Traceable): Weights => readWeights(adapterOf(model));

/** Reads the values of every parameter and buffer of an adapter's model. */
export const readWeights = (adapter: ModelAdapter): Weights =>
  new Map([...adapter.weightTensors()].map(([path, tensor]) => [path, { values: tensor.dataSync() }]));

/**
 * How many of a model's parameters and buffers were never given values: `weightsOf` initializes them. None for a function's
 * variables, a converted model, and weights that tf.layers initialized by itself.
 */
export const countUndrawn = (model: Traceable): number => adapterOf(model).undrawnCount();
