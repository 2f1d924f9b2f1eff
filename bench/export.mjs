// What it costs to save a model of a hundred million parameters as a SavedModel, from numbers that are in memory: with
// the batch as it was traced, and open. Exit code 1 when a bound is passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bounds = { secondsOfCpu: 2, megabytesBeyondNumbers: 200 };
const index = new URL('../dist/index.js', import.meta.url).href;

const program = (out, dynamic) => `
  import { gMLP, saveGraph } from ${JSON.stringify(index)};
  const model = new gMLP({ dModel: 1024, dFfn: 4096, seqLen: 256, numLayers: 8 });
  const weights = new Map([...model.stateDict()].map(([path, { size }]) => [path, { values: new Float32Array(size).fill(0.5) }]));
  const held = [...weights.values()].reduce((sum, { values }) => sum + values.byteLength, 0);
  const start = performance.now();
  const used = process.cpuUsage();
  const options = { format: 'savedmodel', weights, dynamic: ${dynamic}, overwrite: true };
  await saveGraph(model, [2, 256, 1024], { ...options, out: ${JSON.stringify(out)} });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  console.log(JSON.stringify({ seconds, cpu: (user + system) / 1e6, held, peak: process.resourceUsage().maxRSS * 1024 }));
`;

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
let passed = true;
for (const dynamic of [false, true]) {
  const out = join(folder, 'saved');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program(out, dynamic)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const { seconds, cpu, held, peak } = JSON.parse(stdout);
  const beyond = (peak - held) / 2 ** 20;
  console.log(
    `${(held / 4e6).toFixed(0)} million parameters saved${dynamic ? ' with an open batch' : ''} in ${seconds.toFixed(1)} s, ` +
      `${cpu.toFixed(1)} s of CPU, ` +
      `a file of ${(statSync(join(out, 'saved_model.pb')).size / 1e6).toFixed(0)} MB; ` +
      `peak memory ${beyond.toFixed(0)} MB beyond the numbers' ${(held / 2 ** 20).toFixed(0)} MB`,
  );
  passed &&= cpu < bounds.secondsOfCpu && beyond < bounds.megabytesBeyondNumbers;
}
rmSync(folder, { recursive: true });
if (!passed) {
  console.log(`over the bounds: ${JSON.stringify(bounds)}`);
  process.exitCode = 1;
}
