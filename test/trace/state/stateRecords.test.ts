// The record of a pass that writes variables, and what is refused since it cannot be put back.
import { createRequire } from 'node:module';
import { deregisterOp, loadGraphModel, registerOp } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import type * as tfl from '@tensorflow/tfjs-layers';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type KernelCall,
  memoryStorage,
  profile,
  profileAsync,
  tensorBoardCallback,
  trace,
  traceAsync,
  UserError,
} from '../../../src/index.ts';
import { backends, use } from '../../backends.ts';
import { caught, memory } from '../../fixtures/passes.ts';
import { statefulLayers } from '../../fixtures/statefulLayers.ts';

beforeAll(async () => {
  for (const backend of [...backends].reverse()) await use(backend);
});
afterEach(() => tf.disposeVariables());

const specs = [{ shape: [2, 3] }];
const tracedOn = [undefined, ...backends];

describe.each(tracedOn)('on %s', (backend = undefined) => {
  test('a kernel that reads a variable after an assignment reads the assigned value', () => {
    const mean = tf.variable(tf.tensor1d([1, 2, 3]), true, 'mean');
    const { calls, values, outputs } = trace(
      (x: tf.Tensor) => {
        const before = tf.mul(x, mean);
        mean.assign(tf.mean(before, 0));
        return [tf.sub(x, mean), mean];
      },
      specs,
      { backend },
    );
    const kernels = calls.filter((call): call is KernelCall => call.level === 'kernel');
    const [mul, assigned, sub] = kernels as [KernelCall, KernelCall, KernelCall];
    expect(kernels.map(({ kernel }) => kernel)).toEqual(['Multiply', 'Mean', 'Sub']);
    expect(values[mul.inputs.b as number]!.parameter).toBe('mean');
    expect(sub.inputs.b).toBe(assigned.outputs[0]);
    expect(outputs).toEqual([sub.outputs[0], assigned.outputs[0]]);
  });

  test('a variable that is made from the input is refused, and is not made', () => {
    let held: tf.Variable | undefined;
    const model = (x: tf.Tensor) => {
      held ??= tf.variable(tf.mean(x, 0));
      return tf.sub(x, held);
    };
    const before = memory();
    const error = caught(() => trace(model, specs, { backend }));
    expect(error.message).toBe(
      'model fails on [2, 3]: the model makes a variable from its input, whose values a trace does not have: run the model once before it is traced',
    );
    expect(error.cause).toBeInstanceOf(UserError);
    expect(memory()).toEqual(before);
    expect(held).toBeUndefined();
    tf.tidy(() => model(tf.ones([2, 3])));
    expect(trace(model, specs, { backend }).modules).toHaveLength(1);
  });

  test('a function that replaces a tensor of its own is refused, and holds the former one', () => {
    let sum = tf.zeros([2, 3]);
    const [disposing, leaving] = [
      (x: tf.Tensor) => {
        const next = tf.add(sum, x);
        sum.dispose();
        sum = tf.keep(next);
        return tf.mul(sum, 2);
      },
      (x: tf.Tensor) => {
        sum = tf.keep(tf.add(sum, x));
        return tf.mul(sum, 2);
      },
    ];
    const before = memory();
    for (const model of [disposing, leaving])
      expect(() => trace(model, specs, { backend })).toThrow(
        'the model replaces a tensor that it holds from call to call, which a trace cannot put back: hold it in a tf.variable',
      );
    expect(memory()).toEqual(before);
    expect([...sum.dataSync()]).toEqual([0, 0, 0, 0, 0, 0]);
    sum.dispose();
  });

  test('a function that disposes a variable of its own is refused, and holds it', () => {
    let mean = tf.variable(tf.ones([3]), true, 'kept');
    const model = (x: tf.Tensor) => {
      mean.dispose();
      mean = tf.variable(tf.zeros([3]), true, 'kept');
      return tf.sub(x, mean);
    };
    const before = memory();
    expect(() => trace(model, specs, { backend })).toThrow('the model replaces a tensor that it holds');
    expect(memory()).toEqual(before);
    expect([...mean.dataSync()]).toEqual([1, 1, 1]);
  });

  test('an input that the model disposes lives on', () => {
    const x = tf.ones([2, 3]);
    const before = memory();
    const model = (given: tf.Tensor) => {
      const y = tf.add(given, 1);
      if (given === x) given.dispose();
      return y;
    };
    trace(model, [x], { backend });
    expect(memory()).toEqual(before);
    expect([...x.dataSync()]).toEqual([1, 1, 1, 1, 1, 1]);
    x.dispose();
  });

  test('a variable that an assignment gives the data of a tensor leaves that tensor its data', () => {
    const [held, zeros] = [tf.variable(tf.ones([3])), tf.zeros([3])];
    trace(
      (x: tf.Tensor) => {
        held.assign(zeros);
        return tf.add(x, held);
      },
      specs,
      { backend },
    );
    expect([[...held.dataSync()], [...zeros.dataSync()]]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ]);
    zeros.dispose();
  });

  test('a variable that wraps a tensor made before keeps its data when that is disposed', () => {
    const initial = tf.tensor1d([1, 2, 3]);
    let held: tf.Variable | undefined;
    const model = (x: tf.Tensor) => {
      held ??= tf.variable(initial);
      return tf.add(x, held);
    };
    trace(model, specs, { backend });
    initial.dispose();
    expect([...held!.dataSync()]).toEqual([1, 2, 3]);
  });

  test('the values of a variable made in a traced pass are those of that moment', () => {
    const base = tf.variable(tf.tensor1d([1, 2, 3]));
    let made: tf.Variable | undefined;
    trace(
      (x: tf.Tensor) => {
        made ??= tf.variable(tf.mul(base, 2));
        return tf.add(x, made);
      },
      specs,
      { backend },
    );
    base.assign(tf.zeros([3]));
    expect([...made!.dataSync()]).toEqual([2, 4, 6]);
  });

  test('a variable made of kernels that take a list of tensors has the values of its kernels', () => {
    let made: tf.Variable | undefined;
    const model = (x: tf.Tensor) => {
      const base = tf.ones([1]);
      made ??= tf.variable(tf.concat([base, tf.addN([base, base]), tf.reshape(tf.stack([tf.scalar(3)]), [1])]));
      return tf.add(x, made);
    };
    trace(model, specs, { backend });
    expect([...made!.dataSync()]).toEqual([1, 2, 3]);
  });

  test('the kernels that make a variable at the first call are not in the record', () => {
    let made: tf.Variable | undefined;
    const model = (x: tf.Tensor) => {
      made ??= tf.variable(tf.exp(tf.ones([3])));
      return tf.add(x, made);
    };
    const [first, second] = [trace(model, specs, { backend }), trace(model, specs, { backend })];
    expect(first).toEqual(second);
    expect(first.calls).toHaveLength(2);
  });

  test('a function that can run only once, since it names its variable, is traced by that pass', () => {
    const model = (x: tf.Tensor) => tf.mul(x, tf.variable(tf.ones([3]), true, 'named'));
    expect(trace(model, specs, { backend }).values.map(({ parameter }) => parameter)).toContain('named');
    expect(() => trace(model, specs, { backend })).toThrow('Variable with name named was already registered');
  });

  test('tf.disposeVariables inside of a traced pass is refused, and every variable lives', () => {
    const held = tf.variable(tf.ones([3]));
    const before = memory();
    const model = (x: tf.Tensor) => {
      tf.disposeVariables();
      return x;
    };
    expect(() => trace(model, specs, { backend })).toThrow('the model replaces a tensor');
    expect(memory()).toEqual(before);
    expect([...held.dataSync()]).toEqual([1, 1, 1]);
  });

  test('variables of another copy of tf.js are put back', () => {
    const require = createRequire(import.meta.url);
    const file = require.resolve('@tensorflow/tfjs-core');
    const loaded = require.cache[file];
    delete require.cache[file];
    const other = require(file) as typeof tf;
    require.cache[file] = loaded;
    expect(other.variable).not.toBe(tf.variable);
    const [mean, before] = [other.variable(other.ones([3])), memory()];
    trace(
      (x: tf.Tensor) => {
        mean.assign(other.mean(x, 0));
        return other.sub(x, mean);
      },
      specs,
      { backend },
    );
    expect(memory()).toEqual(before);
    expect([...mean.dataSync()]).toEqual([1, 1, 1]);
  });
});

