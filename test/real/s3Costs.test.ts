// What writing to a bucket costs: bytes that are sent, memory while the store is silent, and time until a wrong region is told.
import { expect, test } from 'vitest';
import { countingProxy, regionProxy, silentProxy } from './faultyProxy.ts';
import { clientEnvironment, runScript, serveBucket, useMoto } from './moto.ts';
import { ask } from './tensorboard.ts';

const moto = useMoto();

test('bodies that are sent are at most 1.05 times the bytes that are logged, at 2 kB a segment', async () => {
  const proxy = await countingProxy(moto.url);
  // the same events on the disk tell how many bytes are logged
  const { stdout, stderr } = await runScript(
    `import { mkdtempSync, statSync } from 'node:fs';
    import { tmpdir } from 'node:os';
    const writers = ['s3://bucket/costs', mkdtempSync(tmpdir() + '/logged-')].map((logdir) => new SummaryWriter({ logdir }));
    for (let step = 0; step < 20 * 42; step++) {
      for (const writer of writers) writer.addScalar('train/loss', step / 7, step);
      if (step % 42 === 41) await writers[0].flush();
    }
    for (const writer of writers) await writer.close();
    say(String(statSync(writers[1].path).size));`,
    clientEnvironment(proxy.url),
  );
  proxy.close();
  const logged = Number(stdout);
  expect({ stderr, puts: proxy.counts.requests.PUT }).toEqual({
    stderr: '',
    puts: 20,
  });
  expect(logged / 20).toBeLessThan(2200);
  expect(proxy.counts.bytes).toBeGreaterThanOrEqual(logged);
  expect(proxy.counts.bytes / logged).toBeLessThan(1.05);
});

test('200 MB that a silent store does not take wait on the disk, and not in memory', async () => {
  const proxy = await silentProxy();
  const env = clientEnvironment(proxy.url);
  const { stdout } = await runScript(
    `import { readdirSync, statSync } from 'node:fs';
    const writer = new SummaryWriter('s3://bucket/silent');
    const text = 'x'.repeat(100_000);
    const log = async (count) => {
      for (let n = 0; n < count; n++) {
        writer.addText('note', text, n);
        // the thread takes part, as in a training
        if (n % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    await log(20);
    const before = process.memoryUsage();
    await log(2000);
    const after = process.memoryUsage();
    const root = process.env.XDG_STATE_HOME;
    const files = readdirSync(root, { recursive: true }).map((name) => statSync(root + '/' + name));
    const spooled = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
    const grown = (name) => (after[name] - before[name]) / 1e6;
    say(JSON.stringify([spooled / 1e6, grown('rss'), grown('heapUsed') + grown('external')]));
    process.kill(process.pid, 'SIGKILL');`,
    env,
  );
  proxy.close();
  const [spooled, process_, heap] = JSON.parse(stdout);
  expect(spooled).toBeGreaterThan(200);
  expect(heap).toBeLessThan(50);
  expect(process_).toBeLessThan(100);
});

test.each([
  ['400 with the region', 400, 'AuthorizationHeaderMalformed', { 'x-amz-bucket-region': 'eu-west-1' }, '=eu-west-1'],
  ['301 with the region', 301, 'PermanentRedirect', { 'x-amz-bucket-region': 'eu-west-1' }, '=eu-west-1'],
  ['301 without the region', 301, 'PermanentRedirect', {}, ' to it'],
])('a wrong region is one clause of flush() within 10 s: %s', async (_, status, code, headers, region) => {
  const proxy = await regionProxy(status, code, headers);
  const { stdout } = await runScript(
    `const writer = new SummaryWriter('s3://bucket/elsewhere');
    writer.addScalar('loss', 1);
    const begun = performance.now();
    await writer.flush().catch(({ message }) => say(message + ', ' + (performance.now() - begun < 10000)));
    process.kill(process.pid, 'SIGKILL');`,
    clientEnvironment(proxy.url),
  );
  proxy.close();
  expect(stdout).toBe(`s3://bucket is in another region: set AWS_REGION${region}, true\n`);
});

test('an idle TensorBoard sends 3 listings at each reload, and a listing, a read and a head for each run', async () => {
  const runs = 4;
  await runScript(
    `const writers = Array.from({ length: ${runs} }, (_, n) => new SummaryWriter('s3://bucket/idle/run' + n));
    for (const writer of writers) writer.addScalar('loss', 1, 1);
    await Promise.all(writers.map((writer) => writer.close()));`,
    clientEnvironment(moto.url),
  );
  const proxy = await countingProxy(moto.url);
  const board = await serveBucket('s3://bucket/idle', clientEnvironment(proxy.url));
  try {
    const known = () => ask(board.url, 'data/plugin/scalars/tags').then((text) => Object.keys(JSON.parse(text)).length);
    await expect.poll(() => known().catch(() => 0), { timeout: 120_000 }).toBe(runs);
    const { HEAD = 0 } = proxy.counts.requests;
    // the first reload reads what is there, those after it are idle
    await expect.poll(() => proxy.counts.requests.HEAD, { timeout: 60_000 }).toBeGreaterThan(HEAD + 2 * runs);
    const before = { ...proxy.counts.requests };
    await expect.poll(() => proxy.counts.requests.HEAD, { timeout: 120_000 }).toBeGreaterThan(before.HEAD! + 5 * runs);
    const [lists, reads, heads] = ['LIST', 'GET', 'HEAD'].map((kind) => proxy.counts.requests[kind]! - before[kind]!);
    const reloads = heads! / runs;
    expect(Math.abs(reads! - heads!)).toBeLessThanOrEqual(1);
    // a reload that was not finished when the count began or ended
    expect(Math.abs(lists! - reloads * (3 + runs))).toBeLessThanOrEqual(3 + runs);
  } finally {
    await board.close();
    proxy.close();
  }
});
