// The summary and the graph of a converted model with real gMLP layers, 42,959 nodes and 80 MB, beyond loading it.
// Exit code 1 when a bound is passed.
import '@tensorflow/tfjs-backend-cpu';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { renderGraph, SummaryWriter, summary, trace } from '../dist/index.js';
import { loadLargeModel } from './largeModel.mjs';

const bounds = { summarySeconds: 3, graphSeconds: 3, pictureSeconds: 0.7 };
const timed = async (body) => {
  const start = performance.now();
  const result = await body();
  return [result, (performance.now() - start) / 1000];
};

tf.enableProdMode();
await tf.setBackend('cpu');
const [model, loaded] = await timed(loadLargeModel);
const [table, summarised] = await timed(() => {
  const result = summary(model, [64, 64, 3]);
  result.toString();
  return result;
});
const logdir = mkdtempSync(join(tmpdir(), 'bench-'));
const [path, drawn] = await timed(async () => {
  const writer = new SummaryWriter({ logdir });
  writer.addGraph(model, [1, 64, 64, 3]);
  await writer.close();
  return writer.path;
});
const megabytes = statSync(path).size / 2 ** 20;
rmSync(logdir, { recursive: true });
console.log(
  `a converted model of 42,959 nodes, ${table.totals.params} parameters: loaded in ${loaded.toFixed(1)} s, ` +
    `summary in ${summarised.toFixed(1)} s, graph of ${megabytes.toFixed(0)} MB in ${drawn.toFixed(1)} s`,
);
const record = trace(model, [{ shape: [1, 64, 64, 3] }]);
const before = process.cpuUsage();
const { length } = renderGraph(record, { format: 'svg', depth: 3 });
const { user, system } = process.cpuUsage(before);
const pictured = (user + system) / 1e6;
console.log(
  `  as an SVG of ${(length / 1024).toFixed(0)} KB to depth 3, beyond the trace: ${pictured.toFixed(2)} s of CPU`,
);
if (pictured > bounds.pictureSeconds) process.exitCode = 1;
if (summarised > bounds.summarySeconds || drawn > bounds.graphSeconds) process.exitCode = 1;
