// Layers that pass their input on, dense layers by an equation, and the difference of two inputs.
import * as tf from '@tensorflow/tfjs-core';
import { contract } from '../contract.ts';
import { einsumEquation, inSmallLetters } from '../einsumEquation.ts';
import { type AnyKind, layerKind } from '../layerKind.ts';
import { broadcastShapes } from '../operands.ts';
import { anything, count, flag, listOf, nullable, number, text } from '../settings.ts';
import { sameShape } from '../shapes.ts';

/** The input. */
export const identity = layerKind({
  settings: {},
  passesMask: true,
  outputShape: sameShape,
  call: ([x]) => x,
});

/** The input; in training some channels are 0. @param rank how many spatial axes */
export const spatialDropout = (rank: number): AnyKind =>
  layerKind({
    settings: { rate: number() },
    passesMask: true,
    outputShape: sameShape,
    call([x], { config, training }) {
      if (!training || config.rate === 0) return x;
      const ones = Array<number>(rank).fill(1);
      const noise = tf.dropout(tf.ones([x.shape[0]!, ...ones, x.shape.at(-1)!]), config.rate);
      return tf.mul(x, noise);
    },
  });

/** The first input plus `scale` times the second: keras/src/applications/inception_resnet_v2.py, CustomScaleLayer. */
export const customScale = layerKind({
  settings: { scale: number() },
  outputShape: sameShape,
  call: ([a, b], { config }) => tf.add(a, tf.mul(b!, config.scale)),
});

/** The first input less the second. */
export const subtract = layerKind({
  settings: {},
  outputShape: ({ shapes }) => broadcastShapes(...shapes),
  call: ([a, b]) => tf.sub(a, b!),
});

/** A dense layer over the axes that an equation names, such as `abc,cd->abd`. */
export const einsumDense = layerKind({
  settings: {
    equation: text(),
    outputShape: listOf(nullable(count())),
    biasAxes: nullable(text()),
    activation: anything(),
    kernelInitializer: anything('glorotUniform'),
    biasInitializer: anything('zeros'),
  },
  rewrite: (settings) =>
    typeof settings.equation === 'string'
      ? { ...settings, ...inSmallLetters(settings.equation, settings.biasAxes ?? null) }
      : settings,
  weights({ config, shapes: [shape] }) {
    const { kernel, bias } = einsumEquation(config, shape);
    return [
      { name: 'kernel', shape: kernel, initializer: config.kernelInitializer },
      ...(bias ? [{ name: 'bias', shape: bias, initializer: config.biasInitializer }] : []),
    ];
  },
  outputShape: ({ config, shapes: [shape] }) => einsumEquation(config, shape).output,
  call([x], { config, weights: { kernel, bias }, activation }) {
    const y = contract(einsumEquation(config, x.shape).equation, x, kernel!);
    return activation(config.activation)(bias ? tf.add(y, bias) : y);
  },
});

/** A factor for each channel, as the blocks of ConvNeXt have it. */
export const layerScale = layerKind({
  settings: { projectionDim: count(), initValues: number() },
  weights: ({ config }) => [
    {
      name: 'gamma',
      shape: [config.projectionDim],
      initializer: { className: 'Constant', config: { value: config.initValues } },
    },
  ],
  outputShape: sameShape,
  call: ([x], { weights }) => tf.mul(x, weights.gamma!),
});

/** An embedding that is also its own inverse: with `reverse` it gives the logits of each token. */
export const reversibleEmbedding = layerKind({
  settings: {
    inputDim: count(),
    outputDim: count(),
    tieWeights: flag(true),
    embeddingsInitializer: anything('randomUniform'),
    logitSoftCap: nullable(number()),
  },
  parameters: ['inputs', 'reverse'],
  weights: ({ config }) => [
    { name: 'embeddings', shape: [config.inputDim, config.outputDim], initializer: config.embeddingsInitializer },
    ...(config.tieWeights
      ? []
      : [
          {
            name: 'reverse_embeddings',
            shape: [config.outputDim, config.inputDim],
            initializer: config.embeddingsInitializer,
          },
        ]),
  ],
  outputShape: ({ config, shapes: [shape], args }) =>
    args.reverse === true ? [...shape.slice(0, -1), config.inputDim] : [...shape, config.outputDim],
  call([x], { config, args, weights: { embeddings, reverse_embeddings } }) {
    if (args.reverse !== true) return tf.gather(embeddings!, tf.cast(x, 'int32'));
    const table = reverse_embeddings ?? tf.transpose(embeddings!);
    const flat = tf.matMul(tf.reshape(x, [-1, x.shape.at(-1)!]), table as tf.Tensor2D);
    const logits = tf.reshape(flat, [...x.shape.slice(0, -1), config.inputDim]);
    const cap = config.logitSoftCap;
    return cap === null ? logits : tf.mul(tf.tanh(tf.div(logits, cap)), cap);
  },
});

/** The input with 0 for steps whose numbers all are the mask's; Keras has the mask in the graph, as operations. */
export const masking = layerKind({
  settings: { maskValue: number(0) },
  outputShape: sameShape,
  call: ([x], { config }) => tf.mul(x, tf.cast(tf.any(tf.notEqual(x, config.maskValue), -1, true), 'float32')),
});
