// What each format of a picture holds, for names that it could misread too.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountTexts, countText, shapeText } from '../../src/formats/amountText.ts';
import { dot } from '../../src/formats/dot.ts';
import { cutToWidth, textWidth } from '../../src/formats/fontWidth.ts';
import { formatOfName } from '../../src/formats/formats.ts';
import { graphJson, parseGraphJson } from '../../src/formats/graphJson.ts';
import { mermaid } from '../../src/formats/mermaid.ts';
import { modelExplorer, modelExplorerNodeData } from '../../src/formats/modelExplorer.ts';
import { plainLabel } from '../../src/formats/plainLabel.ts';
import { svg } from '../../src/formats/svg.ts';
import { foldTwins } from '../../src/graph/picture/foldTwins.ts';
import { childrenOf, type Picture, type PictureNode } from '../../src/graph/picture/picture.ts';
import { tracePicture } from '../../src/graph/picture/tracePicture.ts';
import { trace } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { hostilePicture, pictures } from './pictures.ts';

const { model, inputSize } = createGMLP('gmlp-s16');
const record = trace(model, [{ shape: [1, ...inputSize] }]);
const whole = tracePicture(record);
const seed = foldTwins(whole);

test.each([
  ['a/model.PB', 'graphdef'],
  ['model.pbtxt', 'pbtxt'],
  ['model.onnx', 'onnx'],
  ['model.svg', 'svg'],
  ['model.dot', 'dot'],
  ['model.mmd', 'mermaid'],
  ['model.json', 'json'],
])('the file name %s tells the format %s', (name, format) => {
  expect(formatOfName(name)).toBe(format);
});

const formats = {
  svg,
  dot,
  mermaid,
  graphJson,
  modelExplorer,
  'graphJson with its layout': (picture: Picture) => graphJson(picture, { layout: true }),
} as const;

test.each(Object.entries(formats))('%s: the same picture gives the same text, which ends with a line', (_, format) => {
  for (const picture of [seed, hostilePicture]) {
    const text = format(picture);
    expect(format(structuredClone(picture))).toBe(text);
    expect(text.endsWith('\n')).toBe(true);
    // no half of a pair, which UTF-8 cannot say
    expect(Buffer.from(text).toString()).toBe(text);
  }
});

const nodeOf = (fields: Partial<PictureNode>): PictureNode => ({
  parent: -1,
  path: 'p',
  name: 'n',
  type: 'T',
  kind: 'module',
  role: 'other',
  outputs: [],
  amounts: {},
  size: 1,
  ...fields,
});

test('an SVG shows type, name, shapes where they change, and amounts that are asked for', () => {
  const text = svg(seed, { show: ['params'] });
  const texts = [...text.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, inner]) => inner!.replace(/<[^>]*>/g, ''));
  expect(texts.slice(0, 9)).toEqual([
    'Sequential model 19.0 M',
    '30 × gMLPBlock 0–29 19.0 M',
    'SpatialGatingUnit sgu 40.1 k',
    '1×3×224×224',
    '1×256×14×14',
    '1×14×14×256',
    '1×196×256',
    '1×256',
    '1×1000',
  ]);
  expect(texts).toContain('Conv2d patcher');
  expect(texts).toContain('197 k');
  expect(svg(seed)).not.toContain('197 k');
});

test('the tooltip of a box has its whole path, its shapes and its parameters', () => {
  expect(svg(seed)).toContain(
    '<title>patcher\nConv2d 1×256×14×14\n196864 parameters\npatcher.weight 256×3×16×16 float32\npatcher.bias 256 float32</title>',
  );
});

test('an SVG is coloured for light and dark, or for one of them', () => {
  expect(svg(seed)).toContain('prefers-color-scheme:dark');
  expect(svg(seed, { theme: 'light' })).not.toContain('prefers-color-scheme');
  expect(svg(seed, { theme: 'dark' })).toContain('.bg{fill:#131417}');
});

