// All runs as data: points a second from a gigabyte of events to columns and to csv, and the memory of the csv, beside tbparse
// in the same run on a hundredth of them. Seconds are of CPU time, so that a busy machine measures the same. Exit code 1 when
// a bound is passed. tbparse comes from its registry into an environment that is removed afterwards, unless PYTHON names one that
// has it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRuns, SummaryWriter } from '../dist/index.js';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
let passed = true;
function line(what, value, unit, bound, atLeast) {
  const good = atLeast ? value >= bound : value <= bound;
  passed &&= good;
  const sign = atLeast ? 'at least' : 'at most';
  console.log(
    `${what}: ${value.toFixed(value < 10 ? 2 : 0)} ${unit} (${sign} ${bound})${good ? '' : ' PASSED ITS BOUND'}`,
  );
}

/** Writes points of two scalars to several runs. @returns bytes written */
async function write(logdir, runs, points) {
  let bytes = 0;
  for (let run = 0; run < runs; run++) {
    const writer = new SummaryWriter({ logdir: join(logdir, `run-${run}`) });
    for (let step = 0; step < points / runs / 2; step++) {
      writer.addScalar('train/loss', step / points, step);
      writer.addScalar('train/accuracy', -step / points, step);
    }
    await writer.close();
    bytes += statSync(writer.path).size;
  }
  return bytes;
}

/** Runs a program with its output thrown away. @returns seconds of CPU time and megabytes at most */
function measured(command, ...args) {
  const script =
    'import json,resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,check=True);' +
    'u=resource.getrusage(resource.RUSAGE_CHILDREN);print(json.dumps([u.ru_utime+u.ru_stime,u.ru_maxrss/1024]))';
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script, command, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function pythonPath() {
  if (process.env.PYTHON) return process.env.PYTHON;
  const environment = join(folder, 'python');
  const path = join(environment, 'bin', 'python');
  spawnSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' });
  spawnSync(path, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', 'tbparse'], { stdio: 'inherit' });
  return path;
}

const points = 20_000_000;
const whole = join(folder, 'whole');
const gigabytes = (await write(whole, 4, points)) / 1e9;
console.log(`${points / 1e6} million points, ${gigabytes.toFixed(2)} GB, at a load of ${loadavg()[0].toFixed(1)}`);
const [seconds, megabytes] = measured(process.execPath, cli, 'inspect', whole, '--all', '--format', 'csv');
line('inspect --all --format csv', points / seconds / 1e6, 'million points a second', 1, true);
line('its memory', megabytes, 'MB', 160, false);

const before = process.cpuUsage();
const runs = await readRuns(whole);
const { user, system } = process.cpuUsage(before);
if (runs[0].scalars.get('train/loss').values.length !== points / 8) throw new Error('points are missing');
line('readRuns', (points / (user + system)) * 1, 'million points a second', 1, true);

const part = join(folder, 'part');
const few = points / 100;
await write(part, 4, few);
const python = pythonPath();
const script = 'import sys; from tbparse import SummaryReader; print(len(SummaryReader(sys.argv[1]).scalars))';
const [theirs, theirMegabytes] = measured(python, '-c', script, part);
const [start] = measured(python, '-c', 'import tbparse');
console.log(
  `tbparse, ${few.toLocaleString('en-US')} points: ${(few / (theirs - start) / 1e6).toFixed(3)} million points a second, ${theirMegabytes.toFixed(0)} MB`,
);
rmSync(folder, { recursive: true });
process.exitCode = passed ? 0 : 1;
