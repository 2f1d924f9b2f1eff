// Indexing of a tensor as in Python: whole numbers, slices, an ellipsis and new axes.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import { isEllipsis, isSlice } from './callTemplate.ts';
import type { Shape } from './layerKind.ts';

/** What an index does to one axis, or that it makes a new one. */
type Step =
  | { readonly kind: 'new' }
  | { readonly kind: 'at'; readonly index: number }
  | { readonly kind: 'range'; readonly range: readonly [number | null, number | null, number | null] };

/** @throws UserError for an index that is a tensor or a list of indices, and for more indices than axes */
function stepsOf(key: unknown, rank: number): Step[] {
  const parts = Array.isArray(key) ? key : [key];
  const taken = parts.filter((part) => part !== null && !isEllipsis(part)).length;
  if (taken > rank) throw new UserError(`an index of ${taken} axes does not fit a tensor of ${rank}`);
  const all: Step = { kind: 'range', range: [null, null, null] };
  const steps = parts.flatMap((part): Step[] => {
    if (part === null) return [{ kind: 'new' }];
    if (isEllipsis(part)) return Array(rank - taken).fill(all);
    if (Number.isSafeInteger(part)) return [{ kind: 'at', index: part }];
    if (isSlice(part) && part.slice.every((one) => one === null || Number.isSafeInteger(one)) && part.slice[2] !== 0)
      return [{ kind: 'range', range: part.slice }];
    throw new UserError(
      `an index must be a whole number, a slice or an ellipsis, got ${`${JSON.stringify(part)}`.slice(0, 80)}`,
    );
  });
  return [...steps, ...Array<Step>(parts.some(isEllipsis) ? 0 : rank - taken).fill(all)];
}

/** First index, number of indices and step of a slice of an axis. */
function rangeOf(
  [start, stop, step]: readonly (number | null)[],
  size: number,
): { first: number; count: number; by: number } {
  const by = step ?? 1;
  const [low, high] = by > 0 ? [0, size] : [-1, size - 1];
  const clamp = (value: number): number => Math.min(Math.max(value < 0 ? value + size : value, low), high);
  const first = start == null ? (by > 0 ? low : high) : clamp(start);
  const end = stop == null ? (by > 0 ? high : low) : clamp(stop);
  return { first, count: Math.max(0, Math.ceil((end - first) / by)), by };
}

/** The shape of `x[key]`; an open axis stays open under a slice, as Keras has it. */
export function indexedShape(shape: Shape, key: unknown): Shape {
  let axis = 0;
  return stepsOf(key, shape.length).flatMap((step): (number | null)[] => {
    if (step.kind === 'new') return [1];
    const size = shape[axis++]!;
    if (step.kind === 'at') return [];
    return [size === null ? null : rangeOf(step.range, size).count];
  });
}

/** `x[key]`. @throws UserError for an index that is out of bounds */
export function indexed(x: tf.Tensor, key: unknown): tf.Tensor {
  const steps = stepsOf(key, x.rank);
  const ranges = steps
    .filter((step) => step.kind !== 'new')
    .map((step, axis) => {
      const size = x.shape[axis]!;
      if (step.kind === 'range') return rangeOf(step.range, size);
      const first = step.index < 0 ? step.index + size : step.index;
      if (first < 0 || first >= size)
        throw new UserError(`the index ${step.index} is out of bounds of an axis of ${size}`);
      return { first, count: 1, by: 1 };
    });
  const spans = ranges.map(({ count, by }) => (count === 0 ? 0 : (count - 1) * Math.abs(by) + 1));
  const begins = ranges.map(({ first, by }, i) => (by > 0 ? first : first - spans[i]! + 1));
  const part = tf.slice(x, begins, spans);
  const turned = ranges.flatMap(({ by }, axis) => (by < 0 ? [axis] : []));
  const forward = turned.length > 0 ? tf.reverse(part, turned) : part;
  const strides = ranges.map(({ by }) => Math.abs(by));
  const picked = strides.every((by) => by === 1)
    ? forward
    : tf.stridedSlice(
        forward,
        spans.map(() => 0),
        spans,
        strides,
      );
  return tf.reshape(picked, indexedShape(x.shape, key) as number[]);
}
