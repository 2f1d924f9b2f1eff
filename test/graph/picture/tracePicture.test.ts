// Pictures of traces of each kind of model, at each level.
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { expect, test } from 'vitest';
import { torchGraph } from '../../../src/dialects/torch/atenGraph.ts';
import { toDepth } from '../../../src/graph/picture/closeGroups.ts';
import { foldTwins } from '../../../src/graph/picture/foldTwins.ts';
import { graphPicture } from '../../../src/graph/picture/graphPicture.ts';
import { groupByName } from '../../../src/graph/picture/groupByName.ts';
import { type Picture, pictureLevels } from '../../../src/graph/picture/picture.ts';
import { shownPicture } from '../../../src/graph/picture/shownPicture.ts';
import { tracePicture } from '../../../src/graph/picture/tracePicture.ts';
import { distinctParameters, ForwardError, type Trace, trace, withLazyWeights } from '../../../src/index.ts';
import { createGMLP, Dropout, Linear, Module, Sequential } from '../../../src/nn.ts';

/** The boxes, indented by depth, and the edges by index. */
const outline = ({ nodes, edges }: Picture): string[] => {
  const depth: number[] = [];
  const boxes = nodes.map(({ parent, type, name, count, amounts, state }, i) => {
    depth.push(parent === -1 ? 0 : depth[parent]! + 1);
    const times = count === undefined ? '' : `${count} x `;
    const words = [`${times}${type}`, name, amounts.params, state].filter((word) => word !== undefined && word !== '');
    return `${'  '.repeat(depth[i]!)}${i} ${words.join(' ')}`;
  });
  return [...boxes, edges.map(({ from, to, output }) => `${from}>${to}${output ? `:${output}` : ''}`).join(' ')];
};

const recordOf = (name: string, options = {}): Trace => {
  const { model, inputSize } = createGMLP(name, options);
  return trace(model, [{ shape: [1, ...inputSize] }]);
};
const seed = recordOf('gmlp');

test('the picture of the default gMLP at the level of modules has its blocks and edges', () => {
  expect(outline(tracePicture(seed))).toEqual([
    '0 Input',
    '1 Conv2d patcher 196864',
    '2 permute',
    '3 view',
    '4 Sequential model 461824',
    '  5 gMLPBlock 0 461824',
    '    6 LayerNorm norm 512',
    '    7 Linear channel_proj1 263168',
    '    8 gelu',
    '    9 SpatialGatingUnit sgu 66816',
    '      10 chunk',
    '      11 LayerNorm norm 1024',
    '      12 Conv1d spatial_proj 65792',
    '      13 mul',
    '    14 Linear channel_proj2 131328',
    '    15 add',
    '16 mean',
    '17 Linear classifier 257000',
    '18 Output',
    '0>1 1>2 2>3 3>6 6>7 7>8 8>10 10>11:1 11>12 10>13 12>13 13>14 14>15 3>15 15>16 16>17 17>18',
  ]);
});

test('at the level of kernels layers are open, kernels of weights alone are left out, and ops add no group', () => {
  expect(outline(tracePicture(seed, { level: 'kernels' })).slice(0, 8)).toEqual([
    '0 Input',
    '1 Conv2d patcher 196864',
    '  2 Transpose',
    '  3 Conv2D 196608',
    '  4 Add 256',
    '  5 Transpose',
    '6 permute',
    '7 view',
  ]);
  const all = tracePicture(seed, { level: 'kernels', plumbing: true });
  expect(all.nodes.filter(({ path }) => path.startsWith('patcher')).map(({ type }) => type)).toEqual([
    'Conv2d',
    'Transpose',
    'Transpose',
    'Conv2D',
    'Add',
    'Transpose',
  ]);
});

const sizeOf = (record: Trace): number =>
  distinctParameters(record).reduce((sum, { size, buffer }) => sum + (buffer ? 0 : size), 0);

test.each(pictureLevels)(
  'by %s the parameters of all boxes are those of the model, and edges join boxes without children',
  (level) => {
    for (const record of [seed, recordOf('gmlp-s16', { numLayers: 3 })]) {
      const { nodes, edges } = tracePicture(record, { level });
      const outer = nodes.filter(({ parent }) => parent === -1);
      expect(outer.reduce((sum, { amounts }) => sum + (amounts.params ?? 0), 0)).toBe(sizeOf(record));
      const groups = new Set(nodes.map(({ parent }) => parent));
      for (const { from, to } of edges) expect([groups.has(from), groups.has(to)]).toEqual([false, false]);
      for (const [i, { parent }] of nodes.entries()) expect(parent).toBeLessThan(i);
    }
  },
);

test('costs are summed over what a box has inside', () => {
  const timeMs = seed.calls.map(({ level }) => (level === 'kernel' ? 1 : undefined));
  const { nodes } = tracePicture(seed, { amounts: { timeMs } });
  const kernels = seed.calls.filter(({ level }) => level === 'kernel').length;
  const hidden = tracePicture(seed, { level: 'kernels', plumbing: true }).nodes.length;
  expect(hidden).toBeGreaterThan(kernels);
  const outer = nodes.filter(({ parent }) => parent === -1);
  expect(outer.reduce((sum, { amounts }) => sum + (amounts.timeMs ?? 0), 0)).toBe(kernels);
});

