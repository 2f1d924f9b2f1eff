// Cropping, padding and upsampling.
import * as tf from '@tensorflow/tfjs-core';
import { channelsLast } from '../convolve.ts';
import { type AnyKind, layerKind } from '../layerKind.ts';
import { interpolations, resizeImage } from '../resizeImage.ts';
import { count, dataFormat, integer, listOf, nullable, oneOf, perAxis, type Setting } from '../settings.ts';
import { withSpatial } from '../shapes.ts';

type Sides = readonly [before: number, after: number];

const side = integer();
const pair: Setting<Sides> = {
  expected: 'a whole number, or one for each side',
  read: (value) => {
    const [before, after] = Array.isArray(value) ? value.map(side.read) : [side.read(value), side.read(value)];
    return before === undefined || after === undefined || before < 0 || after < 0 ? undefined : [before, after];
  },
};

/** What is added or removed before and after each axis. */
function sides(rank: number, absent: number): Setting<readonly Sides[]> {
  const { expected, read } = perAxis(rank, pair);
  return {
    absent: Array(rank).fill([absent, absent]),
    expected,
    // the one axis of a layer over one axis has its two sides without a list around
    read: (value) => read(rank === 1 && Array.isArray(value) && value.length === 2 ? [value] : value),
  };
}

/** Removes the sides of an image. @param rank how many spatial axes */
export const cropping = (rank: number): AnyKind =>
  layerKind({
    settings: { cropping: sides(rank, rank === 2 ? 0 : 1), dataFormat: dataFormat() },
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(
        shape,
        config.dataFormat,
        (size, i) => size && size - config.cropping[i]![0] - config.cropping[i]![1],
      ),
    call: ([x], { config }) =>
      channelsLast(x, config.dataFormat, (last) => {
        const starts = [0, ...config.cropping.map(([before]) => before), 0];
        const sizes = last.shape.map((size, i) => {
          const [before, after] = config.cropping[i - 1] ?? [0, 0];
          return size - before - after;
        });
        return tf.slice(last, starts, sizes);
      }),
  });

/** Adds zeros at the sides of an image. @param rank how many spatial axes */
export const zeroPadding = (rank: number): AnyKind =>
  layerKind({
    settings: { padding: sides(rank, 1), dataFormat: dataFormat() },
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(shape, config.dataFormat, (size, i) => size && size + config.padding[i]![0] + config.padding[i]![1]),
    call: ([x], { config }) =>
      channelsLast(x, config.dataFormat, (last) =>
        tf.pad(last, [[0, 0], ...config.padding.map(([before, after]): [number, number] => [before, after]), [0, 0]]),
      ),
  });

/** Repeats each step, pixel or voxel. @param rank how many spatial axes */
export const upSampling = (rank: number): AnyKind =>
  layerKind({
    settings: {
      size: perAxis(rank, count(), 2),
      dataFormat: dataFormat(),
      interpolation: oneOf(interpolations, 'nearest'),
    },
    isRightInTfjs: ({ interpolation }) => rank === 2 && interpolation === 'nearest',
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(shape, config.dataFormat, (size, i) => size && size * config.size[i]!),
    call: ([x], { config }) =>
      channelsLast(x, config.dataFormat, (last) => {
        if (config.interpolation === 'nearest')
          return config.size.reduce((repeated, times, i) => repeat(repeated, i + 1, times), last);
        const [, height, width] = last.shape as [number, number, number];
        const [rows, columns] = config.size as readonly [number, number];
        return resizeImage(last as tf.Tensor4D, [height * rows, width * columns], config.interpolation);
      }),
  });

/** Repeats each element of an axis. */
export function repeat(x: tf.Tensor, axis: number, times: number): tf.Tensor {
  if (times === 1) return x;
  const repeats = Array<number>(x.rank + 1)
    .fill(1)
    .with(axis + 1, times);
  return tf.reshape(tf.tile(tf.expandDims(x, axis + 1), repeats), x.shape.with(axis, x.shape[axis]! * times));
}

/** Another shape of the same size; one size may be -1 or null, and is what is left. */
export const reshape = layerKind({
  settings: { targetShape: listOf(nullable(integer())) },
  isRightInTfjs: ({ target_shape }) => [target_shape].flat().every((size) => typeof size === 'number' && size > 0),
  outputShape({ config, shapes: [[batch, ...shape]] }) {
    const known = config.targetShape.filter((size): size is number => size !== null && size >= 0);
    const rest = shape.includes(null)
      ? null
      : (shape as number[]).reduce((product, size) => product * size, 1) /
        known.reduce((product, size) => product * size, 1);
    return [batch!, ...config.targetShape.map((size) => (size === null || size < 0 ? rest : size))];
  },
  call: ([x], { config }) => tf.reshape(x, [x.shape[0]!, ...config.targetShape.map((size) => size ?? -1)]),
});
