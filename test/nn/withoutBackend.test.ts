// A module's parameters where no backend of tf.js is registered.
import { expect, test } from 'vitest';
import { frozenGraph, trace } from '../../src/index.ts';
import { Linear } from '../../src/nn.ts';

test('without a backend a trace needs no values of parameters, and an export says which import gives them a place', () => {
  expect(trace(new Linear(3, 4), [1, 3]).modules[0]!.parameters.map(({ size }) => size)).toEqual([12, 4]);
  expect(() => frozenGraph(new Linear(3, 4), [1, 3])).toThrow(
    "no backend of tf.js is there to hold the values of parameters: import '@tensorflow/tfjs-backend-cpu' first",
  );
});
