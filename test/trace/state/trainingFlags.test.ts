// Training flags that a forward pass sets are as before the look at the model.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { frozenGraph, profile, type Traceable, trace } from '../../../src/index.ts';
import { Linear, Module } from '../../../src/nn.ts';

beforeAll(() => tf.setBackend('cpu'));
afterEach(() => tf.disposeVariables());

class FreezingModule extends Module {
  readonly linear = new Linear(4, 4);
  override forward(x: tf.Tensor): tf.Tensor {
    for (const [, parameter] of this.linear.namedParameters()) parameter.requiresGrad = false;
    return this.linear.apply(x);
  }
}

class FreezingLayer extends tfl.layers.Layer {
  static readonly className = 'FreezingLayer';
  readonly inner = tfl.layers.dense({ units: 4 });
  override build(shape: tfl.Shape): void {
    this.addWeight('gain', [1], 'float32', tfl.initializers.ones());
    this.inner.build(shape);
    super.build(shape);
  }
  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    this.trainable = false;
    this.inner.trainable = false;
    return this.inner.apply([inputs].flat()[0]!) as tf.Tensor;
  }
}

interface Freezing {
  readonly model: Traceable;
  readonly flags: () => boolean[];
}

const kinds: Readonly<Record<string, () => Freezing>> = {
  'a Module': () => {
    const model = new FreezingModule();
    return { model, flags: () => [...model.namedParameters()].map(([, { requiresGrad }]) => requiresGrad) };
  },
  'a model of tf.layers': () => {
    const layer = new FreezingLayer({ inputShape: [4] });
    const model = tfl.sequential({ layers: [layer] });
    const weights = [...layer.weights, ...layer.inner.weights];
    const flags = () => [layer.trainable, layer.inner.trainable, ...weights.map(({ trainable }) => trainable)];
    return { model, flags };
  },
  'a function': () => {
    const variable = tf.variable(tf.ones([4]));
    const model = (x: tf.Tensor): tf.Tensor => {
      variable.trainable = false;
      return tf.mul(x, variable);
    };
    return { model, flags: () => [variable.trainable] };
  },
};

const doors: Readonly<Record<string, (model: Traceable) => unknown>> = {
  trace: (model) => trace(model, [{ shape: [2, 4] }]),
  frozenGraph: (model) => frozenGraph(model, [2, 4]),
  profile: (model) => profile(model, [{ shape: [2, 4] }], { backend: 'cpu', runs: 1, warmup: 1 }),
};

test.each(Object.keys(kinds).flatMap((kind) => Object.keys(doors).map((door) => [kind, door] as const)))(
  '%s that freezes its weights in its forward pass trains after %s',
  async (kind, door) => {
    const { model, flags } = kinds[kind]!();
    const before = flags();
    await doors[door]!(model);
    expect(before).not.toContain(false);
    expect(flags()).toEqual(before);
  },
);
