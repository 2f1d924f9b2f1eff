// Gradients, as tf.js's own gradient functions call their kernels.
import * as tf from '@tensorflow/tfjs-core';
import { call, f, given, type KernelCase, kernel, type Run } from './case.ts';

interface Window {
  readonly strides: number | number[];
  readonly pad: unknown;
  readonly dilations?: number | number[];
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat?: string;
}

const backwards = (name: string, names: string, x: number[], filter: number[], dy: number[], window: Window) => {
  const attributes = { dilations: 1, dataFormat: 'NHWC', ...window };
  return {
    [`${name}BackpropInput${names}, ${JSON.stringify(window)}`]: call(
      kernel(`${name}BackpropInput${names}`, 'dy filter', { ...attributes, inputShape: x }),
      f(...dy),
      f(...filter),
    ),
    [`${name}BackpropFilter${names}, ${JSON.stringify(window)}`]: call(
      kernel(`${name}BackpropFilter${names}`, 'x dy', { ...attributes, filterShape: filter }),
      f(...x),
      f(...dy),
    ),
  };
};
const conv2d = (x: number[], filter: number[], dy: number[], window: Window) =>
  backwards('Conv2D', '', x, filter, dy, window);
const depthwise = (x: number[], filter: number[], dy: number[], window: Window) =>
  backwards('DepthwiseConv2dNative', '', x, filter, dy, window);
const conv3d = (x: number[], filter: number[], dy: number[], window: Window): Record<string, KernelCase> =>
  Object.fromEntries(Object.entries(backwards('Conv3D', 'V2', x, filter, dy, window)));

const pools = (axes: 2 | 3, x: number[], filterSize: number, window: Window): Record<string, KernelCase> => {
  const suffix = axes === 2 ? '' : '3D';
  const attributes = { ...window, filterSize };
  const size: Run = (input) => kernel(`MaxPool${suffix}`, 'x', { ...attributes, dataFormat: 'NDHWC' })(input);
  const about = `${filterSize}, ${JSON.stringify(window)}`;
  // dy is made of the pool, so that it has its shape
  return {
    [`MaxPool${suffix}Grad, ${about}`]: call(
      (input) => {
        const output = size(input);
        return kernel(`MaxPool${suffix}Grad`, 'dy input output', attributes)(
          tf.mul(output as tf.Tensor, 2),
          input,
          output,
        );
      },
      f(...x),
    ),
    [`AvgPool${suffix}Grad, ${about}`]: call(
      (input) => {
        const output = size(input);
        return kernel(`AvgPool${suffix}Grad`, 'dy input', attributes)(output, input);
      },
      f(...x),
    ),
  };
};

const explicit = [
  [0, 0],
  [2, 1],
  [0, 1],
  [0, 0],
];
const noGaps = 'the cpu backend forgets the gaps';
const dilated = { strides: 1, pad: 'valid', dilations: 2 };
const dilation = { strides: [2, 1], pad: 'same', dilations: 1 };

