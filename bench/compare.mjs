// How long a comparison takes beside the two bare forward passes that it needs, and how much memory it holds beyond the model,
// on tfjs-node and from it to wasm: each case in a process of its own. tfjs-node is the one that test:native builds. Exit code 1
// when a bound is passed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { createJiti } from 'jiti';
import { compare, compareModels, summary, useBackend } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';

// CPU time in two bare passes, where both sides agree to the bit, so that no kernel runs twice; memory in the activations that
// a bare pass holds at its peak, on one backend: another one holds copies of the weights
const bounds = { equal: { cpu: 3, memory: 2 }, changed: { memory: 2 }, wasm: {} };
const runs = 7;
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
  const memory = (await heldBytes(body, [backend, against])) / inferencePeakBytes;
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
    const { cpu: maxCpu = Number.POSITIVE_INFINITY, memory: maxMemory = Number.POSITIVE_INFINITY } = bounds[kind];
    if (cpu > maxCpu || memory > maxMemory) {
      console.log(`over the bounds: ${JSON.stringify(bounds[kind])}`);
      process.exitCode = 1;
    }
  }
}

const jiti = createJiti(import.meta.url);
const { projectOf: nodeProject } = await jiti.import('../test/native/build.ts');
const { heldBytes } = await jiti.import('../test/compare/numbers/heldBytes.ts');
if (asked) console.log(JSON.stringify(await measure(asked)));
else all();
