// The column sources: which layers a layer is connected to.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { summary } from '../../src/index.ts';
import { Linear, Module, Sequential } from '../../src/nn.ts';

const { layers } = tfl;
const rows = (table: object): string[] => `${table}`.trim().split(/\r?\n/).slice(1);
const options = { style: 'csv', columns: ['path', 'sources'], fold: false } as const;

test('layers of a functional model are connected as they were applied, a shared one to each of its sources', () => {
  const [a, b] = [tfl.input({ shape: [4], name: 'a' }), tfl.input({ shape: [4], name: 'b' })];
  const shared = layers.dense({ units: 3, name: 'shared' });
  const [left, right] = [shared.apply(a), shared.apply(b)] as tfl.SymbolicTensor[];
  const sum = layers.add({ name: 'sum' }).apply([left!, right!]) as tfl.SymbolicTensor;
  const out = layers.concatenate({ name: 'joined' }).apply([sum, left!]) as tfl.SymbolicTensor;
  expect(rows(summary(tfl.model({ inputs: [a, b], outputs: out }), options))).toEqual([
    ',input',
    'shared,input',
    'shared,input',
    'sum,shared',
    'joined,"sum, shared"',
  ]);
});

test('ops between the layers of a Module are looked through, and layers in a layer see its input', () => {
  class Net extends Module {
    readonly first = new Linear(4, 4);
    readonly inner = new Sequential(new Linear(4, 4), new Linear(4, 4));
    readonly last = new Linear(4, 2);
    override forward(x: tf.Tensor): tf.Tensor {
      const y = this.first.apply(x);
      return this.last.apply(tf.add(tf.relu(y), this.inner.apply(tf.mul(y, 2))));
    }
  }
  expect(rows(summary(new Net(), [4], options))).toEqual([
    ',input',
    'first,input',
    'inner,first',
    'inner.0,input',
    'inner.1,inner.0',
    'last,"first, inner"',
  ]);
});
