// What it takes to write ONNX models, beyond loading them: gMLP with one block, and a converted model of 42,959 nodes and
// 80 MB. Exit code 1 when a bound is passed.
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { encodeOnnx, onnxGraph, trace } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';
import { loadLargeModel } from './largeModel.mjs';

const bounds = { smallSeconds: 1, largeSeconds: 4 };

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
if (smallSeconds > bounds.smallSeconds || largeSeconds > bounds.largeSeconds) {
  console.log(`over the bounds: ${JSON.stringify(bounds)}`);
  process.exitCode = 1;
}
