// Elements moved: ranks 0 to 6, axes from behind, empty arrays, masks.
import * as tf from '@tensorflow/tfjs-core';
import { product } from '../../../src/tensors.ts';
import {
  axesOf,
  axisOf,
  coin,
  type Draw,
  drawn,
  dtypeOf,
  type Generator,
  input,
  int,
  orderOf,
  pick,
  shapeOf,
  solid,
  times,
} from './draw.ts';

const of = (draw: Draw, min: number, max: number) => input(draw, shapeOf(draw, min, max), dtypeOf(draw));
const text = JSON.stringify;

const reshape: Generator = (draw) => {
  const x = of(draw, 0, 6);
  const shape = orderOf(draw, x.shape.length).map((axis) => x.shape[axis]!);
  const wanted = product(x.shape) > 0 && coin(draw) ? [-1, ...shape.slice(1)] : [1, ...shape];
  return drawn(`reshape ${text(wanted)}`, (y) => tf.reshape(y, shape.length === 0 ? [1] : wanted), x);
};
const expand: Generator = (draw) => {
  const x = of(draw, 0, 5);
  const axis = int(draw, -x.shape.length - 1, x.shape.length);
  return drawn(`expandDims ${axis}`, (y) => tf.squeeze(tf.expandDims(y, axis)), x);
};
const transpose: Generator = (draw) => {
  const x = of(draw, 0, 6);
  const perm = coin(draw) ? undefined : orderOf(draw, x.shape.length);
  return drawn(`transpose ${text(perm)}`, (y) => tf.transpose(y, perm), x);
};
const reverse: Generator = (draw) => {
  const x = of(draw, 1, 4);
  const axes = axesOf(draw, x.shape.length);
  return drawn(`reverse ${text(axes)}`, (y) => tf.reverse(y, axes.length === 0 ? undefined : axes), x);
};
const tile: Generator = (draw) => {
  const x = of(draw, 0, 5);
  const reps = x.shape.map(() => int(draw, 0, 3));
  return drawn(`tile ${text(reps)}`, (y) => tf.tile(y, reps), x);
};
const broadcast: Generator = (draw) => {
  const shape = solid(draw, 0, 5);
  const x = input(
    draw,
    shape.slice(int(draw, 0, shape.length)).map((each) => (coin(draw) ? 1 : each)),
    dtypeOf(draw),
  );
  return drawn(`broadcastTo ${text(shape)}`, (y) => tf.broadcastTo(y, shape), x);
};
const pad: Generator = (draw) => {
  const x = of(draw, 1, 5);
  const paddings = x.shape.map(() => [int(draw, 0, 2), int(draw, 0, 2)] as [number, number]);
  const value = x.dtype === 'bool' ? 1 : pick(draw, 0, -1, 2.5);
  return drawn(`pad ${text(paddings)} ${value}`, (y) => tf.pad(y, paddings, value), x);
};
const mirror: Generator = (draw) => {
  const x = input(draw, solid(draw, 1, 4), dtypeOf(draw));
  const mode = pick(draw, 'reflect', 'symmetric');
  const most = (each: number) => each - (mode === 'reflect' ? 1 : 0);
  const paddings = x.shape.map((each) => [int(draw, 0, most(each)), int(draw, 0, most(each))] as [number, number]);
  return drawn(`mirrorPad ${text(paddings)} ${mode}`, (y) => tf.mirrorPad(y, paddings, mode), x);
};
const slice: Generator = (draw) => {
  const x = of(draw, 1, 5);
  const begin = x.shape.map((each) => int(draw, 0, each));
  const wanted = x.shape.map((each, i) => (coin(draw) ? -1 : int(draw, 0, each - begin[i]!)));
  const some = int(draw, 1, x.shape.length);
  return coin(draw)
    ? drawn(`slice ${text(begin)} ${text(wanted)}`, (y) => tf.slice(y, begin, wanted), x)
    : drawn(`slice ${text(begin.slice(0, some))}`, (y) => tf.slice(y, begin.slice(0, some)), x);
};
const strided: Generator = (draw) => {
  const x = input(draw, solid(draw, 1, 4), dtypeOf(draw));
  const rank = x.shape.length;
  const bound = () => x.shape.map((each) => int(draw, -each - 1, each + 1));
  const [begin, end] = [bound(), bound()];
  const strides = x.shape.map(() => pick(draw, 1, 1, 2, -1, -2));
  const mask = () => int(draw, 0, 2 ** rank - 1);
  const masks = [mask(), mask()] as const;
  return drawn(
    `stridedSlice ${text([begin, end, strides, masks])}`,
    (y) => tf.stridedSlice(y, begin, end, strides, ...masks),
    x,
  );
};
// the masks that change the rank, with strides of 1: the cpu backend shrinks an axis wrongly beside another stride
const masked: Generator = (draw) => {
  const x = input(draw, solid(draw, 2, 4), dtypeOf(draw));
  const begin = x.shape.map((each) => int(draw, 0, each - 1));
  const end = begin.map((from) => from + 1);
  const ones = x.shape.map(() => 1);
  const shrink = int(draw, 0, 2 ** x.shape.length - 1);
  const newAxis = coin(draw) ? (2 ** int(draw, 0, x.shape.length - 1)) & ~shrink : 0;
  const [ellipsis, axes] = coin(draw) ? [2 ** int(draw, 0, x.shape.length - 1), 0] : [0, newAxis];
  const masks = [0, 0, ellipsis, axes, shrink & ~ellipsis] as const;
  return drawn(`stridedSlice ${text([begin, end, masks])}`, (y) => tf.stridedSlice(y, begin, end, ones, ...masks), x);
};
const concat: Generator = (draw) => {
  const shape = shapeOf(draw, 1, 5);
  const dtype = dtypeOf(draw);
  const axis = axisOf(draw, shape.length);
  const parts = times(int(draw, 1, 4), () => input(draw, shape.with(axis, int(draw, 0, 3)), dtype));
  return drawn(`concat ${axis}`, (...xs) => tf.concat(xs, axis), ...parts);
};
const stack: Generator = (draw) => {
  const shape = shapeOf(draw, 0, 4);
  const dtype = dtypeOf(draw);
  const axis = int(draw, -shape.length - 1, shape.length);
  return drawn(
    `stack ${axis}`,
    (...xs) => tf.stack(xs, axis),
    ...times(int(draw, 1, 3), () => input(draw, shape, dtype)),
  );
};
const unstack: Generator = (draw) => {
  const x = input(draw, solid(draw, 1, 5), dtypeOf(draw));
  const axis = axisOf(draw, x.shape.length);
  return drawn(`unstack ${axis}`, (y) => tf.unstack(y, axis), x);
};
const split: Generator = (draw) => {
  const sizes = times(int(draw, 1, 3), () => int(draw, 0, 3));
  const base = solid(draw, 1, 4);
  const axis = axisOf(draw, base.length);
  const x = input(
    draw,
    base.with(
      axis,
      sizes.reduce((a, b) => a + b, 0),
    ),
    dtypeOf(draw),
  );
  const asked = coin(draw) ? sizes.with(int(draw, 0, sizes.length - 1), -1) : sizes;
  return drawn(`split ${text(asked)} ${axis}`, (y) => tf.split(y, asked, axis), x);
};
export const arrays: Readonly<Record<string, Generator>> = {
  reshape,
  expand,
  transpose,
  reverse,
  tile,
  broadcast,
  pad,
  mirror,
  slice,
  strided,
  masked,
  concat,
  stack,
  unstack,
  split,
};
