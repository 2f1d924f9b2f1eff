// A shape rule computes the shapes and dtypes of a kernel's outputs from those of its inputs.
import * as tf from '@tensorflow/tfjs-core';
import type { NoRule } from '../noRule.ts';

export interface Spec {
  readonly shape: readonly number[];
  readonly dtype: tf.DataType;
}

// biome-ignore lint/suspicious/noExplicitAny: each kernel has attributes of its own
type Attributes = any;

/** @param inputs by name, those that were not given left out */
export type ShapeRule = (
  inputs: readonly Spec[],
  attributes: Attributes,
  named: Readonly<Record<string, Spec>>,
) => readonly Spec[];

/** A row of a family's table. */
export type ShapeRow = ShapeRule | NoRule;

export const util = tf.backend_util;

const anyShape = (rank: number): number[] => new Array(rank).fill(1);

/** Axes from 0; all of them when none is given. @throws Error for one that the rank has not */
export function parseAxes(axis: number | readonly number[] | null | undefined, rank: number): number[] {
  return tf.util.parseAxisParam(axis as number[], anyShape(rank));
}

export const parseAxis = (axis: number, rank: number): number => tf.util.parseAxisParam(axis, anyShape(rank))[0]!;

/** What a tf.js kernel asserts: an error of tf.js's words where `condition` does not hold. */
export const expect = (condition: boolean, message: () => string): void => tf.util.assert(condition, message);
export const list = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** The shape of the first input, in the dtype that is given. */
export const like =
  (dtype?: tf.DataType): ShapeRule =>
  ([x]) => [dtype ? { shape: x!.shape, dtype } : x!];
