// A shape rule computes the shapes and dtypes of a kernel's outputs from those of its inputs.
import * as tf from '@tensorflow/tfjs-core';
import type { NoRule } from '../noRule.ts';

export interface Spec {
  readonly shape: readonly number[];
  readonly dtype: tf.DataType;
}

// biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
type Attributes = any;

/** @param named inputs by name, without absent optional inputs */
export type ShapeRule = (
  inputs: readonly Spec[],
  attributes: Attributes,
  named: Readonly<Record<string, Spec>>,
) => readonly Spec[];

/** A row of a family's table. */
export type ShapeRow = ShapeRule | NoRule;

export const util = tf.backend_util;

const anyShape = (rank: number): number[] => new Array(rank).fill(1);

/** Returns non-negative axes, all of them by default. @throws Error for an axis outside the rank */
export function parseAxes(axis: number | readonly number[] | null | undefined, rank: number): number[] {
  return tf.util.parseAxisParam(axis as number[], anyShape(rank));
}

export const parseAxis = (axis: number, rank: number): number => tf.util.parseAxisParam(axis, anyShape(rank))[0]!;

/** An assertion of a tf.js kernel, with tf.js's own error text. */
export const expect = (condition: boolean, message: () => string): void => tf.util.assert(condition, message);
export const list = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** The shape of the first input, with its dtype unless `dtype` is given. */
export const like =
  (dtype?: tf.DataType): ShapeRule =>
  ([x]) => [dtype ? { shape: x!.shape, dtype } : x!];
