// Converted TensorFlow models: their scopes as modules, their parameters, what ran and what could not.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { ForwardError, summary, summaryAsync, trace, traceAsync, weightsOf } from '../../../../src/index.ts';
import { flat } from '../../../../src/trace/trace.ts';
import { loop } from '../../../fixtures/convertedControl.ts';
import { small } from '../../../fixtures/convertedModels.ts';
import { modelOf } from '../../../fixtures/converting.ts';

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

const csv = { style: 'csv', columns: ['path', 'type', 'output', 'params', 'macs'] } as const;
const lines = (text: { toString(): string }) => `${text}`.trimEnd().split('\r\n').slice(1);
const words = [[2], []];
const dtypes = ['float32', 'string'] as const;

test('the scopes of a converted model are its layers; a shared weight counts once, sizes and scalars do not count', async () => {
  expect(lines(summary(await modelOf(small), [4, 4, 3], csv))).toEqual([
    ',GraphModel,"[1, 4]",,0',
    'net,net,"[1, 4]",,0',
    'net.conv_1,conv,"[1, 4, 4, 4]",112,1728',
    'net.depthwise,depthwise,"[1, 4, 4, 4]",44,576',
    'net.flatten,flatten,"[1, 64]",,0',
    'net.dense_1,dense,"[1, 4]",264,256',
    'net.dense_2,dense,"[1, 4]",16,16',
    'net.dense_3,dense,"[1, 4]",4,16',
    'net.act,act,"[1, 4]",4,0',
  ]);
});

test('the trace of a converted model has one call a scope, kernels under their nodes, and the order in which they ran', async () => {
  const { modules, calls, values, ran, graph, outputs, returned } = trace(await modelOf(small), [
    { shape: [3, 4, 4, 3] },
  ]);
  const named = calls.map((call) =>
    call.level === 'module' ? `(${modules[call.module]!.path}` : call.level === 'op' ? call.op : `.${call.kernel}`,
  );
  expect(named.join(' ')).toBe(
    '( Placeholder (net (net.conv_1 _FusedConv2D .FusedConv2D ' +
      '(net.depthwise FusedDepthwiseConv2dNative .FusedDepthwiseConv2D ' +
      '(net.flatten Reshape .Reshape Shape StridedSlice .StridedSlice Pack .Reshape .Pack ' +
      '(net.dense_1 _FusedMatMul .Reshape .Reshape ._FusedMatMul .Reshape (net.dense_2 MatMul .BatchMatMul ' +
      '(net.dense_3 _FusedMatMul .Reshape .Reshape ._FusedMatMul .Reshape Mul .Multiply (net.act Prelu .Prelu ' +
      'Identity .Identity',
  );
  expect(calls.every(({ parent }, index) => parent < index)).toBe(true);
  expect(ran!.map((index) => named[index]).slice(0, 5)).toEqual([
    '.FusedConv2D',
    '.FusedDepthwiseConv2D',
    '.StridedSlice',
    '.Reshape',
    '.Pack',
  ]);
  expect(returned.length).toBe(modules.length);
  expect(values[outputs as number]!.shape).toEqual([3, 4]);
  expect([...graph!.parameters.values()]).toHaveLength(11);
  expect(graph!.notRun).toBeUndefined();
});

test('a trace leaves a converted model as before', async () => {
  const model = await modelOf(small);
  const input = tf.ones([1, 4, 4, 3]);
  const before = (model.execute(input) as tf.Tensor).dataSync();
  const tensors = tf.memory().numTensors;
  trace(model, [{ shape: [2, 4, 4, 3] }]);
  expect(() => trace(model, [{ shape: [2, 4, 4, 5] }])).toThrow();
  expect(tf.memory().numTensors).toBe(tensors);
  expect(tf.getBackend()).toBe('cpu');
  expect((model.execute(input) as tf.Tensor).dataSync()).toEqual(before);
});

