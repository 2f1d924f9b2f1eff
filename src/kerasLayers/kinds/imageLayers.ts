// Preprocessing of images: resizing, cropping, and augmentations, which change nothing at inference.
import * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../../errors.ts';
import { channelsLast } from '../convolve.ts';
import { type AnyKind, layerKind, type Shape } from '../layerKind.ts';
import { interpolations, resizeImage } from '../resizeImage.ts';
import { count, dataFormat, flag, listOf, number, oneOf } from '../settings.ts';
import { sameShape, withSpatial } from '../shapes.ts';

type Size = readonly [height: number, width: number];

const sized = (
  { height, width, dataFormat }: { height: number; width: number; dataFormat: 'channelsLast' | 'channelsFirst' },
  shape: Shape,
): Shape => withSpatial(shape, dataFormat, (_, i) => [height, width][i]!);

const crop = (x: tf.Tensor4D, top: number, left: number, [height, width]: Size): tf.Tensor4D =>
  tf.slice(x, [0, top, left, 0], [-1, height, width, -1]);

/** The largest part of a size that has the sides of another one in proportion. */
const inProportion = ([height, width]: Size, to: Size): Size => [
  Math.max(Math.min(height, Math.trunc((width * to[0]) / to[1])), 1),
  Math.max(Math.min(width, Math.trunc((height * to[1]) / to[0])), 1),
];

/** Another size, of the whole image or of the part that has the sides in proportion. */
export const resizing = layerKind({
  settings: {
    height: count(),
    width: count(),
    interpolation: oneOf(interpolations, 'bilinear'),
    cropToAspectRatio: flag(false),
    padToAspectRatio: flag(false),
    fillMode: oneOf(['constant'], 'constant'),
    fillValue: number(0),
    antialias: flag(false),
    dataFormat: dataFormat(),
  },
  outputShape: ({ config, shapes: [shape] }) => sized(config, shape),
  call([x], { config }) {
    const resized = channelsLast(tf.cast(x, 'float32'), config.dataFormat, (last) => {
      const to: Size = [config.height, config.width];
      const image = last as tf.Tensor4D;
      const size: Size = [image.shape[1], image.shape[2]];
      const resize = (part: tf.Tensor4D): tf.Tensor4D => resizeImage(part, to, config.interpolation, config.antialias);
      if (config.cropToAspectRatio) {
        const part = inProportion(size, to);
        return resize(crop(image, Math.trunc((size[0] - part[0]) / 2), Math.trunc((size[1] - part[1]) / 2), part));
      }
      if (!config.padToAspectRatio) return resize(image);
      const [height, width] = [
        Math.max(size[0], Math.trunc((size[1] * to[0]) / to[1])),
        Math.max(size[1], Math.trunc((size[0] * to[1]) / to[0])),
      ];
      const [top, left] = [Math.trunc((height - size[0]) / 2), Math.trunc((width - size[1]) / 2)];
      const sides: [number, number][] = [
        [top, height - size[0] - top],
        [left, width - size[1] - left],
      ];
      return resize(tf.pad(image, [[0, 0], ...sides, [0, 0]], config.fillValue));
    });
    return x.dtype === 'int32' ? tf.cast(tf.round(resized), 'int32') : resized;
  },
});

/** The middle of an image, which is made larger where it is smaller. */
export const centerCrop = layerKind({
  settings: { height: count(), width: count(), dataFormat: dataFormat() },
  outputShape: ({ config, shapes: [shape] }) => sized(config, shape),
  call: ([x], { config }) =>
    channelsLast(tf.cast(x, 'float32'), config.dataFormat, (last) => {
      const to: Size = [config.height, config.width];
      const image = last as tf.Tensor4D;
      const size: Size = [image.shape[1], image.shape[2]];
      const [high, wide] = [size[0] - to[0], size[1] - to[1]];
      if (high >= 0 && wide >= 0) return crop(image, Math.trunc(high / 2), Math.trunc(wide / 2), to);
      const part = inProportion(size, to);
      const cut = crop(image, Math.trunc((size[0] - part[0]) / 2), Math.trunc((size[1] - part[1]) / 2), part);
      return resizeImage(cut, to, 'bilinear');
    }),
});

/** Numbers between the darkest and the brightest of each channel, spread over the whole range. */
export const autoContrast = layerKind({
  settings: { valueRange: listOf(number(), [0, 255]) },
  outputShape: sameShape,
  call([x], { config }) {
    const image = tf.cast(x, 'float32');
    const [low, high] = [tf.min(image, [1, 2], true), tf.max(image, [1, 2], true)];
    const [from, to] = [Math.min(...config.valueRange), Math.max(...config.valueRange)];
    const flat = tf.equal(high, low);
    const span = tf.where(flat, tf.onesLike(high), tf.sub(high, low));
    const spread = tf.add(tf.mul(tf.div(tf.sub(image, low), span), to - from), from);
    return tf.where(tf.logicalAnd(flat, tf.equal(image, image)), image, spread);
  },
});

/** The image as it is: Keras augments in training alone. @param name of the class, for the error text */
export const augmentation = (name: string): AnyKind =>
  layerKind({
    settings: {},
    outputShape: sameShape,
    call([x], { training }) {
      if (training)
        throw new UserError(
          `the layer ${name} changes images in training, which is not supported: remove it before fit`,
        );
      return tf.cast(x, 'float32');
    },
  });

/** The image as it is; Keras's shape rule gives the size of the crop, which is made in training alone. */
export const randomCrop = layerKind({
  settings: { height: count(), width: count(), dataFormat: dataFormat() },
  outputShape: ({ config, shapes: [shape] }) => sized(config, shape),
  call([x], { training }) {
    if (training)
      throw new UserError(
        'the layer RandomCrop changes images in training, which is not supported: remove it before fit',
      );
    return tf.cast(x, 'float32');
  },
});
