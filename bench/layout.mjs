// Layouts beside those of other engines, where they are installed (`npm i --no-save @dagrejs/dagre elkjs`): gMLP-S by modules
// and by kernels, one group of 300 layers with shortcuts, and
// 25,000 boxes with as many random links; then pictures from a trace to SVG: gMLP-S by modules, and a
// converted model of 42,959 nodes to depth 3. CPU time: the least of runs after the first, since others' work on the same
// cores only adds to it; of the other engines one run. Exit code 1 when a bound is passed.
import '@tensorflow/tfjs-backend-cpu';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { createJiti } from 'jiti';
import { renderGraph, trace } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';

const boundsMs = { modules: 34, kernels: 168, group: 28, random: 4000, svg: 50, large: 200 };
const runs = 7;
/** Of the large picture: its code is compiled only after some ten of them. */
const largeRuns = 20;
const jiti = createJiti(import.meta.url);
const { layoutGraph } = await jiti.import('../src/graph/layout/layoutGraph.ts');
const { tracePicture } = await jiti.import('../src/graph/picture/tracePicture.ts');
const { graphModelAt } = await jiti.import('../test/fixtures/loadGraphModel.ts');
const { packageFolder } = await jiti.import('../test/real/packages.ts');
const [dagre, elk] = await Promise.all([optional('@dagrejs/dagre'), optional('elkjs/lib/elk.bundled.js')]);

async function optional(name) {
  try {
    return await import(name);
  } catch {
    return undefined;
  }
}

const { model, inputSize } = createGMLP('gmlp-s16');
const record = trace(model, [{ shape: [1, ...inputSize] }]);

/** The boxes of a picture, all of one size. */
const sized = ({ nodes, edges }) => ({
  boxes: nodes.map(({ parent }) => ({ parent, width: 140, height: 30, title: { width: 120, height: 30 } })),
  edges: edges.map(({ from, to }) => ({ from, to })),
});

/** 300 layers in a row, each fifth read again five later. */
function bodyOfGroup() {
  const boxes = [{ parent: -1, width: 140, height: 30, title: { width: 120, height: 30 } }];
  const edges = [];
  for (let i = 1; i <= 300; i++) {
    boxes.push({ parent: 0, width: 140, height: 30 });
    if (i > 1) edges.push({ from: i - 1, to: i });
    if (i > 6 && i % 5 === 1) edges.push({ from: i - 5, to: i });
    if (i > 40 && i % 7 === 0) edges.push({ from: i - 36, to: i });
  }
  return { boxes, edges };
}

/** 25,000 boxes in a row, and a link from each to a random one. */
function randomLinks() {
  const boxes = Array.from({ length: 25_000 }, () => ({ parent: -1, width: 140, height: 46 }));
  const edges = boxes.slice(1).map((_, i) => ({ from: i, to: i + 1 }));
  let state = 1;
  for (let i = 0; i < boxes.length; i++) {
    state = (state * 48271) % 2147483647;
    const to = state % boxes.length;
    if (i !== to) edges.push({ from: Math.min(i, to), to: Math.max(i, to) });
  }
  return { boxes, edges };
}

async function cpuMs(body, count = runs) {
  const taken = [];
  for (let i = 0; i <= count; i++) {
    const before = process.cpuUsage();
    await body();
    const { user, system } = process.cpuUsage(before);
    if (i > 0 || count === 0) taken.push((user + system) / 1000);
  }
  return Math.min(...taken);
}

/** Both lay out nested groups themselves. */
const references = {
  ...(dagre && {
    dagre: ({ boxes, edges }) => {
      const { Graph } = dagre.default?.graphlib ?? dagre.graphlib;
      const graph = new Graph({ compound: true, multigraph: true }).setGraph({}).setDefaultEdgeLabel(() => ({}));
      for (const [i, { width, height }] of boxes.entries()) graph.setNode(`${i}`, { width, height });
      for (const [i, { parent }] of boxes.entries()) if (parent !== -1) graph.setParent(`${i}`, `${parent}`);
      for (const [i, { from, to }] of edges.entries()) graph.setEdge(`${from}`, `${to}`, {}, `${i}`);
      (dagre.default?.layout ?? dagre.layout)(graph);
    },
  }),
  ...(elk && {
    elk: async ({ boxes, edges }) => {
      const nodes = boxes.map(({ width, height }, i) => ({ id: `${i}`, width, height, children: [] }));
      const top = { id: 'top', children: [], edges: [] };
      for (const [i, { parent }] of boxes.entries()) (parent === -1 ? top : nodes[parent]).children.push(nodes[i]);
      top.edges = edges.map(({ from, to }, i) => ({ id: `e${i}`, sources: [`${from}`], targets: [`${to}`] }));
      top.layoutOptions = { 'elk.algorithm': 'layered', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' };
      await new elk.default().layout(top);
    },
  }),
};

const graphs = {
  modules: sized(tracePicture(record)),
  kernels: sized(tracePicture(record, { level: 'kernels', plumbing: true })),
  group: bodyOfGroup(),
  random: randomLinks(),
};
let isSlow = false;
for (const [name, graph] of Object.entries(graphs)) {
  const own = await cpuMs(() => layoutGraph(graph));
  const others = [];
  for (const [engine, body] of Object.entries(references)) {
    try {
      others.push(`${engine} ${(await cpuMs(() => body(graph), 0)).toFixed(0)} ms`);
    } catch (error) {
      others.push(`${engine} failed: ${error.message}`);
    }
  }
  console.log(
    `layout of ${name}: ${graph.boxes.length} boxes, ${graph.edges.length} edges: ` +
      [`${own.toFixed(1)} ms of CPU`, ...others].join(', '),
  );
  isSlow ||= own > boundsMs[name];
}
const drawn = await cpuMs(() => renderGraph(record));
console.log(`gMLP-S/16 by modules from its trace to SVG: ${drawn.toFixed(1)} ms of CPU`);
isSlow ||= drawn > boundsMs.svg;

tf.enableProdMode();
await tf.setBackend('cpu');
const large = await graphModelAt(join(packageFolder('@upscalerjs/maxim-denoising', '0.1.0'), 'models/model.json'));
const largeRecord = trace(large, [{ shape: [1, 64, 64, 3] }]);
const closed = await cpuMs(() => renderGraph(largeRecord, { depth: 3 }), largeRuns);
console.log(`a converted model of 42,959 nodes from its trace to SVG at depth 3: ${closed.toFixed(1)} ms of CPU`);
isSlow ||= closed > boundsMs.large;
if (isSlow) process.exitCode = 1;
