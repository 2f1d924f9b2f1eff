// Operations that reduce axes, or run along one.
import * as tf from '@tensorflow/tfjs-core';
import type { AnyKind, Shape } from '../layerKind.ts';
import { bools, floats, shapeOf, tensorOf } from '../operands.ts';
import { flag, integer, listOf, nullable, number } from '../settings.ts';
import { fromFront } from '../shapes.ts';
import { operation } from './operationKind.ts';

function reducedShape(shape: Shape, axes: readonly number[] | null, keepdims: boolean): Shape {
  const gone = new Set(axes?.map((axis) => fromFront(axis, shape.length)) ?? shape.keys());
  return shape.flatMap((size, axis) => (!gone.has(axis) ? [size] : keepdims ? [1] : []));
}

type Reduce = (x: tf.Tensor, axes: number[], keepdims: boolean) => tf.Tensor;

const reduction = (run: Reduce, read: (value: unknown) => tf.Tensor = floats): AnyKind =>
  operation({
    parameters: ['x'],
    settings: { axis: nullable(listOf(integer())), keepdims: flag(false) },
    shape: ({ x }, { axis, keepdims }) => reducedShape(shapeOf(x), axis, keepdims),
    call({ x }, { axis, keepdims }) {
      const tensor = read(x);
      return run(tensor, axis?.map((one) => fromFront(one, tensor.rank)) ?? [...tensor.shape.keys()], keepdims);
    },
  });

/** The index of an element along one axis, or in the whole tensor. */
const index = (find: (x: tf.Tensor, axis: number) => tf.Tensor): AnyKind =>
  operation({
    parameters: ['x'],
    settings: { axis: nullable(integer()), keepdims: flag(false) },
    shape: ({ x }, { axis, keepdims }) => reducedShape(shapeOf(x), axis === null ? null : [axis], keepdims),
    call({ x }, { axis, keepdims }) {
      const tensor = tensorOf(x);
      const found = axis === null ? find(tf.reshape(tensor, [-1]), 0) : find(tensor, fromFront(axis, tensor.rank));
      return keepdims
        ? tf.reshape(found, reducedShape(tensor.shape, axis === null ? null : [axis], true) as number[])
        : found;
    },
  });

/** A function along one axis, or of the flattened tensor. */
const along = (run: (x: tf.Tensor, axis: number) => tf.Tensor, absent?: number): AnyKind =>
  operation({
    parameters: ['x'],
    settings: { axis: absent === undefined ? nullable(integer()) : integer(absent) },
    shape({ x }, { axis }) {
      const shape = shapeOf(x);
      if (axis !== null) return shape;
      return [shape.includes(null) ? null : (shape as number[]).reduce((product, size) => product * size, 1)];
    },
    call({ x }, { axis }) {
      const tensor = floats(x);
      return axis === null ? run(tf.reshape(tensor, [-1]), 0) : run(tensor, fromFront(axis, tensor.rank));
    },
  });

const variance: Reduce = (x, axes, keepdims) => tf.moments(x, axes, keepdims).variance;

/** The last axis and another one change places. */
function swapLast(x: tf.Tensor, axis: number): tf.Tensor {
  const order = [...x.shape.keys()];
  [order[axis], order[x.rank - 1]] = [x.rank - 1, axis];
  return tf.transpose(x, order);
}

function sorted(x: tf.Tensor, axis: number): { values: tf.Tensor; indices: tf.Tensor } {
  const last = swapLast(x, axis);
  // smallest first: the largest of the negative numbers
  const { values, indices } = tf.topk(tf.neg(last), last.shape.at(-1)!, true);
  return { values: swapLast(tf.neg(values), axis), indices: swapLast(indices, axis) };
}

/** Norms by order, as the order of a vector. */
const norm = (x: tf.Tensor, order: number | null, axes: number[]): tf.Tensor => {
  if (order === 1) return tf.sum(tf.abs(x), axes, true);
  if (order === null || order === 2) return tf.sqrt(tf.sum(tf.square(x), axes, true));
  return tf.pow(tf.sum(tf.pow(tf.abs(x), order), axes, true), 1 / order);
};

