// Cells of recurrent layers: one step, [x, ...states] to [output, ...states].
import * as tf from '@tensorflow/tfjs-core';
import { channelsLast, convolve } from '../convolve.ts';
import { type AnyKind, type LayerCall, layerKind, type Shape } from '../layerKind.ts';
import { anything, count, dataFormat, flag, number, oneOf, perAxis } from '../settings.ts';
import { channelAxis, channelsOf, windowCount, withSpatial } from '../shapes.ts';

const initializers = {
  kernelInitializer: anything('glorotUniform'),
  recurrentInitializer: anything('zeros'),
  biasInitializer: anything('zeros'),
};

const cellSettings = {
  ...initializers,
  units: count(),
  activation: anything('tanh'),
  useBias: flag(true),
  dropout: number(0),
  recurrentDropout: number(0),
};

interface CellSettings {
  readonly units: number;
  readonly useBias: boolean;
  readonly kernelInitializer: unknown;
  readonly recurrentInitializer: unknown;
  readonly biasInitializer: unknown;
}

/** The weights of a cell with as many gates, each of `units` columns. */
const gateWeights = (config: CellSettings, shape: Shape, gates: number, bias: Shape = [config.units * gates]) => [
  { name: 'kernel', shape: [shape.at(-1)!, config.units * gates], initializer: config.kernelInitializer },
  { name: 'recurrent_kernel', shape: [config.units, config.units * gates], initializer: config.recurrentInitializer },
  ...(config.useBias ? [{ name: 'bias', shape: bias, initializer: config.biasInitializer }] : []),
];

const times = (x: tf.Tensor, kernel: tf.Tensor): tf.Tensor => tf.matMul(x as tf.Tensor2D, kernel as tf.Tensor2D);
const plus = (x: tf.Tensor, bias: tf.Tensor | undefined): tf.Tensor => (bias ? tf.add(x, bias) : x);
const columns = (x: tf.Tensor, from: number, size: number): tf.Tensor =>
  tf.slice(x, [...Array<number>(x.rank - 1).fill(0), from], [...x.shape.slice(0, -1), size]);

/** `activation(x W + h U + b)`. */
export const simpleRnnCell = layerKind({
  settings: cellSettings,
  weights: ({ config, shapes: [shape] }) => gateWeights(config, shape, 1),
  outputShape: ({ config, shapes: [shape] }) => Array(2).fill([shape[0]!, config.units]),
  call([x, h], { config, weights, activation }) {
    const { kernel, recurrent_kernel: recurrent, bias } = weights;
    const next = activation(config.activation)(tf.add(plus(times(x, kernel!), bias), times(h!, recurrent!)));
    return [next, next];
  },
});

/** Input, forget, cell and output gates, in this order of columns. */
export const lstmCell = layerKind({
  settings: { ...cellSettings, recurrentActivation: anything('sigmoid') },
  weights: ({ config, shapes: [shape] }) => gateWeights(config, shape, 4),
  outputShape: ({ config, shapes: [shape] }) => Array(3).fill([shape[0]!, config.units]),
  call([x, h, c], layer) {
    const { kernel, recurrent_kernel: recurrent, bias } = layer.weights;
    const gates = plus(tf.add(times(x, kernel!), times(h!, recurrent!)), bias);
    return lstmStep(tf.split(gates, 4, -1), c!, layer);
  },
});

function lstmStep(
  [input, forget, cell, output]: readonly tf.Tensor[],
  before: tf.Tensor,
  { activation, config }: LayerCall<{ activation: unknown; recurrentActivation: unknown }>,
): tf.Tensor[] {
  const act = activation(config.activation);
  const gate = activation(config.recurrentActivation);
  const c = tf.add(tf.mul(gate(forget!), before), tf.mul(gate(input!), act(cell!)));
  const h = tf.mul(gate(output!), act(c));
  return [h, h, c];
}

/** Update, reset and candidate, in this order of columns; `resetAfter` applies the reset to the product with U, with its own bias. */
export const gruCell = layerKind({
  settings: { ...cellSettings, recurrentActivation: anything('sigmoid'), resetAfter: flag(true) },
  weights: ({ config, shapes: [shape] }) =>
    gateWeights(config, shape, 3, config.resetAfter ? [2, config.units * 3] : [config.units * 3]),
  outputShape: ({ config, shapes: [shape] }) => Array(2).fill([shape[0]!, config.units]),
  call([x, h], { config, weights, activation }) {
    const { kernel, recurrent_kernel: recurrent, bias } = weights;
    const [inputBias, recurrentBias] = bias && config.resetAfter ? tf.unstack(bias) : [bias];
    const { units } = config;
    const gate = activation(config.recurrentActivation);
    const fromInput = plus(times(x, kernel!), inputBias);
    // without reset_after the candidate's product waits for the reset gate
    const used = config.resetAfter ? recurrent! : columns(recurrent!, 0, 2 * units);
    const fromState = plus(times(h!, used), config.resetAfter ? recurrentBias : undefined);
    const update = gate(tf.add(columns(fromInput, 0, units), columns(fromState, 0, units)));
    const reset = gate(tf.add(columns(fromInput, units, units), columns(fromState, units, units)));
    const candidate = config.resetAfter
      ? tf.mul(reset, columns(fromState, 2 * units, units))
      : times(tf.mul(reset, h!), columns(recurrent!, 2 * units, units));
    const proposed = activation(config.activation)(tf.add(columns(fromInput, 2 * units, units), candidate));
    const next = tf.add(tf.mul(update, h!), tf.mul(tf.sub(1, update), proposed));
    return [next, next];
  },
});

/** An LSTM whose products are convolutions. @param rank how many spatial axes */
export const convLstmCell = (rank: number): AnyKind =>
  layerKind({
    settings: {
      ...initializers,
      filters: count(),
      kernelSize: perAxis(rank, count()),
      strides: perAxis(rank, count(), 1),
      padding: oneOf(['valid', 'same'], 'valid'),
      dataFormat: dataFormat(),
      dilationRate: perAxis(rank, count(), 1),
      activation: anything('tanh'),
      recurrentActivation: anything('sigmoid'),
      useBias: flag(true),
      dropout: number(0),
      recurrentDropout: number(0),
    },
    weights({ config, shapes: [shape] }) {
      const outputs = config.filters * 4;
      const channels = channelsOf(shape, config.dataFormat);
      return [
        { name: 'kernel', shape: [...config.kernelSize, channels, outputs], initializer: config.kernelInitializer },
        {
          name: 'recurrent_kernel',
          shape: [...config.kernelSize, config.filters, outputs],
          initializer: config.recurrentInitializer,
        },
        ...(config.useBias ? [{ name: 'bias', shape: [outputs], initializer: config.biasInitializer }] : []),
      ];
    },
    outputShape: ({ config, shapes: [shape] }) =>
      Array(3).fill(
        withSpatial(
          shape,
          config.dataFormat,
          (size, i) => windowCount(size, config.kernelSize[i]!, i, config),
          config.filters,
        ),
      ),
    call([x, h, c], layer) {
      const { config, weights } = layer;
      const ones = Array<number>(rank).fill(1);
      const fromInput = channelsLast(x, config.dataFormat, (last) =>
        plus(convolve(last, weights.kernel!, config), weights.bias),
      );
      const fromState = channelsLast(h!, config.dataFormat, (last) =>
        convolve(last, weights.recurrent_kernel!, { strides: ones, dilationRate: ones, padding: 'same' }),
      );
      const gates = tf.split(tf.add(fromInput, fromState), 4, channelAxis(config.dataFormat, x.rank));
      return lstmStep(gates, c!, layer);
    },
  });
