// Operations that move, join, split, repeat and look up elements.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { indexed, indexedShape } from '../indexing.ts';
import { repeat } from '../kinds/reshapingLayers.ts';
import type { AnyKind, Shape } from '../layerKind.ts';
import { shapeOf, tensorOf } from '../operands.ts';
import { anything, integer, listOf, nullable, oneOf, type Setting } from '../settings.ts';
import { fromFront } from '../shapes.ts';
import { operation } from './operationKind.ts';

const x = ['x'];

const sizeOf = (shape: Shape): number | null =>
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

function moved(source: readonly number[], destination: readonly number[], rank: number): number[] {
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

const repeating: Readonly<Record<string, AnyKind>> = {
  BroadcastTo: operation({
    parameters: x,
    settings: { shape: listOf(integer()) },
    shape: (_, { shape }) => shape,
    call: ({ x }, { shape }) => tf.broadcastTo(tensorOf(x), [...shape]),
  }),
  Flip: operation({
    parameters: x,
    settings: { axis: nullable(listOf(integer())) },
    shape: ({ x }) => shapeOf(x),
    call({ x }, { axis }) {
      const tensor = tensorOf(x);
      return tf.reverse(
        tensor,
        axis?.map((one) => fromFront(one, tensor.rank)),
      );
    },
  }),
  Pad: operation({
    parameters: ['x', 'constantValues'],
    settings: { padWidth: listOf(listOf(integer())), mode: oneOf(['constant', 'reflect', 'symmetric'], 'constant') },
    shape({ x }, { padWidth }) {
      const shape = shapeOf(x);
      return widths(padWidth, shape.length).map(([before, after], i) => shape[i]! && shape[i]! + before + after);
    },
    call({ x, constantValues }, { padWidth, mode }) {
      const tensor = tensorOf(x);
      const pads = widths(padWidth, tensor.rank);
      if (mode !== 'constant') return tf.mirrorPad(tensor, pads, mode);
      return tf.pad(tensor, pads, typeof constantValues === 'number' ? constantValues : 0);
    },
  }),
  Repeat: operation({
    parameters: x,
    settings: { repeats: integer(), axis: nullable(integer()) },
    shape({ x }, { repeats, axis }) {
      const shape = shapeOf(x);
      if (axis === null) return [sizeOf(shape) && sizeOf(shape)! * repeats];
      const at = fromFront(axis, shape.length);
      return shape.with(at, shape[at]! && shape[at]! * repeats);
    },
    call({ x }, { repeats, axis }) {
      const tensor = axis === null ? tf.reshape(tensorOf(x), [-1]) : tensorOf(x);
      return repeat(tensor, fromFront(axis ?? 0, tensor.rank), repeats);
    },
  }),
  Roll: operation({
    parameters: x,
    settings: { shift: integer(), axis: nullable(integer()) },
    shape: ({ x }) => shapeOf(x),
    call({ x }, { shift, axis }) {
      const tensor = tensorOf(x);
      if (axis === null) return tf.reshape(rolled(tf.reshape(tensor, [-1]), shift, 0), tensor.shape);
      return rolled(tensor, shift, fromFront(axis, tensor.rank));
    },
  }),
  Tile: operation({
    parameters: x,
    settings: { repeats: listOf(integer()) },
    shape({ x }, { repeats }) {
      const [shape, times] = aligned(shapeOf(x), repeats);
      return shape.map((size, i) => size && size * times[i]!);
    },
    call({ x }, { repeats }) {
      const tensor = tensorOf(x);
      const [shape, times] = aligned(tensor.shape, repeats);
      return tf.tile(tf.reshape(tensor, shape as number[]), [...times]);
    },
  }),
};

/** Sides of each axis; one pair stands for all of them. */
const widths = (pads: readonly (readonly number[])[], rank: number): [number, number][] =>
  Array.from({ length: rank }, (_, i) => {
    const pair = pads.length === 1 ? pads[0]! : pads[i]!;
    return [pair[0]!, pair.at(-1)!];
  });

function rolled(tensor: tf.Tensor, shift: number, axis: number): tf.Tensor {
  const size = tensor.shape[axis]!;
  const by = ((shift % size) + size) % size;
  if (by === 0) return tensor;
  const [front, back] = tf.split(tensor, [size - by, by], axis);
  return tf.concat([back!, front!], axis);
}

/** A shape and repeats of the same length, with ones in front. */
function aligned(shape: Shape, repeats: readonly number[]): [Shape, readonly number[]] {
  const rank = Math.max(shape.length, repeats.length);
  const ones = (missing: number): number[] => Array<number>(missing).fill(1);
  return [
    [...ones(rank - shape.length), ...shape],
    [...ones(rank - repeats.length), ...repeats],
  ];
}

const lookingUp: Readonly<Record<string, AnyKind>> = {
  GetItem: operation({
    parameters: ['x', 'key'],
    settings: {},
    shape: ({ x, key }) => indexedShape(shapeOf(x), key),
    call: ({ x, key }) => indexed(tensorOf(x), key),
  }),
  OneHot: operation({
    parameters: x,
    settings: { numClasses: integer(), axis: integer(-1) },
    shape({ x }, { numClasses, axis }) {
      const shape = shapeOf(x);
      return shape.toSpliced(fromFront(axis, shape.length + 1), 0, numClasses);
    },
    call({ x }, { numClasses, axis }) {
      const each = tf.cast(tf.oneHot(tf.cast(tensorOf(x), 'int32'), numClasses), 'float32');
      return tf.transpose(each, moved([-1], [axis], each.rank));
    },
  }),
  Take: operation({
    parameters: ['x', 'indices'],
    settings: { axis: nullable(integer()) },
    shape({ x, indices }, { axis }) {
      const shape = shapeOf(x);
      if (axis === null) return shapeOf(indices);
      return shape.toSpliced(fromFront(axis, shape.length), 1, ...shapeOf(indices));
    },
    call({ x, indices }, { axis }) {
      const tensor = axis === null ? tf.reshape(tensorOf(x), [-1]) : tensorOf(x);
      const at = fromFront(axis ?? 0, tensor.rank);
      const given = tf.cast(tensorOf(indices), 'int32');
      return tf.gather(
        tensor,
        tf.where(tf.less(given, 0), tf.add(given, tf.scalar(tensor.shape[at]!, 'int32')), given),
        at,
      );
    },
  }),
};

/** Part of each matrix: on and below a diagonal, or on and above it. */
const triangle = (keeps: (row: tf.Tensor, column: tf.Tensor, k: number) => tf.Tensor): AnyKind =>
  operation({
    parameters: x,
    settings: { k: integer(0) },
    shape: ({ x }) => shapeOf(x),
    call({ x }, { k }) {
      const tensor = tensorOf(x);
      const [rows, columns] = tensor.shape.slice(-2) as [number, number];
      const kept = keeps(tf.reshape(tf.range(0, rows), [rows, 1]), tf.range(0, columns), k);
      return tf.mul(tensor, tf.cast(kept, tensor.dtype));
    },
  });

/** Operations on whole arrays by Keras's names. */
export const arrayOperations: Readonly<Record<string, AnyKind>> = {
  ...moving,
  ...joining,
  ...repeating,
  ...lookingUp,
  Tril: triangle((row, column, k) => tf.lessEqual(column, tf.add(row, k))),
  Triu: triangle((row, column, k) => tf.greaterEqual(column, tf.add(row, k))),
};
