// A small convolutional net, in plain tf.layers.
import * as tfl from '@tensorflow/tfjs-layers';
import { withLazyWeights } from 'gmlp-viz';

const { layers } = tfl;

/** [batch, 28, 28, 1] to [batch, 10]; a table and a graph need no weights, so none are drawn. */
export const createModel = () =>
  withLazyWeights(tfl, () =>
    tfl.sequential({
      name: 'digits',
      layers: [
        layers.conv2d({ filters: 16, kernelSize: 3, inputShape: [28, 28, 1], activation: 'relu', name: 'edges' }),
        layers.maxPooling2d({ poolSize: 2, name: 'half' }),
        layers.conv2d({ filters: 32, kernelSize: 3, activation: 'relu', name: 'shapes' }),
        layers.batchNormalization({ name: 'norm' }),
        layers.globalAveragePooling2d({ dataFormat: 'channelsLast', name: 'pool' }),
        layers.dense({ units: 10, activation: 'softmax', name: 'classes' }),
      ],
    }),
  );
