// The tree that the page shows of a trace: costs, facts and states of its boxes.
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { explainOpenAxes } from '../../src/axes/explainAxes.ts';
import { openViewOf } from '../../src/axes/openTexts.ts';
import { shapeText } from '../../src/formats/amountText.ts';
import {
  type Dtype,
  distinctParameters,
  ForwardError,
  macsOf,
  profile,
  trace,
  useBackend,
  withLazyWeights,
} from '../../src/index.ts';
import { createGMLP, Linear, Module, ReLU, Sequential } from '../../src/nn.ts';
import { adapterOf } from '../../src/trace/adapters.ts';
import { traceTree } from '../../src/view/tree/traceTree.ts';
import type { ViewNode, ViewTree } from '../../src/view/tree/viewTree.ts';
import { withoutPaths } from '../../src/view/tree/withoutPaths.ts';
import { openModels } from '../fixtures/openModels.ts';
import { zoo } from '../fixtures/zoo.ts';

const { model, inputSize } = createGMLP('gmlp');
const seed = trace(model, [{ shape: [1, ...inputSize] }]);
const box = ({ nodes }: ViewTree, path: string): ViewNode => nodes.find((node) => node.path === path)!;
const topSum = ({ nodes }: ViewTree, of: (node: ViewNode) => number | undefined): number =>
  nodes.reduce((sum, node) => sum + (node.parent === -1 ? (of(node) ?? 0) : 0), 0);

test('boxes of the seed model have inputs, parameters, settings and kernels', () => {
  const tree = traceTree(seed, { name: 'seed' });
  expect(box(tree, 'model.0.sgu.spatial_proj')).toMatchObject({
    type: 'Conv1d',
    amounts: { params: 65_792, macs: 33_554_432, memoryBytes: 524_288 },
    facts: {
      inputs: ['1×256×512'],
      parameters: [
        { name: 'weight', shape: '256×256×1', dtype: 'float32' },
        { name: 'bias', shape: '256', dtype: 'float32' },
      ],
      kernels: [
        ['Transpose', 2],
        ['Reshape', 3],
        ['BatchMatMul', 1],
        ['Add', 1],
      ],
    },
  });
  expect(box(tree, 'model.0.sgu.spatial_proj').facts.settings).toContainEqual(['kernelSize', '[1]']);
  expect([tree.name, tree.type]).toEqual(['seed', 'gMLPForImageClassification']);
});

test.each(Object.keys(zoo))('amounts of the outermost boxes of %s add up to the totals of the model', (name) => {
  const model = withLazyWeights(tfl, zoo[name]!);
  const inputs = model.inputs.map(({ shape, dtype }) => ({
    shape: shape.map((size) => size ?? 1),
    dtype: dtype as Dtype,
  }));
  const record = trace(model, inputs);
  const tree = traceTree(record);
  const total = (title: string) => tree.totals.find((one) => one.title === title)!.value;
  expect(topSum(tree, ({ amounts }) => amounts.macs)).toBe(macsOf(record).total);
  expect(total('MACs')).toBe(macsOf(record).total);
  const params = distinctParameters(record).reduce((sum, { buffer, size }) => sum + (buffer ? 0 : size), 0);
  expect(topSum(tree, ({ amounts }) => amounts.params)).toBe(params);
  expect(total('Parameters')).toBe(params);
});

test('the times of the outermost boxes add up to that of the pass', async () => {
  await useBackend('cpu');
  const layers = new Sequential(new Linear(6, 8), new ReLU(), new Linear(8, 2));
  const { trace: record, timing } = profile(layers, [{ shape: [2, 6] }], { backend: 'cpu', runs: 3, warmup: 0 });
  const tree = traceTree(record, { timing });
  const time = tree.totals.find(({ title }) => title === 'Time')!.value;
  const sum = topSum(tree, ({ amounts }) => amounts.timeMs);
  expect(sum).toBeGreaterThan(0);
  // what the model itself does between its layers is in the total alone
  expect(sum).toBeLessThanOrEqual(time);
  expect(timing.runs.map(({ ends }) => ends[0]!).some((ms) => Math.abs(ms - time) < 1e-9)).toBe(true);
});

test('weights add statistics to the parameters that they are of', () => {
  const weights = new Map([['model.0.sgu.spatial_proj.bias', { values: Float32Array.of(1, 2, 3, Number.NaN) }]]);
  const tree = traceTree(seed, { weights });
  const [weight, bias] = box(tree, 'model.0.sgu.spatial_proj').facts.parameters!;
  expect(weight).not.toHaveProperty('statistics');
  expect(bias!.statistics).toMatchObject({ mean: 2, min: 1, max: 3, nan: 1 });
});

class Partial extends Module {
  readonly used = new Linear(6, 4);
  readonly spare = new Sequential(new Linear(4, 4), new ReLU());
  override forward(x: tf.Tensor): tf.Tensor {
    return this.used.apply(x) as tf.Tensor;
  }
}