/** Operations that reduce or run along axes, by Keras's names. */
export const reductionOperations: Readonly<Record<string, AnyKind>> = {
  All: reduction((x, axes, keepdims) => tf.all(x, axes, keepdims), bools),
  Amax: reduction((x, axes, keepdims) => tf.max(x, axes, keepdims), tensorOf),
  Amin: reduction((x, axes, keepdims) => tf.min(x, axes, keepdims), tensorOf),
  Any: reduction((x, axes, keepdims) => tf.any(x, axes, keepdims), bools),
  Argmax: index((x, axis) => tf.argMax(x, axis)),
  Argmin: index((x, axis) => tf.argMin(x, axis)),
  Argsort: along((x, axis) => sorted(x, axis).indices, -1),
  Average: operation({
    parameters: ['x', 'weights'],
    settings: { axis: nullable(integer()) },
    shape: ({ x }, { axis }) => reducedShape(shapeOf(x), axis === null ? null : [axis], false),
    call({ x, weights }, { axis }) {
      const tensor = floats(x);
      if (weights === undefined || weights === null) return tf.mean(tensor, axis ?? undefined);
      const given = floats(weights);
      // a vector of weights is for the one axis
      const ones = tensor.shape.map((size, i) => (axis !== null && i === fromFront(axis, tensor.rank) ? size : 1));
      const each = given.rank === 1 && tensor.rank > 1 ? tf.reshape(given, ones) : given;
      const sum = tf.sum(tf.mul(tensor, each), axis ?? undefined);
      return tf.div(sum, tf.sum(tf.mul(tf.onesLike(tensor), each), axis ?? undefined));
    },
  }),
  CountNonzero: reduction((x, axes) => tf.sum(tf.cast(tf.notEqual(x, 0), 'int32'), axes)),
  Cumprod: along((x, axis) => tf.cumprod(x, axis)),
  Cumsum: along((x, axis) => tf.cumsum(x, axis)),
  Logsumexp: reduction((x, axes, keepdims) => tf.logSumExp(x, axes, keepdims)),
  Max: reduction((x, axes, keepdims) => tf.max(x, axes, keepdims), tensorOf),
  Mean: reduction((x, axes, keepdims) => tf.mean(x, axes, keepdims)),
  Min: reduction((x, axes, keepdims) => tf.min(x, axes, keepdims), tensorOf),
  Normalize: operation({
    parameters: ['x'],
    settings: { axis: listOf(integer(), [-1]), order: nullable(number()), epsilon: nullable(number()) },
    shape: ({ x }) => shapeOf(x),
    call({ x }, { axis, order, epsilon }) {
      const tensor = floats(x);
      const axes = axis.map((one) => fromFront(one, tensor.rank));
      return tf.div(tensor, tf.maximum(norm(tensor, order, axes), epsilon ?? 1e-7));
    },
  }),
  Prod: reduction((x, axes, keepdims) => tf.prod(x, axes, keepdims), tensorOf),
  Ptp: reduction((x, axes, keepdims) => tf.sub(tf.max(x, axes, keepdims), tf.min(x, axes, keepdims))),
  Sort: along((x, axis) => sorted(x, axis).values, -1),
  Std: reduction((x, axes, keepdims) => tf.sqrt(variance(x, axes, keepdims))),
  Sum: reduction((x, axes, keepdims) => tf.sum(x, axes, keepdims), tensorOf),
  TopK: operation({
    parameters: ['x'],
    settings: { k: integer(), sorted: flag(true) },
    shape({ x }, { k }) {
      const shape = [...shapeOf(x).slice(0, -1), k];
      return [shape, shape];
    },
    call({ x }, { k, sorted: inOrder }) {
      const { values, indices } = tf.topk(tensorOf(x), k, inOrder);
      return [values, indices];
    },
  }),
  Var: reduction(variance),
};
