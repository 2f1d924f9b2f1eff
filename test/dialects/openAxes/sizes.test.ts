// Nodes that compute sizes while a graph runs.
import { expect, test } from 'vitest';
import { symbol } from '../../../src/axes/expression.ts';
import { onnxSizes } from '../../../src/dialects/onnx/onnxSizes.ts';
import type { Plan } from '../../../src/dialects/openAxes/openConstants.ts';
import { tensorflowSizes } from '../../../src/dialects/tensorflow/sizeNodes.ts';
import type { NodeDtype, TensorInfo } from '../../../src/graph/graph.ts';

const input: TensorInfo = { name: 'x', tensor: 'x:0', dtype: 'float32', shape: [-1, 3] };

test.each([
  ['TensorFlow', tensorflowSizes],
  ['ONNX', onnxSizes],
])('one size in two dtypes is two nodes in %s, and in one dtype one', (_, dialect) => {
  const runtime = dialect.sizes([], [{ name: 'batch', input, axis: 0 }]);
  const plan = (dtype: NodeDtype): Plan => ({
    kind: 'elements',
    tensor: { dtype, shape: [1], values: [0] },
    // a number that is no whole one has all of them computed in the dtype itself
    elements: [{ times: 1, over: symbol(0) }],
  });
  const read = (['float32', 'float64', 'float32'] as const).map(
    (dtype, i) => runtime.planned(`c${i}`, plan(dtype)).at(-1)!.inputs,
  );
  expect(read[2]).toEqual(read[0]);
  expect(read[1]).not.toEqual(read[0]);
});
