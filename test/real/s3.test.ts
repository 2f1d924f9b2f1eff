// Event files in a bucket: moto's S3 server, a TensorBoard that reads it meanwhile, a store that fails, killed processes.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultyProxy } from './faultyProxy.ts';
import { cli, clientEnvironment, runScript, scriptArgs, serveBucket, useMoto } from './moto.ts';
import { ask } from './tensorboard.ts';

const moto = useMoto();

const ran = (body: string, own: NodeJS.ProcessEnv = moto.env) => runScript(body, own);

/** Steps of the tag `loss` of a run, in the order of its objects. */
async function stepsOf(run: string, own = moto.env): Promise<number[]> {
  const { stdout, stderr } = await ran(
    `const [{ scalars }] = await readRuns('${run}'); say(JSON.stringify([...scalars.get('loss').steps]));`,
    own,
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
const upTo = (count: number) => Array.from({ length: count }, (_, step) => step);
const spooled = (own = moto.env) => {
  const root = join(own.XDG_STATE_HOME, 'gmlp-viz');
  return existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\./.test(name))
    : [];
};

test('TensorBoard shows each flush of a running training, in the order of steps', async () => {
  const child = spawn(
    process.execPath,
    scriptArgs(`const writer = new SummaryWriter('s3://bucket/live/run');
      process.stdin.on('data', async (count) => {
        for (let n = 0; n < Number(count); n++) writer.addScalar('loss', step, step++, 100);
        await writer.flush();
        say('flushed');
      });
      process.stdin.on('end', () => writer.close());
      let step = 0;`),
    { env: moto.env, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const next = async (count: number) => {
    child.stdin.write(`${count}\n`);
    await once(child.stdout, 'data');
  };
  await next(5);
  const board = await serveBucket('s3://bucket/live', moto.env);
  try {
    for (let flushed = 5; flushed <= 25; flushed += 10) {
      await expect
        .poll(() => ask(board.url, 'data/plugin/scalars/scalars?run=run&tag=loss').catch(() => ''), { timeout: 60_000 })
        .toBe(
          JSON.stringify(upTo(flushed).map((step) => [100, step, step]))
            .replaceAll(',', ', ')
            .replace(/(\d+)(?=[,\]])/g, '$1.0')
            .replace(/\[100\.0, (\d+)\.0, /g, '[100.0, $1, '),
        );
      if (flushed < 25) await next(10);
    }
  } finally {
    await board.close();
    child.stdin.end();
    await once(child, 'close');
  }
});

test('a store that fails a fifth of requests has each of 100 flushes, once', async () => {
  const proxy = await faultyProxy(moto.url);
  const { stdout, stderr, status } = await ran(
    `const writer = new SummaryWriter('s3://bucket/faults/run');
    let rejected = 0;
    for (let step = 0; step < 100; step++) {
      writer.addScalar('loss', step, step);
      await writer.flush().catch(() => rejected++);
    }
    await writer.close();
    say(String(rejected));`,
    { ...moto.env, AWS_ENDPOINT_URL: proxy.url, S3_ENDPOINT: proxy.url },
  );
  proxy.close();
  expect({ stderr, status, rejected: Number(stdout) }).toEqual({ stderr: '', status: 0, rejected: 0 });
  expect(await stepsOf('s3://bucket/faults/run')).toEqual(upTo(100));
});

test('of processes killed at 100 random moments nothing that was flushed is lost, and nothing comes twice', async () => {
  // by process: the last step that was flushed, and when it was killed
  const flushed = new Map<number, { readonly step: number; readonly delayMs: number }>();
  for (let kill = 0; kill < 100; kill++) {
    const child = spawn(
      process.execPath,
      scriptArgs(`const writer = new SummaryWriter('s3://bucket/killed/run');
        say('begun');
        for (let step = ${kill} * 1000; ; step++) {
          writer.addScalar('loss', step, step);
          if (step % 7 === 0) { await writer.flush(); say(String(step)); }
        }`),
      { env: moto.env, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let last = -1;
    const delayMs = 500 * Math.random();
    let isTimed = false;
    child.stdout.on('data', (text) => {
      const said = `${text}`.trim().split('\n').at(-1)!;
      if (said !== 'begun') last = Number(said);
      // every other process has flushed, however long a loaded machine takes to begin
      if (isTimed || (kill % 2 === 1 && last < 0)) return;
      isTimed = true;
      setTimeout(() => child.kill('SIGKILL'), delayMs);
    });
    await once(child, 'close');
    if (last >= 0) flushed.set(kill, { step: last % 1000, delayMs });
  }
  const synced = spawnSync(process.execPath, [cli, 'sync'], { env: moto.env, encoding: 'utf8' });
  expect({ status: synced.status, stderr: synced.stderr }).toEqual({ status: 0, stderr: '' });
  const steps = await stepsOf('s3://bucket/killed/run');
  expect(new Set(steps).size).toBe(steps.length);
  expect(flushed.size).toBeGreaterThanOrEqual(50);
  const highest = new Map<number, number>();
  for (const step of steps) highest.set(Math.floor(step / 1000), step % 1000);
  // the steps of each process are whole from its first to its last one
  expect(steps.length).toBe([...highest.values()].reduce((sum, step) => sum + step + 1, 0));
  expect([...flushed].filter(([kill, { step }]) => (highest.get(kill) ?? -1) < step)).toEqual([]);
  expect(spooled()).toEqual([]);
}, 1_200_000);

test('200 writers of one process write to one bucket', async () => {
  const { stdout, stderr, status } = await ran(
    `const writers = Array.from({ length: 200 }, (_, n) => new SummaryWriter('s3://bucket/many/run' + n));
    for (const writer of writers) for (let step = 0; step < 50; step++) writer.addScalar('loss', step, step);
    await Promise.all(writers.map((writer) => writer.close()));
    const runs = await readRuns('s3://bucket/many');
    say(JSON.stringify([runs.length, runs.reduce((sum, { scalars }) => sum + scalars.get('loss').steps.length, 0)]));`,
  );
  expect({ stdout, stderr, status }).toEqual({ stdout: '[200,10000]\n', stderr: '', status: 0 });
});

test('a process that ends without a close sends its last events', async () => {
  const { stderr, status } = await ran(
    `const writer = new SummaryWriter('s3://bucket/ended/run');
    for (let step = 0; step < 55; step++) writer.addScalar('loss', step, step);
    process.exit(3);`,
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 3 });
  expect(await stepsOf('s3://bucket/ended/run')).toEqual(upTo(55));
});

const refused: readonly (readonly [string, string, Readonly<Record<string, string>>, number, string])[] = [
  ['no bucket', 's3://missing/run', {}, 10, 'there is no bucket s3://missing'],
  [
    'no credentials',
    's3://bucket/x',
    { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
    10,
    'there are no credentials for s3://bucket',
  ],
  ['a bucket alone', 's3://bucket', {}, 10, 'the address must name a run in the bucket'],
  ['nobody listening', 's3://bucket/x', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, 30, 'ECONNREFUSED'],
];

test.each(refused.flatMap((row) => ['flush', 'close'].map((call) => [call, ...row] as const)))(
  '%s with %s: one clause in time, without a secret',
  async (call, _, logdir, own, limit, clause) => {
    const all = { ...moto.env, ...own, XDG_STATE_HOME: clientEnvironment(moto.url).XDG_STATE_HOME };
    // seconds of the calls: how long a process takes to start is the machine's affair
    const { stdout, stderr } = await ran(
      `const begun = performance.now();
    try {
      const writer = new SummaryWriter('${logdir}');
      writer.addScalar('loss', 1);
      await writer.${call}();
    } catch (error) { say(error.message + '\\n' + (performance.now() - begun) / 1000); }`,
      all,
    );
    const [message, seconds] = stdout.split('\n');
    expect(message).toContain(clause);
    expect(Number(seconds)).toBeLessThan(limit);
    const files = spooled(all).map((name) => readFileSync(join(all.XDG_STATE_HOME, 'gmlp-viz', name), 'utf8'));
    expect([stdout, stderr, ...files].join('')).not.toContain('test-secret');
  },
);

test('readEvents reads one object', async () => {
  const { stdout, stderr } = await ran(
    `const writer = new SummaryWriter('s3://bucket/one/run');
    for (let step = 0; step < 5; step++) writer.addScalar('loss', step, step);
    await writer.close();
    const steps = [];
    for await (const { step, values } of readEvents(writer.path)) if (values.length > 0) steps.push(step);
    say(JSON.stringify(steps));`,
  );
  expect({ stdout, stderr }).toEqual({ stdout: '[0,1,2,3,4]\n', stderr: '' });
});

test('gs:// speaks S3 to the endpoint of the environment', async () => {
  const { stdout, stderr } = await ran(
    `const writer = new SummaryWriter('gs://bucket/google/run');
    writer.addScalar('loss', 1, 7);
    await writer.close();
    say(writer.path);`,
  );
  expect({ stdout, stderr }).toEqual({
    stdout: expect.stringMatching(/^gs:\/\/bucket\/google\/run\/events/),
    stderr: '',
  });
  expect(await stepsOf('gs://bucket/google')).toEqual([7]);
});

test('graph --logdir s3:// writes a graph that readers find', () => {
  const run = (...words: string[]) => spawnSync(process.execPath, [cli, ...words], { env: moto.env, encoding: 'utf8' });
  const written = run('graph', '--logdir', 's3://bucket/net');
  expect(written.stdout).toMatch(/^s3:\/\/bucket\/net\/events\.out\.tfevents\.\S+\n$/);
  expect(run('inspect', 's3://bucket/net').stdout).toContain('graph');
  expect(run('graph', '--logdir', 's3://bucket/net').stderr).toContain('s3://bucket/net/graph_2');
});

test('a second list of runs of a bucket requests new and replaced objects alone', async () => {
  const { stdout, stderr } = await ran(
    `const logdir = 's3://bucket/indexed';
    const write = async (run) => {
      const writer = new SummaryWriter(logdir + '/' + run);
      writer.addScalar('loss', 1, 7);
      return writer.close().then(() => writer.path);
    };
    const read = async () => {
      const files = new Set();
      const runs = await inspect(logdir, { index: true, onBatch: (file) => files.add(file) });
      return JSON.stringify(runs) === JSON.stringify(await inspect(logdir)) ? files.size : 'another list';
    };
    const bytesOf = async (path, offset) => {
      const bytes = Buffer.alloc(4096);
      return bytes.subarray(0, await (await s3Storage().open(path, offset)).read(bytes));
    };
    const [path] = [await write('a'), await write('b')];
    const [counts, whole] = [[await read(), await read()], await bytesOf(path)];
    if (!(await bytesOf(path, 20)).equals(whole.subarray(20))) throw new Error('other bytes');
    counts.push(await write('c').then(read));
    s3Storage().replace(path, whole.subarray(0, 20));
    while ((await bytesOf(path)).length > 20) await new Promise((resolve) => setTimeout(resolve, 100));
    say(JSON.stringify([...counts, await read()]));`,
  );
  expect({ stdout, stderr }).toEqual({ stdout: '[2,0,1,0]\n', stderr: '' });
});