test('thirty equal blocks are folded into one box, with the sums of all and the edges of the first', () => {
  const folded = foldTwins(tracePicture(recordOf('gmlp-s16')));
  expect(outline(folded).slice(4, 7)).toEqual([
    '4 Sequential model 18968280',
    '  5 30 x gMLPBlock 0–29 18968280',
    '    6 LayerNorm norm 512',
  ]);
  expect(folded.nodes).toHaveLength(19);
  expect(outline(toDepth(folded, 2)).at(-1)).toBe('0>1 1>2 2>3 3>5 5>6 6>7 7>8');
  expect(outline(toDepth(folded, 1)).slice(4, 6)).toEqual(['4 Sequential model 18968280', '5 mean']);
});

test('a picture closed to a depth is folded as the whole one is', () => {
  const record = recordOf('gmlp-s16');
  for (const depth of [1, 2, 3]) {
    const whole = toDepth(foldTwins(tracePicture(record)), depth);
    const { nodes, edges } = shownPicture(tracePicture(record), { depth });
    expect({ nodes, edges }).toEqual({ nodes: whole.nodes, edges: whole.edges });
  }
  expect(shownPicture(tracePicture(record), { fold: false }).nodes).toHaveLength(338);
});

test('a graph in the torch dialect has the picture of its trace', () => {
  const shape = ({ nodes, edges }: Picture) => ({
    parents: nodes.map(({ parent }) => parent),
    params: nodes.map(({ amounts }) => amounts.params),
    edges: edges.map(({ from, to }) => `${from} ${to}`).sort(),
  });
  expect(shape(graphPicture(torchGraph(seed)))).toEqual(shape(tracePicture(seed)));
});

test('a layer called twice is two boxes, its parameters belong to the first', () => {
  class Twice extends Module {
    readonly layer = new Linear(4, 4);
    override forward(x: tf.Tensor): tf.Tensor {
      return this.layer.apply(this.layer.apply(x)) as tf.Tensor;
    }
  }
  const { nodes } = tracePicture(trace(new Twice(), [{ shape: [1, 4] }]));
  expect(nodes.map(({ path, amounts }) => [path, amounts.params])).toEqual([
    ['input', undefined],
    ['layer', 20],
    ['layer#2', undefined],
    ['output', undefined],
  ]);
});

test('a layer that runs no kernel is drawn, and forwards its input', () => {
  const model = new Sequential(new Linear(4, 4), new Dropout(0.5), new Linear(4, 2));
  expect(outline(tracePicture(trace(model, [{ shape: [1, 4] }]))).at(-1)).toBe('0>1 1>2 2>3 3>4');
});

test('a forward pass that fails is drawn to where it failed', () => {
  const model = new Sequential(new Linear(4, 4), new Linear(5, 2));
  try {
    trace(model, [{ shape: [1, 4] }]);
    expect.unreachable();
  } catch (error) {
    expect(outline(tracePicture((error as ForwardError).trace))).toEqual([
      '0 Input',
      '1 Linear 0 20',
      expect.stringMatching(/^2 Linear 1.* failed$/),
      expect.stringMatching(/^0>1 1>2/),
    ]);
    expect(error).toBeInstanceOf(ForwardError);
  }
});

test('a bare function is drawn by its kernels', () => {
  const record = trace((x: tf.Tensor) => tf.add(tf.relu(x), x), [{ shape: [2, 2] }]);
  expect(outline(tracePicture(record))).toEqual(['0 Input', '1 Relu', '2 Add', '3 Output', '0>1 1>2 0>2 2>3']);
});

/** A stem and ten residual blocks in one list of layers, as Keras's applications are. */
function flatModel(): tfl.LayersModel {
  const input = tfl.input({ shape: [8] });
  let x = tfl.layers.dense({ units: 8, name: 'stem' }).apply(input) as tfl.SymbolicTensor;
  for (let block = 1; block <= 10; block++) {
    const name = `block_${block}_`;
    const inner = tfl.layers.dense({ units: 8, name: `${name}project` }).apply(x) as tfl.SymbolicTensor;
    const active = tfl.layers
      .activation({ activation: 'relu', name: `${name}relu` })
      .apply(inner) as tfl.SymbolicTensor;
    x = tfl.layers.add({ name: `${name}add` }).apply([active, x]) as tfl.SymbolicTensor;
  }
  return tfl.model({ inputs: input, outputs: x });
}

test('layers of a long flat model are grouped by what their names share', () => {
  const picture = tracePicture(trace(withLazyWeights(tfl, flatModel), [{ shape: [1, 8] }]));
  const grouped = groupByName(picture);
  expect(grouped.nodes.filter(({ parent }) => parent === -1).map(({ name }) => name)).toEqual([
    expect.any(String),
    'stem',
    ...Array.from({ length: 10 }, (_, i) => `block_${i + 1}`),
    expect.any(String),
  ]);
  expect(outline(foldTwins(grouped)).slice(2, 6)).toEqual([
    '2 10 x  block_1–block_10 720',
    '  3 Dense project 72',
    '  4 Activation relu',
    '  5 Add add',
  ]);
});
