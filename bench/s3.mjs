// A writer to s3:// beside the disk writer of the same run: calls of the add methods a second, memory, and bytes that are sent
// for each byte that is logged, with moto's S3 server on this machine. Seconds are of CPU time of the thread that adds. Exit code
// 1 when a bound is passed. moto comes from its registry into an environment that is removed afterwards, unless PYTHON names
// one that has it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientEnvironment, countingProxy, python, startMoto } from './moto.mjs';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const library = new URL('../dist/index.js', import.meta.url);
let passed = true;
function line(what, value, unit, bound, atLeast) {
  const good = atLeast ? value >= bound : value <= bound;
  passed &&= good;
  const measured = `${value.toFixed(value < 10 ? 3 : 0)} ${unit} (${atLeast ? 'at least' : 'at most'} ${bound})`;
  console.log(`${what}: ${measured}${good ? '' : ' PASSED ITS BOUND'}`);
}

// nanoseconds of CPU time of the one thread that runs this line
const threadTime = "Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0])";

/** Runs a script in a process of its own. @returns what it says as JSON */
async function said(body, endpoint) {
  const script = `import { SummaryWriter, s3Storage } from '${library}'; import { readFileSync, statSync } from 'node:fs';
    const threadTime = () => ${threadTime};
    ${body}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: clientEnvironment(endpoint, folder),
    stdio: ['ignore', 'pipe', 2],
  });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`a writer ended with ${status}`);
  return JSON.parse(stdout);
}

/** Calls of each kind in a run, where the same call goes to the disk and to the store. */
const calls = {
  addScalar: [2_000_000, "writer.addScalar('train/loss', step / 2_000_000, step)"],
  addText: [200_000, "writer.addText('notes', 'step ' + step, step)"],
  addHistogram: [20_000, "writer.addHistogram('weights', numbers, step)"],
  addTensor: [20_000, "writer.addTensor('weights', numbers, step)"],
};
/** @returns calls a second of the thread that adds, and megabytes of memory at most */
const addSpeed = (logdir, endpoint, [count, call]) =>
  said(
    `const writer = new SummaryWriter({ logdir: ${JSON.stringify(logdir)} });
    const numbers = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i));
    for (let step = 0; step < ${count / 20}; step++) ${call};
    const begun = threadTime();
    for (let step = 0; step < ${count}; step++) ${call};
    const seconds = (threadTime() - begun) / 1e9;
    await writer.close();
    console.log(JSON.stringify([${count} / seconds, process.resourceUsage().maxRSS / 1024]));`,
    endpoint,
  );

/** Flushes 100 segments of so many bytes of events. @returns bytes that an event file on the disk has for the same events */
const flushes = (logdir, perFlush) =>
  `const writer = new SummaryWriter({ logdir: ${JSON.stringify(logdir)} });
  for (let step = 0; step < ${100 * perFlush}; step++) {
    writer.addScalar('train/loss', step, step);
    if (step % ${perFlush} === ${perFlush - 1}) await writer.flush();
  }
  await writer.close();
  console.log(writer.path.startsWith('s3') ? 0 : statSync(writer.path).size);`;

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const { url, server: moto } = await startMoto(python(folder, 'moto[server]'));
const proxy = await countingProxy(url);
try {
  for (const [name, call] of Object.entries(calls)) {
    const [disk, s3, memory] = [[], [], []];
    for (let round = 0; round < 3; round++) {
      disk.push((await addSpeed(join(folder, `disk-${name}-${round}`), url, call))[0]);
      const [speed, megabytes] = await addSpeed(`s3://bucket/${name}-${round}`, url, call);
      s3.push(speed);
      memory.push(megabytes);
    }
    console.log(`${name} to the disk: ${(middle(disk) / 1e6).toFixed(3)} million calls a second`);
    console.log(`${name} to s3://: ${(middle(s3) / 1e6).toFixed(3)} million calls a second`);
    line('s3:// beside the disk', middle(s3) / middle(disk), 'times as many', 0.5, true);
    line('memory of the process that writes to s3://', Math.max(...memory), 'MB', 250, false);
  }
  // an event of a scalar takes 43 to 45 bytes
  for (const perFlush of [50, 500, 5000]) {
    const [bytes, objects] = [proxy.counts.bytesSent, proxy.counts.PUT];
    await said(flushes(`s3://bucket/sent-${perFlush}`, perFlush), proxy.url);
    const logged = await said(flushes(join(folder, `logged-${perFlush}`), perFlush), url);
    const kilobytes = (logged / 100 / 1000).toFixed(1);
    const what = `bytes sent in ${proxy.counts.PUT - objects} objects of ${kilobytes} kB`;
    line(what, (proxy.counts.bytesSent - bytes) / logged, 'times the bytes logged', 1.05, false);
  }
} finally {
  proxy.close();
  moto.kill();
  await once(moto, 'close');
  rmSync(folder, { recursive: true });
}
process.exitCode = passed ? 0 : 1;
