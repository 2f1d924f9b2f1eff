// compare() and compareModels() name the first kernel and layer that a drawn fault changes, for 40 seeds.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { compare, compareModels, trace } from '../../../src/index.ts';
import { enclosingModule } from '../../../src/trace/calls.ts';
import { drawFault, faulty, leaveFaulty } from './drawnFaults.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});
afterEach(leaveFaulty);

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'the comparison names the kernel and the layer of drawn fault %i',
  async (seed) => {
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
    const module = calls[enclosingModule(calls, calls.indexOf(kernel))];
    const layer = module?.level === 'module' ? record.modules[module.module]!.path : '';
    const first = found.calls[found.firstKernel ?? -1];
    expect({
      about,
      kernel: kernels.indexOf(found.firstKernel!),
      name: first?.name,
      // a later call of the layer has its number
      layer: first?.layer.replace(/ #\d+$/, ''),
    }).toEqual({
      about,
      kernel: guilty,
      name: kernel.kernel,
      layer: layer || '(model)',
    });
    expect(found.agrees).toBe(false);
    expect(state()).toEqual(before);
  },
);
