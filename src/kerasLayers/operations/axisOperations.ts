// Operations that move, add, remove and join axes.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import type { AnyKind, Shape } from '../layerKind.ts';
import { shapeOf, tensorOf } from '../operands.ts';
import { anything, integer, listOf, nullable, type Setting } from '../settings.ts';
import { fromFront } from '../shapes.ts';
import { operation } from './operationKind.ts';

const x = ['x'];

/** The number of elements; null where an axis is open. */
export const sizeOf = (shape: Shape): number | null =>
  shape.includes(null) ? null : (shape as number[]).reduce((product, size) => product * size, 1);

/** Keras's rule for a shape with one size of -1. */
function reshaped(shape: Shape, sizes: readonly (number | null)[]): Shape {
  const known = sizes.filter((size): size is number => size !== null && size >= 0);
  const whole = sizeOf(shape);
  const rest = whole === null || known.length < sizes.length - 1 ? null : whole / (sizeOf(known) ?? 1);
  return sizes.map((size) => (size === null || size < 0 ? rest : size));
}

/** The permutation of axes that reverses them, or that a list gives. */
const orderOf = (axes: readonly number[] | null, rank: number): number[] =>
  axes?.map((axis) => fromFront(axis, rank)) ?? Array.from({ length: rank }, (_, i) => rank - 1 - i);

/** An operation that permutes axes. */
const permutation = <S extends Readonly<Record<string, Setting<unknown>>>>(
  settings: S,
  order: (config: { [K in keyof S]: S[K] extends Setting<infer T> ? T : never }, rank: number) => number[],
): AnyKind =>
  operation({
    parameters: x,
    settings,
    shape({ x }, config) {
      const shape = shapeOf(x);
      return order(config, shape.length).map((axis) => shape[axis]!);
    },
    call({ x }, config) {
      const tensor = tensorOf(x);
      return tf.transpose(tensor, order(config, tensor.rank));
    },
  });

/** The permutation that moves axes. */
export function moved(source: readonly number[], destination: readonly number[], rank: number): number[] {
  const from = source.map((axis) => fromFront(axis, rank));
  const order = Array.from({ length: rank }, (_, i) => i).filter((axis) => !from.includes(axis));
  const pairs = destination.map((axis, i): [number, number] => [fromFront(axis, rank), from[i]!]);
  for (const [to, axis] of pairs.sort(([a], [b]) => a - b)) order.splice(to, 0, axis);
  return order;
}

const moving: Readonly<Record<string, AnyKind>> = {
  Moveaxis: permutation({ source: listOf(integer()), destination: listOf(integer()) }, (config, rank) =>
    moved(config.source, config.destination, rank),
  ),
  Swapaxes: permutation({ axis1: integer(), axis2: integer() }, ({ axis1, axis2 }, rank) => {
    const order = Array.from({ length: rank }, (_, i) => i);
    const [a, b] = [fromFront(axis1, rank), fromFront(axis2, rank)];
    return order.with(a, b).with(b, a);
  }),
  Transpose: permutation({ axes: nullable(listOf(integer())) }, ({ axes }, rank) => orderOf(axes, rank)),
  ExpandDims: operation({
    parameters: x,
    settings: { axis: listOf(integer()) },
    shape: ({ x }, { axis }) => expanded(shapeOf(x), axis),
    call({ x }, { axis }) {
      const tensor = tensorOf(x);
      return tf.reshape(tensor, expanded(tensor.shape, axis) as number[]);
    },
  }),
  Ravel: operation({
    parameters: x,
    settings: {},
    shape: ({ x }) => [sizeOf(shapeOf(x))],
    call: ({ x }) => tf.reshape(tensorOf(x), [-1]),
  }),
  Reshape: operation({
    parameters: x,
    settings: { newshape: listOf(nullable(integer())) },
    shape: ({ x }, { newshape }) => reshaped(shapeOf(x), newshape),
    call: ({ x }, { newshape }) =>
      tf.reshape(
        tensorOf(x),
        newshape.map((size) => size ?? -1),
      ),
  }),
  Squeeze: operation({
    parameters: x,
    settings: { axis: nullable(listOf(integer())) },
    shape({ x }, { axis }) {
      const shape = shapeOf(x);
      const gone = axis?.map((one) => fromFront(one, shape.length));
      return shape.filter((size, i) => (gone ? !gone.includes(i) : size !== 1));
    },
    call({ x }, { axis }) {
      const tensor = tensorOf(x);
      return tf.squeeze(
        tensor,
        axis?.map((one) => fromFront(one, tensor.rank)),
      );
    },
  }),
};

