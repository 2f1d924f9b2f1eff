// How long a comparison takes beside the two bare forward passes that it needs, and how much memory it holds beyond the model,
// on tfjs-node and from it to wasm: each case in a process of its own. tfjs-node is the one that test:native builds. Exit code 1
// when a bound is passed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as tf from '@tensorflow/tfjs-core';
import { createJiti } from 'jiti';
import { compare, compareModels, summary, useBackend } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';

// CPU time in two bare passes, where both sides agree to the bit, so that no kernel runs twice; memory in the activations that
// a bare pass holds at its peak
const bounds = { equal: 3, memory: 2 };
const runs = 7;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const cases = {
  wasm: 'tfjs-node against wasm',
  equal: 'two equal sides on tfjs-node',
  changed: 'two models of which each weight differs, on tfjs-node: each kernel runs three times',
};
const [asked, from] = process.argv.slice(2);
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Milliseconds by the clock, and of all threads. */
async function timed(body) {
  const [start, used] = [performance.now(), process.cpuUsage()];
  await body();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

async function measure(kind) {
  tf.enableProdMode();
  const { backend: against } = await useBackend(kind === 'wasm' ? 'wasm' : 'node', { from, gradients: false });
  const { backend } = await useBackend('node', { from, gradients: false });
  const { model, inputSize } = createGMLP('gmlp');
  const input = tf.randomUniform([2, ...inputSize], 0, 1, 'float32', 1);
  const bare = () => tf.tidy(() => void model.eval().apply(input).dataSync());
  const sides = { backend, against };
  const other = kind === 'changed' ? changedCopy(model) : undefined;
  const body = () => (other ? compareModels(model, other, [input], sides) : compare(model, [input], sides));
  const onBoth = async () => {
    for (const name of [against, backend]) {
      await tf.setBackend(name);
      bare();
    }
  };
  await onBoth();
  const { inferencePeakBytes } = summary(model, [input]).totals;
  const memory = (await heldBy(body, [backend, against])) / inferencePeakBytes;
  const seen = { bare: [], compared: [] };
  // alternates, so that drift of the machine affects both alike
  for (let run = 0; run < runs; run++) {
    seen.bare.push(await timed(onBoth));
    seen.compared.push(await timed(body));
  }
  const figure = (name, clock) => median(seen[name].map((one) => one[clock]));
  return {
    bareMs: figure('bare', 'wall'),
    wall: figure('compared', 'wall') / figure('bare', 'wall'),
    cpu: figure('compared', 'cpu') / figure('bare', 'cpu'),
    memory,
  };
}

/** The same model with other weights. */
function changedCopy(model) {
  const { model: copy } = createGMLP('gmlp');
  const changed = [...model.stateDict()].map(([path, { shape, value }]) => [
    path,
    { shape, values: value.dataSync().map((one) => one * 1.001) },
  ]);
  copy.loadStateDict(new Map(changed));
  return copy;
}

/**
 * The largest number of bytes that a comparison holds beyond those before it: tensors of both backends, of which a view holds
 * none, and arrays that were read from them and that something still refers to.
 */
async function heldBy(body, backends) {
  const engine = tf.engine();
  const { trackTensor, disposeTensor } = engine;
  const views = new Map();
  let [held, largest] = [0, 0];
  const arrays = () => {
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = arrays();
  const note = () => {
    largest = Math.max(largest, held + arrays() - before);
  };
  engine.trackTensor = function (tensor, backend) {
    trackTensor.call(this, tensor, backend);
    // the tensors of the shape backend hold no bytes
    if (!backends.includes(tf.getBackend())) return;
    const count = views.get(tensor.dataId) ?? 0;
    views.set(tensor.dataId, count + 1);
    if (count === 0) held += tensor.size * tf.util.bytesPerElement(tensor.dtype);
    note();
  };
  engine.disposeTensor = function (tensor) {
    const count = views.get(tensor.dataId);
    if (count === 1) held -= tensor.size * tf.util.bytesPerElement(tensor.dtype);
    if (count > 0) views.set(tensor.dataId, count - 1);
    disposeTensor.call(this, tensor);
  };
  const read = [...new Set(backends)].map((name) => tf.findBackend(name));
  for (const backend of read)
    backend.readSync = function (...given) {
      const values = Object.getPrototypeOf(backend).readSync.apply(this, given);
      note();
      return values;
    };
  await body();
  delete engine.trackTensor;
  delete engine.disposeTensor;
  for (const backend of read) delete backend.readSync;
  return largest;
}

function all() {
  const project = join(nodeProject('node'), 'package.json');
  if (!existsSync(project)) return console.log('node: not built, npm run test:native builds it');
  for (const [kind, about] of Object.entries(cases)) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), kind, project], {
      encoding: 'utf8',
      env: { TF_CPP_MIN_LOG_LEVEL: '3', ...process.env },
    });
    if (status !== 0) throw new Error(`${kind} ended with ${status}: ${stderr}`);
    const { bareMs, wall, cpu, memory } = JSON.parse(stdout);
    const times = `${cpu.toFixed(1)} times their CPU time, ${wall.toFixed(1)} by the clock`;
    console.log(
      `${about}: two bare passes ${bareMs.toFixed(0)} ms, compared in ${times}, ` +
        `tensors of ${memory.toFixed(1)} times the live activations (median of ${runs})`,
    );
    if (cpu > (bounds[kind] ?? Number.POSITIVE_INFINITY) || memory > bounds.memory) {
      console.log(`over the bounds: ${JSON.stringify(bounds)}`);
      process.exitCode = 1;
    }
  }
}

const { projectOf: nodeProject } = await createJiti(import.meta.url).import('../test/native/build.ts');
if (asked) console.log(JSON.stringify(await measure(asked)));
else all();
