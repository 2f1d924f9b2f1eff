// Events a second through SummaryWriter, beside tensorboardX in the same run where its Python is given by PYTHON (a
// python with tensorboardX 2.6.5), and what a histogram and a checksum cost. Exit code 1 when a bound is passed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SummaryWriter } from '../dist/index.js';

const bounds = { scalars: 1e6, megabytes: 150, histogramMs: 40, timesTensorboardX: 40 };
const logdir = mkdtempSync(join(tmpdir(), 'bench-'));

const writer = new SummaryWriter({ logdir });
const events = 10_000_000;
let peak = 0;
const start = performance.now();
for (let step = 0; step < events; step++) {
  writer.addScalar('train/loss', step / events, step);
  if (step % 1_000_000 === 0) peak = Math.max(peak, process.memoryUsage().rss / 2 ** 20);
}
await writer.close();
const scalars = events / ((performance.now() - start) / 1000);
console.log(
  `${(scalars / 1e6).toFixed(2)} million scalars a second, ${events / 1e6} million of them, peak ${peak.toFixed(0)} MB`,
);

const million = Float32Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i) * 3);
const histograms = new SummaryWriter({ logdir });
const times = Array.from({ length: 9 }, (_, step) => {
  const before = performance.now();
  histograms.addHistogram('weights', million, step);
  return performance.now() - before;
}).sort((a, b) => a - b);
await histograms.close();
console.log(`${times[4].toFixed(0)} ms a histogram of a million values`);
rmSync(logdir, { recursive: true });

const reference = `
import tempfile, time
from tensorboardX import SummaryWriter
writer = SummaryWriter(tempfile.mkdtemp())
n = 50000
start = time.time()
for step in range(n): writer.add_scalar("train/loss", step / n, step)
writer.close()
print(n / (time.time() - start))
`;
let times40 = true;
if (process.env.PYTHON) {
  const { stdout, stderr } = spawnSync(process.env.PYTHON, ['-c', reference], { encoding: 'utf8' });
  if (!(Number(stdout) > 0)) throw new Error(`tensorboardX did not run: ${stderr}`);
  const ratio = scalars / Number(stdout);
  console.log(
    `tensorboardX: ${(Number(stdout) / 1000).toFixed(0)} thousand scalars a second; this is ${ratio.toFixed(0)} times as many`,
  );
  times40 = ratio >= bounds.timesTensorboardX;
}
if (!(scalars >= bounds.scalars && peak < bounds.megabytes && times[4] < bounds.histogramMs && times40))
  process.exitCode = 1;
