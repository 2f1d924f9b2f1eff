// The values, if any, of data on the shape-only backend, by its data id. Kept apart from the backend, since the code that
// puts variables back needs them too.
import type * as tf from '@tensorflow/tfjs-core';

/** Values that a model makes from numbers of its own, such as the 0.5 in gelu. */
export const written = new WeakMap<object, tf.BackendValues>();

/** Values computed from small known ones, such as the sizes of a reshape from those of a shape. */
export const computed = new WeakMap<object, tf.BackendValues>();

/** Data made without values. */
export const shapesOnly = new WeakSet<object>();

/** Functions that give values at the first read. */
export const declared = new WeakMap<object, () => tf.BackendValues>();

/** Has `draw` give the values of this data when they are first read, and never again. */
export function declareData(dataId: object, draw: () => tf.BackendValues): void {
  declared.set(dataId, () => {
    const values = draw();
    declared.set(dataId, () => values);
    return values;
  });
}
