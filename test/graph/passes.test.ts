// Graphs with less in them: every input exists, edges lead where they led, and the same module calls are there.

import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import { torchGraph } from '../../src/dialects/torch/atenGraph.ts';
import { collapseModules } from '../../src/graph/collapseModules.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { sourcesIn } from '../../src/graph/nodeSources.ts';
import { withoutParameters } from '../../src/graph/withoutParameters.ts';
import { trace } from '../../src/index.ts';
import { createGMLP, Linear, Module, Sequential } from '../../src/nn.ts';

const { model, inputSize } = createGMLP('gmlp', { numLayers: 2 });
const record = trace(model, [{ shape: [2, ...inputSize] }]);
const graphs = { tensorflow: tensorflowGraph(record), torch: torchGraph(record) };

const lost = (graph: Graph): string[] => {
  const source = sourcesIn(graph);
  return graph.nodes.flatMap(({ inputs }) => inputs.filter((input) => !source(input)));
};
const short = (graph: Graph) =>
  graph.nodes.map(({ name, op, inputs, attributes: { _output_shapes: known } }) => ({
    name,
    op,
    inputs,
    shapes: known && 'shapes' in known ? known.shapes : undefined,
  }));
const flow = ({ nodes }: Graph) => nodes.map(({ name, inputs }) => `${name} < ${inputs.join(' ')}`);

test.each(Object.entries(graphs))('%s: at every depth inputs exist, names are unique and come first', (_, graph) => {
  for (let depth = 0; depth < 6; depth++) {
    const smaller = collapseModules(graph, record, depth);
    expect(lost(smaller)).toEqual([]);
    const names = smaller.nodes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const index = new Map(names.map((name, i) => [name, i]));
    const source = sourcesIn(smaller);
    for (const [i, { inputs }] of smaller.nodes.entries())
      for (const input of inputs) expect(index.get(source(input)!.node.name)!).toBeLessThan(i);
  }
  expect(collapseModules(graph, record, 9)).toEqual(graph);
});

test('the model is one node, or its children are', () => {
  const root = 'gMLPForImageClassification';
  expect(short(collapseModules(graphs.tensorflow, record, 0))).toEqual([
    { name: 'input/x', op: 'Placeholder', inputs: [], shapes: [[2, 3, 256, 256]] },
    { name: root, op: root, inputs: ['input/x'], shapes: [[2, 1000]] },
    { name: 'output/output', op: 'Identity', inputs: [root], shapes: [[2, 1000]] },
  ]);
  expect(flow(collapseModules(withoutParameters(graphs.torch), record, 1))).toEqual([
    'input/x.1 < ',
    `${root}/Conv2d[patcher] < input/x.1`,
    `${root}/permute < ${root}/Conv2d[patcher]`,
    `${root}/view < ${root}/permute`,
    `${root}/Sequential[model] < ${root}/view`,
    `${root}/mean < ${root}/Sequential[model]`,
    `${root}/Linear[classifier] < ${root}/mean`,
    `output/output.1 < ${root}/Linear[classifier]`,
  ]);
});

class Two extends Module<[tf.Tensor], tf.Tensor[]> {
  forward(x: tf.Tensor): tf.Tensor[] {
    return [tf.relu(x), tf.neg(x), tf.abs(tf.sin(x))];
  }
}
class Outer extends Module {
  readonly two = new Two();
  readonly shared = new Linear(4, 4);
  forward(x: tf.Tensor): tf.Tensor {
    const [a, b, c] = this.two.apply(x) as [tf.Tensor, tf.Tensor, tf.Tensor];
    return tf.add(tf.mul(this.shared.apply(this.shared.apply(c)), a), b);
  }
}

test('outputs are numbered by their first use, and a module called twice is two nodes', () => {
  const twice = trace(new Outer(), [{ shape: [3, 4] }]);
  const graph = collapseModules(withoutParameters(tensorflowGraph(twice)), twice, 1);
  expect(flow(graph)).toEqual([
    'input/x < ',
    'Outer/Two[two] < input/x',
    'Outer/Linear[shared] < Outer/Two[two]',
    'Outer/Linear[shared]_1 < Outer/Linear[shared]',
    'Outer/Mul < Outer/Linear[shared]_1 Outer/Two[two]:1',
    'Outer/AddV2 < Outer/Mul Outer/Two[two]:2',
    'output/output < Outer/AddV2',
  ]);
  expect(graph.nodes[1]).toMatchObject({
    op: 'Two',
    attributes: {
      _output_shapes: {
        shapes: [
          [3, 4],
          [3, 4],
          [3, 4],
        ],
      },
    },
  });
});

test('a graph without parameters has no nodes computed from them alone', () => {
  const linear = trace(new Sequential(new Linear(4, 8)), [{ shape: [3, 4] }]);
  const flowing = flow(withoutParameters(tensorflowGraph(linear)));
  expect(flowing.map((line) => line.replaceAll('Sequential/Linear[0]/linear/', ''))).toEqual([
    'input/x < ',
    'Reshape/shape < ',
    'Reshape < input/x Reshape/shape',
    'BatchMatMulV2 < Reshape',
    'AddV2 < BatchMatMulV2',
    'Reshape_1/shape < ',
    'Reshape_1 < AddV2 Reshape_1/shape',
    'output/output < Reshape_1',
  ]);
  const numbers = new Map(
    [...new Sequential(new Linear(4, 8)).stateDict()].map(([path, { size }]) => [
      path,
      { values: new Float32Array(size) },
    ]),
  );
  expect(withoutParameters(tensorflowGraph(linear, numbers)).nodes.map(({ name }) => name)).toEqual(
    withoutParameters(tensorflowGraph(linear)).nodes.map(({ name }) => name),
  );
  const gone = (graph: Graph): string[] => {
    const left = withoutParameters(graph);
    expect(lost(left)).toEqual([]);
    expect(left.nodes.filter(({ op }) => /VarHandleOp|ReadVariableOp|GetAttr/.test(op))).toEqual([]);
    const names = new Set(left.nodes.map(({ name }) => name));
    return graph.nodes.filter(({ name, parameter }) => !parameter && !names.has(name)).map(({ name }) => name);
  };
  expect(gone(graphs.torch)).toEqual([]);
  // a filter transposed, and the bias of the places in a column
  const block = (i: number) => `gMLPForImageClassification/Sequential[model]/gMLPBlock[${i}]`;
  expect(gone(graphs.tensorflow)).toEqual([
    'gMLPForImageClassification/Conv2d[patcher]/conv2d/Transpose_1/perm',
    'gMLPForImageClassification/Conv2d[patcher]/conv2d/Transpose_1',
    ...[0, 1].flatMap((i) =>
      ['/shape', ''].map((end) => `${block(i)}/SpatialGatingUnit[sgu]/Conv1d[spatial_proj]/conv1d/Reshape_1${end}`),
    ),
  ]);
});