export const gradients: Readonly<Record<string, KernelCase>> = {
  ...conv2d([1, 6, 7, 2], [3, 2, 2, 3], [1, 3, 7, 3], { strides: [2, 1], pad: 'same' }),
  ...conv2d([2, 5, 5, 2], [3, 3, 2, 1], [2, 2, 2, 1], { strides: 2, pad: 'valid' }),
  ...conv2d([1, 5, 5, 2], [3, 3, 2, 2], [1, 5, 5, 2], { strides: 1, pad: 1 }),
  ...conv2d([1, 5, 4, 2], [2, 2, 2, 2], [1, 4, 3, 2], { strides: 2, pad: explicit, dimRoundingMode: 'ceil' }),
  ...conv2d([1, 2, 5, 5], [3, 3, 2, 2], [1, 2, 3, 3], { strides: 1, pad: 'valid', dataFormat: 'NCHW' }),
  ...depthwise([1, 5, 6, 2], [3, 3, 2, 2], [1, 5, 6, 4], { strides: 1, pad: 'same' }),
  ...depthwise([1, 6, 5, 2], [3, 2, 2, 2], [1, 3, 5, 4], { strides: [2, 1], pad: 'same' }),
  ...depthwise([1, 5, 5, 2], [3, 3, 2, 1], [1, 5, 5, 2], { strides: 1, pad: 1 }),
  ...conv3d([1, 3, 4, 5, 2], [2, 2, 2, 2, 3], [1, 3, 4, 5, 3], { strides: 1, pad: 'same' }),
  ...conv3d([1, 4, 4, 4, 1], [2, 2, 2, 1, 2], [1, 2, 2, 2, 2], { strides: 2, pad: 'valid' }),
  ...pools(2, [1, 5, 6, 2], 3, { strides: 2, pad: 'same' }),
  ...pools(2, [2, 6, 6, 1], 2, { strides: 1, pad: 'valid' }),
  ...pools(2, [1, 5, 5, 1], 3, { strides: 2, pad: 1 }),
  ...pools(3, [1, 4, 4, 4, 2], 2, { strides: 2, pad: 'valid' }),
  ...pools(3, [1, 3, 4, 5, 1], 3, { strides: 2, pad: 'same' }),
  'DepthwiseConv2dNativeBackpropInput, dilated': {
    run: kernel('DepthwiseConv2dNativeBackpropInput', 'dy filter', { ...dilated, inputShape: [1, 4, 1, 1] }),
    inputs: [given('float32', [2, 3], 1, 2, 1, 1), given('float32', [5, 7], 2, 1, 1, 1)],
    byHand: { because: noGaps, outputs: [given('float32', [10, 15, 14, 21], 1, 4, 1, 1)] },
  },
  'DepthwiseConv2dNativeBackpropFilter, dilated': {
    run: kernel('DepthwiseConv2dNativeBackpropFilter', 'x dy', { ...dilated, filterShape: [2, 1, 1, 1] }),
    inputs: [given('float32', [1, 10, 100, 1000], 1, 4, 1, 1), given('float32', [2, 3], 1, 2, 1, 1)],
    byHand: { because: noGaps, outputs: [given('float32', [32, 3200], 2, 1, 1, 1)] },
  },
  Dilation2DBackpropInput: call(
    kernel('Dilation2DBackpropInput', 'x filter dy', dilation),
    f(1, 4, 5, 2),
    f(2, 3, 2),
    f(1, 2, 5, 2),
  ),
  Dilation2DBackpropFilter: call(
    kernel('Dilation2DBackpropFilter', 'x filter dy', dilation),
    f(1, 4, 5, 2),
    f(2, 3, 2),
    f(1, 2, 5, 2),
  ),
  EluGrad: call(kernel('EluGrad', 'dy y'), f(4), given('float32', [-0.9, -0.1, 0, 2], 4)),
  LRNGrad: call(
    kernel('LRNGrad', 'x y dy', { depthRadius: 2, bias: 1.5, alpha: 0.5, beta: 0.75 }),
    f(1, 2, 3, 5),
    f(1, 2, 3, 5),
    f(1, 2, 3, 5),
  ),
  ResizeBilinearGrad: call(
    (x, dy) => [
      kernel('ResizeBilinearGrad', 'images dy', { alignCorners: false })(x, dy),
      kernel('ResizeBilinearGrad', 'images dy', { alignCorners: true })(x, dy),
    ],
    f(1, 3, 3, 2),
    f(1, 5, 7, 2),
  ),
  ResizeNearestNeighborGrad: call(
    (x, dy) => [
      kernel('ResizeNearestNeighborGrad', 'images dy', { alignCorners: false })(x, dy),
      kernel('ResizeNearestNeighborGrad', 'images dy', { alignCorners: true })(x, dy),
    ],
    f(1, 3, 4, 2),
    f(1, 5, 7, 2),
  ),
  // tf.js's gradients of resizing know no half pixels: with them or without, the same numbers
  'ResizeBilinearGrad, half pixels': call(
    kernel('ResizeBilinearGrad', 'images dy', { alignCorners: false, halfPixelCenters: true }),
    f(1, 3, 3, 1),
    f(1, 4, 4, 1),
  ),
  'ResizeBilinearGrad, not square': {
    run: kernel('ResizeBilinearGrad', 'images dy', { alignCorners: false }),
    inputs: [f(1, 1, 2, 1), given('float32', [1, 2, 4, 8], 1, 2, 2, 1)],
    byHand: {
      because: 'the cpu backend gives the width for the height',
      outputs: [given('float32', [5, 10], 1, 1, 2, 1)],
    },
  },
};
