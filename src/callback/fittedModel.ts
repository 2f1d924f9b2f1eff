// A model of tf.layers as the callback sees it: by its structure, since a user's project has its own copy of tf.js.
import type { LayersModelLike } from '../trace/traceable.ts';

/** A compiled tf.LayersModel or tf.Sequential. */
export type FittedModel = LayersModelLike;

export interface NamedWeight {
  /** the layer's name of the weight, `<layer>/<weight>` */
  readonly name: string;
  readonly tensor: { readonly shape: readonly number[]; data(): Promise<ArrayLike<number>> };
}

/**
 * Weights of all layers, those of inner models too, each once. The names of a second model of the process are those of the
 * first.
 */
export function weightsOf(model: FittedModel): NamedWeight[] {
  const taken = new Set<string>();
  const unused = (name: string): string => {
    let free = name;
    for (let n = 1; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  };
  return [...new Set(model.layers.flatMap((layer) => layer.weights))].map((weight) => ({
    name: unused(weight.originalName),
    tensor: weight.read(),
  }));
}

/** The matrix of each Embedding layer, under the layer's name. */
export function embeddingsOf(model: FittedModel): NamedWeight[] {
  return model.layers
    .filter((layer) => layer.getClassName() === 'Embedding')
    .flatMap(({ name, weights: [weight] }) => (weight ? [{ name, tensor: weight.read() }] : []));
}

/** The learning rate, undefined where the optimizer has none. */
export function learningRateOf(model: FittedModel): number | undefined {
  const { optimizer } = model as { readonly optimizer?: { readonly learningRate?: unknown } };
  return typeof optimizer?.learningRate === 'number' ? optimizer.learningRate : undefined;
}

/** The model that a Sequential trains, or the model itself. */
export function innerOf(model: FittedModel): unknown {
  const { model: inner } = model as { readonly model?: unknown };
  return inner ?? model;
}
