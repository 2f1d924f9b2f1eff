// Operations that repeat, pad and look up elements.
import * as tf from '@tensorflow/tfjs-core';
import { indexed, indexedShape } from '../indexing.ts';
import { repeat } from '../kinds/reshapingLayers.ts';
import type { AnyKind, Shape } from '../layerKind.ts';
import { shapeOf, tensorOf } from '../operands.ts';
import { integer, listOf, nullable, oneOf } from '../settings.ts';
import { fromFront } from '../shapes.ts';
import { moved, sizeOf } from './axisOperations.ts';
import { operation } from './operationKind.ts';

const x = ['x'];

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
  ...repeating,
  ...lookingUp,
  Tril: triangle((row, column, k) => tf.lessEqual(column, tf.add(row, k))),
  Triu: triangle((row, column, k) => tf.greaterEqual(column, tf.add(row, k))),
};
