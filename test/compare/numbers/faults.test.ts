// 40 faults that a generator draws are pointed at: the first guilty kernel and its layer.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { compare, compareModels, trace } from '../../../src/index.ts';
import { drawFault, faulty, leaveFaulty } from './drawnFaults.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(leaveFaulty);

test.each(Array.from({ length: 40 }, (_, seed) => seed))('fault %i', async (seed) => {
  const { about, model, changed, inputs, guilty } = await drawFault(seed);
  const record = trace(changed ?? model, inputs);
  const state = () => [
    tf.getBackend(),
    tf.memory().numTensors,
    [model, changed].map((one) => one?.getWeights().map((weight) => Array.from(weight.dataSync()))),
    inputs.map((input) => Array.from(input.dataSync())),
  ];
  const before = state();
  const found = changed
    ? await compareModels(model, changed, inputs)
    : await compare(model, inputs, { backend: faulty, against: 'cpu' });
  const kernels = [...found.calls.keys()].filter((i) => found.calls[i]!.level === 'kernel');
  const { calls } = record;
  const kernel = calls.filter((call) => call.level === 'kernel')[guilty]!;
  let outer = kernel.parent;
  while (outer !== -1 && calls[outer]!.level !== 'module') outer = calls[outer]!.parent;
  const module = calls[outer];
  const layer = module?.level === 'module' ? record.modules[module.module]!.path : '';
  const first = found.calls[found.firstKernel ?? -1];
  expect({ about, kernel: kernels.indexOf(found.firstKernel!), name: first?.name, layer: first?.layer }).toEqual({
    about,
    kernel: guilty,
    name: kernel.kernel,
    // at a later call of the layer its name has a number
    layer: expect.stringMatching(new RegExp(`^${layer.replace(/[.+*]/g, '\\$&') || '\\(model\\)'}( #\\d+)?$`)),
  });
  expect(found.agrees).toBe(false);
  expect(state()).toEqual(before);
});
