// A forward pass that fails: the error names the layer and holds what was recorded until then.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { beforeAll, expect, test } from 'vitest';
import { ForwardError, summary, type Traceable, tabulate } from '../../src/index.ts';
import { Linear, Module, Sequential } from '../../src/nn.ts';
import { NoForwardPass } from '../../src/trace/forwardError.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

class Odd extends tfl.layers.Layer {
  override call(input: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.matMul([input].flat()[0]!, tf.zeros([7, 7]));
  }
  static get className(): string {
    return 'Odd';
  }
}

function failure(model: Traceable, size: readonly number[]): ForwardError {
  try {
    summary(model, size);
  } catch (error) {
    if (error instanceof ForwardError) return error;
    throw error;
  }
  throw new Error('the model did not fail');
}

const shown = ({ trace }: ForwardError) => {
  const columns = ['path', 'type', 'input', 'output', 'params'];
  return tabulate(trace, { style: 'csv', columns }).trim().split('\r\n').slice(1);
};

test('a Module that throws gives a ForwardError with the record up to the failing call', () => {
  const error = failure(new Sequential(new Linear(3, 4), new Sequential(new Linear(5, 2)), new Linear(2, 1)), [3]);
  expect(error.message).toBe(
    '1.0 (Linear) fails on [2, 4]: linear expects 5 features on the last axis, got shape [2, 4]',
  );
  expect(error.cause).toBeInstanceOf(Error);
  expect(shown(error)).toEqual([
    ',Sequential,"[2, 3]",,',
    '0,Linear,"[2, 3]","[2, 4]",16',
    '1,Sequential,"[2, 4]",,',
    '1.0,Linear,"[2, 4]",✗ fails here,12',
    // not reached, and counted
    '2,Linear,,,3',
  ]);
});

test('a tf.layers model that throws gives a ForwardError, and the model is as before', () => {
  const model = tfl.sequential({
    layers: [tfl.layers.dense({ units: 4, inputShape: [3], name: 'first' }), new Odd({ name: 'odd' })],
  });
  const own = model.layers.map((layer) => Object.keys(layer));
  const error = failure(model, [3]);
  expect(error.message).toMatch(/^odd \(Odd\) fails on \[1, 4\]: Error in matMul: inner shapes \(4\) and \(7\)/);
  expect(shown(error).slice(1)).toEqual(['first,Dense,"[1, 3]","[1, 4]",16', 'odd,Odd,"[1, 4]",✗ fails here,']);
  expect(model.layers.map((layer) => Object.keys(layer))).toEqual(own);
});

test('a function that throws gives a ForwardError', () => {
  const error = failure(
    function half(x) {
      return tf.matMul(tf.relu(x), tf.zeros([9, 9]));
    },
    [3],
  );
  expect(error.message).toMatch(/^half fails on \[1, 3\]: Error in matMul: inner shapes \(3\) and \(9\)/);
  expect(shown(error)).toEqual([',half,"[1, 3]",✗ fails here,']);
});

test('a function gives NoForwardPass if it throws before its first op, and a ForwardError if it throws later', () => {
  function makes(): never {
    throw new Error('no width');
  }
  const error = failure(makes, [3]);
  expect(error.message).toBe(
    'makes fails on [1, 3]: the function ran no op on its tensors; if it makes a model, call it first; it threw: no width',
  );
  expect(error.cause).toBeInstanceOf(NoForwardPass);
  expect(failure((x) => tf.matMul(x, tf.reshape(x, [-1])), [3]).cause).not.toBeInstanceOf(NoForwardPass);
  expect(failure((x) => tf.add(x, tf.zeros([7])), [3]).cause).not.toBeInstanceOf(NoForwardPass);
});

test('tabulate shows a failed trace in every own style, and refuses the styles of references', () => {
  class Throws extends Module {
    override forward(): never {
      throw new Error('no');
    }
  }
  const { trace } = failure(new Throws(), [1]);
  for (const style of ['table', 'markdown', 'html'] as const)
    expect(tabulate(trace, { style })).toContain('✗ fails here');
  expect(JSON.parse(tabulate(trace, { style: 'json' })).layers[0]).toMatchObject({ failed: true, outputs: [] });
  expect(() => tabulate(trace, { style: 'torchinfo' })).toThrow(
    'unknown style for a trace: torchinfo (one of table, markdown, csv, json, html)',
  );
});