test('modules that did not run are boxes without edges, whose parameters count', () => {
  const tree = traceTree(trace(new Partial(), [{ shape: [2, 6] }]));
  const states = tree.nodes.filter(({ state }) => state !== undefined).map(({ path, state }) => [path, state]);
  expect(states).toEqual([
    ['spare', 'notRun'],
    ['spare.0', 'notRun'],
    ['spare.1', 'notRun'],
  ]);
  const spare = tree.nodes.findIndex(({ path }) => path === 'spare');
  expect(tree.edges.some(({ from, to }) => from >= spare || to >= spare)).toBe(false);
  expect(tree.totals[0]).toEqual({ title: 'Parameters', value: 48, unit: 'count' });
});

class Broken extends Module {
  readonly first = new Linear(6, 4);
  readonly second = new Linear(5, 2);
  readonly third = new Linear(2, 1);
  override forward(x: tf.Tensor): tf.Tensor {
    return this.third.apply(this.second.apply(this.first.apply(x))) as tf.Tensor;
  }
}

test('a pass that fails is shown as far as it came, without totals, and names what it did not reach', () => {
  let error: unknown;
  try {
    trace(new Broken(), [{ shape: [2, 6] }]);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeInstanceOf(ForwardError);
  const { trace: record, message } = error as ForwardError;
  const tree = traceTree(record, { failure: message });
  expect(tree.failure).toEqual({ path: 'second', message });
  expect(box(tree, 'second').state).toBe('failed');
  expect(box(tree, 'third').facts.notReached).toBe(true);
  expect(tree.totals.map(({ title }) => title)).toEqual(['Nodes']);
});

test('axes that differ between batches are open', () => {
  const other = trace(model, [{ shape: [2, ...inputSize] }]);
  const tree = traceTree(seed, { otherBatch: other });
  expect(box(tree, 'patcher').outputs).toEqual([[-1, 256, 16, 16]]);
  expect(box(tree, 'patcher').facts.inputs).toEqual(['?×3×256×256']);
  // amounts are those of the first
  expect(box(tree, 'patcher').amounts.memoryBytes).toBe(256 * 16 * 16 * 4);
});

test('kernels without a rule are named, and their MACs are not 0', () => {
  const record = trace((x: tf.Tensor) => tf.spectral.rfft(x), [{ shape: [1, 8] }]);
  const tree = traceTree(record);
  const unknown = tree.nodes.flatMap(({ facts }) => facts.unknownMacs ?? []);
  expect(unknown.length).toBeGreaterThan(0);
  expect(tree.notes).toEqual([expect.stringContaining('not known, and not in the total: multiply-adds of')]);
});

test.each([
  ['cannot read /home/someone/models/a.bin: no such file', 'cannot read a.bin: no such file'],
  ['file:///srv/project/model.ts:3 throws', 'model.ts:3 throws'],
  ['C:\\Users\\someone\\model.ts throws', 'model.ts throws'],
  ['expected 4 / 2 features, got [1, 2]', 'expected 4 / 2 features, got [1, 2]'],
  ['layer block/conv fails', 'layer block/conv fails'],
])('of the paths of %s the last parts stay', (text, expected) => {
  expect(withoutPaths(text)).toBe(expected);
});

test('shapes of open axes are expressions on boxes, edges and in facts, and the notes come along', () => {
  const model = openModels.valid!.make();
  const adapter = adapterOf(model);
  const axes = explainOpenAxes(adapter, adapter.inputs!);
  const traced = trace(model, [1, 64, 64, 3]);
  const open = openViewOf(axes, traced, { size: 1, isOpen: true });
  const tree = traceTree(traced, { open });
  const layers = tree.nodes.filter(({ outputs }) => outputs.length > 0);
  expect(layers.slice(0, 3).map(({ outputs }) => shapeText(outputs[0]!))).toEqual([
    '?×h×w×3',
    '?×⌊(h-1)/2⌋×⌊(w-1)/2⌋×4',
    '?×⌊(h-3)/4⌋×⌊(w-3)/4⌋×4',
  ]);
  expect(tree.edges.map(({ shape }) => shapeText(shape))).toContain('?×⌊(h-7)/8⌋×⌊(w-7)/8⌋×4');
  expect(layers[2]!.facts.inputs).toEqual(['?×⌊(h-1)/2⌋×⌊(w-1)/2⌋×4']);
  expect(tree.notes).toContain(open.notes[0]);
  // costs are those of the stated size
  expect(tree.totals.find(({ title }) => title === 'MACs')!.value).toBe(macsOf(traced).total);
});

test('a sum among the sizes of a shape has parentheses', () => {
  expect(shapeText([1, 'h-4', '2h', 'min(t-1, 64)', '⌊(h-1)/2⌋', '⌊h/2⌋+1', -1])).toBe(
    '1×(h-4)×2h×min(t-1, 64)×⌊(h-1)/2⌋×(⌊h/2⌋+1)×?',
  );
});
