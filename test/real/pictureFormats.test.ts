// Pictures of graphs as their formats' own readers take them: Graphviz, Mermaid, and Chromium for SVG.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dot } from '../../src/formats/dot.ts';
import { mermaid } from '../../src/formats/mermaid.ts';
import { plainLabel } from '../../src/formats/plainLabel.ts';
import { svg } from '../../src/formats/svg.ts';
import { toDepth } from '../../src/graph/picture/closeGroups.ts';
import { foldTwins } from '../../src/graph/picture/foldTwins.ts';
import { childrenOf, type Picture } from '../../src/graph/picture/picture.ts';
import { tracePicture } from '../../src/graph/picture/tracePicture.ts';
import { trace } from '../../src/index.ts';
import { createGMLP } from '../../src/nn.ts';
import { hostilePicture, pictures } from '../formats/pictures.ts';
import { browse } from './browser.ts';

const { model, inputSize } = createGMLP('gmlp', { numLayers: 3 });
const record = trace(model, [{ shape: [1, ...inputSize] }]);
const seed = foldTwins(tracePicture(record));
const kernels = foldTwins(tracePicture(record, { level: 'kernels' }));
const states: Picture = {
  ...seed,
  nodes: seed.nodes.map((node, i) => ({ ...node, state: (['failed', 'notRun', 'missing'] as const)[i % 3]! })),
};
const sampled = fc.sample(pictures(), { numRuns: 40, seed: 1 });

interface GraphvizObject {
  readonly _gvid: number;
  readonly name: string;
  readonly nodes?: readonly number[];
  readonly _ldraw_?: readonly { readonly op: string; readonly text?: string }[];
}

