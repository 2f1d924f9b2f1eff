// A model that computes while it is traced: on every backend the record is that of the shapes alone.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { summary, type Trace, trace, weightsOf } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { backends, use } from '../backends.ts';
import { inputsOf, zoo } from '../fixtures/zoo.ts';

const seen = ({ modules, calls, values }: Trace) => ({
  modules,
  calls: calls.filter(({ level }) => level !== 'kernel').length,
  kernels: calls.flatMap((call) => (call.level === 'kernel' ? [call.kernel] : [])),
  outputs: calls.flatMap((call) => (call.level === 'kernel' ? call.outputs.map((index) => values[index]!.shape) : [])),
});

describe.each(backends)('on %s', (name) => {
  let backend: string;
  const state = () => ({
    numTensors: tf.memory().numTensors,
    active: tf.getBackend(),
    registered: tf.engine().backendNames(),
  });

  beforeAll(async () => {
    ({ backend } = await use(name));
    // another one is active than the one that is asked for
    await tf.setBackend('cpu');
  });

  test.each(Object.keys(zoo))(
    'a trace of %s on a backend has the calls and shapes of the shape-only trace',
    (model) => {
      const made = zoo[model]!();
      const inputs = inputsOf(made);
      const apply = () => [made.apply(inputs.length === 1 ? inputs[0]! : inputs)].flat();
      apply();
      const before = state();
      expect(seen(trace(made, inputs, { backend }))).toEqual(seen(trace(made, inputs)));
      expect(state()).toEqual(before);
      // the backend lives on
      expect(apply()).toHaveLength(made.outputs.length);
    },
  );

  test('a trace of gMLP on a backend gives the graph and table of the shape-only trace', () => {
    const { model, inputSize } = createGMLP('gmlp', { imageSize: 32, dModel: 8, dFfn: 16 });
    const input = [{ shape: [2, ...inputSize] }];
    const numbers = weightsOf(model);
    const before = state();
    expect(tensorflowGraph(trace(model, input, { backend }), numbers)).toEqual(
      tensorflowGraph(trace(model, input), numbers),
    );
    expect(state()).toEqual(before);
    expect(`${summary(model, inputSize, { backend })}`).toBe(`${summary(model, inputSize)}`);
  });
});
