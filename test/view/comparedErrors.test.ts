// The errors of a comparison as facts of the page's boxes.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { compare, compareModels, type readGraph, trace, view } from '../../src/index.ts';
import { Linear, ReLU, Sequential } from '../../src/nn.ts';
import { traceTree } from '../../src/view/tree/traceTree.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const build = () => new Sequential(new Linear(4, 3), new ReLU(), new Linear(3, 2));

/** The same weights but for one of the last layer. */
function changedCopy(model: Sequential, delta: number): Sequential {
  const copy = build();
  const state = [...model.stateDict()].map(([path, { shape, value }]) => {
    const values = value.dataSync().slice();
    if (path === '2.bias') values[0]! += delta;
    return [path, { shape, values }] as const;
  });
  copy.loadStateDict(new Map(state));
  return copy;
}

test('each box has its errors, and the first layer beyond the tolerance is marked', async () => {
  const model = build();
  const changed = changedCopy(model, 1);
  const comparison = await compareModels(model, changed, [1, 4]);
  const { nodes } = traceTree(trace(changed, [[1, 4]]), { comparison, level: 'modules' });
  const facts = Object.fromEntries(nodes.map(({ path, facts: { error, first } }) => [path, [error, first]]));
  expect(facts).toEqual({
    input: [undefined, undefined],
    '0': [{ error: 0, fed: 0, made: 0 }, undefined],
    '1': [{ error: 0, fed: 0, made: 0 }, undefined],
    '2': [{ error: expect.any(Number), fed: 0, made: expect.any(Number) }, true],
    output: [undefined, undefined],
  });
});

test('an error that is not finite is in the data of the page, which is JSON', async () => {
  const model = build();
  const changed = changedCopy(model, Number.NaN);
  const comparison = await compareModels(model, changed, [1, 4]);
  const { nodes } = traceTree(trace(changed, [[1, 4]]), { comparison, level: 'modules' });
  expect(nodes.find(({ path }) => path === '2')!.facts).toMatchObject({
    error: { error: null, fed: 0, made: null },
    first: true,
  });
});

test('a comparison of another pass is refused, and one beside a graph', async () => {
  const model = build();
  const comparison = await compare(model, [1, 4], { against: 'cpu' });
  expect(() => view(trace(new Linear(4, 3), [[1, 4]]), { comparison })).toThrow(
    /^the comparison is of another pass: expected one of the trace's \d+ calls, got \d+$/,
  );
  const graph = { nodes: [] } as unknown as Awaited<ReturnType<typeof readGraph>>;
  expect(() => view(graph, { comparison })).toThrow(
    'a comparison is shown on a trace: a graph that was read has no pass',
  );
});
