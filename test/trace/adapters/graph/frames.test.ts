// Converted models with loops and branches in frames, as the converter writes them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { summary, summaryAsync, trace, traceAsync } from '../../../../src/index.ts';
import { parseNodeInput } from '../../../../src/names/nodeInput.ts';
import { converterModel } from '../../../fixtures/converterModels.ts';

const options = { style: 'csv', columns: ['path', 'output', 'params', 'macs'], batchSize: 5 } as const;
const lines = (text: { toString(): string }) => `${text}`.trimEnd().split('\r\n').slice(1);

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

test('the multiply-adds of nested loops are those of every step, at the layer that computes with the weights', async () => {
  const model = await converterModel('flowV1');
  const tensors = tf.memory().numTensors;
  const table = await summaryAsync(model, [3], { ...options, backend: 'cpu' });
  // the loop takes 1, 2 and 3 steps of [5, 3] by [3, 3] and a bias; one branch [5, 3] by [3, 2]
  expect(lines(table)).toEqual([
    ',"[5, 3] [5, 2]",,0',
    'steps/while,"[5, 3]",,0',
    'steps/while.body,,,0',
    'steps/while.body.while,,36,270',
    'steps/while.body.while.Less,,,0',
    'steps/while.body.cond,,,0',
    'steps/while.body.cond.add,,,0',
    'steps/while.body.cond.Max,,,0',
    'branch,"[5, 2]",,0',
    'branch.cond,"[5, 2]",,30',
    'branch.cond.mul,,,0',
    'branch.cond.sub,,,0',
    'branch.cond.MatMul,,,0',
    'branch.cond.MatMul.ReadVariableOp,,6,0',
  ]);
  expect(table.notes).toEqual([]);
  expect(tf.memory().numTensors).toBe(tensors);
});

test.each(['flow', 'flowV1'])('%s on shapes leaves out all nodes downstream of the loop’s start', async (name) => {
  const table = summary(await converterModel(name), [3], options);
  expect(table.notes[0]).toMatch(/^\d+ of \d+ nodes were not run, from Enter .* on, whose outputs depend on numbers/);
  expect(lines(table)[0]).toBe(',,,0');
});

test.each(['flow', 'flowV1'])('nodes of %s are in topological order, except at the start of a loop', async (name) => {
  const { graph, calls } = trace(await converterModel(name), [{ shape: [1, 3] }]);
  expect(calls.length).toBeGreaterThan(10);
  const { topology, calls: indexOf } = graph!;
  const wrong = topology.node.flatMap(({ name: node, op, input = [] }) =>
    input
      .map((text) => parseNodeInput(text).node)
      .filter((from) => indexOf.has(node) && indexOf.has(from) && op !== 'Merge')
      .filter((from) => scopeOf(from) === scopeOf(node) && indexOf.get(from)! > indexOf.get(node)!)
      .map((from) => `${node} before ${from}`),
  );
  expect(wrong).toEqual([]);
});

// scopes are told one behind another
const scopeOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

test('a model that tf.js does not run is refused', async () => {
  const specs = [{ shape: [1, 3] }];
  await expect(traceAsync(await converterModel('flow'), specs, { backend: 'cpu' })).rejects.toThrow(
    /^this model does not run on cpu: tf\.js says: Cannot compute the outputs \[/,
  );
  expect(tf.getBackend()).toBe('cpu');
});

test('only the branch that is taken runs', async () => {
  const model = await converterModel('flowV1');
  const ones = await traceAsync(model, [{ shape: [5, 3] }], { backend: 'cpu' });
  const kernels = ones.calls.flatMap((call) => (call.level === 'kernel' ? [call.kernel] : []));
  expect(kernels.filter((kernel) => kernel === 'BatchMatMul')).toHaveLength(1);
  expect(kernels.filter((kernel) => kernel === '_FusedMatMul')).toHaveLength(6);
  // the other one subtracts
  expect(kernels).not.toContain('Sub');
});