function expanded(shape: Shape, axes: readonly number[]): Shape {
  const rank = shape.length + axes.length;
  const made = new Set(axes.map((axis) => fromFront(axis, rank)));
  const rest = [...shape];
  return Array.from({ length: rank }, (_, i) => (made.has(i) ? 1 : rest.shift()!));
}

const lists = (xs: unknown): readonly unknown[] => (Array.isArray(xs) ? xs : [xs]);

/** The shape of tensors along one axis: sizes add up, and other open sizes are those of a tensor that knows them. */
function joined(shapes: readonly Shape[], axis: number): Shape {
  const [first] = shapes as [Shape];
  return first.map((_, i) => {
    const sizes: readonly (number | null)[] = shapes.map((shape) => shape[i] ?? null);
    if (i === axis) return sizes.includes(null) ? null : (sizes as number[]).reduce((sum, size) => sum + size, 0);
    return sizes.find((size) => size !== null) ?? null;
  });
}

/** Tensors of two axes and more along one of the first two. */
const stacked = (axis: 0 | 1): AnyKind =>
  operation({
    parameters: ['xs'],
    settings: {},
    shape: ({ xs }) => joined(lists(xs).map(shapeOf), axis),
    call: ({ xs }) =>
      tf.concat(
        lists(xs).map((one) => tensorOf(one)),
        axis,
      ),
  });

const joining: Readonly<Record<string, AnyKind>> = {
  Concatenate: operation({
    parameters: ['xs'],
    settings: { axis: integer(-1) },
    shape({ xs }, { axis }) {
      const shapes = lists(xs).map(shapeOf);
      return joined(shapes, fromFront(axis, shapes[0]!.length));
    },
    call({ xs }, { axis }) {
      const tensors = lists(xs).map((one) => tensorOf(one));
      return tf.concat(tensors, fromFront(axis, tensors[0]!.rank));
    },
  }),
  Hstack: stacked(1),
  Stack: operation({
    parameters: x,
    settings: { axis: integer(0) },
    shape({ x }, { axis }) {
      const shapes = lists(x).map(shapeOf);
      return shapes[0]!.toSpliced(fromFront(axis, shapes[0]!.length + 1), 0, shapes.length);
    },
    call({ x }, { axis }) {
      const tensors = lists(x).map((one) => tensorOf(one));
      return tf.stack(tensors, fromFront(axis, tensors[0]!.rank + 1));
    },
  }),
  Split: operation({
    parameters: x,
    settings: { indicesOrSections: anything(), axis: integer(0) },
    shape({ x }, { axis, indicesOrSections }) {
      const shape = shapeOf(x);
      const at = fromFront(axis, shape.length);
      return sectionsOf(shape[at]!, indicesOrSections).map((size) => shape.with(at, size));
    },
    call({ x }, { axis, indicesOrSections }) {
      const tensor = tensorOf(x);
      const at = fromFront(axis, tensor.rank);
      return tf.split(tensor, sectionsOf(tensor.shape[at]!, indicesOrSections) as number[], at);
    },
  }),
  Vstack: stacked(0),
  Unstack: operation({
    parameters: x,
    settings: { num: nullable(integer()), axis: integer(0) },
    shape({ x }, { axis, num }) {
      const shape = shapeOf(x);
      const at = fromFront(axis, shape.length);
      return Array(shape[at] ?? num ?? 1).fill(shape.toSpliced(at, 1));
    },
    call: ({ x }, { axis }) => tf.unstack(tensorOf(x), fromFront(axis, tensorOf(x).rank)),
  }),
};

/** Sizes of the parts of an axis. @throws UserError for neither a count nor a list of indices */
function sectionsOf(size: number | null, sections: unknown): (number | null)[] {
  if (Number.isSafeInteger(sections) && (sections as number) > 0) {
    const count = sections as number;
    if (size !== null && size % count !== 0)
      throw new UserError(`an axis of ${size} must split into equal parts, got ${count}`);
    return Array(count).fill(size === null ? null : size / count);
  }
  if (!Array.isArray(sections) || !sections.every(Number.isSafeInteger))
    throw new UserError(
      `a split must be a count or a list of indices, got ${`${JSON.stringify(sections)}`.slice(0, 80)}`,
    );
  const ends = [...(sections as number[]), size];
  return ends.map((end, i) => (end === null ? null : end - (i === 0 ? 0 : ends[i - 1]!)));
}

/** Operations on axes by Keras's names. */
export const axisOperations: Readonly<Record<string, AnyKind>> = { ...moving, ...joining };
