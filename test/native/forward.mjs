// The built package on a native backend, in whatever Node runs this: the small gMLP against PyTorch, then some training.
// In: a backend's name, a file of its project, the folder of the reference. Out: one line of JSON.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { loadSafetensors, useBackend } from 'gmlp-viz';
import { functional, gMLPForImageClassification } from 'gmlp-viz/nn';

const [name, from, tiny] = process.argv.slice(2);
const { backend } = await useBackend(name, { from });
const { config } = JSON.parse(readFileSync(join(tiny, 'case.json'), 'utf8'));
const model = new gMLPForImageClassification({
  imageSize: config.image_size,
  patchSize: config.patch_size,
  inChannels: config.in_channels,
  numClasses: config.num_classes,
  dModel: config.d_model,
  dFfn: config.d_ffn,
  seqLen: config.seq_len,
  numLayers: config.num_layers,
});
model.loadStateDict(await loadSafetensors(join(tiny, 'weights.safetensors')));
const golden = await loadSafetensors(join(tiny, 'forward.safetensors'));
const tensor = ({ values, shape }) => tf.tensor(values, shape);
const input = tensor(golden.get('input'));
const difference = tf.max(tf.abs(tf.sub(model.eval().apply(input), tensor(golden.get('output'))))).dataSync()[0];

const labels = (await loadSafetensors(join(tiny, 'gradients.safetensors'))).get('labels');
const targets = tf.oneHot(tf.tensor1d(labels.values, 'int32'), config.num_classes);
const loss = () => tf.neg(tf.mean(tf.sum(tf.mul(functional.logSoftmax(model.apply(input), 1), targets), 1)));
const optimizer = tf.train.adam(5e-3);
model.train();
const losses = Array.from({ length: 20 }, () => optimizer.minimize(loss, true, model.parameters()).dataSync()[0]);
console.log(JSON.stringify({ node: process.version, backend, active: tf.getBackend(), difference, losses }));
