// The layers of a model and what each reads: for a model of tf.layers, what its author connected.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { layerNodes } from '../../src/graph/conceptualGraph.ts';
import { trace } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';

beforeAll(async () => void (await tf.setBackend('cpu')));

interface Connected {
  readonly inboundNodes: readonly { readonly inboundLayers: readonly { readonly name: string }[] }[];
}

// of flat models, whose layers are each called once
const flatModels = Object.keys(zoo).filter((name) => {
  const model = zoo[name]!();
  return model.layers.every((layer) => {
    const { inboundNodes } = layer as unknown as Connected;
    return (
      inboundNodes.length === 1 &&
      !('layers' in layer) &&
      !['Bidirectional', 'TimeDistributed', 'RNN', 'LSTM', 'Attention', 'EncoderBlock'].includes(layer.getClassName())
    );
  });
});

test.each(flatModels)('%s', (name) => {
  const model = zoo[name]!();
  const nodes = layerNodes(trace(model, inputsOf(model)));
  const expected = model.layers.map((layer): [string, string[]] => [
    layer.name,
    (layer as unknown as Connected).inboundNodes[0]!.inboundLayers.map((from) => from.name),
  ]);
  const read = new Map(nodes.map(({ name, inputs }) => [name, inputs]));
  for (const [layer, inputs] of expected)
    if (read.has(layer)) expect([layer, read.get(layer)]).toEqual([layer, inputs]);
  expect(expected.filter(([layer]) => !read.has(layer))).toEqual([]);
});

test('some models are flat', () => expect(flatModels).toEqual(['cnn', 'mobile', 'unet', 'residual', 'words']));

test('a tensor made between layers counts as made by the layers of its inputs', () => {
  const { model, inputSize } = createGMLP('gmlp');
  const nodes = layerNodes(trace(model, [{ shape: [2, ...inputSize] }]));
  expect(nodes.map(({ name, type, inputs }) => `${name} ${type} < ${inputs.join(' ')}`)).toEqual([
    'input InputLayer < ',
    'patcher Conv2d < input',
    'model/0/norm LayerNorm < patcher',
    'model/0/channel_proj1 Linear < model/0/norm',
    'model/0/sgu/norm LayerNorm < model/0/channel_proj1',
    'model/0/sgu/spatial_proj Conv1d < model/0/sgu/norm',
    'model/0/channel_proj2 Linear < model/0/channel_proj1 model/0/sgu/spatial_proj',
    'classifier Linear < model/0/channel_proj2 patcher',
  ]);
});
