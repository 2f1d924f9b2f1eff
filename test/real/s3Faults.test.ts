// Stores that fail or answer late, senders that are killed, and many processes that write to one bucket.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closedProxy, faultyProxy, lateProxy } from './faultyProxy.ts';
import { cli, clientEnvironment, runCli, runScript, scriptArgs, useMoto } from './moto.ts';

const moto = useMoto();

const upTo = (count: number) => Array.from({ length: count }, (_, step) => step);
const at = (url: string) => ({ AWS_ENDPOINT_URL: url, S3_ENDPOINT: url });

test('readers list and read 40 runs through a store that fails a fifth of requests', async () => {
  const env = clientEnvironment(moto.url);
  await runScript(
    `const writers = Array.from({ length: 40 }, (_, n) => new SummaryWriter('s3://bucket/faulty/run' + n));
    for (const writer of writers) for (let step = 0; step < 5; step++) writer.addScalar('loss', step, step);
    await Promise.all(writers.map((writer) => writer.close()));`,
    env,
  );
  const proxy = await faultyProxy(moto.url);
  const { stdout, stderr, status } = await runScript(
    `const runs = await readRuns('s3://bucket/faulty');
    const listed = await inspect('s3://bucket/faulty');
    say(JSON.stringify([runs.map(({ scalars }) => scalars.get('loss').steps.length), listed.length]));`,
    { ...env, ...at(proxy.url) },
  );
  proxy.close();
  expect({ stdout, stderr, status }).toEqual({
    stdout: `${JSON.stringify([Array(40).fill(5), 40])}\n`,
    stderr: '',
    status: 0,
  });
});

test('the late answer to one read is not taken for the answer to the next one', async () => {
  const env = clientEnvironment(moto.url);
  // the file of the projector is read before it is added to
  const proxy = await lateProxy(moto.url, 'slow', 12_000);
  const { stdout, stderr } = await runScript(
    `const storage = s3Storage();
    for (const name of ['slow', 'quick']) storage.replace('s3://bucket/late/' + name, Buffer.from(name));
    await new Promise((resolve) => setTimeout(resolve, 14000));
    const read = (name) => { try { return Buffer.from(storage.read('s3://bucket/late/' + name)).toString(); } catch (error) { return error.message; } };
    say(read('slow'));
    await new Promise((resolve) => setTimeout(resolve, 4000));
    say(read('quick'));`,
    { ...env, ...at(proxy.url) },
  );
  proxy.close();
  expect({ stdout, stderr }).toEqual({ stdout: 's3://bucket gives no answer\nquick\n', stderr: '' });
});

test('a region that nobody tells is one clause of flush() within 10 s', async () => {
  const env: NodeJS.ProcessEnv = clientEnvironment(moto.url);
  for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_ENDPOINT_URL', 'S3_ENDPOINT']) delete env[name];
  const { stdout } = await runScript(
    `const writer = new SummaryWriter('s3://bucket/nowhere');
    writer.addScalar('loss', 1);
    const begun = performance.now();
    await writer.flush().catch(({ message }) => say(message + ', ' + (performance.now() - begun < 10000)));
    process.kill(process.pid, 'SIGKILL');`,
    env,
  );
  expect(stdout).toBe('the region of s3://bucket is unknown: set AWS_REGION, true\n');
});

test('of processes killed while they send what an earlier one left, nothing is lost and nothing comes twice', async () => {
  const proxy = await closedProxy(moto.url);
  const env = clientEnvironment(proxy.url);
  await runScript(
    `const storage = s3Storage({ segmentBytes: 1 });
    const writer = new SummaryWriter({ logdir: 's3://bucket/left/run', storage });
    for (let step = 0; step < 60; step++) {
      writer.addScalar('loss', step, step);
      writer.flush().catch(() => undefined);
    }
    process.kill(process.pid, 'SIGKILL');`,
    env,
  );
  proxy.open();
  for (let kill = 0; kill < 12; kill++) {
    const child = spawn(process.execPath, [cli, 'sync'], { env, stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, 300 + 60 * kill));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
  expect(await runCli(['sync'], env)).toMatchObject({ status: 0, stderr: '' });
  const { stdout } = await runScript(
    `const [{ scalars }] = await readRuns('s3://bucket/left'); say(JSON.stringify([...scalars.get('loss').steps]));`,
    env,
  );
  proxy.close();
  expect(JSON.parse(stdout)).toEqual(upTo(60));
  const root = join(env.XDG_STATE_HOME, 'gmlp-viz', 'spool');
  expect(existsSync(root) ? readdirSync(root) : []).toEqual([]);
});

test('200 writers of 20 processes that begin together write to one bucket, five of them to each run', async () => {
  const env = clientEnvironment(moto.url);
  const children = upTo(20).map((process_) =>
    spawn(
      process.execPath,
      scriptArgs(`const writers = Array.from({ length: 10 }, (_, n) => new SummaryWriter('s3://bucket/together/run' + ((${process_} * 10 + n) % 40)));
      writers.forEach((writer, n) => { for (let step = 0; step < 10; step++) writer.addScalar('tag' + (${process_} * 10 + n), step, step); });
      await Promise.all(writers.map((writer) => writer.close()));`),
      { env, stdio: ['ignore', 'ignore', 'pipe'] },
    ),
  );
  const ends = await Promise.all(children.map((child) => once(child, 'close')));
  expect(ends.map(([status]) => status)).toEqual(Array(20).fill(0));
  const { stdout } = await runScript(
    `const runs = await readRuns('s3://bucket/together');
    say(JSON.stringify([runs.length, runs.flatMap(({ scalars }) => [...scalars.values()].map(({ steps }) => steps.length)).sort()]));`,
    env,
  );
  expect(JSON.parse(stdout)).toEqual([40, Array(200).fill(10)]);
});

test('runs that are reduced to a bucket and stopped meanwhile leave no spool, and are told of', async () => {
  const env = clientEnvironment(moto.url);
  await runScript(
    `for (const seed of [1, 2]) {
      const writer = new SummaryWriter('s3://bucket/seeds/' + seed);
      for (let step = 0; step < 5; step++) writer.addScalar('loss', seed, step);
      await writer.close();
    }`,
    env,
  );
  // objects of the new runs are taken late
  const proxy = await lateProxy(moto.url, 'reduced/mean/events', 20_000);
  const words = ['inspect', 's3://bucket/seeds', '--reduce', 'mean,std', '--out', 's3://bucket/reduced'];
  const child = spawn(process.execPath, [cli, ...words], { env: { ...env, ...at(proxy.url) } });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  const spool = join(env.XDG_STATE_HOME, 'gmlp-viz', 'spool');
  const names = () => (existsSync(spool) ? readdirSync(spool, { recursive: true, encoding: 'utf8' }) : []);
  await expect.poll(() => names().some((name) => name.endsWith('.sealed')), { timeout: 60_000 }).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  proxy.close();
  // the second run waited for the first
  expect(stderr).toBe(
    'gmlp-viz: note: s3://bucket/reduced/mean may hold events of a run that was given up: remove them there\n',
  );
  expect(names().filter((name) => name.includes('.'))).toEqual([]);
});
