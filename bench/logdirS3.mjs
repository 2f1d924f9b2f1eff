// The list of runs of a logdir of 1,000 runs and 5,000 objects on moto's S3 server on this machine: read for the first time, by
// its index, and by its index after one run got another object, with requests and bytes, beside TensorBoard's start with its
// Python loader on the same bucket. Exit code 1 when a bound is passed. moto and TensorBoard come from their registry into an
// environment that is removed afterwards, unless PYTHON names one that has them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventFile, inspectArguments } from './manyRuns.mjs';
import { clientEnvironment, countingProxy, freePort, python, startMoto } from './moto.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const [runs, objectsOfRun, steps] = [1000, 5, 100];

async function put(store, run, index, body) {
  const name = `events.out.tfevents.${1_700_000_000 + index}.host.1.${index}`;
  const { ok, status } = await fetch(`${store}/bucket/logs/run-${run}/${name}`, { method: 'PUT', body });
  if (!ok) throw new Error(`the store answers ${status}`);
}

/** Lists the runs in a process of its own. @returns seconds of CPU time and of the clock, what it printed, and what it asked for */
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
  const [seconds, text] = JSON.parse(stdout);
  const requests = proxy.counts.GET - before.GET;
  const bytes = proxy.counts.bytesRead - before.bytesRead;
  return { seconds, text, requests, bytes, wall: (performance.now() - started) / 1000 };
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
function line(what, { seconds, wall, requests, bytes }, bound, mostBytes) {
  const good = seconds <= bound && bytes <= mostBytes;
  passed.push(good);
  const measured = `${seconds.toFixed(1)} s of CPU time (at most ${bound}), ${wall.toFixed(1)} s in all`;
  const asked = `${requests.toLocaleString('en-US')} requests, ${(bytes / 1e6).toFixed(1)} MB (at most ${(mostBytes / 1e6).toFixed(1)})`;
  console.log(`${what}: ${measured}, ${asked}${good ? '' : ' PASSED ITS BOUND'}`);
}

const path = python(folder, 'moto[server]', 'tensorboard', 'boto3', 'setuptools<81');
const { url, server: moto } = await startMoto(path);
const proxy = await countingProxy(url);
try {
  const contents = await Promise.all(
    Array.from({ length: objectsOfRun + 1 }, (_, index) => eventFile(folder, index, steps)),
  );
  for (let run = 0; run < runs; run++)
    await Promise.all(contents.slice(0, objectsOfRun).map((bytes, index) => put(url, run, index, bytes)));
  const logged = runs * contents.slice(0, objectsOfRun).reduce((sum, { length }) => sum + length, 0);
  const objects = (runs * objectsOfRun).toLocaleString('en-US');
  console.log(`${runs.toLocaleString('en-US')} runs, ${objects} objects, ${(logged / 1e6).toFixed(1)} MB`);
  // a list of 1,000 objects takes some 0.4 MB
  const lists = 1e3 * runs * objectsOfRun;
  const first = await inspect(proxy);
  line('inspect for the first time', first, 60, logged + lists);
  const second = await inspect(proxy);
  line('by its index', second, 10, lists);
  if (second.text !== first.text) throw new Error('the index gives another list');
  await put(url, 7, objectsOfRun, contents[objectsOfRun]);
  const grown = await inspect(proxy);
  line('by its index, one object more', grown, 10, lists + contents[objectsOfRun].length);
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
