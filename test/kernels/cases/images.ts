// Images and boxes in them.
import * as tf from '@tensorflow/tfjs-core';
import { call, f, given, type KernelCase } from './case.ts';

const boxes = given(
  'float32',
  [0, 0, 1, 1, 0, 0.1, 1, 1.1, 0, -0.1, 1, 0.9, 0, 10, 1, 11, 0, 10.1, 1, 11.1, 0, 100, 1, 101],
  6,
  4,
);

export const images: Readonly<Record<string, KernelCase>> = {
  resizeBilinear: call(
    (x) => [tf.image.resizeBilinear(x, [5, 3], true), tf.image.resizeBilinear(x, [2, 7], false, true)],
    f(1, 4, 4, 2),
  ),
  resizeNearestNeighbor: call((x) => tf.image.resizeNearestNeighbor(x, [7, 3]), f(1, 4, 4, 2)),
  cropAndResize: call(
    (x, boxes, at) => tf.image.cropAndResize(x, boxes, at, [3, 2]),
    f(2, 5, 5, 3),
    given('float32', [0, 0, 1, 1, 0.1, 0.2, 0.8, 0.9], 2, 4),
    given('int32', [0, 1], 2),
  ),
  flipLeftRight: call((x) => tf.image.flipLeftRight(x), f(2, 3, 4, 2)),
  dilation2d: call(
    (x, w) => [tf.dilation2d(x, w, 1, 'same'), tf.dilation2d(x, w, [2, 1], 'valid', 2)],
    f(1, 5, 6, 2),
    f(2, 2, 2),
  ),
  transform: call(
    (x, at) =>
      (['nearest', 'bilinear'] as const).flatMap((how) =>
        (['constant', 'reflect', 'wrap', 'nearest'] as const).map((fill) =>
          tf.image.transform(x, at, how, fill, 0.5, [4, 6]),
        ),
      ),
    f(1, 4, 5, 2),
    given('float32', [0.9, 0.1, -0.7, -0.2, 1.1, 0.6, 0.01, 0.02], 1, 8),
  ),
  'transform, the size of the image': call(
    (x, at) => tf.image.transform(x, at),
    f(1, 3, 3, 1),
    given('float32', [1, 0, 1, 0, 1, 0, 0, 0], 1, 8),
  ),
  'transform, of two images': {
    run: (x, at) => tf.image.transform(x as tf.Tensor4D, at as tf.Tensor2D),
    inputs: [given('float32', [1, 2, 3, 4], 2, 1, 2, 1), given('float32', [1, 0, 1, 0, 1, 0, 0, 0], 1, 8)],
    byHand: {
      because: 'the cpu backend transforms the first image of a batch alone',
      outputs: [given('float32', [2, 0, 4, 0], 2, 1, 2, 1)],
    },
  },
  rotateWithOffset: call(
    (x) => [tf.image.rotateWithOffset(x, 0.5), tf.image.rotateWithOffset(x, Math.PI / 2, [1, 2, 3], [0.4, 0.6])],
    f(2, 4, 5, 4),
  ),
  'rotateWithOffset, halves': call((x) => tf.image.rotateWithOffset(x, -Math.PI / 2, 7), f(1, 3, 4, 1)),
  nonMaxSuppression: {
    run: (boxes, scores) => [
      tf.image.nonMaxSuppression(boxes as tf.Tensor2D, scores as tf.Tensor1D, 4, 0.5, 0.2),
      ...Object.values(tf.image.nonMaxSuppressionPadded(boxes as tf.Tensor2D, scores as tf.Tensor1D, 5, 0.5, 0, true)),
      ...Object.values(tf.image.nonMaxSuppressionPadded(boxes as tf.Tensor2D, scores as tf.Tensor1D, 5, 0.5, 0)),
      ...Object.values(tf.image.nonMaxSuppressionWithScore(boxes as tf.Tensor2D, scores as tf.Tensor1D, 4, 0.6, 0.1)),
    ],
    inputs: [boxes, given('float32', [0.9, 0.75, 0.6, 0.95, 0.5, 0.3], 6)],
    numeric: true,
  },
  // the first two overlap by half: tf.js drops one that overlaps by the threshold itself
  'nonMaxSuppression, at the threshold': {
    run: (boxes, scores) => [
      tf.image.nonMaxSuppression(boxes as tf.Tensor2D, scores as tf.Tensor1D, 3, 0.5),
      tf.image.nonMaxSuppression(boxes as tf.Tensor2D, scores as tf.Tensor1D, 3, 0),
      tf.image.nonMaxSuppression(boxes as tf.Tensor2D, scores as tf.Tensor1D, 3, 1),
    ],
    inputs: [given('float32', [0, 0, 1, 2, 0, 0, 1, 1, 4, 4, 5, 5], 3, 4), given('float32', [0.9, 0.8, 0.7], 3)],
    numeric: true,
  },
  // TensorFlow's knows no threshold of overlap, and tf.js's none above 1
  'nonMaxSuppression, soft': {
    run: (boxes, scores) =>
      Object.values(tf.image.nonMaxSuppressionWithScore(boxes as tf.Tensor2D, scores as tf.Tensor1D, 6, 1, 0.1, 0.5)),
    inputs: [boxes, given('float32', [0.9, 0.75, 0.6, 0.95, 0.5, 0.3], 6)],
    numeric: true,
  },
};
