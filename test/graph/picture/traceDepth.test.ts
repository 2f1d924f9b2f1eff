// Pictures of traces that are closed at a depth while they are made, and what the boxes of converted models are called.
import { setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { callCosts } from '../../../src/cost/callCosts.ts';
import { toDepth } from '../../../src/graph/picture/closeGroups.ts';
import { pictureLevels } from '../../../src/graph/picture/picture.ts';
import { tracePicture } from '../../../src/graph/picture/tracePicture.ts';
import { ForwardError, type Trace, trace } from '../../../src/index.ts';
import { createGMLP, Linear, Sequential } from '../../../src/nn.ts';
import { small } from '../../fixtures/convertedModels.ts';
import {
  type Converted,
  constant,
  floats,
  fused,
  modelOf,
  node,
  placeholder,
  window,
} from '../../fixtures/converting.ts';
import { graphModelAt } from '../../fixtures/loadGraphModel.ts';
import { inputsOf, zoo } from '../../fixtures/zoo.ts';

beforeAll(async () => {
  await setBackend('cpu');
});

async function traces(): Promise<Record<string, Trace>> {
  const { model, inputSize } = createGMLP('gmlp', { numLayers: 2 });
  const layers = Object.entries(zoo).map(([name, make]): [string, Trace] => {
    const one = make();
    return [name, trace(one, inputsOf(one))];
  });
  return {
    gmlp: trace(model, [{ shape: [1, ...inputSize] }]),
    small: trace(await modelOf(small), [{ shape: [1, 4, 4, 3] }]),
    ...Object.fromEntries(layers),
  };
}

test('a picture that is made to a depth is the whole one closed at that depth', async () => {
  for (const [name, record] of Object.entries(await traces()))
    for (const level of pictureLevels)
      for (const depth of [1, 2, 3, 4]) {
        const amounts = callCosts(record, undefined);
        const whole = toDepth(tracePicture(record, { level, amounts }), depth);
        expect(tracePicture(record, { level, amounts, depth }), `${name} ${level} ${depth}`).toEqual(whole);
      }
});

test('a closed group that holds what failed is marked as failed', () => {
  const model = new Sequential(new Linear(4, 4), new Sequential(new Linear(4, 4), new Linear(5, 2)));
  try {
    trace(model, [{ shape: [1, 4] }]);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ForwardError)) throw error;
    const states = ({ nodes }: ReturnType<typeof tracePicture>) => nodes.map(({ path, state }) => [path, state]);
    const marked = [
      ['input', undefined],
      ['0', undefined],
      ['1', 'failed'],
    ];
    expect(states(tracePicture(error.trace, { depth: 1 }))).toEqual(marked);
    expect(states(toDepth(tracePicture(error.trace), 1))).toEqual(marked);
  }
});

/** A block of MobileNet V2 as the converter leaves it: each fused op in the scope of its last part. */
const mobile: Converted = {
  nodes: [
    placeholder('input', 'FLOAT', -1, 4, 4, 3),
    constant('weights', 'FLOAT', 1, 1, 3, 3),
    constant('depthwise_weights', 'FLOAT', 3, 3, 3, 1),
    constant('bias', 'FLOAT', 3),
    node('net/Conv/Relu6', '_FusedConv2D', ['input', 'weights', 'bias'], { ...window, ...fused('BiasAdd', 'Relu6') }),
    node(
      'net/block/depthwise/depthwise',
      'FusedDepthwiseConv2dNative',
      ['net/Conv/Relu6', 'depthwise_weights', 'bias'],
      {
        ...window,
        ...fused('BiasAdd', 'Relu6'),
      },
    ),
    node(
      'net/block/project/BatchNorm/FusedBatchNormV3',
      '_FusedConv2D',
      ['net/block/depthwise/depthwise', 'weights', 'bias'],
      { ...window, ...fused('BiasAdd') },
    ),
    node('net/block/activation/Relu6', 'Relu6', ['net/block/project/BatchNorm/FusedBatchNormV3'], window),
  ],
  weights: {
    weights: floats(1, 1, 1, 3, 3),
    depthwise_weights: floats(2, 3, 3, 3, 1),
    bias: floats(3, 3),
  },
  signature: {
    inputs: { input: { name: 'input:0' } },
    outputs: { out: { name: 'net/block/activation/Relu6:0' } },
  },
};

test('a layer of a converted model is called by the op that it runs where the name of its scope says another', async () => {
  const { nodes } = tracePicture(trace(await modelOf(mobile), [{ shape: [1, 4, 4, 3] }]));
  expect(nodes.map(({ type, name, role }) => [type, name, role])).toEqual([
    ['Input', 'input', 'end'],
    ['net', 'net', 'other'],
    ['Conv', 'Conv', 'weights'],
    ['block', 'block', 'other'],
    ['DepthwiseConv2dNative', 'depthwise', 'weights'],
    ['Conv2D', 'project/BatchNorm', 'weights'],
    ['activation', 'activation', 'activation'],
    ['Output', '', 'end'],
  ]);
});

test('a tensor and its copies are one output of a box', async () => {
  const { cnn, residual, towers, lstm } = await traces();
  for (const record of [cnn!, residual!, towers!])
    for (const level of pictureLevels)
      for (const { outputs, path, kind } of tracePicture(record, { level }).nodes)
        expect(outputs.length, path).toBe(kind === 'output' ? 0 : 1);
  // Keras's cell returns its output, and its output again as a state
  const cells = tracePicture(lstm!).nodes.filter(({ type }) => type === 'LSTMCell');
  for (const { outputs } of cells)
    expect(outputs).toEqual([
      [2, 5],
      [2, 5],
    ]);
  expect(cells.length).toBeGreaterThan(0);
});

test('a scope of a converted model whose name has no letters is shown by its name, without a type', async () => {
  const path = new URL('../../golden/reference/converted/flow/model.json', import.meta.url).pathname;
  const { nodes } = tracePicture(trace(await graphModelAt(path), [{ shape: [1, 3] }]));
  expect(nodes.filter(({ type }) => type === 'scope')).toEqual([]);
  expect(nodes.filter(({ name, type }) => /_29$|^_8$/.test(name) && type === '').length).toBeGreaterThan(0);
});