test('a variable that an op of a converted model writes is put back, by every door', async () => {
  const mean = tf.variable(tf.tensor1d([1, 2, 3]));
  registerOp('Centre', ({ inputs: [x] }) => {
    mean.assign(tf.add(mean, tf.mean(x!, 0)));
    return tf.sub(x!, mean);
  });
  const attr = { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim: [{ size: '2' }, { size: '3' }] } } };
  const node = [
    { name: 'x', op: 'Placeholder', attr },
    { name: 'y', op: 'Centre', input: ['x'], attr: {} },
  ];
  const modelTopology = { node, library: {}, versions: {} };
  const load = async () => ({ modelTopology, weightSpecs: [], weightData: new ArrayBuffer(0) });
  const model = await loadGraphModel({ load });
  const before = memory();
  for (const backend of tracedOn) {
    trace(model, specs, { backend });
    await traceAsync(model, specs, { backend });
    profile(model, specs, { backend: backend ?? 'cpu', runs: 1 });
    await profileAsync(model, specs, { backend: backend ?? 'cpu', runs: 1 });
    expect(memory()).toEqual(before);
    expect([...mean.dataSync()]).toEqual([1, 2, 3]);
  }
  deregisterOp('Centre');
});

test.each(Object.entries(statefulLayers))('%s: a fit with the callback ends as one without', async (_, make) => {
  const models = [make(), make()] as const;
  for (const [at, model] of models.entries()) {
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const callbacks = at === 1 ? tensorBoardCallback('logs', { model: model as never, storage: memoryStorage() }) : [];
    const [xs, ys] = [tf.ones([4, 4]), tf.zeros(model.outputs[0]!.shape.map((size, axis) => (axis === 0 ? 4 : size!)))];
    await model.fit(xs, ys, { epochs: 2, batchSize: 2, shuffle: false, verbose: 0, callbacks } as tfl.ModelFitArgs);
    tf.dispose([xs, ys]);
  }
  const [alone, told] = models.map((model) => model.getWeights().map((weight) => [...weight.dataSync()]));
  expect(told).toEqual(alone);
  for (const model of models) model.resetStates?.();
});
