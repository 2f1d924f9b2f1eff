// TensorFlow 2.21 imports our graphs in its spelling of names, checks their shapes, and runs them.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { createModel, loadSafetensors, trace } from '../../src/index.ts';
import { type Numbers, tensorflowGraph } from '../../src/tensorflow/build.ts';
import { encodeGraph } from '../../src/tensorflow/graphDef.ts';
import { spellForTensorflow } from '../../src/tensorflow/names.ts';
import { python } from './python.ts';

const folder = mkdtempSync(join(tmpdir(), 'graphs-'));
const tiny = fileURLToPath(new URL('../golden/reference/tiny/', import.meta.url));

interface Answer {
  readonly operations?: number;
  readonly outputs?: readonly { readonly shape: number[]; readonly values: number[] }[];
  readonly error?: string;
}

function save(name: string, graph: Graph): string {
  const path = join(folder, `${name}.pb`);
  writeFileSync(path, encodeGraph(spellForTensorflow(graph)));
  return path;
}

const seed = (): Graph => {
  const { model, inputSize } = createModel();
  return tensorflowGraph(trace(model, [{ shape: [2, ...inputSize] }]));
};

test('the seed’s graph is imported, and refused when one shape is wrong', () => {
  const graph = seed();
  const wrong = graph.nodes.map((node) =>
    node.op === 'Erf'
      ? { ...node, attributes: { ...node.attributes, _output_shapes: { shapes: [[2, 256, 7]] } } }
      : node,
  );
  const [right, refused] = python<Answer[]>('runGraphs.py', [
    { path: save('seed', graph) },
    { path: save('wrong', { ...graph, nodes: wrong }) },
  ]);
  expect(right!.operations).toBe(graph.nodes.length);
  expect(refused!.error).toMatch(/shape/);
});

test('with PyTorch’s weights as constants it runs to PyTorch’s output within 1e-5', async () => {
  const { model } = createModel('gmlp', {
    imageSize: 32,
    patchSize: 8,
    numClasses: 10,
    dModel: 16,
    dFfn: 24,
    numLayers: 2,
  });
  const numbers: Numbers = await loadSafetensors(join(tiny, 'weights.safetensors'));
  const forward = await loadSafetensors(join(tiny, 'forward.safetensors'));
  const input = forward.get('input')!;
  const expected = forward.get('output')!;
  const graph = tensorflowGraph(trace(model, [{ shape: input.shape }]), numbers);
  const [answer] = python<Answer[]>('runGraphs.py', [
    {
      path: save('tiny', graph),
      feeds: { 'input/x:0': { shape: input.shape, values: Array.from(input.values) } },
      fetches: ['output/output:0'],
    },
  ]);
  const [output] = answer!.outputs!;
  expect(output!.shape).toEqual(expected.shape);
  const differences = output!.values.map((value, i) => Math.abs(value - expected.values[i]!));
  expect(Math.max(...differences)).toBeLessThan(1e-5);
});
