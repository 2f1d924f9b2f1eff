// Scalars a second through SummaryWriter and back through readEvents, beside tensorboardX in the same run; what a
// histogram and a checksum cost; how fast inspect passes what is no record, beside reading alone, and what crafted files cost. Seconds are of CPU time, so that a busy machine measures the same. Exit code 1 when a
// bound is passed. tensorboardX comes from its registry into an environment that is removed afterwards.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';
import { inspect, readEventBatches, readEvents, SummaryWriter } from '../dist/index.js';

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

const { crc32c } = await createJiti(import.meta.url).import('../src/tensorboard/files/crc32c.ts');
const bytes = new Uint8Array(2 ** 26).map((_, i) => i * 7);
line('crc32c', bytes.length / (await median(7, () => crc32c(bytes))) / 1e9, 'GB a second', 1, true);

const noRecord = join(folder, 'no-record.tfevents');
const gigabytes = 1;
writeFileSync(noRecord, '');
truncateSync(noRecord, gigabytes * 1e9);
const alone = await timed(() => readAll(noRecord));
console.log(`reading ${gigabytes} GB of zeros alone: ${(gigabytes / alone).toFixed(1)} GB a second`);
line('inspect of zeros', (1000 * gigabytes) / (await timed(() => inspect(noRecord))), 'MB a second', 500, true);
const noise = Uint8Array.from({ length: 1e7 }, (_, i) => Math.imul(i, 2_654_435_761) >>> 13);
const noisy = openSync(noRecord, 'w');
for (let n = 0; n < 30; n++) writeSync(noisy, noise);
closeSync(noisy);
line('inspect of noise', 300 / (await timed(() => inspect(noRecord))), 'MB a second', 500, true);

// heads of records that reach over each other
const { maskedCrc32c } = await createJiti(import.meta.url).import('../src/tensorboard/files/crc32c.ts');
const head = Buffer.alloc(12);
head.writeUInt32LE(360_000);
head.writeInt32LE(maskedCrc32c(head, 0, 8), 8);
writeFileSync(noRecord, Buffer.concat(Array.from({ length: 60_000 }, () => head)));
line('inspect of 60,000 false heads, 720 kB', await timed(() => inspect(noRecord)), 's', 1, false);

const tags = new SummaryWriter({ logdir: folder, maxQueue: 1000 });
for (let n = 0; n < 200_000; n++) tags.addScalar(`layer/${n}`, n);
await tags.close();
line('inspect of 200,000 tags', await timed(() => inspect(tags.path)), 's', 2, false);

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

/** In the chunks in which the reader reads. */
function readAll(path) {
  const chunk = new Uint8Array(1 << 18);
  const file = openSync(path, 'r');
  while (readSync(file, chunk) > 0);
  closeSync(file);
}

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
