// Loops and branches of converted models as ONNX: which are refused, and what the graph holds; test/real/onnxControl.test.ts
// runs them.
import '@tensorflow/tfjs-backend-cpu';
import { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { encodeGraphDef, onnxGraph, trace } from '../../src/index.ts';
import { modelOf } from '../fixtures/converting.ts';
import { chained, refusedControl, writtenControl } from '../fixtures/onnxControl.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const given = (dtype: 'float32' | 'string' = 'float32') => [
  { shape: dtype === 'string' ? [2] : [2, 3], dtype },
  { shape: [], dtype: 'bool' as const },
];

test.each(Object.entries(refusedControl))(
  'the loop or branch %s is refused by its name',
  async (name, [made, , clause]) => {
    const model = await modelOf(made);
    expect(() => onnxGraph(model, given(name === 'strings' ? 'string' : 'float32'))).toThrow(
      `the model cannot be written as ONNX: ${clause}`,
    );
  },
);

test('an open batch is refused by the loop, and unless it is asked for fixed with a note', async () => {
  const model = await modelOf(writtenControl.loop![0]);
  expect(() => onnxGraph(model, given(), { dynamic: true })).toThrow(
    'the batch cannot be left open: the shapes inside StatelessWhile loop are those of one size',
  );
  expect(onnxGraph(model).notes).toEqual([
    'the open axes are fixed at [1, 3] and []: StatelessWhile loop has shapes of one size inside',
  ]);
});

test('a loop reads from outside what no iteration changes, and weights are written once', async () => {
  const { nodes } = onnxGraph(await modelOf(writtenControl.loop![0]), given());
  const loop = nodes.find(({ op }) => op === 'Loop')!;
  expect(loop.attributes._captures).toEqual({ i: 1 });
  expect(loop.inputs.at(-1)).toBe('loop.kernel');
  const { body } = loop.attributes;
  const inside = body && 'graph' in body ? body.graph.nodes.map(({ op }) => op) : [];
  expect(inside).toContain('MatMul');
  expect(inside).not.toContain('Identity');
});

test('an export with loops leaves the tensors and the trace of the model as they were', async () => {
  const model = await modelOf(writtenControl.nested![0]);
  const before = JSON.stringify(trace(model, given()).calls);
  const { numTensors } = tf.memory();
  onnxGraph(model, given());
  expect(tf.memory().numTensors).toBe(numTensors);
  expect(JSON.stringify(trace(model, given()).calls)).toBe(before);
});

test('other weights are refused for a model with a loop', async () => {
  const model = await modelOf(writtenControl.loop![0]);
  expect(() => onnxGraph(model, given(), { weights: new Map() })).toThrow(
    'other weights cannot be put into a model with StatelessWhile loop: load it with them',
  );
});

test('a GraphDef of a graph with a loop inside a node is refused', async () => {
  const graph = onnxGraph(await modelOf(writtenControl.loop![0]), given());
  expect(() => encodeGraphDef(graph)).toThrow('encodeOnnx writes a graph of ONNX ops');
});

test('four times as many loops run four times as many nodes', async () => {
  const execute = vi.spyOn(GraphModel.prototype, 'execute');
  const nodesRun = async (count: number): Promise<number> => {
    const model = await modelOf(chained(count));
    execute.mockClear();
    onnxGraph(model, given());
    return execute.mock.calls.reduce((sum, [, outputs]) => sum + [outputs].flat().length, 0);
  };
  const [few, many] = [await nodesRun(8), await nodesRun(32)];
  execute.mockRestore();
  expect(many).toBeLessThanOrEqual(4 * few);
});
