// TensorFlow 2.21 imports our graphs in its spelling of names, checks their shapes, and runs them.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tensorflowGraph } from '../../src/dialects/tensorflow/lowerTrace.ts';
import type { SignedGraph } from '../../src/graph/graph.ts';
import { loadSafetensors, trace } from '../../src/index.ts';
import { createGMLP, type StoredArray } from '../../src/nn.ts';
import { differences, type Numbers, question, runGraphs } from './runGraphs.ts';

const tiny = fileURLToPath(new URL('../golden/reference/tiny/', import.meta.url));

const seed = (): SignedGraph => {
  const { model, inputSize } = createGMLP();
  return tensorflowGraph(trace(model, [{ shape: [2, ...inputSize] }]));
};

test('the seed’s graph is imported, and refused when one shape is wrong', () => {
  const graph = seed();
  const wrong = graph.nodes.map((node) =>
    node.op === 'Erf'
      ? { ...node, attributes: { ...node.attributes, _output_shapes: { shapes: [[2, 256, 7]] } } }
      : node,
  );
  const [right, refused] = runGraphs([question(graph), question({ ...graph, nodes: wrong })]);
  expect(right!.operations).toBe(graph.nodes.length);
  expect(refused!.error).toMatch(/shape/);
});

test('with PyTorch’s weights as constants it runs to PyTorch’s output within 1e-5', async () => {
  const { model } = createGMLP('gmlp', {
    imageSize: 32,
    patchSize: 8,
    numClasses: 10,
    dModel: 16,
    dFfn: 24,
    numLayers: 2,
  });
  const numbers = await loadSafetensors(join(tiny, 'weights.safetensors'));
  const forward = await loadSafetensors(join(tiny, 'forward.safetensors'));
  const input = forward.get('input')!;
  const expected = forward.get('output')!;
  const graph = tensorflowGraph(trace(model, [{ shape: input.shape }]), numbers);
  const numbersOfStored = ({ shape, values }: StoredArray): Numbers => ({ shape, values: Array.from(values) });
  const [answer] = runGraphs([question(graph, [numbersOfStored(input)], 1)]);
  expect(differences('tiny', answer!, [numbersOfStored(expected)], 1e-5)).toEqual([]);
});
