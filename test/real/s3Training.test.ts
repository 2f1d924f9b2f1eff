// A training that writes to a bucket, `inspect --follow` of it, and a store that checks credentials.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { checkCredentials, cli, clientEnvironment, runScript, scriptArgs, startMoto, useMoto } from './moto.ts';

const moto = useMoto();

test('fit writes the same tags and steps to a bucket as to the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  const { stdout, stderr, status } = await runScript(
    `await import('@tensorflow/tfjs-backend-cpu');
    const tf = await import('@tensorflow/tfjs-core');
    const { layers, sequential } = await import('@tensorflow/tfjs-layers');
    const [logdir, folder] = ['s3://bucket/fit', ${JSON.stringify(folder)}];
    const model = sequential({ layers: [layers.dense({ units: 4, inputShape: [3] }), layers.dense({ units: 1 })] });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const options = { model, histogramFreq: 1, updateFreq: 'batch' };
    await model.fit(tf.randomNormal([12, 3]), tf.zeros([12, 1]), {
      epochs: 3, batchSize: 4, validationSplit: 0.25, verbose: 0,
      callbacks: [tensorBoardCallback(logdir, options), tensorBoardCallback(folder, options)],
    });
    const facts = (runs) => JSON.stringify(runs.map(({ run, tags }) =>
      [run, tags.map(({ tag, plugin, count, minStep, maxStep, scalar }) => [tag, plugin, count, minStep, maxStep, scalar])]));
    const [stored, written] = [facts(await inspect(logdir)), facts(await inspect(folder))];
    say(stored === written ? stored : stored + ' differs from ' + written);`,
    moto.env,
  );
  // tf.js greets there
  expect(stderr).not.toContain('bucket');
  expect(status).toBe(0);
  const runs = JSON.parse(stdout) as [string, [string, string, number][]][];
  expect(runs.map(([run]) => run)).toEqual(['train', 'validation']);
  const tags = runs[0]![1].map(([tag, plugin, count]) => `${plugin} ${tag} ${count}`);
  expect(tags).toEqual(expect.arrayContaining(['scalars epoch_loss 3', 'scalars batch_loss 9']));
  expect(tags.some((tag) => tag.startsWith('histograms '))).toBe(true);
});

test('inspect --follow prints what is flushed later, in new objects of a run and in new runs', async () => {
  const write = async (run: string, step: number): Promise<void> => {
    const { stderr } = await runScript(
      `const writer = new SummaryWriter('s3://bucket/followed/${run}');
      writer.addScalar('loss', ${step} / 2, ${step}, 100);
      await writer.close();`,
      moto.env,
    );
    expect(stderr).toBe('');
  };
  await write('a', 1);
  const args = [cli, 'inspect', 's3://bucket/followed', '--follow', '--format', 'csv'];
  const child = spawn(process.execPath, args, { env: moto.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => (await lines.next()).value;
  const time = '1970-01-01T00:01:40.000Z';
  expect([await next(), await next()]).toEqual(['run,tag,step,time,value', `a,loss,1,${time},0.5`]);
  await write('a', 2);
  expect(await next()).toBe(`a,loss,2,${time},1`);
  await write('b/c', 3);
  expect(await next()).toBe(`b/c,loss,3,${time},1.5`);
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
});

test('sync sends what a killed writer left once, and nothing after that', async () => {
  const child = spawn(
    process.execPath,
    scriptArgs(`const writer = new SummaryWriter('s3://bucket/left/run');
      for (let step = 0; step < 55; step++) writer.addScalar('loss', step, step);
      say('waits');
      setInterval(() => undefined, 1000);`),
    { env: moto.env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const sync = () => spawnSync(process.execPath, [cli, 'sync'], { env: moto.env, encoding: 'utf8' });
  expect(sync().stdout).toMatch(/^s3:\/\/bucket\/left\/run: 1 object, \d+ bytes\n$/);
  expect(sync().stdout).toBe('');
  const { stdout } = await runScript(
    `const [{ tags: [{ count, maxStep }] }] = await inspect('s3://bucket/left'); say(count + ' up to ' + maxStep);`,
    moto.env,
  );
  // ten events wait in memory until a call writes them
  expect(stdout).toBe('50 up to 49\n');
});

test.each([
  ['is silent', () => undefined],
  [
    'answers without an end',
    (socket: Socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      setInterval(() => socket.write('x: y\r\n'), 500).unref();
    },
  ],
])('a store that %s has flush() and close() rejected within 30 s', async (_, serve) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.once('data', () => serve(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const { stdout } = await runScript(
    `const writer = new SummaryWriter('s3://bucket/run');
    writer.addScalar('loss', 1, 7);
    for (const call of ['flush', 'close']) {
      const begun = performance.now();
      const told = await writer[call]().then(() => 'resolved', () => 'rejected');
      say(call + ' ' + told + (performance.now() - begun < 30_000 ? ' in time' : ' late'));
    }`,
    clientEnvironment(`http://127.0.0.1:${port}`),
  );
  for (const socket of sockets) socket.destroy();
  server.close();
  expect(stdout).toBe('flush rejected in time\nclose rejected in time\n');
});

test('wrong credentials are one clause within 10 s, and no secret is said or kept', async () => {
  const store = await startMoto();
  try {
    const { key, secret } = await checkCredentials(store.url);
    const write = async (id: string, value: string) => {
      const own = { ...clientEnvironment(store.url), AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: value };
      const { stdout, stderr } = await runScript(
        `const begun = performance.now();
        const timed = (what) => say(what + ' ' + (performance.now() - begun < 10_000 ? 'in time' : 'late'));
        const writer = new SummaryWriter('s3://bucket/run');
        writer.addScalar('loss', 1, 7);
        await writer.flush().then(() => timed('flushed'), ({ name, message }) => timed(name + ': ' + message));
        await writer.close().catch(({ message }) => timed(message));
        await inspect('s3://bucket/run').then(([run]) => say(run.events + ' events'), ({ message }) => timed(message));`,
        own,
      );
      const root = join(own.XDG_STATE_HOME, 'gmlp-viz');
      const kept = (existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [])
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
      expect([stdout, stderr, ...kept].join('\n')).not.toContain(value);
      return { lines: stdout.trimEnd().split('\n'), stderr, kept: kept.length };
    };
    expect(await write(key, secret)).toEqual({ lines: ['flushed in time', '2 events'], stderr: '', kept: 0 });
    for (const [id, value, word] of [
      [key, 'wrong-secret-0123456789', 'SignatureDoesNotMatch'],
      ['AKIAWRONG0123456789', secret, 'InvalidAccessKeyId'],
    ] as const) {
      const clause = `s3://bucket refuses the credentials: ${word} in time`;
      const { lines, stderr, kept } = await write(id, value);
      expect(lines).toEqual([`UserError: ${clause}`, clause, clause]);
      expect(stderr).toContain(`s3://bucket refuses the credentials: ${word}; events wait in `);
      expect(kept).toBeGreaterThan(0);
    }
  } finally {
    await store.close();
  }
});
