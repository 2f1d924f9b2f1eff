// The list of runs of a logdir of 1,000 runs and 50,000 files: read for the first time, by its index, and by its index after
// one file grew, beside TensorBoard's start with its fast loader on the same folder. Exit code 1 when a bound is passed.
// TensorBoard comes from its registry into an environment that is removed afterwards, unless PYTHON names one that has it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventFile, inspectArguments } from './manyRuns.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [runs, filesOfRun, steps] = [1000, 50, 10];

const logdir = join(folder, 'logs');
const nameOf = (file) => `events.out.tfevents.${1_700_000_000 + file}.host.1.${file}`;
const contents = await Promise.all(Array.from({ length: filesOfRun }, (_, file) => eventFile(folder, file, steps)));
for (let run = 0; run < runs; run++) {
  const path = join(logdir, `run-${run}`);
  mkdirSync(path, { recursive: true });
  for (const [file, bytes] of contents.entries()) writeFileSync(join(path, nameOf(file)), bytes);
}

/** Lists the runs in a process of its own. @returns seconds of CPU time, and what it printed */
function inspect(...options) {
  const args = inspectArguments(logdir, ...options);
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync('python3', args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
  });
  if (status !== 0) throw new Error(stderr);
  const [seconds, text] = JSON.parse(stdout);
  return { seconds, text, wall: (performance.now() - started) / 1000 };
}

function python() {
  if (process.env.PYTHON) return process.env.PYTHON;
  const environment = join(folder, 'python');
  const path = join(environment, 'bin', 'python');
  spawnSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' });
  const packages = ['tensorboard', 'setuptools<81'];
  spawnSync(path, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...packages], { stdio: 'inherit' });
  return path;
}

/** Starts TensorBoard, which holds every file open. @returns seconds until its fast loader ends, and how many files it could not open */
async function tensorboardStart() {
  const where = ['--logdir', logdir, '--host', '127.0.0.1', '--port', '0', '--reload_interval', '0'];
  const args = ['-m', 'tensorboard.main', ...where, '--load_fast', 'true', '--verbosity', '0'];
  const path = python();
  const started = performance.now();
  const child = spawn('sh', ['-c', 'ulimit -n $(ulimit -Hn); exec "$0" "$@"', path, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = once(child, 'close');
  const limit = setTimeout(() => child.kill(), 60_000);
  let [seconds, refused] = [undefined, 0];
  for await (const text of createInterface({ input: child.stderr })) {
    if (text.includes('Too many open files')) refused += 1;
    if (!text.includes('Finished load cycle')) continue;
    seconds ??= (performance.now() - started) / 1000;
    child.kill();
  }
  clearTimeout(limit);
  await closed;
  return { seconds, refused };
}

const passed = [];
function line(what, { seconds, wall }, bound) {
  const good = seconds <= bound;
  passed.push(good);
  const measured = `${seconds.toFixed(1)} s of CPU time, ${wall.toFixed(1)} s in all`;
  console.log(`${what}: ${measured} (at most ${bound})${good ? '' : ' PASSED ITS BOUND'}`);
}

try {
  console.log(`${runs.toLocaleString('en-US')} runs, ${(runs * filesOfRun).toLocaleString('en-US')} files`);
  // files that were written within the last seconds are read again
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const first = inspect();
  line('inspect for the first time', first, 60);
  const second = inspect();
  line('by its index', second, 10);
  if (second.text !== first.text) throw new Error('the index gives another list');
  appendFileSync(join(logdir, 'run-7', nameOf(filesOfRun - 1)), await eventFile(folder, filesOfRun, steps));
  const grown = inspect();
  line('by its index, one file longer', grown, 10);
  if (grown.text !== inspect('--no-index').text || grown.text === second.text) throw new Error('a file is missing');
  const { seconds, refused } = await tensorboardStart();
  const time = seconds === undefined ? 'not within 60 s' : `${seconds.toFixed(1)} s in all`;
  console.log(`TensorBoard: ${time}, ${refused.toLocaleString('en-US')} files refused by the limit of open files`);
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = passed.every(Boolean) ? 0 : 1;
