// A converted model's own graph: names kept, fused ops taken apart, constants put back.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { tensorflowGraph } from '../../../src/dialects/tensorflow/lowerTrace.ts';
import { frozenGraph } from '../../../src/export/frozenGraph.ts';
import { trace, weightsOf } from '../../../src/index.ts';
import { loop } from '../../fixtures/convertedControl.ts';
import { small } from '../../fixtures/convertedModels.ts';
import { modelOf } from '../../fixtures/converting.ts';

beforeAll(async () => {
  tf.enableProdMode();
  await tf.setBackend('cpu');
});

test('every node of the source stays; a fused one has its parts in a scope of its name', async () => {
  const graph = frozenGraph(await modelOf(small), [1, 4, 4, 3]);
  const names = graph.nodes.map(({ name }) => name);
  expect(names.filter((name) => small.nodes.some((node) => node.name === name))).toEqual(
    small.nodes.map(({ name }) => name),
  );
  expect(new Set(names).size).toBe(names.length);
  const made = graph.nodes.filter(({ name }) => /conv_1\/Relu|depthwise\/PRelu|dense_3/.test(name));
  expect(made.map(({ name, op, inputs }) => `${name} = ${op}(${inputs.join(', ')})`)).toEqual([
    'net/dense_3/bias = Const()',
    'net/conv_1/Relu/Conv2D = Conv2D(image, net/conv_1/Conv2D_weights)',
    'net/conv_1/Relu/BiasAdd = BiasAdd(net/conv_1/Relu/Conv2D, net/conv_1/Conv2D_bias)',
    'net/conv_1/Relu = Relu(net/conv_1/Relu/BiasAdd)',
    'net/depthwise/PRelu/DepthwiseConv2dNative = DepthwiseConv2dNative(net/conv_1/Relu, net/depthwise/weights)',
    'net/depthwise/PRelu/BiasAdd = BiasAdd(net/depthwise/PRelu/DepthwiseConv2dNative, net/depthwise/bias)',
    'net/depthwise/PRelu/Relu = Relu(net/depthwise/PRelu/BiasAdd)',
    'net/depthwise/PRelu/Neg = Neg(net/depthwise/PRelu/BiasAdd)',
    'net/depthwise/PRelu/Relu_1 = Relu(net/depthwise/PRelu/Neg)',
    'net/depthwise/PRelu/Mul = Mul(net/depthwise/alpha, net/depthwise/PRelu/Relu_1)',
    'net/depthwise/PRelu = Sub(net/depthwise/PRelu/Relu, net/depthwise/PRelu/Mul)',
    'net/dense_3/LeakyRelu/MatMul = MatMul(net/dense_2/MatMul, net/dense_2/MatMul/ReadVariableOp)',
    'net/dense_3/LeakyRelu/BiasAdd = BiasAdd(net/dense_3/LeakyRelu/MatMul, net/dense_3/bias)',
    'net/dense_3/LeakyRelu = LeakyRelu(net/dense_3/LeakyRelu/BiasAdd)',
  ]);
  const attributes = (name: string) => graph.nodes.find((node) => node.name === name)!.attributes;
  expect(attributes('net/dense_3/LeakyRelu').alpha).toEqual({ f: 0.3 });
  expect(attributes('net/conv_1/Relu/Conv2D').padding).toEqual({ s: 'SAME' });
  expect(attributes('net/conv_1/Relu')._output_shapes).toEqual({ shapes: [[1, 4, 4, 4]] });
  expect(attributes('image').shape).toEqual({ shape: [1, 4, 4, 3] });
  expect(graph.producer).toBe(1395);
  expect(graph.signature).toEqual({
    inputs: [{ name: 'picture', tensor: 'image:0', dtype: 'float32', shape: [1, 4, 4, 3] }],
    outputs: [{ name: 'score', tensor: 'Identity:0', dtype: 'float32', shape: [1, 4] }],
  });
});

test('a graph to look at has the numbers of sizes, and none of parameters', async () => {
  const model = await modelOf(small);
  const readBy = (numbers?: ReturnType<typeof weightsOf>) => (name: string) => {
    const { value } = tensorflowGraph(trace(model, [{ shape: [1, 4, 4, 3] }]), numbers).nodes.find(
      (node) => node.name === name,
    )!.attributes;
    return value;
  };
  const [shown, frozen] = [readBy(), readBy(weightsOf(model))];
  const size = { tensor: { dtype: 'int32', shape: [], values: Int32Array.from([64]) } };
  expect(shown('net/flatten/Reshape/shape/1')).toEqual(size);
  expect(frozen('net/flatten/Reshape/shape/1')).toEqual(size);
  expect(shown('net/conv_1/Conv2D_bias')).toEqual({ tensor: { dtype: 'float32', shape: [4] } });
  expect(frozen('net/conv_1/Conv2D_bias')).toEqual({
    tensor: { dtype: 'float32', shape: [4], values: small.weights['net/conv_1/Conv2D_bias']!.values },
  });
});

test('functions keep their constants and strings', async () => {
  const graph = frozenGraph(await modelOf(loop), [{ shape: [1, 2] }, { shape: [2], dtype: 'string' }]);
  expect(graph.functions!.map(({ name, inputs, results }) => ({ name, inputs, results }))).toEqual([
    {
      name: 'less',
      inputs: [
        { name: 'i', type: 'int32' },
        { name: 'v', type: 'float32' },
      ],
      results: { more: 'Less:z:0' },
    },
    {
      name: 'times',
      inputs: [
        { name: 'i', type: 'int32' },
        { name: 'v', type: 'float32' },
      ],
      results: { next: 'add:z:0', product: 'MatMul:output:0' },
    },
  ]);
  const body = graph.functions![1]!.nodes.map(({ name, op, inputs }) => `${name} = ${op}(${inputs.join(', ')})`);
  expect(body.slice(3)).toEqual([
    'add = AddV2(i, times/one:output:0)',
    'MatMul/MatMul = MatMul(v, times/kernel:output:0)',
    'MatMul = BiasAdd(MatMul/MatMul:product:0, times/bias:output:0)',
  ]);
  const suffix = graph.nodes.find(({ name }) => name === 'suffix')!.attributes.value;
  expect(suffix).toEqual({ tensor: { dtype: 'string', shape: [1], values: [new TextEncoder().encode('né')] } });
});

test('the torch dialect refuses a converted model', async () => {
  const { torchGraph } = await import('../../../src/dialects/torch/atenGraph.ts');
  const record = trace(await modelOf(small), [{ shape: [1, 4, 4, 3] }]);
  expect(() => torchGraph(record)).toThrow(
    'the torch dialect is for what PyTorch has a name for, not for a graph of TensorFlow’s',
  );
});