test('a heat-map fills the largest box with the end of its ramp and leaves zeros as they are', () => {
  const picture: Picture = {
    name: 'm',
    nodes: [
      nodeOf({ path: 'a', amounts: { macs: 4e6 } }),
      nodeOf({ path: 'b', amounts: { macs: 1e6 } }),
      nodeOf({ path: 'c' }),
    ],
    edges: [],
  };
  const text = svg(picture, { heat: 'macs' });
  expect([...text.matchAll(/class="b( h\d+)?"/g)].map(([, heat]) => heat)).toEqual([' h23', ' h12', undefined]);
  expect(text).toContain('4.00 M MACs');
});

test('failed boxes, boxes that did not run and missing inputs are marked', () => {
  const states = ['failed', 'notRun', 'missing'] as const;
  const nodes = states.map((state) => nodeOf({ path: state, state, ...(state === 'missing' && { kind: state }) }));
  const text = svg({ name: 'm', nodes, edges: [] });
  for (const words of ['the forward pass failed here', 'did not run', 'no node of the graph makes this input'])
    expect(text).toContain(words);
  expect(text.match(/class="b x"/g)).toHaveLength(1);
  expect(text.match(/class="b u"/g)).toHaveLength(2);
});

const fields = ['params', 'macs'] as const;

test('a graph as JSON comes back with its nodes and edges, whatever their names', () => {
  fc.assert(
    fc.property(pictures(), fc.boolean(), (picture, layout) => {
      expect(parseGraphJson(graphJson(picture, { layout }), 'graph.json')).toEqual(picture);
    }),
  );
  expect(parseGraphJson(graphJson(hostilePicture), 'graph.json')).toEqual(hostilePicture);
  expect(parseGraphJson(graphJson(whole), 'graph.json')).toEqual(whole);
});

test('graphs as JSON are what docs/graph.schema.json describes', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/graph.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
  for (const picture of [whole, seed, hostilePicture, ...fc.sample(pictures(), 20)])
    for (const layout of [false, true]) {
      validate(JSON.parse(graphJson(picture, { layout })));
      expect(validate.errors).toBeNull();
    }
  expect(validate({ ...JSON.parse(graphJson(seed)), version: 2 })).toBe(false);
});

test('a file that is no graph of this version is refused', () => {
  const parse = (value: unknown) => () => parseGraphJson(JSON.stringify(value), 'g.json');
  const good = JSON.parse(graphJson(seed));
  expect(parse([])).toThrow('g.json must be a graph as JSON, got another format');
  expect(parse({ ...good, version: 2 })).toThrow('g.json must be of version 1, got version 2');
  expect(parse({ ...good, edges: [{ from: 0, to: 99 }] })).toThrow('g.json: edge 0 must join nodes, got 99');
  expect(parse({ ...good, nodes: [{ ...good.nodes[0], parent: 3 }] })).toThrow(
    'g.json: the parent of node 0 must come before it, got 3',
  );
  expect(() => parseGraphJson('{', 'g.json')).toThrow('g.json must be JSON: ');
});

test('Mermaid gets at most 500 edges and 50,000 characters, and is told what was closed', () => {
  const large = tracePicture(record, { level: 'kernels' });
  const text = mermaid(large);
  expect(text).toMatch(
    /^%% groups from depth \d on are closed: Mermaid draws 500 edges and 50000 characters\nflowchart TB\n/,
  );
  expect(text.length).toBeLessThanOrEqual(50_000);
  expect(text.match(/-->/g)!.length).toBeLessThanOrEqual(500);
  expect(mermaid(seed)).toMatch(/^flowchart TB\n n0/);
  const flat: Picture = {
    name: 'flat',
    nodes: Array.from({ length: 3000 }, (_, i) => nodeOf({ path: `${i}`, name: 'x'.repeat(50) })),
    edges: Array.from({ length: 2999 }, (_, i) => ({ from: i, to: i + 1, output: 0, shape: [1] })),
  };
  expect(mermaid(flat)).toMatch(/^%% \d+ more: Mermaid draws/);
  expect(mermaid(flat).length).toBeLessThanOrEqual(50_000);
});

