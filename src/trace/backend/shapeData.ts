// The values of data on the shape-only backend, if any, keyed by data id. The code that puts variables back needs them too.
import type * as tf from '@tensorflow/tfjs-core';

/** Values that a model writes itself, such as the 0.5 in gelu. */
export const written = new WeakMap<object, tf.BackendValues>();

/** Values computed from small known ones, such as the sizes of a reshape from those of a shape. */
export const computed = new WeakMap<object, tf.BackendValues>();

/** Data made without values. */
export const shapesOnly = new WeakSet<object>();

/** Functions that compute values at the first read. */
export const declared = new WeakMap<object, () => tf.BackendValues>();

/** Has `draw` give the values of this data when they are first read; it is called once. */
export function declareData(dataId: object, draw: () => tf.BackendValues): void {
  declared.set(dataId, () => {
    const values = draw();
    declared.set(dataId, () => values);
    return values;
  });
}
