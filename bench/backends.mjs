// A forward pass of the seed model on each backend, each in a process of its own, beside one that is traced and one that
// is timed call by call. tfjs-node is the one that test:native builds. Exit code 1 when a bound is passed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { createJiti } from 'jiti';
import { profile, trace, useBackend } from '../dist/index.js';
import { createGMLP } from '../dist/nn.js';

const runs = { 'node-gpu': 30, node: 30, wasm: 10, cpu: 3 };
// of the tracing and of the timing, in forward passes that nobody watches, on tfjs-node
const bounds = { traced: 1.5, timed: 1.1 };
const [asked, from] = process.argv.slice(2);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure(name) {
  tf.enableProdMode();
  const { backend, version, engine, device } = await useBackend(name, { from, gradients: false });
  const { model, inputSize } = createGMLP('gmlp');
  const x = tf.randomUniform([2, ...inputSize], 0, 1, 'float32', 1);
  const ms = (body) => {
    const start = performance.now();
    body();
    return performance.now() - start;
  };
  const bare = () => tf.tidy(() => void model.eval().apply(x).dataSync());
  const traced = () => trace(model, [x], { backend });
  for (const body of [bare, traced]) body();
  const seen = { bare: [], traced: [] };
  // by turns: what slows down the machine meanwhile slows down both
  for (let run = 0; run < runs[name]; run++) {
    seen.bare.push(ms(bare));
    seen.traced.push(ms(traced));
  }
  const { timing } = profile(model, [x], { backend, runs: runs[name], warmup: 1 });
  const timed = timing.runs.map(({ ends, readMs }) => Math.max(...ends) + readMs);
  return {
    about: `${name} ${version} (${device}, ${engine})`,
    bareMs: median(seen.bare),
    traced: median(seen.traced) / median(seen.bare),
    timed: median(timed) / median(timing.bareMs),
  };
}

async function all() {
  const { projectOf } = await createJiti(import.meta.url).import('../test/native/build.ts');
  const results = {};
  for (const name in runs) {
    const isNative = name.startsWith('node');
    const project = isNative ? join(projectOf(name), 'package.json') : 'package.json';
    if (!existsSync(project)) {
      console.log(`${name}: not built, npm run test:native builds it`);
      continue;
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, project], {
      encoding: 'utf8',
      env: { TF_CPP_MIN_LOG_LEVEL: '3', ...process.env },
    });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    results[name] = JSON.parse(stdout);
    const { about, bareMs, traced, timed } = results[name];
    const watched = `traced ${traced.toFixed(2)} times that, timed call by call ${timed.toFixed(2)} times`;
    console.log(`${about}: ${bareMs.toFixed(1)} ms a forward pass, ${watched} (median of ${runs[name]})`);
  }
  const { node, wasm, cpu } = results;
  const times = (slow, fast) => (slow.bareMs / fast.bareMs).toFixed(0);
  if (node) console.log(`tfjs-node is ${times(wasm, node)} times as fast as wasm, ${times(cpu, node)} times as cpu`);
  console.log(`wasm is ${times(cpu, wasm)} times as fast as cpu (${availableParallelism()} cores)`);
  if (node && (node.traced > bounds.traced || node.timed > bounds.timed)) {
    console.log(`over the bounds: ${JSON.stringify(bounds)}`);
    process.exitCode = 1;
  }
}

if (asked) console.log(JSON.stringify(await measure(asked)));
else await all();
