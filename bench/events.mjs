// Scalars a second through SummaryWriter and back through readEvents, beside tensorboardX in the same run; what a
// histogram and a checksum cost. Seconds are of CPU time, so that a busy machine measures the same. Exit code 1 when a
// bound is passed. tensorboardX comes from its registry into an environment that is removed afterwards.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { readEventBatches, readEvents, SummaryWriter } from '../dist/index.js';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
let passed = true;
function line(what, value, unit, bound, least) {
  const good = least ? value >= bound : value <= bound;
  passed &&= good;
  const digits = value < 10 ? 2 : 0;
  console.log(
    `${what}: ${value.toFixed(digits)} ${unit} (${least ? 'at least' : 'at most'} ${bound})${good ? '' : ' PASSED ITS BOUND'}`,
  );
}
/** seconds of CPU time that `body` takes */
async function timed(body) {
  const before = process.cpuUsage();
  await body();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
async function median(times, body) {
  const taken = [];
  for (let n = 0; n < times; n++) taken.push(await timed(() => body(n)));
  return taken.sort((a, b) => a - b)[times >> 1];
}

const events = 10_000_000;
const megabytes = () => process.memoryUsage().rss / 2 ** 20;
const held = [];
const writer = new SummaryWriter({ logdir: folder });
const written = await timed(async () => {
  for (let step = 0; step < events; step++) {
    writer.addScalar('train/loss', step / events, step);
    if (step % 1_000_000 === 999_999) held.push(megabytes());
  }
  await writer.close();
});
const scalars = events / written;
line('addScalar, 10 million', scalars / 1e6, 'million a second', 1, true);
line('memory then, at most', Math.max(...held), 'MB', 150, false);
line('memory from the 2nd to the 10th million', held[9] - held[1], 'MB more', 16, false);

let found = 0;
const one = await timed(async () => {
  for await (const event of readEvents(writer.path)) found += event.values.length;
});
line('readEvents, one by one', found / one / 1e6, 'million a second', 2, true);
found = 0;
const batches = await timed(async () => {
  for await (const batch of readEventBatches(writer.path)) found += batch.length;
});
line('readEventBatches', found / batches / 1e6, 'million a second', 2, true);
line('memory after both', megabytes(), 'MB', 200, false);

const million = Float32Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i) * 3);
const histograms = new SummaryWriter({ logdir: folder });
const histogram = await median(15, (step) => histograms.addHistogram('weights', million, step));
await histograms.close();
line('addHistogram of a million numbers', histogram * 1000, 'ms', 30, false);

const { crc32c } = await createJiti(import.meta.url).import('../src/events/crc32c.ts');
const bytes = new Uint8Array(2 ** 26).map((_, i) => i * 7);
line('crc32c', bytes.length / (await median(7, () => crc32c(bytes))) / 1e9, 'GB a second', 1, true);

const reference = `
import sys, time
from tensorboardX import SummaryWriter
writer = SummaryWriter(sys.argv[1])
n = 50000
start = time.process_time()
for step in range(n): writer.add_scalar("train/loss", step / n, step)
writer.close()
print(n / (time.process_time() - start))
`;
try {
  const theirs = tensorboardX();
  console.log(`tensorboardX 2.6.5: ${(theirs / 1000).toFixed(0)} thousand scalars a second`);
  line('addScalar beside it', scalars / theirs, 'times as many', 40, true);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = passed ? 0 : 1;

function tensorboardX() {
  const environment = join(folder, 'python');
  const python = join(environment, 'bin', 'python');
  run('python3', '-m', 'venv', environment);
  run(python, '-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', 'tensorboardX==2.6.5');
  return Number(run(python, '-c', reference, join(folder, 'reference')));
}

function run(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} ${args.slice(0, 4).join(' ')} failed: ${error?.message ?? stderr}`);
  return stdout;
}
