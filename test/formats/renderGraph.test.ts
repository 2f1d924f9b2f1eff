// `renderGraph`: which picture each option gives, and what it refuses.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { parseGraphJson } from '../../src/formats/graphJson.ts';
import type { PictureNode } from '../../src/graph/picture/picture.ts';
import { macsOf, profile, type RenderGraphOptions, renderGraph, trace } from '../../src/index.ts';
import { createGMLP, Linear, Module, Sequential } from '../../src/nn.ts';

const { model, inputSize } = createGMLP('gmlp', { imageSize: 64, numClasses: 10, numLayers: 3 });
const record = trace(model, [{ shape: [1, ...inputSize] }]);
const nodesOf = (options: RenderGraphOptions = {}, source = record): readonly PictureNode[] =>
  parseGraphJson(renderGraph(source, { format: 'json', ...options }), 'graph.json').nodes;
const sumOf = (nodes: readonly PictureNode[], name: 'macs' | 'timeMs' | 'params'): number =>
  nodes.filter(({ parent }) => parent === -1).reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);

test.each(['modules', 'ops', 'kernels'] as const)(
  'at level %s the outermost boxes have all multiply-adds and parameters of the model',
  (level) => {
    const nodes = nodesOf({ level });
    expect(sumOf(nodes, 'macs')).toBe(macsOf(record).total);
    expect(sumOf(nodes, 'params')).toBe(1_388_346);
  },
);

test('a level opens what the one before draws as one box', () => {
  const counts = (['modules', 'ops', 'kernels'] as const).map((level) => nodesOf({ level }).length);
  expect(counts.every((count, i) => i === 0 || count >= counts[i - 1]!)).toBe(true);
  expect(nodesOf({ level: 'kernels' }).some(({ kind }) => kind === 'kernel')).toBe(true);
  expect(nodesOf({ level: 'kernels', plumbing: true }).length).toBeGreaterThan(counts[2]!);
});

test('depth 0 is the model as one box, depth 1 its own layers, and amounts stay', () => {
  const whole = nodesOf({ depth: 0 });
  expect(whole.map(({ type, role }) => [type, role])).toEqual([
    ['Input', 'end'],
    ['gMLPForImageClassification', 'other'],
    ['Output', 'end'],
  ]);
  expect(sumOf(whole, 'macs')).toBe(macsOf(record).total);
  const layers = nodesOf({ depth: 1 });
  expect(layers.every(({ parent }) => parent === -1)).toBe(true);
  expect(layers.map(({ type }) => type)).toContain('Sequential');
  expect(renderGraph(record, { format: 'mermaid', depth: 0 }).match(/-->/g)).toHaveLength(2);
});

test('json and model-explorer have every block, the drawn formats one of equal ones unless fold is false', () => {
  expect(nodesOf().filter(({ type }) => type === 'gMLPBlock')).toHaveLength(3);
  for (const format of ['svg', 'dot', 'mermaid'] as const) {
    expect(renderGraph(record, { format })).toContain('3 × gMLPBlock');
    expect(renderGraph(record, { format, fold: false })).not.toContain('3 × gMLPBlock');
  }
});

test('times stand in the boxes of a trace with its timing, and add up to less than the run took', () => {
  const timed = profile(model, [{ shape: [1, ...inputSize] }], { runs: 3, warmup: 1, backend: 'cpu' });
  const { timing } = timed;
  const nodes = nodesOf({ timing }, timed.trace);
  const slowest = Math.max(...timing.runs.map(({ ends }) => ends[0]!));
  expect(sumOf(nodes, 'timeMs')).toBeGreaterThan(0);
  expect(sumOf(nodes, 'timeMs')).toBeLessThanOrEqual(slowest * 1.01);
  expect(renderGraph(timed.trace, { timing, show: ['time'], colorBy: 'time' })).toMatch(/>[\d.]+ [mµ]s</);
});

test('a kernel without a rule for multiply-adds makes the amounts of the boxes around it unknown, not less', () => {
  class Spectrum extends Module {
    forward(x: tf.Tensor): tf.Tensor {
      return tf.real(tf.spectral.fft(tf.complex(x, tf.zerosLike(x))));
    }
  }
  class Outer extends Module {
    linear = new Linear(8, 8);
    spectrum = new Spectrum();
    forward(x: tf.Tensor): tf.Tensor {
      return this.spectrum.apply(this.linear.apply(x));
    }
  }
  const source = trace(new Sequential(new Linear(8, 8), new Outer()), [{ shape: [2, 8] }]);
  const byPath = new Map(nodesOf({}, source).map(({ path, amounts }) => [path, amounts.macs]));
  expect(['0', '1.linear', '1.spectrum', '1'].map((path) => byPath.get(path))).toEqual([
    128,
    128,
    Number.NaN,
    Number.NaN,
  ]);
  expect(
    JSON.parse(renderGraph(source, { format: 'json' })).nodes.map(({ macs }: { macs: unknown }) => macs),
  ).toContain(null);
  expect(renderGraph(source, { show: ['macs'] })).toContain('>-- MACs<');
  expect(renderGraph(source, { format: 'model-explorer', nodeData: 'macs' })).not.toContain('1.spectrum');
});

test.each<readonly [RenderGraphOptions & Record<string, unknown>, string]>([
  [
    { format: 'png' as 'svg' },
    'unknown format: png (did you mean svg? one of svg, dot, mermaid, json, model-explorer)',
  ],
  [{ level: 'layers' as 'ops' }, 'unknown level: layers (one of modules, ops, kernels)'],
  [{ direction: 'up' as 'down' }, 'unknown direction: up (one of down, right)'],
  [{ theme: 'drak' as 'dark' }, 'unknown theme: drak (did you mean dark? one of auto, light, dark)'],
  [{ colorBy: 'weights' as 'type' }, 'unknown color: weights (one of type, params, macs, memory, time)'],
  [{ show: ['flops' as 'macs'] }, 'unknown amount: flops (one of params, macs, memory, time)'],
  [{ depth: -1 }, 'depth must be a whole number of at least 0, got -1'],
  [{ format: 'dot', theme: 'dark' }, 'theme is for format svg, not dot'],
  [{ format: 'json', show: ['macs'] }, 'show is for format svg, dot, mermaid, not json'],
  [{ nodeData: 'macs' }, 'nodeData is for format model-explorer, not svg'],
  [{ show: ['time'] }, 'show: time needs a timing: profile(model, inputs) returns one'],
  [
    { colour: 'macs' },
    'unknown option: colour (one of format, depth, level, plumbing, direction, fold, show, colorBy, theme, layout, timing, nodeData)',
  ],
])('renderGraph refuses %j in one clause', (options, clause) => {
  expect(() => renderGraph(record, options)).toThrow(clause);
});
