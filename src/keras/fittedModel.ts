// What the callback knows a model of tf.layers by: its structure, since a user's project has its own copy of tf.js.

import { UserError } from '../errors.ts';
import type { InputSpec } from '../trace/inputs.ts';
import type { LayersModelLike } from '../trace/traceable.ts';

/** A compiled tf.LayersModel or tf.Sequential. */
export type FittedModel = LayersModelLike;

export interface NamedWeight {
  /** `<layer>/<weight>`, as the layer names it */
  readonly name: string;
  readonly tensor: { readonly shape: readonly number[]; data(): Promise<ArrayLike<number>> };
}

/** Of all layers, inner models' too, a shared one once. A second model of a process has the names of the first. */
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

export function embeddingsOf(model: FittedModel): NamedWeight[] {
  return model.layers
    .filter((layer) => layer.getClassName() === 'Embedding')
    .flatMap(({ name, weights: [weight] }) => (weight ? [{ name, tensor: weight.read() }] : []));
}

/** undefined where the optimizer does not say */
export function learningRateOf(model: FittedModel): number | undefined {
  const { optimizer } = model as { readonly optimizer?: { readonly learningRate?: unknown } };
  return typeof optimizer?.learningRate === 'number' ? optimizer.learningRate : undefined;
}

/** @throws UserError for a size that only data can tell, but the batch, which is 1 */
export function inputsOf(model: FittedModel): InputSpec[] {
  const { inputs } = model as {
    readonly inputs?: readonly { name: string; shape: (number | null)[]; dtype: string }[];
  };
  return (inputs ?? []).map(({ name, shape, dtype }) => ({
    shape: shape.map((size, axis) => {
      if (size !== null) return size;
      if (axis === 0) return 1;
      throw new UserError(
        `the graph needs every size of the input ${name}, got [${shape.map((known) => known ?? 'null').join(', ')}]`,
      );
    }),
    dtype: dtype as InputSpec['dtype'] & string,
  }));
}

/** The model that a Sequential trains, or the model itself. */
export function innerOf(model: FittedModel): unknown {
  const { model: inner } = model as { readonly model?: unknown };
  return inner ?? model;
}