function graphviz(text: string) {
  const { status, stdout, stderr } = spawnSync('dot', ['-Tjson'], {
    input: text,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { objects = [], edges = [] } = JSON.parse(stdout) as {
    readonly objects?: readonly GraphvizObject[];
    readonly edges?: readonly { readonly tail: number; readonly head: number }[];
  };
  const names = new Map(objects.map(({ _gvid, name }) => [_gvid, name]));
  const labels = new Map(
    objects.map(({ name, _ldraw_ = [] }) => [
      name,
      _ldraw_.flatMap(({ op, text }) => (op === 'T' ? [text] : [])).join('\n'),
    ]),
  );
  const clusters = objects.filter(({ name }) => name.startsWith('cluster_'));
  return {
    labels,
    edges: edges.map(({ tail, head }) => `${names.get(tail)} ${names.get(head)}`),
    inside: new Map(clusters.map(({ name, nodes = [] }) => [name, nodes.map((id) => names.get(id)!)])),
  };
}

const named: readonly (readonly [string, Picture])[] = [
  ['the seed model', seed],
  ['kernels', kernels],
  ['hostile names', hostilePicture],
  ...sampled.map((picture, i) => [`generated ${i}`, picture] as const),
];

test.each(named)('Graphviz lays out %s without a warning, its nodes, groups and edges as they are', (_, picture) => {
  const { labels, edges, inside } = graphviz(dot(picture));
  const { of } = childrenOf(picture);
  for (const [i, node] of picture.nodes.entries())
    expect(labels.get(of[i]!.length > 0 ? `cluster_${i}` : `n${i}`)).toBe(plainLabel(node));
  expect(edges.sort()).toEqual(picture.edges.map(({ from, to }) => `n${from} n${to}`).sort());
  for (const [cluster, nodes] of inside) {
    const group = Number(cluster.slice('cluster_'.length));
    expect([...nodes].sort()).toEqual(
      leavesIn(picture, group)
        .map((i) => `n${i}`)
        .sort(),
    );
  }
});

function leavesIn({ nodes }: Picture, group: number): number[] {
  const parents = new Set(nodes.map(({ parent }) => parent));
  const isInside = (i: number): boolean => i !== -1 && (i === group || isInside(nodes[i]!.parent));
  return [...nodes.keys()].filter((i) => !parents.has(i) && isInside(i));
}

const mermaidScript = join(dirname(createRequire(import.meta.url).resolve('mermaid')), 'mermaid.min.js');

interface Flowchart {
  readonly error?: string;
  readonly vertices: readonly (readonly [string, string])[];
  readonly edges: readonly string[];
  readonly groups: readonly (readonly [string, string])[];
  readonly texts: readonly string[];
}

// runs in the page: what Mermaid's own parser made of a text, and what it draws
async function flowchart(text: string): Promise<Flowchart> {
  // biome-ignore lint/suspicious/noExplicitAny: Mermaid's global
  const { mermaid } = globalThis as any;
  mermaid.initialize({ startOnLoad: false });
  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    const { svg } = await mermaid.render('drawn', text);
    const drawn = new DOMParser().parseFromString(svg, 'text/html');
    // as Mermaid reads them: labels with placeholders of entities
    // biome-ignore lint/suspicious/noExplicitAny: Mermaid's model
    const vertices = [...diagram.db.getVertices().values()].map((one: any) => [one.id, one.text] as const);
    return {
      vertices,
      // biome-ignore lint/suspicious/noExplicitAny: Mermaid's model
      edges: diagram.db.getEdges().map((one: any) => `${one.start} ${one.end}`),
      // biome-ignore lint/suspicious/noExplicitAny: Mermaid's model
      groups: diagram.db.getSubGraphs().map((one: any) => [one.id, one.title] as const),
      texts: [...drawn.querySelectorAll('.nodeLabel')].map((one) => one.textContent ?? ''),
    };
  } catch (error) {
    return { error: String(error), vertices: [], edges: [], groups: [], texts: [] };
  }
}

test('Mermaid parses and draws each picture within its limits, with the names in it', async () => {
  await browse('about:blank', async (page: Page) => {
    await page.addScriptTag({ path: mermaidScript });
    for (const picture of [seed, kernels, hostilePicture, ...sampled]) {
      const { error, edges, vertices, texts } = await page.evaluate(flowchart, mermaid(picture));
      expect(error).toBeUndefined();
      const { of } = childrenOf(picture);
      const leaves = picture.nodes.flatMap((node, i) => (of[i]!.length === 0 ? [{ node, i }] : []));
      expect(vertices.map(([id]) => id).sort()).toEqual(leaves.map(({ i }) => `n${i}`).sort());
      expect([...edges].sort()).toEqual(picture.edges.map(({ from, to }) => `n${from} n${to}`).sort());
      const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
      for (const { node } of leaves) expect(texts.map(spaced)).toContain(spaced(plainLabel(node)));
    }
  });
});

// runs in the page: texts that leave their box, lie over another, or are no part of what an SVG for papers may hold
function badTexts(text: string): string[] {
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
  const error = parsed.querySelector('parsererror');
  if (error) return [`not XML: ${error.textContent}`];
  document.body.replaceChildren(document.importNode(parsed.documentElement, true));
  const found = [...document.querySelectorAll('script, foreignObject, image, a')].map((one) => `has ${one.tagName}`);
  const rects: { rect: DOMRect; text: string }[] = [];
  for (const one of document.querySelectorAll('text')) {
    const rect = one.getBoundingClientRect();
    const name = one.textContent ?? '';
    const box = one.parentElement?.querySelector(':scope > rect:not(.k), :scope > path.b')?.getBoundingClientRect();
    const isBoxed = one.parentElement?.querySelector(':scope > title') != null;
    if (
      isBoxed &&
      box &&
      (rect.left < box.left || rect.right > box.right || rect.top < box.top || rect.bottom > box.bottom)
    )
      found.push(`${name.slice(0, 40)} leaves its box: ${rect.left} to ${rect.right}, ${box.left} to ${box.right}`);
    for (const other of rects)
      if (
        rect.left < other.rect.right &&
        other.rect.left < rect.right &&
        rect.top < other.rect.bottom - 2 &&
        other.rect.top < rect.bottom - 2
      )
        found.push(`${name.slice(0, 40)} lies over ${other.text.slice(0, 40)}`);
    rects.push({ rect, text: name });
  }
  return found;
}

test.each(['DejaVu Sans', 'DejaVu Sans Mono', 'DejaVu Serif', 'sans-serif'])(
  'in %s no text of an SVG leaves its box or lies over another',
  async (font) => {
    await browse('about:blank', async (page: Page) => {
      for (const picture of [seed, kernels, toDepth(seed, 2), states, hostilePicture, ...sampled])
        for (const direction of ['down', 'right'] as const) {
          const text = svg(picture, {
            direction,
            show: ['params'],
            ...(direction === 'down' && { heat: 'params' as const }),
          }).replace('Inter,ui-sans-serif', `"${font}",ui-sans-serif`);
          expect(await page.evaluate(badTexts, text)).toEqual([]);
        }
    });
  },
);
