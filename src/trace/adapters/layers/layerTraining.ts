// Which weights of a tf.layers model train. In: a model. Out: facts about each of its weights.

import type { ParameterInfo } from '../../trace.ts';
import type { LayerLike, LayerWeight } from '../../traceable.ts';

/** Members of tf.layers' classes that decide what `fit` changes. */
interface TrainingMembers {
  readonly trainable?: boolean;
  /** the flag as the constructor was given it, or as it was set since */
  readonly trainable_?: boolean;
  readonly trainableWeights?: readonly LayerWeight[];
  readonly layers?: readonly (LayerLike & TrainingMembers)[];
  /** the model that a Sequential builds of its layers, and that runs its `fit` */
  readonly model?: LayerLike & TrainingMembers;
  /** `trainableWeights` as they were at `compile` */
  readonly collectedTrainableWeights?: readonly LayerWeight[] | null;
  readonly _trainableWeights?: readonly LayerWeight[];
}

type Training = Pick<ParameterInfo, 'requiresGrad' | 'registered' | 'changedByFit'>;

/**
 * A weight trains if `model.trainableWeights` lists it. The flag of the variable alone decides nothing: it stays true
 * where a layer is frozen, and Sequential.build sets it back.
 */
export function trainingOf(model: LayerLike & TrainingMembers): (weight: LayerWeight) => Training {
  const listed = new Set(model.trainableWeights ?? model.weights.filter(({ trainable }) => trainable));
  const registered = new Set(model.weights);
  const fitted = fittedWeights(model, listed);
  return (weight) => {
    const requiresGrad = listed.has(weight);
    return {
      requiresGrad,
      ...(!registered.has(weight) && { registered: false }),
      ...(fitted.has(weight) !== requiresGrad && { changedByFit: !requiresGrad }),
    };
  };
}

/**
 * Weights that the next `fit` changes. `compile` collects them, and `fit` leaves those out whose flag is false by then.
 * A Sequential hands both to a model that holds the layers of a model in its first place, whether that is frozen or not.
 */
function fittedWeights(model: LayerLike & TrainingMembers, listed: ReadonlySet<LayerWeight>): ReadonlySet<LayerWeight> {
  const fitting = model.model ?? model;
  const { collectedTrainableWeights: collected, layers = [] } = fitting;
  if (collected) return new Set(collected.filter(({ trainable }) => trainable));
  if (fitting === model) return listed;
  if (model.trainable !== true) return new Set();
  // `compile` builds a Sequential again, which sets the flags of its layers' own weights to its own
  return new Set(
    layers.flatMap((layer) => [
      ...(layer.trainable === true ? (layer._trainableWeights ?? []) : []),
      ...(layer.trainableWeights ?? []),
    ]),
  );
}

/** Wrappers such as Bidirectional have a flag of their own, and do not take the constructor's over. */
export const ignoresTrainable = ({ trainable, trainable_: given }: LayerLike & TrainingMembers): boolean =>
  given === false && trainable === true;
