// Tells which weights of a tf.layers model train.
import type { ParameterInfo } from '../../trace.ts';
import type { LayerLike, LayerWeight } from '../../traceable.ts';

/** Members of tf.layers' classes that decide what `fit` changes. */
interface TrainingMembers {
  readonly trainable?: boolean;
  /** The flag as it was given to the constructor, or set since. */
  readonly trainable_?: boolean;
  readonly trainableWeights?: readonly LayerWeight[];
  readonly layers?: readonly (LayerLike & TrainingMembers)[];
  /** The model that a Sequential builds from its layers, and that runs its `fit`. */
  readonly model?: LayerLike & TrainingMembers;
  /** `trainableWeights` at the time of `compile`. */
  readonly collectedTrainableWeights?: readonly LayerWeight[] | null;
  readonly _trainableWeights?: readonly LayerWeight[];
}

type Training = Pick<ParameterInfo, 'requiresGrad' | 'registered' | 'changedByFit'>;

/**
 * A function that tells how a weight trains. It trains if `model.trainableWeights` lists it; the flag of the variable alone
 * decides nothing: it stays true where a layer is frozen, and Sequential.build resets it.
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
 * Weights that the next `fit` changes. `compile` collects them, and `fit` skips those whose flag is false by then. A
 * Sequential whose first layer is a model leaves both to an inner model, which holds that model's layers, frozen or not.
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

/** Whether a layer was frozen by its constructor in vain: wrappers such as Bidirectional ignore that flag. */
export const ignoresTrainable = ({ trainable, trainable_: given }: LayerLike & TrainingMembers): boolean =>
  given === false && trainable === true;
