// Traces where tf.js, or another trace, is at work: debug mode, tf.profile, a gradient, a traced pass.
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  frozenGraph,
  memoryStorage,
  profile,
  profileAsync,
  SummaryWriter,
  summary,
  trace,
  traceAsync,
  UserError,
} from '../../src/index.ts';
import { Linear, Module } from '../../src/nn.ts';
import { backends, use } from '../backends.ts';
import { caught, memory } from '../fixtures/passes.ts';

beforeAll(async () => {
  for (const backend of [...backends].reverse()) await use(backend);
});
afterEach(() => tf.disposeVariables());

const specs = [{ shape: [2, 3] }];
const tracedOn = [undefined, ...backends];

describe.each(tracedOn)('on %s', (backend = undefined) => {
  test('debug mode is on again after a trace', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const layer = new Linear(3, 4);
    const plain = trace(layer, specs, { backend });
    const before = memory();
    tf.enableDebugMode();
    try {
      expect(trace(layer, specs, { backend })).toEqual(plain);
      expect(tf.env().getBool('DEBUG')).toBe(true);
    } finally {
      tf.env().set('DEBUG', false);
    }
    // a kernel's outputs are read after it
    await new Promise((resolve) => setImmediate(resolve));
    expect(memory()).toEqual(before);
    vi.restoreAllMocks();
  });

  test('a trace inside tf.profile is the same as outside, and the profile continues', async () => {
    const layer = new Linear(3, 4);
    const plain = trace(layer, specs, { backend });
    let inside: unknown;
    const { kernels } = await tf.profile(() => {
      inside = trace(layer, specs, { backend });
      return tf.tidy(() => tf.exp(tf.ones([2])));
    });
    expect(inside).toEqual(plain);
    expect(kernels.at(-1)!.name).toBe('Exp');
  });

  test('a trace inside tf.grad is the same as outside, and so is the gradient', () => {
    const layer = new Linear(3, 4);
    const plain = trace(layer, specs, { backend });
    const before = memory();
    let inside: unknown;
    const gradient = tf.grad((x: tf.Tensor) => {
      const y = tf.square(x);
      inside = trace(layer, specs, { backend });
      return tf.sum(y);
    })(tf.tensor1d([1, 2]));
    expect([...gradient.dataSync()]).toEqual([2, 4]);
    expect(inside).toEqual(plain);
    gradient.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors + 1);
  });

  test.each([
    ['trace', () => trace(new Linear(3, 4), specs)],
    ['trace on a backend', () => trace(new Linear(3, 4), specs, { backend: backends[0]! })],
    ['summary', () => `${summary(new Linear(3, 4), [3])}`],
    ['frozenGraph', () => frozenGraph(new Linear(3, 4), [2, 3])],
    ['profile', () => profile(new Linear(3, 4), specs, { backend: backends[0]!, runs: 1 })],
    ['addGraph', () => new SummaryWriter({ logdir: 'l', storage: memoryStorage() }).addGraph(new Linear(3, 4), [2, 3])],
  ])('%s inside of a traced pass is refused, and the pass goes on', (_, look) => {
    class Nesting extends Module {
      override forward(x: tf.Tensor): tf.Tensor {
        expect(caught(look)).toBeInstanceOf(UserError);
        expect(caught(look).message).toBe(
          'a model cannot be traced while a forward pass is traced: trace it before or afterwards',
        );
        return tf.add(x, 1);
      }
    }
    const before = memory();
    const { calls } = trace(new Nesting(), specs, { backend });
    expect(calls.map((call) => (call.level === 'kernel' ? call.kernel : call.level))).toEqual(['module', 'Add']);
    expect(memory()).toEqual(before);
    class Letting extends Module {
      override forward(x: tf.Tensor): tf.Tensor {
        look();
        return x;
      }
    }
    expect(() => trace(new Letting(), specs, { backend })).toThrow('a model cannot be traced while');
    expect(memory()).toEqual(before);
    expect(trace(new Linear(3, 4), specs, { backend }).calls.length).toBeGreaterThan(1);
  });
});

test('traceAsync and profileAsync inside a traced pass are refused', async () => {
  const asked: Promise<unknown>[] = [];
  trace((x: tf.Tensor) => {
    asked.push(traceAsync(new Linear(3, 4), specs), profileAsync(new Linear(3, 4), specs));
    for (const one of asked) one.catch(() => undefined);
    return tf.add(x, 1);
  }, specs);
  for (const one of asked) await expect(one).rejects.toThrow('a model cannot be traced while a forward pass is traced');
  // a function runs twice
  expect(asked).toHaveLength(4);
});

test('a trace at the begin of a traced function is refused without the advice for functions that make models', () => {
  const nesting = (x: tf.Tensor): tf.Tensor => {
    trace(new Linear(3, 4), specs);
    return tf.relu(x);
  };
  expect(() => trace(nesting, specs)).toThrow(
    /^nesting fails on \[2, 3\]: a model cannot be traced while a forward pass is traced: trace it before or afterwards$/,
  );
});
