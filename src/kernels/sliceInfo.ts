// The bounds of tf.js's kernel StridedSlice.
import * as tf from '@tensorflow/tfjs-core';

/** Attributes of StridedSlice; bit `i` of a mask concerns entry `i` of the bounds. */
export interface StridedSliceAttributes {
  readonly begin: number[];
  readonly end: number[];
  readonly strides: number[];
  readonly beginMask: number;
  readonly endMask: number;
  readonly ellipsisMask: number;
  readonly newAxisMask: number;
  readonly shrinkAxisMask: number;
}

/** Begin, end and stride of each axis of `shape`, whatever the masks leave open; an end of -1 lies before the first element. */
export function boundsOf(
  shape: readonly number[],
  attributes: StridedSliceAttributes,
): { readonly begin: readonly number[]; readonly end: readonly number[]; readonly strides: readonly number[] } {
  const { begin, end, strides, beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask } = attributes;
  const masks = [beginMask, endMask, ellipsisMask, newAxisMask, shrinkAxisMask] as const;
  return tf.slice_util.sliceInfo([...shape], begin, end, strides, ...masks);
}
