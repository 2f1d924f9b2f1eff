// Names of layers that tf.js takes.
import type { KerasModel } from './kerasTopology.ts';

/** For a model, also one that is a layer of another, the name that tf.js gets for each name of its layers. */
export type LayerNames = (model: KerasModel) => ReadonlyMap<string, string>;

// tf.js's own rule: https://github.com/tensorflow/tfjs/blob/master/tfjs-layers/src/common.ts
const valid = /^[A-Za-z0-9.][-A-Za-z0-9_./]*$/;

// tf.js keeps layers in plain objects, by name
const isValid = (name: string): boolean => valid.test(name) && !(name in {});

/**
 * Chooses names: a layer keeps its own unless tf.js refuses it.
 * @param areDistinct whether layers of different models must differ too, as tf.js's names of weights in a file do
 */
export function layerNames(keras: KerasModel, areDistinct = false): LayerNames {
  const names = new Map<KerasModel, ReadonlyMap<string, string>>();
  const everywhere = new Set<string>();
  const name = (model: KerasModel): void => {
    const taken = areDistinct ? everywhere : new Set<string>();
    names.set(model, safeNames(model, taken));
    for (const { model: inner } of model.layers) if (inner) name(inner);
  };
  name(keras);
  return (model) => names.get(model)!;
}

function safeNames({ name: model, layers }: KerasModel, taken: Set<string>): ReadonlyMap<string, string> {
  const own = layers.map(({ name }) => name);
  const kept = new Set(own.filter((name) => isValid(name) && !taken.has(name)));
  const free = (base: string): string => {
    let name = base;
    for (let n = 1; taken.has(name) || kept.has(name); n++) name = `${base}_${n}`;
    return name;
  };
  const renamed = own.map((name): [string, string] => {
    const safe = kept.has(name)
      ? name
      : free(`${isValid(name) ? model : 'layer'}_${name}`.replace(/[^-A-Za-z0-9_./]/g, '_'));
    taken.add(safe);
    return [name, safe];
  });
  return new Map(renamed);
}