test('a converted model has the same shapes and multiply-adds on a backend as on shapes', async () => {
  const model = await modelOf(small);
  expect(`${summary(model, [4, 4, 3], { ...csv, backend: 'cpu' })}`).toBe(`${summary(model, [4, 4, 3], csv)}`);
});

test('weightsOf gives the weights of a converted model by the paths of its table', async () => {
  const model = await modelOf(small);
  const record = trace(model, [{ shape: [1, 4, 4, 3] }]);
  const paths = record.modules.flatMap(({ path, parameters }) =>
    parameters.map(({ name, sharedWith }) => sharedWith ?? `${path}.${name}`),
  );
  expect([...weightsOf(model).keys()].sort()).toEqual([...new Set(paths)].sort());
  expect(Array.from(weightsOf(model).get('net.dense_2.MatMul')!.values)).toEqual([
    ...small.weights['net/dense_2/MatMul/ReadVariableOp']!.values,
  ]);
});

describe('a converted model with a loop', () => {
  test('leaves the loop out on shapes, with a note under the table', async () => {
    const table = summary(await modelOf(loop), words, { ...csv, dtypes });
    expect(lines(table)).toEqual([
      ',GraphModel,[2],,0',
      'before,before,"[1, 2]",4,4',
      'steps,steps,,6,',
      'after,after,,,0',
    ]);
    expect(table.notes).toEqual([
      '2 of 6 nodes were not run, from StatelessWhile steps/while on, whose outputs depend on numbers: ' +
        "summaryAsync with { backend: 'cpu' }, on the command line --backend cpu, runs them",
    ]);
    const shown = summary(await modelOf(loop), words, { style: 'table', dtypes });
    expect(`${shown}`).toContain('note: not known, and not in the total: multiply-adds of StatelessWhile\n');
  });

  test('runs the loop on a backend, asynchronously', async () => {
    const model = await modelOf(loop);
    const tensors = tf.memory().numTensors;
    const options = { ...csv, dtypes, backend: 'cpu' };
    expect(lines(await summaryAsync(model, words, options))).toEqual([
      ',GraphModel,"[1, 2] [2]",,0',
      'before,before,"[1, 2]",4,4',
      'steps,steps,"[1, 2]",6,12',
      'after,after,"[1, 2]",,0',
    ]);
    expect(tf.memory().numTensors).toBe(tensors);
    expect(tf.getBackend()).toBe('cpu');
    expect(() => summary(model, words, options)).toThrow(
      'this graph model runs asynchronously, for its StatelessWhile: await traceAsync, summaryAsync or profileAsync',
    );
    const specs = [{ shape: [1, 2] }, { shape: [1] }];
    expect(flat((await traceAsync(model, specs, { backend: 'cpu' })).outputs)).toHaveLength(2);
  });
});

test.each([
  [[{ shape: [1, 4, 4] }], 'the input picture is [?, 4, 4, 3], got [1, 4, 4]'],
  [[{ shape: [1, 4, 4, 3], dtype: 'int32' as const }], 'the input picture is float32, got int32'],
  [[], 'the model takes 1 input (picture), got 0'],
])('inputs %j', async (inputs, message) => {
  const model = await modelOf(small);
  expect(() => trace(model, inputs)).toThrow(message);
});

test('a node of a converted model that fails on a shape is named with its scope', async () => {
  const nodes = small.nodes.map((node) =>
    node.name === 'image' ? { ...node, attr: { ...node.attr, shape: { shape: { unknownRank: true } } } } : node,
  );
  const model = await modelOf({ ...small, nodes });
  try {
    trace(model, [{ shape: [1, 2, 2, 3] }]);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ForwardError);
    const { message, trace: record } = error as ForwardError;
    expect(message).toBe(
      'net.flatten (flatten) fails on [1, 2, 2, 4]: Reshape net/flatten/Reshape: Size(16) must match the product of shape 1,64',
    );
    expect(record.modules[(record.calls[record.failed!] as { module: number }).module]!.path).toBe('net.flatten');
  }
});
