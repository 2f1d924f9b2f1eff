// TensorFlow's own profiler counts the exported graphs: twice our multiply-adds, and what it counts beyond them.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { macsOf, type Trace, trace } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { functionTwin, layersTwin } from '../fixtures/twins.ts';
import { python } from './python.ts';
import { question } from './runGraphs.ts';

const small = { imageSize: 64, patchSize: 8, numClasses: 10, dModel: 64, dFfn: 128, numLayers: 3 };

// a matrix product and a convolution count two operations a multiply-add
const products = ['BatchMatMulV2', 'MatMul', 'Conv2D'];
// what the profiler adds: operations a number of the output, or of the input where it is reduced; how many such nodes the
// dialect writes for a kernel
interface Beyond {
  readonly each: number;
  readonly nodes: Readonly<Record<string, number>>;
  readonly reduces?: true;
}
const beyond: Readonly<Record<string, Beyond>> = {
  AddV2: { each: 1, nodes: { Add: 1, _FusedMatMul: 1, FusedConv2D: 1, FusedBatchNorm: 2 } },
  Mul: { each: 1, nodes: { Multiply: 1, FusedBatchNorm: 2 } },
  Sub: { each: 1, nodes: { Sub: 1, FusedBatchNorm: 1 } },
  Square: { each: 1, nodes: { Square: 1 } },
  RealDiv: { each: 1, nodes: { RealDiv: 1 } },
  Rsqrt: { each: 2, nodes: { Rsqrt: 1, FusedBatchNorm: 1 } },
  Mean: { each: 1, nodes: { Mean: 1 }, reduces: true },
};

const elements = (trace: Trace, value: number): number => trace.values[value]!.shape.reduce((a, b) => a * b, 1);

function expected(trace: Trace, { each, nodes, reduces }: Beyond): number {
  let sum = 0;
  for (const call of trace.calls) {
    if (call.level !== 'kernel') continue;
    const value = reduces ? [Object.values(call.inputs)[0]!].flat()[0]! : call.outputs[0]!;
    sum += each * (nodes[call.kernel] ?? 0) * elements(trace, value);
  }
  return sum;
}

test('gMLP as a module, of tf.layers and as a function', async () => {
  await tf.setBackend('cpu');
  const { model, inputSize } = createGMLP('gmlp', small);
  const [channels, height, width] = inputSize;
  const last = [{ shape: [1, height!, width!, channels!] }];
  const traces = {
    module: trace(model, [{ shape: [1, ...inputSize] }]),
    layers: trace(layersTwin(small), last),
    function: trace(functionTwin(small).gmlp, last),
  };
  const paths = Object.values(traces).map((seen) => question(tensorflowGraph(seen)).path);
  const counts = python<Record<string, number>[]>('profile.py', paths);
  for (const [at, [name, seen]] of Object.entries(traces).entries()) {
    const types = Object.entries(counts[at]!);
    const sum = types.reduce((total, [type, count]) => (products.includes(type) ? total + count : total), 0);
    expect([name, sum]).toEqual([name, 2 * macsOf(seen).total]);
    const rest = types.filter(([type]) => !products.includes(type));
    expect([name, Object.fromEntries(rest)]).toEqual([
      name,
      Object.fromEntries(rest.map(([type]) => [type, beyond[type] && expected(seen, beyond[type])])),
    ]);
  }
});
