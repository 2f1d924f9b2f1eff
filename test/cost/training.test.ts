import '@tensorflow/tfjs-backend-cpu';
// registers the gradients
import '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { savedActivationsBytes, trace } from '../../src/index.ts';
import { savedByKernel } from '../../src/kernels/savedForBackward.ts';
import { createGMLP, type GMLPImageOptions } from '../../src/nn.ts';
import { referenceModels } from '../summary/referenceModels.ts';

const small = { imageSize: 64, patchSize: 8, inChannels: 1, numClasses: 10, dModel: 64, dFfn: 128 };
const seen = (options: GMLPImageOptions, batch: number) => {
  const { model, inputSize } = createGMLP('gmlp', options);
  return trace(model, [{ shape: [batch, ...inputSize] }]);
};

// measured in PyTorch with hooks on saved tensors
test.each([
  [{ numLayers: 1 }, 1, 4_985_856],
  [{ numLayers: 1 }, 2, 9_971_712],
  [{ numLayers: 6 }, 1, 25_977_856],
  [{ numLayers: 6 }, 2, 51_955_712],
  [{ numLayers: 30 }, 1, 126_739_456],
  [{ numLayers: 30 }, 2, 253_478_912],
  [{ imageSize: 224, patchSize: 14, numLayers: 6 }, 1, 25_793_536],
  [{ imageSize: 224, patchSize: 14, numLayers: 6 }, 2, 51_587_072],
  [{ ...small, numLayers: 6 }, 1, 1_595_648],
  [{ ...small, numLayers: 6 }, 2, 3_191_296],
] as const)('PyTorch keeps, for %j and a batch of %i', (options, batch, bytes) => {
  expect(savedActivationsBytes(seen(options, batch), 'pytorch')).toEqual({ bytes, unknown: [] });
});

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test.each([
  ['gMLP', createGMLP('gmlp', { ...small, numLayers: 2 }).model, [1, 1, 64, 64]],
  ['LeNet', new referenceModels.LeNet!(), [2, 1, 28, 28]],
  ['MLP', new referenceModels.MLP!(), [3, 1, 28, 28]],
])('the tensors that tf.js keeps for %s have the bytes that tf.memory() counts', (_, model, shape) => {
  for (const [, parameter] of model.eval().namedParameters()) parameter.value;
  const x = tf.zeros(shape);
  let measured = 0;
  const { value, grads } = tf.variableGrads(() => {
    const before = tf.memory().numBytes;
    const y: tf.Tensor = model.apply(x);
    measured = tf.memory().numBytes - before;
    return tf.sum(y) as tf.Scalar;
  });
  tf.dispose([x, value, ...Object.values(grads)]);
  model.dispose();
  const { bytes, unknown } = savedActivationsBytes(trace(model, [{ shape }]), 'tfjs');
  expect(unknown).toEqual([]);
  expect(Math.abs(bytes / measured - 1)).toBeLessThan(0.001);
});

test('the table of saved tensors has the inputs and outputs that each gradient of tf.js saves', () => {
  const saved = Object.entries(savedByKernel).flatMap(([kernel, names]) =>
    typeof names !== 'function' && tf.getGradient(kernel) ? [[kernel, names] as const] : [],
  );
  expect(saved.length).toBeGreaterThan(90);
  for (const [kernel, names] of saved) {
    const { inputsToSave = [], saveAllInputs, outputsToSave = [] } = tf.getGradient(kernel)!;
    const words = [
      ...(saveAllInputs ? ['inputs'] : inputsToSave),
      ...outputsToSave.filter(Boolean).map(() => 'output'),
    ];
    expect([kernel, names]).toEqual([kernel, words]);
  }
});
