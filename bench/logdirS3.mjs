// The list of runs of a logdir of 1,000 runs on moto's S3 server on this machine, in 5,000 objects or as many as the argument
// says: read for the first time, by its index, and by its index after one run got another object, with requests, bytes and
// memory, beside TensorBoard's start with its Python loader on the same bucket. Exit code 1 when a bound is passed. moto and
// TensorBoard come from their registry into an environment that is removed afterwards, unless PYTHON names one that has them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventFile, inspectArguments } from './manyRuns.mjs';
import { clientEnvironment, countingProxy, freePort, python, startMoto } from './moto.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const objects = Number(process.argv[2] ?? 5000);
const [runs, stepsOfRun] = [1000, 500];
const objectsOfRun = objects / runs;
const steps = stepsOfRun / objectsOfRun;
if (!Number.isInteger(objectsOfRun) || !Number.isInteger(steps))
  throw new Error(`a thousand times a divisor of ${stepsOfRun} is needed, got ${objects} objects`);

const nameOf = (index) => `events.out.tfevents.${1_700_000_000 + index}.host.1.${index}`;

async function put(store, run, index, body) {
  const { ok, status } = await fetch(`${store}/bucket/logs/run-${run}/${nameOf(index)}`, { method: 'PUT', body });
  if (!ok) throw new Error(`the store answers ${status}`);
}

// moto's server with these files in each run from its start: by requests 50,000 objects take minutes
const filled = `import os, sys
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import main
folder, runs, *server = sys.argv[1:]
store = s3_backends[DEFAULT_ACCOUNT_ID]['aws']
store.create_bucket('bucket', 'us-east-1')
for name in os.listdir(folder):
    with open(os.path.join(folder, name), 'rb') as file:
        content = file.read()
    for run in range(int(runs)):
        store.put_object('bucket', f'logs/run-{run}/{name}', content)
main(server)`;

/** Lists the runs in a process of its own. @returns seconds of CPU time and of the clock, megabytes at most, what it printed, and what it asked for */
async function inspect(proxy, ...options) {
  const args = inspectArguments('s3://bucket/logs', ...options);
  const before = { ...proxy.counts };
  const started = performance.now();
  const child = spawn('python3', args, { env: clientEnvironment(proxy.url, folder), stdio: ['ignore', 'pipe', 2] });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`inspect ended with ${status}`);
  const [seconds, text, megabytes] = JSON.parse(stdout);
  const requests = proxy.counts.GET - before.GET;
  const bytes = proxy.counts.bytesRead - before.bytesRead;
  return { seconds, text, megabytes, requests, bytes, wall: (performance.now() - started) / 1000 };
}

// TensorBoard's own switch: it takes a module of this name for a build without TensorFlow, which refuses the scheme s3
const withoutTensorFlow = `import sys, types
sys.modules['tensorboard.compat.notf'] = types.ModuleType('notf')
from tensorboard.main import run_main
run_main()`;

/** Starts TensorBoard on the bucket. @returns seconds until it knows all runs, or undefined after five minutes, and its requests */
async function tensorboardStart(path, proxy) {
  const port = await freePort();
  const where = ['--logdir', 's3://bucket/logs', '--host', '127.0.0.1', '--port', `${port}`];
  const how = ['--load_fast', 'false', '--reload_interval', '0'];
  const before = { ...proxy.counts };
  const started = performance.now();
  const env = clientEnvironment(proxy.url, folder);
  const child = spawn(path, ['-c', withoutTensorFlow, ...where, ...how], { env, stdio: 'ignore' });
  const closed = once(child, 'close');
  const known = () =>
    fetch(`http://127.0.0.1:${port}/data/plugin/scalars/tags`).then(
      async (answer) => Object.keys(await answer.json()).length,
      () => 0,
    );
  let seconds;
  while (seconds === undefined && performance.now() - started < 300_000) {
    if (child.exitCode !== null) throw new Error('TensorBoard ended');
    await new Promise((resolve) => setTimeout(resolve, 500));
    if ((await known()) === runs) seconds = (performance.now() - started) / 1000;
  }
  child.kill();
  await closed;
  const requests = ['GET', 'HEAD'].reduce(
    (sum, method) => sum + (proxy.counts[method] ?? 0) - (before[method] ?? 0),
    0,
  );
  return { seconds, requests };
}

const passed = [];
const maxMegabytes = 300;
function line(what, { seconds, wall, megabytes, requests, bytes }, bound, mostBytes) {
  const good = seconds <= bound && bytes <= mostBytes && megabytes <= maxMegabytes;
  passed.push(good);
  const measured = `${seconds.toFixed(1)} s of CPU time (at most ${bound}), ${wall.toFixed(1)} s in all`;
  const asked = `${requests.toLocaleString('en-US')} requests, ${(bytes / 1e6).toFixed(1)} MB (at most ${(mostBytes / 1e6).toFixed(1)})`;
  const memory = `${megabytes.toFixed(0)} MB of memory (at most ${maxMegabytes})`;
  console.log(`${what}: ${measured}, ${asked}, ${memory}${good ? '' : ' PASSED ITS BOUND'}`);
}

const path = python(folder, 'moto[server]', 'tensorboard', 'boto3', 'setuptools<81');
const ofRun = join(folder, 'run');
mkdirSync(ofRun);
let logged = 0;
for (let index = 0; index < objectsOfRun; index++) {
  const content = await eventFile(folder, index, steps);
  writeFileSync(join(ofRun, nameOf(index)), content);
  logged += runs * content.length;
}
const { url, server: moto } = await startMoto(path, ['-c', filled, ofRun, `${runs}`]);
const proxy = await countingProxy(url);
try {
  const counted = `${runs.toLocaleString('en-US')} runs, ${objects.toLocaleString('en-US')} objects`;
  console.log(`${counted}, ${(logged / 1e6).toFixed(1)} MB, at a load of ${loadavg()[0].toFixed(1)}`);
  // a list of 1,000 objects takes some 0.4 MB
  const lists = 1e3 * objects;
  const first = await inspect(proxy);
  line('inspect for the first time', first, 0.012 * objects, logged + lists);
  const second = await inspect(proxy);
  line('by its index', second, 10 + objects / 5000, lists);
  if (second.text !== first.text) throw new Error('the index gives another list');
  const added = await eventFile(folder, objectsOfRun, steps);
  await put(url, 7, objectsOfRun, added);
  const grown = await inspect(proxy);
  line('by its index, one object more', grown, 10 + objects / 5000, lists + added.length);
  if (grown.text === second.text) throw new Error('an object is missing');
  const { seconds, requests } = await tensorboardStart(path, proxy);
  const time = seconds === undefined ? 'not within 300 s' : `${seconds.toFixed(1)} s in all`;
  console.log(`TensorBoard: ${time}, ${requests.toLocaleString('en-US')} requests`);
} finally {
  proxy.close();
  moto.kill();
  await once(moto, 'close');
  rmSync(folder, { recursive: true });
}
process.exitCode = passed.every(Boolean) ? 0 : 1;
