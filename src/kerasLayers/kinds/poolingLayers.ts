// Global and adaptive pooling.
import * as tf from '@tensorflow/tfjs-core';
import { channelsLast } from '../convolve.ts';
import { type AnyKind, layerKind } from '../layerKind.ts';
import { bools } from '../operands.ts';
import { count, dataFormat, flag, nullable, oneOf, perAxis } from '../settings.ts';
import { channelsOf, windowCount, withSpatial } from '../shapes.ts';

const reducers = { mean: tf.mean, max: tf.max };
type Reducer = keyof typeof reducers;

/** One number for each channel. @param rank how many spatial axes */
export const globalPooling = (rank: number, reducer: Reducer): AnyKind =>
  layerKind({
    settings: { dataFormat: dataFormat(), keepdims: flag(false) },
    parameters: ['inputs', 'mask'],
    isRightInTfjs: ({ keepdims, data_format }) =>
      !keepdims && rank < 3 && (rank === 2 || data_format === 'channels_last'),
    outputShape: ({ config, shapes: [shape] }) =>
      config.keepdims
        ? withSpatial(shape, config.dataFormat, () => 1)
        : [shape[0]!, channelsOf(shape, config.dataFormat)],
    call([x], { config, args }) {
      const axes = Array.from({ length: rank }, (_, i) => i + (config.dataFormat === 'channelsLast' ? 1 : 2));
      if (!(args.mask instanceof tf.Tensor)) return reducers[reducer](x, axes, config.keepdims);
      // the mean of the steps that a mask [batch, steps] keeps
      const kept = tf.expandDims(tf.cast(args.mask, 'float32'), axes[0] === 1 ? 2 : 1);
      return tf.div(
        tf.sum(tf.where(bools(kept), x, tf.zerosLike(x)), axes, config.keepdims),
        tf.sum(kept, axes, config.keepdims),
      );
    },
  });

/** As many windows an axis as the output has sizes, the i-th from `floor(i * size / count)` to `ceil((i + 1) * size / count)`. */
export const adaptivePooling = (rank: number, reducer: Reducer): AnyKind =>
  layerKind({
    settings: { outputSize: perAxis(rank, count()), dataFormat: dataFormat() },
    outputShape: ({ config, shapes: [shape] }) =>
      withSpatial(shape, config.dataFormat, (_, i) => config.outputSize[i]!),
    call: ([x], { config }) =>
      channelsLast(x, config.dataFormat, (last) =>
        config.outputSize.reduce((pooled, size, i) => reduceWindows(pooled, i + 1, size, reducers[reducer]), last),
      ),
  });

function reduceWindows(x: tf.Tensor, axis: number, windows: number, reduce: typeof tf.mean): tf.Tensor {
  const size = x.shape[axis]!;
  if (size % windows === 0) return reduce(tf.reshape(x, x.shape.toSpliced(axis, 1, windows, size / windows)), axis + 1);
  const parts = Array.from({ length: windows }, (_, i) => {
    const start = Math.floor((i * size) / windows);
    const end = Math.ceil(((i + 1) * size) / windows);
    const window = tf.slice(
      x,
      x.shape.map((_, k) => (k === axis ? start : 0)),
      x.shape.with(axis, end - start),
    );
    return reduce(window, axis, true);
  });
  return tf.concat(parts, axis);
}

/** The largest of each window of a volume, by two ops for images: wasm's own kernel takes no number below 0 (tf.js 4.22). */
export const maxPooling3d = layerKind({
  settings: {
    poolSize: perAxis(3, count(), 2),
    strides: nullable(perAxis(3, count())),
    padding: oneOf(['valid', 'same'], 'valid'),
    dataFormat: dataFormat(),
  },
  outputShape: ({ config, shapes: [shape] }) => {
    const windows = { strides: config.strides ?? config.poolSize, dilationRate: [1, 1, 1], padding: config.padding };
    return withSpatial(shape, config.dataFormat, (size, i) => windowCount(size, config.poolSize[i]!, i, windows));
  },
  call: ([x], { config }) =>
    channelsLast(x, config.dataFormat, (last) => {
      const [batch, depth, height, width, channels] = last.shape as [number, number, number, number, number];
      const [pool, strides] = [config.poolSize, config.strides ?? config.poolSize];
      const largest = (image: tf.Tensor, window: readonly number[], steps: readonly number[]): tf.Tensor4D =>
        tf.maxPool(image as tf.Tensor4D, window as [number, number], steps as [number, number], config.padding);
      const slices = tf.reshape(last, [batch * depth, height, width, channels]);
      const flat = largest(slices, pool.slice(1), strides.slice(1));
      const [, rows, columns] = flat.shape;
      const stacked = tf.reshape(flat, [batch, depth, rows * columns, channels]);
      return tf.reshape(largest(stacked, [pool[0]!, 1], [strides[0]!, 1]), [batch, -1, rows, columns, channels]);
    }),
});
