// What a trace records of how each layer was built.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import * as viz from '../../src/index.ts';
import * as nn from '../../src/nn.ts';
import { settingsOf } from '../../src/trace/settings.ts';
import { small } from '../fixtures/convertedModels.ts';
import { modelOf } from '../fixtures/converting.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const settings = (model: viz.Traceable, ...shapes: number[][]): Record<string, viz.Settings | undefined> =>
  Object.fromEntries(
    viz
      .trace(
        model,
        shapes.map((shape) => ({ shape })),
      )
      .modules.map(({ path, settings }) => [path, settings]),
  );

test('the settings of gmlp-viz/nn layers include defaults', () => {
  const model = new nn.Sequential(
    new nn.Conv2d(2, 4, 3, { stride: 2, groups: 2, bias: false }),
    new nn.BatchNorm2d(4, { momentum: null }),
    new nn.MaxPool2d(2),
    new nn.Flatten(),
    new nn.Dropout(0.3),
    new nn.Linear(4, 2),
    new nn.LayerNorm(2, { eps: 1e-3 }),
    new nn.ReLU(),
  );
  expect(settings(model, [1, 2, 6, 6])).toEqual({
    '': undefined,
    0: {
      inChannels: 2,
      outChannels: 4,
      kernelSize: [3, 3],
      stride: 2,
      padding: 0,
      dilation: 1,
      groups: 2,
      bias: false,
    },
    1: { numFeatures: 4, eps: 1e-5, momentum: null, affine: true, trackRunningStats: true },
    2: { kernelSize: 2, stride: 2, padding: 0, ceilMode: false },
    3: { startDim: 1, endDim: -1 },
    4: { p: 0.3 },
    5: { inFeatures: 4, outFeatures: 2, bias: true },
    6: { normalizedShape: [2], eps: 1e-3, elementwiseAffine: true, bias: true },
    7: undefined,
  });
});

test('the settings of a user’s Module are its properties that are plain data', () => {
  class Scale extends nn.Module {
    readonly factor = 2;
    readonly limits = [0, Number.POSITIVE_INFINITY];
    readonly inner = new nn.Linear(2, 2);
    readonly _calls = 0;
    readonly bound = () => 1;
    override forward(x: tf.Tensor): tf.Tensor {
      return tf.mul(this.inner.apply(x), this.factor);
    }
  }
  expect(settings(new Scale(), [1, 2])['']).toEqual({ factor: 2, limits: [0, 'Infinity'] });
});

test('the settings of tf.layers layers are their configuration without name, shapes and inner layers', () => {
  const model = tfl.sequential({
    layers: [
      tfl.layers.conv2d({
        inputShape: [8, 8, 3],
        filters: 4,
        kernelSize: 3,
        strides: 2,
        activation: 'relu',
        kernelRegularizer: 'l1l2',
        name: 'conv',
      }),
      tfl.layers.timeDistributed({ layer: tfl.layers.dropout({ rate: 0.25 }), name: 'each' }),
      tfl.layers.batchNormalization({ axis: 2, epsilon: 0.01, name: 'norm' }),
    ],
  });
  const { '': root, conv, each, norm, 'each.layer': inner } = settings(model, [1, 8, 8, 3]);
  expect(root).toBeUndefined();
  expect(conv).toMatchObject({
    filters: 4,
    kernelSize: [3, 3],
    strides: [2, 2],
    padding: 'valid',
    dilationRate: [1, 1],
    activation: 'relu',
    kernelRegularizer: 'L1L2(l1=0.01, l2=0.01)',
  });
  expect(Object.keys(conv!).filter((name) => /^(name|trainable|dtype|batchInputShape)$/.test(name))).toEqual([]);
  expect([each, inner, norm]).toMatchObject([{}, { rate: 0.25 }, { axis: 2, epsilon: 0.01 }]);
  expect(each).not.toHaveProperty('layer');
});

test('a custom layer whose getConfig throws or makes tensors is traced', () => {
  class Odd extends tfl.layers.Layer {
    static className = 'Odd';
    constructor(private readonly fails: boolean) {
      super({});
    }
    override call(x: tf.Tensor | tf.Tensor[]): tf.Tensor {
      return tf.relu([x].flat()[0]!);
    }
    override getConfig() {
      if (this.fails) throw new Error('no config');
      return { ...super.getConfig(), table: tf.ones([3]) as never, size: 3 };
    }
  }
  const built = (fails: boolean) => {
    const input = tfl.input({ shape: [2] });
    return tfl.model({ inputs: input, outputs: new Odd(fails).apply(input) as tfl.SymbolicTensor });
  };
  const [fails, computes] = [built(true), built(false)];
  const before = tf.memory().numTensors;
  expect(Object.values(settings(fails, [1, 2]))).toEqual([undefined, undefined]);
  expect(Object.values(settings(computes, [1, 2]))).toEqual([undefined, { size: 3 }]);
  expect(tf.memory().numTensors).toBe(before);
});

test('the settings of a converted model’s scope are the attributes of its main kernel', async () => {
  const model = await modelOf(small);
  const found = settings(model, [1, 4, 4, 3]);
  expect(found['net.conv_1']).toMatchObject({ op: 'FusedConv2D', activation: 'relu' });
  expect(found['net.conv_1']).toHaveProperty('strides');
  expect(found['net.conv_1']).toHaveProperty('dilations');
});

test('settings leave out values that are no plain data, and shorten long lists to a checksum', () => {
  const long = Array.from({ length: 1000 }, (_, i) => i);
  const { words, other, ...rest } = settingsOf({
    words: long,
    other: long.with(500, -1),
    when: new Date(0),
    call: () => 1,
    missing: undefined,
    nothing: null,
    sizes: { height: 2, width: [3, 4] },
    count: 10n,
    typed: Float32Array.of(1, Number.NaN),
  });
  expect(words).toMatch(/^1000 values, checksum [0-9a-f]{16}$/);
  expect(other).not.toBe(words);
  expect(rest).toEqual({ nothing: null, sizes: 'height=2, width=[3, 4]', count: '10', typed: [1, 'NaN'] });
  const ring: Record<string, unknown> = { name: 'ring' };
  ring.self = ring;
  expect(settingsOf({ ring })).toHaveProperty('ring');
});
