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

test('an error without a message is told by its name', () => {
  const failing = (x: tf.Tensor) => {
    tf.relu(x);
    throw new RangeError();
  };
  expect(failure(failing, [3]).message).toBe('failing fails on [1, 3]: RangeError');
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

/** Runs a layer that fails, and goes on with its own input. */
class Catching extends Module {
  first = new Linear(5, 4);
  second: Module<[tf.Tensor], tf.Tensor> = new Linear(3, 2);

  forward(x: tf.Tensor): tf.Tensor {
    let y = x;
    try {
      y = this.first.apply(x);
    } catch {
      // the second layer takes x
    }
    return this.second.apply(y);
  }
}

const caught =
  'first failed, and the model went on without its output: linear expects 5 features on the last axis, got shape [2, 3]';

test('a layer whose error the model catches is no parent of what runs next, and a note tells of it', () => {
  for (const backend of [undefined, 'cpu']) {
    const columns = ['path', 'type', 'output', 'params', 'macs'];
    const table = summary(new Catching(), [3], { style: 'csv', columns, batchSize: 2, backend });
    expect(`${table}`.trim().split('\r\n').slice(1)).toEqual([
      ',Catching,"[2, 2]",,0',
      'first,Linear,,24,0',
      'second,Linear,"[2, 2]",8,12',
    ]);
    expect(table.facts.root.children.map((child) => child.path)).toEqual(['first', 'second']);
    expect(table.notes).toEqual([caught]);
  }
});

test('a layer of tf.layers whose error another one catches is no parent of what runs next', () => {
  class CatchingLayer extends tfl.layers.Layer {
    static className = 'CatchingLayer';
    odd = new Odd({ name: 'odd' });
    after = tfl.layers.dense({ units: 2, name: 'after' });
    override computeOutputShape(): tfl.Shape {
      return [null, 2];
    }
    override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
      try {
        return this.odd.apply(inputs) as tf.Tensor;
      } catch {
        return this.after.apply([inputs].flat()[0]!) as tf.Tensor;
      }
    }
  }
  const model = tfl.sequential();
  model.add(tfl.layers.dense({ units: 3, inputShape: [3], name: 'before' }));
  model.add(new CatchingLayer({ name: 'catching' }));
  const { facts, notes } = summary(model);
  const [, catching] = facts.root.children;
  expect(catching!.children.map((child) => child.path)).toEqual(['catching.odd', 'catching.after']);
  expect(notes).toContainEqual(
    expect.stringMatching(/^catching\.odd failed, and the model went on without its output: Error in matMul/),
  );
});

test('a layer that fails after another one whose error was caught is the one that is named', () => {
  const model = new Catching();
  model.second = new Linear(7, 2);
  expect(failure(model, [3]).message).toMatch(/^second \(Linear\) fails on \[2, 3\]: linear expects 7 features/);
  class Wrapping extends Module {
    inner = new Linear(5, 4);
    forward(x: tf.Tensor): tf.Tensor {
      try {
        return this.inner.apply(x);
      } catch (cause) {
        throw new Error('no luck', { cause });
      }
    }
  }
  expect(failure(new Sequential(new Wrapping()), [3]).message).toMatch(
    /^0\.inner \(Linear\) fails on \[2, 3\]: no luck/,
  );
});