test('Model Explorer gets each node once, in the groups around it, with edges from nodes that exist', () => {
  for (const picture of [whole, hostilePicture, ...fc.sample(pictures(), 20)]) {
    const { of } = childrenOf(picture);
    const { label, graphs } = JSON.parse(modelExplorer(picture));
    expect([typeof label, graphs.length]).toEqual(['string', 1]);
    const { nodes, groupNodeAttributes } = graphs[0];
    const ids = new Set(nodes.map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(of.filter((children) => children.length === 0).length);
    const sources = nodes.flatMap((one: { incomingEdges: { sourceNodeId: string }[] }) =>
      one.incomingEdges.map(({ sourceNodeId }) => sourceNodeId),
    );
    expect(sources).toHaveLength(picture.edges.length);
    expect(sources.filter((id: string) => !ids.has(id))).toEqual([]);
    const namespaces = new Set(nodes.map(({ namespace }: { namespace: string }) => namespace));
    for (const namespace of namespaces)
      if (namespace !== '') expect(groupNodeAttributes).toHaveProperty([`${namespace}`]);
  }
});

test('node data for Model Explorer names nodes of the graph', () => {
  const data = JSON.parse(modelExplorerNodeData(whole, 'params'));
  const { id, nodes } = JSON.parse(modelExplorer(whole)).graphs[0];
  expect(Object.keys(data)).toEqual([id]);
  expect(data[id].results['model.0.norm']).toEqual({ value: 512 });
  expect(nodes.map((node: { id: string }) => node.id)).toContain('model.0.norm');
});

test('DOT has each group as a cluster and shapes on edges', () => {
  const text = dot(seed, { direction: 'right', show: [...fields] });
  expect(text).toContain('rankdir=LR');
  expect(text).toContain('graph [label="30 × gMLPBlock 0–29 · 19.0 M params", tooltip="model.0"]');
  expect(text).toContain('n1 [label="Conv2d patcher · 197 k params", tooltip="patcher", color="#2f6db5"]');
  expect(text).toContain('n0 -> n1 [label="1×3×224×224"]');
});

test.each([
  [0, '0'],
  [512, '512'],
  [999, '999'],
  [1000, '1.00 k'],
  [999_499, '999 k'],
  [999_999, '1.00 M'],
  [19_425_256, '19.4 M'],
  [4.39e9, '4.39 G'],
])('the count %d is written %s', (count, text) => {
  expect(countText(count)).toBe(text);
});

test('memory, times and shapes are written in a few characters', () => {
  expect([1023, 1024, 1.15 * 2 ** 20].map(amountTexts.memoryBytes)).toEqual(['1023 B', '1.00 KiB', '1.15 MiB']);
  expect([0.01234, 3.4, 120.4, 2500].map(amountTexts.timeMs)).toEqual(['12.3 µs', '3.40 ms', '120 ms', '2.50 s']);
  expect([[], [1, -1, 3], null].map(shapeText)).toEqual(['scalar', '1×?×3', '']);
});

test('a text is cut in its middle to the width that it may have', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.integer({ min: 20, max: 300 }),
      fc.boolean(),
      (text, width, isBold) => {
        const cut = cutToWidth(text, width, 12, isBold);
        expect(textWidth(cut, 12, isBold)).toBeLessThanOrEqual(width);
        if (textWidth(text, 12, isBold) <= width) expect(cut).toBe(text);
      },
    ),
  );
  expect(cutToWidth('a_very_long_name_of_a_layer', 120, 12)).toMatch(/^a_ver\w*…\w*layer$/);
  expect(plainLabel(nodeOf({ type: 'T', name: 'x'.repeat(200), count: 3 })).length).toBeLessThan(70);
});
