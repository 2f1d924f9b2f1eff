// What it takes to write ONNX models, beyond loading them: gMLP with one block, a converted model of 42,959 nodes and 80 MB,
// and two models of 2.4 GB, whose weights lie in a file of their own and are put in another order; and what onnxruntime takes
// to run gMLP, ours and PyTorch's own export by turns. Exit code 1 when a bound is passed. PYTHON names a python with onnx
// and onnxruntime; unless given, one is made.
import '@tensorflow/tfjs-backend-cpu';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { encodeOnnx, onnxGraph, trace } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';
import { loadLargeModel } from './largeModel.mjs';
import { python } from './moto.mjs';

// on a busy machine the least times of two equal models differ by a hundredth, their medians by more
const bounds = { smallSeconds: 1, largeSeconds: 4, megabytesBeyondWeights: 600, timesPyTorch: 1.03 };

function timed(body) {
  const used = process.cpuUsage();
  const start = performance.now();
  const result = body();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  return { result, seconds, cpu: (user + system) / 1e6 };
}

function written(name, model, shape) {
  const { result, seconds, cpu } = timed(() => {
    const graph = onnxGraph(model, shape, { dynamic: false });
    return { graph, bytes: encodeOnnx(graph) };
  });
  const nodes = result.graph.nodes.filter(({ op }) => op !== 'Constant' && op !== 'Input').length;
  console.log(
    `${name} as ONNX: ${nodes} nodes, ${(result.bytes.length / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU`,
  );
  return seconds;
}

tf.enableProdMode();
await tf.setBackend('cpu');
const { model: small } = createGMLP('gmlp', { numLayers: 1 });
const smallSeconds = written('gMLP of one block', small, [1, 3, 256, 256]);
const large = await loadLargeModel();
const largeSeconds = written('a converted model of 42,959 nodes', large, [1, 64, 64, 3]);
const { seconds, cpu } = timed(() => trace(large, [{ shape: [1, 64, 64, 3] }]));
console.log(`  its trace alone, once more: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU`);

const fileOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const middle = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const milliseconds = (seconds) => `${(seconds * 1000).toFixed(3)} ms`;

/** Runs our model and PyTorch's own export of it by turns. @returns how many times the seconds ours takes */
function besidePyTorch(name, path, model, shape, { turns, runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const ours = join(folder, 'ours.onnx');
    writeFileSync(ours, encodeOnnx(onnxGraph(model, shape)));
    const values = Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(i));
    const theirs = fileOf(`../test/golden/reference/onnx/${name}.onnx`);
    const { status, stdout, stderr } = spawnSync(path, [fileOf('../test/real/onnxAnchor.py')], {
      input: JSON.stringify({ paths: [ours, theirs], feed: { shape, values }, turns, runs }),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(stderr);
    const { nodes, seconds } = JSON.parse(stdout);
    const [[median, least], [theirMedian, theirLeast]] = seconds.map((each) => [middle(each), Math.min(...each)]);
    console.log(
      `gMLP ${name} in onnxruntime: ${nodes[0]} nodes, a pass takes ${milliseconds(median / runs)} of CPU, at least ` +
        `${milliseconds(least / runs)}; PyTorch’s own export: ${nodes[1]} nodes, ${milliseconds(theirMedian / runs)}, at ` +
        `least ${milliseconds(theirLeast / runs)} (${turns} turns of ${runs})`,
    );
    return least / theirLeast;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const pythonFolder = mkdtempSync(join(tmpdir(), 'bench-'));
const path = python(pythonFolder, 'onnx==1.23.*', 'onnxruntime==1.32.*');
const tinySizes = { imageSize: 32, patchSize: 8, numClasses: 10, dModel: 16, dFfn: 24, numLayers: 2 };
const tiny = createGMLP('gmlp', tinySizes).model;
const whole = createGMLP('gmlp', { numLayers: 6 }).model;
const times = [
  besidePyTorch('tiny', path, tiny, [2, 3, 32, 32], { turns: 1000, runs: 20 }),
  besidePyTorch('default', path, whole, [2, 3, 256, 256], { turns: 120, runs: 1 }),
];
rmSync(pythonFolder, { recursive: true });

const urlOf = (file) => JSON.stringify(new URL(`../dist/${file}`, import.meta.url).href);

/** Writes a model whose weights are in memory before. */
const writing = (model, shape, out) => `
  import { saveGraph } from ${urlOf('index.js')};
  import * as nn from ${urlOf('nn.js')};
  const model = ${model};
  const weights = new Map([...model.stateDict()].map(([path, { size }]) => [path, { values: new Float32Array(size).fill(0.5) }]));
  const held = [...weights.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
  const used = process.cpuUsage();
  await saveGraph(model, ${JSON.stringify(shape)}, { format: 'onnx', weights, dynamic: false, out: ${JSON.stringify(out)} });
  const { user, system } = process.cpuUsage(used);
  console.log(JSON.stringify({ cpu: (user + system) / 1e6, held, peak: process.resourceUsage().maxRSS * 1024 }));
`;

function beyondWeights(name, model, shape) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const out = join(folder, 'model.onnx');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', writing(model, shape, out)],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    const { cpu, held, peak } = JSON.parse(stdout);
    const beyond = (peak - held) / 2 ** 20;
    console.log(
      `${name} as ONNX: ${(statSync(`${out}.data`).size / 1e9).toFixed(2)} GB of weights in a file of their own, ` +
        `${cpu.toFixed(1)} s of CPU, peak memory ${beyond.toFixed(0)} MB beyond the weights' ${(held / 2 ** 20).toFixed(0)} MB`,
    );
    return beyond;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const beyond = Math.max(
  beyondWeights('gMLP', 'new nn.gMLP({ dModel: 2048, dFfn: 8192, seqLen: 256, numLayers: 12 })', [2, 256, 2048]),
  beyondWeights(
    'a stack of convolutions',
    'new nn.Sequential(...Array.from({ length: 16 }, () => new nn.Conv2d(2048, 2048, 3, { padding: 1 })))',
    [1, 2048, 4, 4],
  ),
);
if (
  beyond > bounds.megabytesBeyondWeights ||
  Math.max(...times) > bounds.timesPyTorch ||
  smallSeconds > bounds.smallSeconds ||
  largeSeconds > bounds.largeSeconds
) {
  console.log(`over the bounds: ${JSON.stringify(bounds)}`);
  process.exitCode = 1;
}
