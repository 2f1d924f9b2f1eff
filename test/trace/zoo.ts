// Models of tf.layers as users write them: small, with every way that layers hold layers.
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';

const { layers } = tfl;

/** A custom layer with layers inside, of which tf.js's own summary sees no parameters. */
class Attention extends tfl.layers.Layer {
  readonly query = layers.dense({ units: 4, name: 'query' });
  readonly rest = [layers.dense({ units: 4, name: 'key' }), layers.dense({ units: 4, name: 'value' })];

  override build(shape: tfl.Shape): void {
    for (const layer of [this.query, ...this.rest]) layer.build(shape);
    super.build(shape);
  }
  override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = [input].flat()[0]!;
    const [q, k, v] = [this.query, ...this.rest].map((layer) => layer.apply(x) as tf.Tensor);
    return tf.add(x, tf.matMul(tf.softmax(tf.matMul(q!, k!, false, true)), v!));
  }
  static get className(): string {
    return 'Attention';
  }
}

function unet(): tfl.LayersModel {
  const input = tfl.input({ shape: [8, 8, 2] });
  const down = layers.conv2d({ filters: 4, kernelSize: 3, padding: 'same', activation: 'relu' }).apply(input);
  const deep = layers.conv2d({ filters: 6, kernelSize: 3, strides: 2, padding: 'same' }).apply(down);
  const up = layers.conv2dTranspose({ filters: 4, kernelSize: 3, strides: 2, padding: 'same' }).apply(deep);
  const joined = layers.concatenate().apply([down, up] as tfl.SymbolicTensor[]);
  return tfl.model({
    inputs: input,
    outputs: layers.conv2d({ filters: 1, kernelSize: 1, activation: 'sigmoid' }).apply(joined) as tfl.SymbolicTensor,
  });
}

function towers(): tfl.LayersModel {
  const inputs = [tfl.input({ shape: [6] }), tfl.input({ shape: [6] })];
  const tower = tfl.sequential({
    layers: [layers.dense({ units: 5, inputShape: [6], activation: 'relu' }), layers.dense({ units: 3 })],
    name: 'tower',
  });
  const sides = inputs.map((input) => tower.apply(input) as tfl.SymbolicTensor);
  return tfl.model({ inputs, outputs: [layers.add().apply(sides) as tfl.SymbolicTensor, sides[0]!] });
}

export const zoo: Readonly<Record<string, () => tfl.LayersModel>> = {
  cnn: () =>
    tfl.sequential({
      layers: [
        layers.conv2d({ filters: 4, kernelSize: 3, inputShape: [10, 10, 3] }),
        layers.batchNormalization(),
        layers.reLU(),
        layers.maxPooling2d({ poolSize: 2 }),
        layers.dropout({ rate: 0.5 }),
        layers.flatten(),
        layers.dense({ units: 5, activation: 'softmax' }),
      ],
    }),
  mobile: () =>
    tfl.sequential({
      layers: [
        layers.depthwiseConv2d({ kernelSize: 3, padding: 'same', inputShape: [8, 8, 3] }),
        layers.separableConv2d({ filters: 5, kernelSize: 3, strides: 2 }),
        layers.layerNormalization(),
        layers.leakyReLU(),
        layers.globalAveragePooling2d({ dataFormat: 'channelsLast' }),
      ],
    }),
  unet,
  towers,
  lstm: () =>
    tfl.sequential({
      layers: [
        layers.embedding({ inputDim: 11, outputDim: 4, inputLength: 3 }),
        layers.lstm({ units: 5, returnSequences: true, recurrentInitializer: 'glorotUniform' }),
        layers.bidirectional({
          layer: layers.gru({ units: 3, recurrentInitializer: 'glorotUniform' }) as tfl.RNN,
          mergeMode: 'concat',
        }),
      ],
    }),
  timeDistributed: () =>
    tfl.sequential({
      layers: [
        layers.timeDistributed({ layer: layers.dense({ units: 4, activation: 'tanh' }), inputShape: [3, 5] }),
        layers.simpleRNN({ units: 2, recurrentInitializer: 'glorotUniform' }),
      ],
    }),
  attention: () =>
    tfl.sequential({ layers: [layers.inputLayer({ inputShape: [3, 4] }), new Attention({}), new Attention({})] }),
};

/** Numbers for a model's inputs, with a batch of 2; whole numbers below 11 suit an embedding. */
export const inputsOf = (model: tfl.LayersModel): tf.Tensor[] =>
  model.inputs.map(({ shape }) => {
    const dims = [2, ...shape.slice(1)] as number[];
    const embeds = model.layers[0]!.getClassName() === 'Embedding';
    return embeds ? tf.randomUniform(dims, 0, 11, 'int32', 3) : tf.randomNormal(dims, 0, 1, 'float32', 3);
  });
