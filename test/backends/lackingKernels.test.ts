// The kernels of gradients are those that tf.js runs.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { gradientKernels } from '../../src/backends/lackingKernels.ts';
import { useBackend } from '../../src/index.ts';
import { onWrappedBackend } from '../../src/trace/backend/wrappedBackend.ts';
import type { KernelWrapper } from '../../src/trace/observer.ts';

beforeAll(async () => {
  await useBackend('cpu');
});

const image = tf.ones([1, 4, 4, 2]) as tf.Tensor4D;
const volume = tf.ones([1, 4, 4, 4, 2]) as tf.Tensor5D;
const filter = tf.ones([2, 2, 2, 2]) as tf.Tensor4D;

// biome-ignore lint/suspicious/noExplicitAny: every call has tensors of its own rank
const calls: Readonly<Record<string, readonly [(...inputs: any[]) => tf.Tensor, ...tf.Tensor[]]>> = {
  AvgPool: [(x) => tf.avgPool(x, 2, 2, 'valid'), image],
  AvgPool3D: [(x) => tf.avgPool3d(x, 2, 2, 'valid'), volume],
  Conv2D: [(x, w) => tf.conv2d(x, w, 1, 'same'), image, filter],
  Conv2DBackpropInput: [(x, w) => tf.conv2dTranspose(x, w, [1, 4, 4, 2], 1, 'same'), image, filter],
  Conv3D: [(x, w) => tf.conv3d(x, w, 1, 'same'), volume, tf.ones([2, 2, 2, 2, 2])],
  DepthwiseConv2dNative: [(x, w) => tf.depthwiseConv2d(x, w, 1, 'same'), image, filter],
  Dilation2D: [(x, w) => tf.dilation2d(x, w, 1, 'same'), image, tf.ones([2, 2, 2])],
  Elu: [(x) => tf.elu(x), image],
  GatherV2: [(x) => tf.gather(x, tf.tensor1d([0, 0], 'int32')), image],
  LRN: [(x) => tf.localResponseNormalization(x), image],
  MaxPool: [(x) => tf.maxPool(x, 2, 2, 'valid'), image],
  MaxPool3D: [(x) => tf.maxPool3d(x, 2, 2, 'valid'), volume],
  ResizeBilinear: [(x) => tf.image.resizeBilinear(x, [2, 2]), image],
  ResizeNearestNeighbor: [(x) => tf.image.resizeNearestNeighbor(x, [2, 2]), image],
};

test.each(Object.keys(gradientKernels))('%s', (kernel) => {
  const [run, ...inputs] = calls[kernel]!;
  const seen: string[] = [];
  const note: KernelWrapper = (name, kernel, call) => {
    seen.push(name);
    return kernel(call);
  };
  onWrappedBackend('cpu', note, () => tf.grads((...given) => tf.sum(run(...given)))(inputs));
  expect(seen).toContain(kernel);
  const ofGradients = new Set(seen.filter((name) => name !== kernel && /Grad$|Backprop|UnsortedSegment/.test(name)));
  expect([...ofGradients].sort()).toEqual(gradientKernels[kernel]);
});

test('no other gradient runs a kernel of its own', () => {
  const kernels = tf.getKernelsForBackend('cpu').map(({ kernelName }) => kernelName);
  const known = Object.values(gradientKernels).flat();
  const special = kernels.filter((name) => /Grad$|Backprop|UnsortedSegment/.test(name));
  expect(special.filter((name) => !known.includes(name) && !Object.hasOwn(gradientKernels, name))).toEqual([]);
});
