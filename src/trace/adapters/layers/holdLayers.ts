// Puts back the states of tf.layers layers that a function runs, which does not name its layers.
import * as tf from '@tensorflow/tfjs-core';
import type { HeldTensors } from '../../adapter.ts';
import { replaceMethod, undoAll } from '../../replaceMethod.ts';
import { HeldProperties } from '../../state/heldProperties.ts';
import type { LayerLike } from '../../traceable.ts';
import { layerTree } from './layerTree.ts';

/**
 * Notes the tensors that layers of tf.layers hold, each before it first runs, for code that does not name its layers.
 * @param given tensors that the caller holds
 * @param holders objects whose properties are held too
 */
export function holdLayers(given: readonly unknown[], holders: readonly object[] = []): HeldTensors {
  const held = new HeldProperties(holders);
  const known = new Set<object>();
  const undo: (() => void)[] = [];
  let depth = 0;
  for (const prototype of layerPrototypes())
    undo.push(
      replaceMethod(prototype, 'apply', (apply, args, self) => {
        // a container does not call the `apply` of its layers
        if (!known.has(self as LayerLike))
          for (const { layer } of layerTree(self as LayerLike).found)
            if (!known.has(layer)) {
              known.add(layer);
              held.add(layer);
            }
        depth += 1;
        try {
          return apply(...args);
        } finally {
          depth -= 1;
        }
      }),
    );
  return {
    isKnown: (tensor) => depth > 0 || given.includes(tensor),
    putBack(madeVariables) {
      undoAll(undo);
      held.putBack(madeVariables);
    },
  };
}

/** The prototypes of tf.layers' own class, which registers the classes of all layers, of each copy in use. */
function layerPrototypes(): Set<object> {
  const found = new Set<object>();
  for (const [layerClass] of Object.values(tf.serialization.SerializationMap.getMap().classNameMap)) {
    let owner: object | undefined;
    for (let at: object | null = layerClass.prototype; at !== null; at = Object.getPrototypeOf(at))
      if (Object.hasOwn(at, 'apply') && Object.hasOwn(at, 'addWeight')) owner = at;
    if (owner) found.add(owner);
  }
  return found;
}
