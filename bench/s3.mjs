// A writer to s3:// beside the disk writer of the same run: points that `addScalar` takes a second, memory, and bytes that are sent
// for each byte that is logged, with moto's S3 server on this machine. Seconds are of CPU time of the thread that adds. Exit code
// 1 when a bound is passed. moto comes from its registry into an environment that is removed afterwards, unless PYTHON names
// one that has it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const library = new URL('../dist/index.js', import.meta.url);
let passed = true;
function line(what, value, unit, bound, atLeast) {
  const good = atLeast ? value >= bound : value <= bound;
  passed &&= good;
  const measured = `${value.toFixed(value < 10 ? 3 : 0)} ${unit} (${atLeast ? 'at least' : 'at most'} ${bound})`;
  console.log(`${what}: ${measured}${good ? '' : ' PASSED ITS BOUND'}`);
}

function python() {
  if (process.env.PYTHON) return process.env.PYTHON;
  const environment = join(folder, 'python');
  const path = join(environment, 'bin', 'python');
  spawnSync('python3', ['-m', 'venv', environment], { stdio: 'inherit' });
  const install = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', 'moto[server]'];
  spawnSync(path, install, { stdio: 'inherit' });
  return path;
}

async function freePort() {
  const server = createSocketServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function startMoto() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(python(), ['-m', 'moto.server', '-H', '127.0.0.1', '-p', `${port}`], { stdio: 'ignore' });
  for (let isThere = false; !isThere; ) {
    if (server.exitCode !== null) throw new Error('moto ended');
    await new Promise((resolve) => setTimeout(resolve, 200));
    isThere = await fetch(`${url}/bucket`, { method: 'PUT' }).then(
      ({ ok }) => ok,
      () => false,
    );
  }
  return { url, server };
}

/** Hands requests on to moto, and counts bytes of their bodies. */
async function countingProxy(target) {
  const sent = { bytes: 0, objects: 0 };
  const server = createServer((incoming, answer) => {
    const { method, url, headers } = incoming;
    const outgoing = request(new URL(url, target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
    });
    if (method === 'PUT') sent.objects += 1;
    incoming.on('data', (bytes) => {
      sent.bytes += bytes.length;
    });
    incoming.pipe(outgoing);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}`, sent, server };
}

// nanoseconds of CPU time of the one thread that runs this line
const threadTime = "Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0])";

/** Runs a script in a process of its own. @returns what it says as JSON */
async function said(body, endpoint) {
  const script = `import { SummaryWriter, s3Storage } from '${library}'; import { readFileSync, statSync } from 'node:fs';
    const threadTime = () => ${threadTime};
    ${body}`;
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    XDG_STATE_HOME: join(folder, 'state'),
  };
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio: ['ignore', 'pipe', 2] });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`a writer ended with ${status}`);
  return JSON.parse(stdout);
}

const points = 2_000_000;
/** @returns points that `addScalar` takes a second, and megabytes of memory at most */
const addSpeed = (logdir, endpoint) =>
  said(
    `const writer = new SummaryWriter({ logdir: ${JSON.stringify(logdir)} });
    for (let step = 0; step < 100_000; step++) writer.addScalar('train/loss', step, step);
    const begun = threadTime();
    for (let step = 0; step < ${points}; step++) writer.addScalar('train/loss', step / ${points}, step);
    const seconds = (threadTime() - begun) / 1e9;
    await writer.close();
    console.log(JSON.stringify([${points} / seconds, process.resourceUsage().maxRSS / 1024]));`,
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
const { url, server: moto } = await startMoto();
const proxy = await countingProxy(url);
try {
  const [disk, s3, memory] = [[], [], []];
  for (let round = 0; round < 3; round++) {
    disk.push((await addSpeed(join(folder, `disk-${round}`), url))[0]);
    const [speed, megabytes] = await addSpeed(`s3://bucket/speed-${round}`, url);
    s3.push(speed);
    memory.push(megabytes);
  }
  console.log(`addScalar to the disk: ${(middle(disk) / 1e6).toFixed(2)} million points a second`);
  console.log(`addScalar to s3://: ${(middle(s3) / 1e6).toFixed(2)} million points a second`);
  line('s3:// beside the disk', middle(s3) / middle(disk), 'times as many', 0.5, true);
  line('memory of the process that writes to s3://', Math.max(...memory), 'MB', 250, false);
  // an event of a scalar takes 43 to 45 bytes
  for (const perFlush of [50, 500, 5000]) {
    const [bytes, objects] = [proxy.sent.bytes, proxy.sent.objects];
    await said(flushes(`s3://bucket/sent-${perFlush}`, perFlush), proxy.url);
    const logged = await said(flushes(join(folder, `logged-${perFlush}`), perFlush), url);
    const kilobytes = (logged / 100 / 1000).toFixed(1);
    const what = `bytes sent in ${proxy.sent.objects - objects} objects of ${kilobytes} kB`;
    line(what, (proxy.sent.bytes - bytes) / logged, 'times the bytes logged', 1.05, false);
  }
} finally {
  proxy.server.close();
  proxy.server.closeAllConnections();
  moto.kill();
  await once(moto, 'close');
  rmSync(folder, { recursive: true });
}
process.exitCode = passed ? 0 : 1;
